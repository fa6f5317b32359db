import type { Chart } from "@gongfu/engine/tell";
import { element, lettering } from "../svg/element.js";
import { textWidth } from "../text/measure.js";
import { area, extent, gridOf, present, yearAxis } from "./area.js";
import { nameplate, pressed } from "./brush.js";
import { type Context, type Drawing, isNarrow } from "./context.js";
import { plot } from "./echarts.js";
import { spread } from "./labels.js";
import { inks, strokes } from "./series.js";

type Bump = Extract<Chart, { kind: "bump" }>;
const row = 16;

/** Ranks over time, 1 on top: names at the end, ranks at the start, the chosen ones in colour. */
export function bump(chart: Bump, context: Context): Drawing {
  const { colours, width } = context;
  const narrow = isNarrow(width);
  const shades = inks(chart.series, colours);
  const size = narrow ? 12 : 13;
  const worst = Math.max(2, ...chart.series.flatMap((s) => present(s.values)));
  const ends = chart.series.map(({ name, values, emphasised }) => {
    const first = values.findIndex((v) => v !== null);
    const last = values.findLastIndex((v) => v !== null);
    return { name, first, last, emphasised: emphasised ?? false, from: values[first] ?? null, to: values[last] ?? null };
  });
  const rank = (value: number): string => String(Math.round(value * 10) / 10);
  const startText = (end: (typeof ends)[number]): string => (narrow ? rank(end.from!) : `${end.name}  ${rank(end.from!)}`);
  const endText = (end: (typeof ends)[number]): string => `${rank(end.to!)}  ${end.name}`;
  const drawnEnds = ends.map((end, i) => ({ ...end, shade: shades[i] })).filter((end) => end.from !== null);
  const widest = (text: (end: (typeof ends)[number]) => string): number =>
    Math.max(0, ...drawnEnds.map((end) => textWidth(text(end), size, end.emphasised)));
  const left = widest(startText) + 14;
  const right = widest(endText) + 14;
  const height = context.height ?? Math.min(worst * row, Math.max(33 * row, chart.series.length * row)) + 46;
  const place = area(
    { left, top: 10, width: width - left - right, height: height - 46 },
    [chart.x[0], chart.x.at(-1)!],
    [worst + 0.5, 0.5],
  );

  const order = chart.series.map((series, i) => ({ series, shade: shades[i] })).sort((a, b) => Number(b.shade.back) - Number(a.shade.back));
  const picture = plot(
    {
      grid: gridOf(place),
      xAxis: { ...yearAxis(context, chart.x, place.width), position: "bottom" },
      yAxis: { type: "value", inverse: true, min: 0.5, max: worst + 0.5, show: false },
      series: order.flatMap(({ series, shade }) =>
        strokes(chart.x, series).map((stroke) => ({
          type: "line",
          clip: false,
          silent: true,
          emphasis: { disabled: true },
          symbol: "none",
          smooth: 0.35,
          smoothMonotone: "x",
          data: stroke.points,
          lineStyle: {
            color: shade.mark,
            width: series.emphasised ? 3 : shade.width,
            type: stroke.dashed ? [5, 4] : "solid",
            join: "round",
          },
        })),
      ),
    },
    width,
    height,
    context.id,
  );
  const dots = order.flatMap(({ series, shade }) =>
    series.values.flatMap((value, i) => {
      if (value === null || shade.back) return [];
      const end = i === series.values.findLastIndex((v) => v !== null) || i === series.values.findIndex((v) => v !== null);
      if (!end && !series.emphasised) return [];
      const fill = series.doubtful?.[i] ? colours.paper : shade.mark;
      return [
        element("circle", {
          cx: place.x(chart.x[i]),
          cy: place.y(value),
          r: end ? 4 : 2.75,
          fill,
          stroke: shade.mark,
          "stroke-width": 1.5,
        }),
      ];
    }),
  );
  const side = (values: readonly number[]): number[] =>
    spread(
      values.map((value) => ({ at: place.y(value), size: row - 1 })),
      0,
      height - 28,
    );
  const startYs = side(drawnEnds.map((end) => end.from!));
  const endYs = side(drawnEnds.map((end) => end.to!));
  const labels = drawnEnds.flatMap((end, i) => {
    const look = { size, fill: end.shade.text, bold: end.emphasised };
    return [
      nameplate(
        context,
        end.name,
        lettering(startText(end), { ...look, x: place.x(chart.x[end.first]) - 10, y: startYs[i], anchor: "end" }) +
          lettering(endText(end), { ...look, x: place.x(chart.x[end.last]) + 10, y: endYs[i] }),
      ),
    ];
  });
  const ways = chart.series.map(({ name, values }) =>
    pressed(
      name,
      values.flatMap((value, i) => (value === null ? [] : [[place.x(chart.x[i]), place.y(value)] as const])),
      context,
    ),
  );
  const told = drawnEnds.filter((end) => end.emphasised);
  const says = (told.length > 0 ? told : [...drawnEnds].sort((a, b) => a.to! - b.to!).slice(0, 5))
    .map((end) => `${end.name} ${rank(end.from!)} → ${rank(end.to!)}`)
    .join(context.words.comma);
  const [from, to] = extent(chart.x);
  return {
    body: picture + dots.join("") + labels.join("") + ways.join(""),
    height,
    says: `${context.words.kinds.bump}, ${from}–${to}${context.words.colon}${says}`,
  };
}
