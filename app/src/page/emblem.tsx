import { renderWheels, type Theme } from "@gongfu/render/wheels";
import { useCallback } from "react";
import { fixed, leading, levelName, type Reading } from "./numbers.js";
import { Picture } from "./picture.js";
import type { PageProps } from "./start.js";

interface Props extends PageProps {
  now: Reading;
  name: string;
  year: number;
}

/** The two wheels of the country or of one province. */
export function Emblem({ view, words, language, now, name, year }: Props) {
  const draw = useCallback(
    (width: number, theme: Theme): string => {
      const side = (wheel: "empowerment" | "equity") => ({
        name: words[wheel],
        score: now[wheel],
        arcs: view.mechanisms
          .filter((one) => one.wheel === wheel)
          .map((one, k) => ({ name: one.names[language], value: now.arcs[wheel][k] })),
      });
      return renderWheels(
        {
          kind: "wheels",
          left: side("empowerment"),
          right: side("equity"),
          belt: { value: now.d, label: `D ${fixed(now.d, 2)}`, note: `${levelName(view, now.d, language)} · ${leading(now, words)}` },
        },
        { id: "emblem", language, theme, width, title: words.emblemTitle(name, year) },
      );
    },
    [view, words, language, now, name, year],
  );
  return <Picture className="emblem" draw={draw} />;
}
