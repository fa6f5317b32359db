import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, spoken } from "../svg/element.js";
import { textWidth } from "../text/measure.js";
import { axisLabels, decimalsFor, fixed, ticks } from "../text/number.js";
import { type Area, area, extent, gridOf, numberAxis } from "./area.js";
import { marked } from "./brush.js";
import { type Context, type Drawing, isNarrow } from "./context.js";
import { plot } from "./echarts.js";
import type { Box } from "./labels.js";
import { pointNames } from "./point-names.js";

type Quadrant = Extract<Chart, { kind: "quadrant" }>;
type Point = Quadrant["points"][number];

const balanced = (chart: Quadrant): boolean => chart.balance !== false;

/** Each unit between two systems: above the line of balance, where there is one, the upright one leads, below it the other. */
export function quadrant(chart: Quadrant, context: Context): Drawing {
  const { colours, width, words } = context;
  const narrow = isNarrow(width);
  const all = chart.points.flatMap((p) => [p, ...(p.from ? [{ x: p.from[0], y: p.from[1] }] : [])]);
  const scale = (values: number[]): number[] => {
    const [low, high] = extent(values);
    return ticks(low < (high - low) * 0.5 && low > 0 ? 0 : low, high, narrow ? 4 : 6);
  };
  const xs = scale(all.map((p) => p.x));
  const ys = scale(all.map((p) => p.y));
  const left = 14 + Math.max(...axisLabels(ys, context.language).map((t) => textWidth(t, 12)));
  const height = context.height ?? Math.round(narrow ? width * 1.15 : Math.min(width * 0.72, 560));
  const place = area({ left, top: 30, width: width - left - 14, height: height - 30 - 52 }, [xs[0], xs.at(-1)!], [ys[0], ys.at(-1)!]);
  const anyEmphasis = chart.points.some((p) => p.emphasised);
  const roleOf = (p: Point) => (!balanced(chart) ? "ink" : p.y > p.x ? chart.y.role : chart.x.role);
  const strong = (p: Point): boolean => !anyEmphasis || (p.emphasised ?? false);

  const tails = chart.points.flatMap((p) => {
    const color = strong(p) && anyEmphasis ? colours.mark[roleOf(p)] : colours.faint;
    return p.from ? [{ from: p.from, to: [p.x, p.y] as const, color, width: p.emphasised ? 2 : 1, dashed: false }] : [];
  });
  const straight = [...dividers(chart, context, place), ...tails];
  const picture = plot(
    {
      grid: gridOf(place),
      xAxis: { ...numberAxis(context, xs), axisLine: { show: true, onZero: false, lineStyle: { color: colours.quiet } } },
      yAxis: numberAxis(context, ys),
      series: [
        ...straight.map(({ from, to, color, width: thick, dashed }) => ({
          type: "line",
          clip: false,
          silent: true,
          emphasis: { disabled: true },
          symbol: "none",
          data: [from, to],
          lineStyle: { color, width: thick, type: dashed ? [2, 3] : "solid" },
        })),
        {
          type: "scatter",
          clip: false,
          silent: true,
          emphasis: { disabled: true },
          data: chart.points.map((p) => ({
            value: [p.x, p.y],
            symbol: !balanced(chart) || p.y > p.x ? "circle" : "rect",
            symbolSize: p.emphasised ? 12 : narrow ? 7 : 9,
            itemStyle: { color: colours.mark[roleOf(p)], opacity: 1, borderColor: colours.paper, borderWidth: 1 },
          })),
        },
      ],
    },
    width,
    height,
    context.id,
  );
  const voices = chart.points.map((p) =>
    element(
      "circle",
      { ...marked(context, p.name), cx: place.x(p.x), cy: place.y(p.y), r: 8, fill: "none", "pointer-events": "all" },
      spoken(`${p.name}${words.colon}${chart.x.name} ${fixed(p.x, 3)}${words.comma}${chart.y.name} ${fixed(p.y, 3)}`),
    ),
  );
  const { guides, taken } = captions(chart, context, place);
  const above = chart.points.filter((p) => p.y > p.x).length;
  const lead = balanced(chart) ? `${words.leads(chart.y.name)} ${above} / ${chart.points.length}${words.comma}` : "";
  const d = decimalsFor(all.flatMap((p) => [p.x, p.y]));
  const means = (pick: (p: Point) => number): string =>
    fixed(chart.points.reduce((sum, p) => sum + pick(p), 0) / Math.max(1, chart.points.length), d);
  return {
    body: picture + guides + voices.join("") + pointNames(chart.points, context, place, taken, strong),
    height,
    says: `${words.kinds.quadrant}${words.colon}${lead}${chart.x.name} ${means((p) => p.x)}${words.comma}${chart.y.name} ${means((p) => p.y)}`,
  };
}

interface Straight {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly color: string;
  readonly width: number;
  readonly dashed: boolean;
}

/** The line of balance x = y and the dividing lines, as far as they cross the picture. */
function dividers(chart: Quadrant, { colours }: Context, { domain }: Area): Straight[] {
  const [x0, x1] = domain.x;
  const [y0, y1] = domain.y;
  const [start, end] = [Math.max(x0, y0), Math.min(x1, y1)];
  const thin = { color: colours.quiet, width: 1, dashed: true };
  const [cx, cy] = chart.cuts ?? [Number.NaN, Number.NaN];
  return [
    ...(cx > x0 && cx < x1 ? [{ from: [cx, y0] as const, to: [cx, y1] as const, ...thin }] : []),
    ...(cy > y0 && cy < y1 ? [{ from: [x0, cy] as const, to: [x1, cy] as const, ...thin }] : []),
    ...(balanced(chart) && end > start
      ? [{ from: [start, start] as const, to: [end, end] as const, color: colours.ink, width: 1.25, dashed: false }]
      : []),
  ];
}

/** Names of the axes, of the two sides and of the lines, and the room they take. */
function captions(chart: Quadrant, context: Context, place: Area): { guides: string; taken: Box[] } {
  const { colours, words } = context;
  const { left, top, domain } = place;
  const right = left + place.width;
  const bottom = top + place.height;
  const parts: string[] = [];
  const taken: Box[] = [];
  const write = (
    text: string,
    x: number,
    y: number,
    look: { fill: string; anchor?: "start" | "middle" | "end"; bold?: boolean; size?: number },
  ): void => {
    parts.push(lettering(text, { x, y, size: 12, halo: colours.paper, ...look }));
    const w = textWidth(text, look.size ?? 12, look.bold);
    const from = look.anchor === "end" ? x - w : look.anchor === "middle" ? x - w / 2 : x;
    taken.push({ left: from - 3, right: from + w + 3, top: y - 9, bottom: y + 9 });
  };
  const [cx, cy] = chart.cuts ?? [Number.NaN, Number.NaN];
  if (cx > domain.x[0] && cx < domain.x[1]) write(words.median, place.x(cx) + 4, bottom - 9, { fill: colours.quiet, size: 11 });
  if (cy > domain.y[0] && cy < domain.y[1])
    write(words.median, right - 4, place.y(cy) - 9, { fill: colours.quiet, size: 11, anchor: "end" });
  const end = Math.min(domain.x[1], domain.y[1]);
  if (balanced(chart) && end > Math.max(domain.x[0], domain.y[0])) {
    const half = textWidth(words.balance, 12) / 2;
    const x = Math.min(place.x(end), right - half);
    write(words.balance, x, place.y(end) - 10, { fill: colours.ink, anchor: "middle" });
  }
  if (balanced(chart)) {
    write(`${words.leads(chart.y.name)} ●`, left + 6, top + 12, { fill: colours.text[chart.y.role], bold: true, size: 13 });
    write(`■ ${words.leads(chart.x.name)}`, right - 6, bottom - 26, {
      fill: colours.text[chart.x.role],
      bold: true,
      size: 13,
      anchor: "end",
    });
  }
  write(`↑ ${chart.y.name}`, 0, 8, { fill: colours.text[chart.y.role] });
  write(`${chart.x.name} →`, right, bottom + 40, { fill: colours.text[chart.x.role], anchor: "end" });
  return { guides: parts.join(""), taken };
}
