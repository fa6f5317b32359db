import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, round, spoken } from "../svg/element.js";
import { textWidth, wrap } from "../text/measure.js";
import { axisLabels, decimalsFor, fixed, ticks } from "../text/number.js";
import { type Context, type Drawing, isNarrow } from "./context.js";
import { type Box, overlaps } from "./labels.js";
import { inks } from "./series.js";

type Radar = Extract<Chart, { kind: "radar" }>;
const line = 14;

/** Spokes from zero to a common end, one polygon a series; a polygon is open beside a missing value. */
export function radar(chart: Radar, context: Context): Drawing {
  const { colours, width, words } = context;
  const narrow = isNarrow(width);
  const n = Math.max(1, chart.axes.length);
  const at = ticks(0, chart.max, narrow ? 3 : 4);
  const size = narrow ? 11 : 12;
  const limit = width * 0.22;
  const names = chart.axes.map(({ name }) => wrap(name, size, limit));
  const tall = Math.max(1, ...names.map((rows) => rows.length)) * line;
  const turned = chart.axes.map((_, k) => Math.abs(Math.sin((k / n) * 2 * Math.PI)));
  const fits = names.map((rows, k) => {
    const wide = Math.max(...rows.map((row) => textWidth(row, size)));
    return (width / 2 - 12 - (turned[k] > 0.2 ? wide : wide / 2)) / Math.max(turned[k], 0.2);
  });
  const radius = Math.max(60, Math.min(...fits, 210));
  const shades = inks(chart.series, colours);
  const key = keyOf(chart, shades, context);
  const [cx, cy] = [width / 2, key.height + tall + 16 + radius];
  const spot = (k: number, value: number): readonly [number, number] => {
    const turn = (k / n) * 2 * Math.PI;
    const far = (value / (at.at(-1) || 1)) * radius;
    return [cx + Math.sin(turn) * far, cy - Math.cos(turn) * far];
  };
  const web = at
    .slice(1)
    .map((value) => element("path", { d: closed(chart.axes.map((_, k) => spot(k, value))), fill: "none", stroke: colours.rule }));
  const spokes = chart.axes.map((_, k) => element("path", { d: open([[cx, cy], spot(k, at.at(-1) ?? 1)]), stroke: colours.rule }));
  const scale = axisLabels(at, context.language).map((text, i) => ({ text, x: cx, y: spot(0, at[i])[1] }));

  const decimals = decimalsFor(chart.series.flatMap(({ values }) => values));
  const order = chart.series
    .map((series, i) => ({ series, shade: shades[i] }))
    .sort((a, b) => Number(a.series.emphasised ?? false) - Number(b.series.emphasised ?? false));
  const polygons = order.map(({ series, shade: { mark: own, width: thick, back } }) => {
    const mark = back ? colours.mark[series.role] : own;
    const points = series.values.map((value, k) => (value === null ? null : spot(k, value)));
    const whole = points.every((point) => point !== null) && points.length > 2;
    const d = whole ? closed(points.filter((point) => point !== null)) : pieces(points);
    const dots = points.map((point, k) =>
      point === null
        ? ""
        : element(
            "circle",
            {
              cx: point[0],
              cy: point[1],
              r: series.emphasised ? 3.5 : 2.5,
              fill: series.doubtful?.[k] ? colours.paper : mark,
              stroke: mark,
              "stroke-width": 1.5,
            },
            spoken(`${series.name}${words.comma}${chart.axes[k].name}${words.colon}${fixed(series.values[k] as number, decimals)}`),
          ),
    );
    return (
      element("path", {
        d,
        fill: whole && series.emphasised ? mark : "none",
        "fill-opacity": whole && series.emphasised ? 0.12 : undefined,
        stroke: mark,
        "stroke-width": series.emphasised ? 2.5 : thick,
        "stroke-linejoin": "round",
      }) + dots.join("")
    );
  });

  const taken: Box[] = [];
  const labels = chart.axes.map(({ role }, k) => {
    const [x, y] = spot(k, (at.at(-1) ?? 1) * (1 + 10 / radius));
    const side = Math.sin((k / n) * 2 * Math.PI);
    const rows = names[k];
    const anchor = side > 0.2 ? "start" : side < -0.2 ? "end" : "middle";
    const up = Math.cos((k / n) * 2 * Math.PI);
    const middle = y - up * ((rows.length * line) / 2) * (anchor === "middle" ? 1 : 0.6);
    const reach = Math.max(...rows.map((row) => textWidth(row, size)));
    const from = anchor === "start" ? x : anchor === "end" ? x - reach : x - reach / 2;
    const box = { left: from, right: from + reach, top: middle - (rows.length * line) / 2, bottom: middle + (rows.length * line) / 2 };
    const clash = taken.find((other) => overlaps(other, box));
    const down = clash ? (side > 0 ? clash.bottom - box.top : clash.top - box.bottom) : 0;
    taken.push({ ...box, top: box.top + down, bottom: box.bottom + down });
    return rows.map((row, r) =>
      lettering(row, { x, y: middle + down + (r - (rows.length - 1) / 2) * line, size, fill: colours.text[role ?? "ink"], anchor }),
    );
  });
  const says = chart.series
    .map(({ name, values }) => `${name} ${values.map((value) => (value === null ? words.noValue : fixed(value, decimals))).join(" / ")}`)
    .join(words.comma);
  return {
    body:
      key.body +
      web.join("") +
      spokes.join("") +
      polygons.join("") +
      scale.map(({ text, x, y }) => lettering(text, { x: x + 4, y, size: 10, fill: colours.quiet, halo: colours.paper })).join("") +
      labels.flat().join(""),
    height: cy + radius + tall + 16,
    says: `${words.kinds.radar}${words.colon}${chart.axes.map(({ name }) => name).join(words.comma)}${words.colon}${says}`,
  };
}

const closed = (points: readonly (readonly [number, number])[]): string => `${open(points)}Z`;
const open = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], k) => `${k === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");

/** The sides whose two ends are there; the last meets the first. */
function pieces(points: readonly (readonly [number, number] | null)[]): string {
  const sides = points.flatMap((from, k) => {
    const to = points[(k + 1) % points.length];
    return from && to && to !== from ? [open([from, to])] : [];
  });
  return sides.join("") || "M0 0";
}

/** The names of the series with the stroke of each. */
function keyOf(
  { series }: Radar,
  shades: ReturnType<typeof inks>,
  { width, colours }: Context,
): { readonly body: string; readonly height: number } {
  let [x, y] = [0, 0];
  const items = series.map(({ name, emphasised }, i) => {
    const needed = 30 + textWidth(name, 13, emphasised);
    if (x > 0 && x + needed > width) [x, y] = [0, y + 22];
    const drawn =
      element("path", {
        d: `M${round(x)} ${y + 10}h22`,
        stroke: shades[i].back ? colours.mark[series[i].role] : shades[i].mark,
        "stroke-width": emphasised ? 3 : shades[i].width,
      }) + lettering(name, { x: x + 28, y: y + 10, size: 13, fill: shades[i].text, bold: emphasised });
    x += needed + 18;
    return drawn;
  });
  return { body: items.join(""), height: y + 22 };
}
