import type { FigureBlock, ReportDocument } from "@gongfu/engine/tell";
import { palette } from "../palette/palette.js";
import { element, lettering } from "../svg/element.js";
import { frame } from "../svg/frame.js";
import { wrap } from "../text/measure.js";
import { anchor } from "./anchor.js";
import { widePicture, widths } from "./figure.js";

const pad = 24;
const width = widths.wide + 2 * pad;

/** A figure that stands alone: finding, what is drawn, picture, source and method, on its own paper. */
function standalone(block: FigureBlock, language: ReportDocument["language"]): string {
  const colours = palette.light;
  const id = anchor("figure", block.id);
  let y = pad;
  const write = (text: string, size: number, step: number, fill: string, bold = false): string =>
    wrap(text, size, widths.wide, bold)
      .map((line) => {
        const drawn = lettering(line, { x: pad, y: y + step / 2, size, fill, bold });
        y += step;
        return drawn;
      })
      .join("");
  const head = write(block.title, 18, 25, colours.ink, true) + write(block.subtitle, 13, 20, colours.quiet);
  y += 12;
  const chart = widePicture(block, language);
  const height = Number(/ height="(\d+)"/.exec(chart)![1]);
  const inner = chart.replace("<svg ", `<svg x="${pad}" y="${Math.round(y)}" `).replace(' role="img"', "");
  y += height + 14;
  const foot = write(block.note, 12, 18, colours.quiet);
  return frame({
    id,
    width,
    height: y + pad - 6,
    title: block.title,
    description: block.description,
    language,
    body: element("g", {}, head, inner, foot),
    paper: colours.paper,
  });
}

/** Every figure of a document as a file of its own: `figures/<id>.<language>.svg` → SVG. */
export function renderFigures(document: ReportDocument): Map<string, string> {
  const blocks = [...(document.emblem ? [document.emblem] : []), ...document.sections.flatMap((s) => s.blocks)];
  return new Map(
    blocks
      .filter((block): block is FigureBlock => block.kind === "figure")
      .map((block) => [`figures/${block.id}.${document.language}.svg`, `${standalone(block, document.language)}\n`]),
  );
}
