import { useEffect, useState } from "react";
import type { PageProps } from "./start.js";

interface Props extends PageProps {
  t: number;
  unit: number | null;
}

type Renderer = typeof import("@gongfu/render");

/** Empowerment against equity. The chart library is brought after the page stands. */
export function Quadrant({ view, words, language, t, unit }: Props) {
  const [renderer, setRenderer] = useState<Renderer | null>(null);
  const dark = useDark();
  useEffect(() => {
    import("@gongfu/render").then(setRenderer);
  }, []);
  if (!renderer) return <div className="chart" aria-busy="true" />;
  const points = view.units.flatMap((one, i) => {
    const [x, y] = [view.empowerment[t][i], view.equity[t][i]];
    const [x0, y0] = [view.empowerment[0][i], view.equity[0][i]];
    if (x === null || y === null) return [];
    return [{ name: one.names[language], x, y, from: x0 === null || y0 === null || t === 0 ? undefined : ([x0, y0] as const), emphasised: unit === i }];
  });
  const svg = renderer.renderChart(
    {
      kind: "quadrant",
      x: { name: words.empowerment, role: "empowerment" },
      y: { name: words.equity, role: "equity" },
      points,
    },
    { language, theme: dark ? "dark" : "light", width: 620, title: words.quadrantNote(view.years[t]) },
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own renderer escapes every text it draws
  return <div className="chart" dangerouslySetInnerHTML={{ __html: svg }} />;
}

function useDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const query = matchMedia("(prefers-color-scheme: dark)");
    const listen = (event: MediaQueryListEvent): void => setDark(event.matches);
    query.addEventListener("change", listen);
    return () => query.removeEventListener("change", listen);
  }, []);
  return dark;
}
