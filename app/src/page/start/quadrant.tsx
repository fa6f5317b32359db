import type { Theme } from "@gongfu/render/wheels";
import { useCallback, useEffect, useState } from "react";
import { Picture } from "../../part/picture.js";
import type { ExampleProps } from "./example.js";
import { at } from "./wheels-view.js";

interface Props extends ExampleProps {
  t: number;
  unit: number | null;
}

type Renderer = typeof import("@gongfu/render");

/** Empowerment against equity. The chart library is brought after the page stands. */
export function Quadrant({ view, words, language, t, unit }: Props) {
  const [renderer, setRenderer] = useState<Renderer | null>(null);
  useEffect(() => {
    import("@gongfu/render").then(setRenderer);
  }, []);
  const draw = useCallback(
    (width: number, theme: Theme): string => {
      const points = view.ran.units.flatMap((one, i) => {
        const [x, y] = [at(view.ran, view.empowerment.cells, t, i), at(view.ran, view.equity.cells, t, i)];
        const [x0, y0] = [at(view.ran, view.empowerment.cells, 0, i), at(view.ran, view.equity.cells, 0, i)];
        if (x === null || y === null) return [];
        const from = x0 === null || y0 === null || t === 0 ? undefined : ([x0, y0] as const);
        return [{ name: one.names[language], x, y, from, emphasised: unit === i }];
      });
      return (
        renderer?.renderChart(
          {
            kind: "quadrant",
            x: { name: words.empowerment, role: "empowerment" },
            y: { name: words.equity, role: "equity" },
            points,
          },
          { id: "quadrant", language, theme, width, title: words.quadrantNote(view.ran.periods[t]) },
        ) ?? ""
      );
    },
    [renderer, view, words, language, t, unit],
  );
  return <Picture className="chart" draw={renderer ? draw : null} />;
}
