import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, round } from "../svg/element.js";
import { hatchPattern } from "../svg/hatch.js";
import { textWidth, wrap } from "../text/measure.js";
import { axisLabels, decimalsFor, fixed } from "../text/number.js";
import { area, covering, extent, gridOf, numberAxis, yearAxis } from "./area.js";
import { type Context, type Drawing, isNarrow } from "./context.js";
import { plot } from "./echarts.js";
import { spread } from "./labels.js";
import { inks } from "./series.js";

type Stack = Extract<Chart, { kind: "stack" }>;
const line = 15;

/** Parts of a whole over time: areas stacked from zero, each named at its right edge. */
export function stack(chart: Stack, context: Context): Drawing {
  const { colours, width, words } = context;
  const narrow = isNarrow(width);
  const shades = inks(chart.series, colours);
  const fill = (s: number): string => {
    const { role } = chart.series[s];
    return role === "quiet" ? colours.faint : role === "ink" ? colours.quiet : shades[s].mark;
  };
  const last = chart.x.length - 1;
  const below = (s: number, i: number): number => chart.series.slice(0, s).reduce((sum, { values }) => sum + (values[i] ?? 0), 0);
  const totals = chart.x.map((_, i) => below(chart.series.length, i));
  const at = covering(totals, true);
  const shown = chart.series.flatMap((s) => s.values);
  const counts = shown.every((value) => value === null || Number.isInteger(value));
  const decimals = counts ? 0 : decimalsFor(shown);
  const texts = chart.series.map(({ name, values }) => {
    const value = values[last];
    return wrap(
      value === null || value === undefined ? name : `${name} ${fixed(value, decimals)}`,
      13,
      Math.min(width * (narrow ? 0.34 : 0.28), 190),
    );
  });
  const right = Math.max(...texts.flat().map((t) => textWidth(t, 13))) + 14;
  const left = 12 + Math.max(...axisLabels(at, context.language).map((t) => textWidth(t, 12)));
  const height = context.height ?? Math.max(narrow ? 240 : 300, texts.flat().length * line + 60);
  const place = area({ left, top: 12, width: width - left - right, height: height - 46 }, [chart.x[0], chart.x[last]], [at[0], at.at(-1)!]);

  const picture = plot(
    {
      grid: gridOf(place),
      xAxis: yearAxis(context, chart.x, place.width),
      yAxis: { ...numberAxis(context, at), splitLine: { show: false } },
      series: chart.series.map((s, i) => ({
        type: "line",
        stack: "whole",
        clip: false,
        silent: true,
        emphasis: { disabled: true },
        symbol: "none",
        data: s.values.map((v, j) => [chart.x[j], v ?? 0]),
        lineStyle: { color: colours.paper, width: 1.5 },
        areaStyle: { color: fill(i), opacity: 1 },
      })),
    },
    width,
    height,
    context.id,
  );
  const hatch = `${context.id}-hatch`;
  const doubts = chart.series.flatMap((series, s) =>
    chart.x.slice(1).flatMap((_, k) => {
      const i = k + 1;
      if (!series.doubtful?.[i] && !series.doubtful?.[k]) return [];
      const corner = (j: number, top: boolean): string =>
        `${round(place.x(chart.x[j]))} ${round(place.y(below(s, j) + (top ? (series.values[j] ?? 0) : 0)))}`;
      return [
        element("path", { d: `M${corner(k, false)}L${corner(k, true)}L${corner(i, true)}L${corner(i, false)}Z`, fill: `url(#${hatch})` }),
      ];
    }),
  );
  const ys = spread(
    chart.series.map((s, i) => ({ at: place.y(below(i, last) + (s.values[last] ?? 0) / 2), size: texts[i].length * line + 2 })),
    0,
    height - 24,
  );
  const edge = place.left + place.width;
  const labels = chart.series.flatMap((_, i) => {
    const wish = place.y(below(i, last) + (chart.series[i].values[last] ?? 0) / 2);
    const moved = Math.abs(ys[i] - wish) > 8;
    const leader = moved
      ? element("path", { d: `M${round(edge + 1)} ${round(wish)}L${round(edge + 11)} ${round(ys[i])}`, stroke: colours.faint })
      : "";
    return [
      leader,
      ...texts[i].map((text, row) =>
        lettering(text, { x: edge + 13, y: ys[i] + (row - (texts[i].length - 1) / 2) * line, size: 13, fill: shades[i].text }),
      ),
    ];
  });
  const [from, to] = extent(chart.x);
  return {
    body: picture + doubts.join("") + labels.join(""),
    height,
    defs: doubts.length > 0 ? hatchPattern(hatch, colours.paper) : undefined,
    says: `${words.kinds.stack}, ${from}–${to}${words.colon}${fixed(totals[0] ?? 0, decimals)} → ${fixed(totals[last] ?? 0, decimals)}`,
  };
}
