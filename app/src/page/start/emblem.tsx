import { renderWheels, type Theme } from "@gongfu/render/wheels";
import { useCallback } from "react";
import { Picture } from "../../part/picture.js";
import type { ExampleProps } from "./example.js";
import { fixed, leading } from "./numbers.js";
import { levelAt, type Reading } from "./wheels-view.js";

interface Props extends ExampleProps {
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
        arcs: now.arcs[wheel].map(({ names, value }) => ({ name: names[language], value })),
      });
      return renderWheels(
        {
          kind: "wheels",
          left: side("empowerment"),
          right: side("equity"),
          belt: {
            value: now.d,
            label: `D ${fixed(now.d, 2)}`,
            note: `${levelAt(view.coupled.levels, now.d)[language]} · ${leading(now, words)}`,
          },
        },
        { id: "emblem", language, theme, width, title: words.emblemTitle(name, year) },
      );
    },
    [view, words, language, now, name, year],
  );
  return <Picture className="emblem" draw={draw} />;
}
