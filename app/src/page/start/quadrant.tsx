import type { Theme } from "@gongfu/render/wheels";
import { useCallback } from "react";
import { paint } from "../../painter/paint.js";
import { Picture } from "../../part/picture.js";
import type { ExampleProps } from "./example.js";
import { at } from "./wheels-view.js";

interface Props extends ExampleProps {
  t: number;
  unit: number | null;
}

/** Empowerment against equity. */
export function Quadrant({ view, words, language, t, unit }: Props) {
  const draw = useCallback(
    (width: number, theme: Theme): Promise<string> => {
      const points = view.ran.units.flatMap((one, i) => {
        const [x, y] = [at(view.ran, view.empowerment.cells, t, i), at(view.ran, view.equity.cells, t, i)];
        const [x0, y0] = [at(view.ran, view.empowerment.cells, 0, i), at(view.ran, view.equity.cells, 0, i)];
        if (x === null || y === null) return [];
        const from = x0 === null || y0 === null || t === 0 ? undefined : ([x0, y0] as const);
        return [{ name: one.names[language], x, y, from, emphasised: unit === i }];
      });
      return paint({
        kind: "chart",
        chart: {
          kind: "quadrant",
          x: { name: words.empowerment, role: "empowerment" },
          y: { name: words.equity, role: "equity" },
          points,
        },
        options: { id: "quadrant", language, theme, width, title: words.quadrantNote(view.ran.periods[t]) },
      });
    },
    [view, words, language, t, unit],
  );
  return <Picture className="chart" draw={draw} />;
}
