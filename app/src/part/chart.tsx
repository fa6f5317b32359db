import type { Chart as ChartSpec } from "@gongfu/engine/tell";
import { palette, type Theme } from "@gongfu/render/wheels";
import { useCallback, useRef } from "react";
import { paint } from "../painter/paint.js";
import { useLanguage, useWords } from "../shell/speak.js";
import { useBrush } from "./brush.js";
import { download, pngOf, types } from "./download.js";
import { Picture } from "./picture.js";
import { words } from "./words.js";

interface Props {
  /** name of the files it is downloaded as, and of its parts */
  readonly id: string;
  /** the finding in words */
  readonly title: string;
  /** what is drawn, unit, years */
  readonly subtitle?: string;
  /** source and method */
  readonly note?: string;
  /** one sentence for those who cannot see it */
  readonly description: string;
  readonly chart: ChartSpec;
  /** its numbers, one key away */
  readonly table?: React.ReactNode;
  readonly level?: 2 | 3;
  /** choices of how it is drawn */
  readonly tools?: React.ReactNode;
}

/** A figure: the finding above, the picture, source and method below; its numbers one key away; SVG and PNG. */
export function Chart({ id, title, subtitle, note, description, chart, table, level = 2, tools }: Props) {
  const language = useLanguage();
  const w = useWords(words);
  const { codes, name, chosen, choose } = useBrush();
  const drawn = useRef<{ svg: string; theme: Theme } | null>(null);
  const draw = useCallback(
    async (width: number, theme: Theme): Promise<string> => {
      const svg = await paint({
        kind: "chart",
        chart,
        options: { id, language, theme, width, title, description, brush: { codes, chosen: name } },
      });
      drawn.current = { svg, theme };
      return svg;
    },
    [chart, id, language, title, description, codes, name],
  );
  const save = async (kind: "svg" | "png"): Promise<void> => {
    if (!drawn.current) return;
    const { svg, theme } = drawn.current;
    if (kind === "svg") return download(`${id}.${language}.svg`, svg, types.svg);
    const [width, height] = ["width", "height"].map((side) => Number(new RegExp(` ${side}="(\\d+)`).exec(svg)?.[1] ?? 0));
    const paper = palette[theme].paper;
    download(`${id}.${language}.png`, await pngOf(svg, width, height, paper), types.png);
  };
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <figure className="figure" id={`figure-${id}`}>
      <Heading>{title}</Heading>
      {subtitle && <p className="note">{subtitle}</p>}
      <Picture className="chart" draw={draw} onUnit={(code) => choose(code === chosen ? null : code)} />
      <figcaption className="note">
        {note}
        {note && language === "en" ? " " : ""}
        {description}
      </figcaption>
      <div className="figure-tools">
        {tools}
        <button type="button" className="quiet small" onClick={() => save("svg")} aria-label={`SVG: ${title}`}>
          SVG
        </button>
        <button type="button" className="quiet small" onClick={() => save("png")} aria-label={`PNG: ${title}`}>
          PNG
        </button>
      </div>
      {table && (
        <details>
          <summary>{w.numbers}</summary>
          {table}
        </details>
      )}
    </figure>
  );
}
