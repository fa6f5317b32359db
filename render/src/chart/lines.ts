import type { Chart } from "@gongfu/engine/tell";
import { element, lettering } from "../svg/element.js";
import { textWidth, wrap } from "../text/measure.js";
import { axisLabels, decimalsFor, fixed } from "../text/number.js";
import { area, covering, extent, gridOf, numberAxis, yearAxis } from "./area.js";
import { pressed } from "./brush.js";
import { type Context, type Drawing, isNarrow } from "./context.js";
import { plot } from "./echarts.js";
import { spread } from "./labels.js";
import { inks, strokes } from "./series.js";

type Lines = Extract<Chart, { kind: "lines" }>;
const line = 15;

/** Lines over time: gaps where values are missing, dashes where they are doubtful, names at their ends. */
export function lines(chart: Lines, context: Context): Drawing {
  const { colours, width } = context;
  const narrow = isNarrow(width);
  const shades = inks(chart.series, colours);
  const all = chart.series.flatMap((s) => s.values);
  const at = covering(chart.range ?? all, false);
  const decimals = decimalsFor(all);

  const few = chart.series.length <= 6;
  const named = chart.series.flatMap((series, i) => {
    const last = series.values.findLastIndex((v) => v !== null);
    if (last < 0 || (!few && shades[i].back)) return [];
    return [{ series, shade: shades[i], last, value: series.values[last]! }];
  });
  const limit = Math.min(width * (narrow ? 0.34 : 0.28), 190);
  const texts = named.map(({ series, value }) => wrap(`${series.name} ${fixed(value, decimals)}`, 13, limit, series.emphasised));
  const right = Math.max(16, ...texts.map((t, i) => 14 + Math.max(...t.map((row) => textWidth(row, 13, named[i].series.emphasised)))));
  const left = 12 + Math.max(...axisLabels(at, context.language).map((t) => textWidth(t, 12)));
  const height = context.height ?? Math.max(narrow ? 230 : 280, texts.flat().length * line + 60);
  const top = chart.marks?.length ? 28 : 12;
  const span: [number, number] = [chart.x[0], chart.x.at(-1)!];
  const box = { left, top, width: width - left - right, height: height - top - 34 };
  const place = area(box, span, [at[0], at.at(-1)!]);

  const drawn = chart.series.map((series, i) => ({ series, shade: shades[i] })).sort((a, b) => Number(b.shade.back) - Number(a.shade.back));
  const picture = plot(
    {
      grid: gridOf(place),
      xAxis: yearAxis(context, chart.x, place.width),
      yAxis: numberAxis(context, at),
      series: drawn.flatMap(({ series, shade }) =>
        strokes(chart.x, series).map((stroke) => ({
          type: "line",
          clip: false,
          silent: true,
          emphasis: { disabled: true },
          symbol: "none",
          data: stroke.points,
          lineStyle: { color: shade.mark, width: shade.width, type: stroke.dashed ? [5, 4] : "solid", cap: "butt", join: "round" },
        })),
      ),
    },
    width,
    height,
    context.id,
  );

  const dots = drawn.flatMap(({ series, shade }) =>
    series.values.flatMap((value, i) => {
      if (value === null) return [];
      const end = series.values.findLastIndex((v) => v !== null) === i && !shade.back;
      const alone = (series.values[i - 1] ?? null) === null && (series.values[i + 1] ?? null) === null;
      const doubtful = (series.doubtful?.[i] ?? false) && !shade.back;
      if (!end && !alone && !doubtful) return [];
      const fill = doubtful ? colours.paper : shade.mark;
      return [
        element("circle", {
          cx: place.x(chart.x[i]),
          cy: place.y(value),
          r: end ? 3.5 : 2.5,
          fill,
          stroke: shade.mark,
          "stroke-width": 1.5,
        }),
      ];
    }),
  );
  const heights = texts.map((t) => ({ size: t.length * line + 2 }));
  const ys = spread(
    named.map(({ value }, i) => ({ at: place.y(value), size: heights[i].size })),
    0,
    height - 20,
  );
  const edge = place.left + place.width;
  const labels = named.flatMap(({ series, shade, last, value }, i) => {
    const start = place.x(chart.x[last]);
    const far = Math.abs(ys[i] - place.y(value)) > 8 || edge - start > 2;
    const leader = far
      ? element("path", { d: leaderPath(start + 4, place.y(value), edge + 12, ys[i]), stroke: colours.faint, fill: "none" })
      : "";
    const rows = texts[i].map((text, row) =>
      lettering(text, {
        x: edge + 14,
        y: ys[i] + (row - (texts[i].length - 1) / 2) * line,
        size: 13,
        fill: shade.text,
        bold: series.emphasised,
      }),
    );
    return [leader, ...rows];
  });
  const marks = (chart.marks ?? []).map(({ x, label }) => {
    const px = place.x(x);
    const half = textWidth(label, 12) / 2;
    const shift = Math.max(half, Math.min(px, width - half));
    return (
      element("path", { d: `M${Math.round(px)} ${top - 6}V${top + place.height}`, stroke: colours.quiet, "stroke-dasharray": "2 3" }) +
      lettering(label, { x: shift, y: 9, size: 12, fill: colours.quiet, anchor: "middle" })
    );
  });

  const ways = chart.series.map(({ name, values }) =>
    pressed(
      name,
      values.flatMap((value, i) => (value === null ? [] : [[place.x(chart.x[i]), place.y(value)] as const])),
      context,
    ),
  );
  const { words } = context;
  const says = chart.series
    .map(({ name, values }) => {
      const first = values.find((v) => v !== null) ?? null;
      const last = values.findLast((v) => v !== null) ?? null;
      return first === null || last === null ? name : `${name} ${fixed(first, decimals)} → ${fixed(last, decimals)}`;
    })
    .slice(0, 8)
    .join(words.comma);
  const [from, to] = extent(chart.x);
  return {
    body: marks.join("") + picture + dots.join("") + labels.join("") + ways.join(""),
    height,
    says: `${words.kinds.lines}, ${from}–${to}${words.colon}${says}`,
  };
}

const leaderPath = (x0: number, y0: number, x1: number, y1: number): string =>
  `M${x0.toFixed(1)} ${y0.toFixed(1)}L${(x1 - 5).toFixed(1)} ${y1.toFixed(1)}H${x1.toFixed(1)}`;
