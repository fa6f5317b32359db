import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, spoken } from "../svg/element.js";
import { hatchPattern } from "../svg/hatch.js";
import { shorten, textWidth } from "../text/measure.js";
import { decimalsFor, fixed } from "../text/number.js";
import { area, covering, gridOf, numberAxis } from "./area.js";
import { indent, marked, rowName } from "./brush.js";
import { type Context, type Drawing, isNarrow } from "./context.js";
import { plot } from "./echarts.js";
import { key } from "./key.js";
import { inks } from "./series.js";

type Bars = Extract<Chart, { kind: "bars" }>;

/** One row a unit, bars from zero, the value at each bar's end; doubtful bars hatched. */
export function bars(chart: Bars, context: Context): Drawing {
  const { colours, width, words } = context;
  const { rows, series } = chart;
  const shades = inks(series, colours);
  const values = series.flatMap((s) => s.values);
  const at = covering(chart.max === undefined ? values : [...values, chart.max], true, isNarrow(width) ? 3 : 5);
  const decimals = decimalsFor(values);
  const legend =
    series.length > 1
      ? key(
          series.map((s, i) => ({ name: s.name, mark: shades[i].mark, text: shades[i].text })),
          { x: 0, y: 0, width },
        )
      : { body: "", height: 0 };

  const thick = series.length === 1 ? 12 : 10;
  const size = series.length === 1 ? 11 : 10;
  const nameLimit = width * 0.36;
  const names = rows.map((name) => shorten(name, 12, nameLimit));
  const left = Math.max(24, ...names.map((name) => textWidth(name, 12))) + 10 + indent(context);
  const right = Math.max(16, ...values.map((v) => (v === null ? 0 : textWidth(fixed(v, decimals), size)))) + 8;
  const top = legend.height + (legend.height > 0 ? 10 : 4);
  const step = context.height ? (context.height - top - 28) / Math.max(1, rows.length) : thick * series.length + 8;
  const height = top + step * rows.length + 28;
  const place = area({ left, top, width: width - left - right, height: step * rows.length }, [at[0], at.at(-1)!], [rows.length, 0]);
  const bar = Math.min(thick, (step - 4) / series.length);
  const middle = (r: number, s: number): number => place.y(r + 0.5) + (s - (series.length - 1) / 2) * bar;

  const picture = plot(
    {
      grid: gridOf(place),
      xAxis: numberAxis(context, at),
      yAxis: { type: "category", data: rows.map((_, i) => String(i)), inverse: true, show: false },
      series: series.map((s, i) => ({
        type: "bar",
        silent: true,
        emphasis: { disabled: true },
        barWidth: bar - (series.length > 1 ? 1 : 0),
        barGap: series.length > 1 ? `${(100 / (bar - 1)).toFixed(4)}%` : "0%",
        itemStyle: { color: shades[i].mark },
        data: s.values.map((v) => v ?? "-"),
      })),
    },
    width,
    height,
    context.id,
  );
  const hatch = `${context.id}-hatch`;
  let anyDoubt = false;
  const zero = place.x(0);
  const overlay = series.flatMap((s, i) =>
    s.values.map((value, r) => {
      const y = middle(r, i);
      if (value === null) return lettering(words.noValue, { x: zero + 5, y, size, fill: colours.quiet });
      const end = place.x(value);
      const doubtful = s.doubtful?.[r] ?? false;
      anyDoubt ||= doubtful;
      const box = { x: Math.min(zero, end), y: y - bar / 2, width: Math.abs(end - zero), height: bar };
      return element(
        "g",
        marked(context, rows[r]),
        spoken(`${rows[r]}${words.comma}${s.name}${words.colon}${fixed(value, decimals)}`),
        element("rect", { ...box, fill: doubtful ? `url(#${hatch})` : "none", "pointer-events": "all" }),
        lettering(fixed(value, decimals), {
          x: value < 0 ? end - 5 : end + 5,
          y,
          size,
          fill: shades[i].back ? colours.quiet : shades[i].text,
          anchor: value < 0 ? "end" : "start",
        }),
      );
    }),
  );
  const base = element("path", { d: `M${zero.toFixed(1)} ${top}V${(top + place.height).toFixed(1)}`, stroke: colours.ink });
  const labels = rows.map((name, r) =>
    rowName(name, { middle: place.y(r + 0.5), height: step, end: left - 10, written: names[r] }, context),
  );
  const says = rows
    .map((name, r) => `${name} ${series.map((s) => (s.values[r] === null ? words.noValue : fixed(s.values[r]!, decimals))).join(" / ")}`)
    .slice(0, 6)
    .join(words.comma);
  return {
    body: legend.body + labels.join("") + picture + base + overlay.join(""),
    height,
    defs: anyDoubt ? hatchPattern(hatch, colours.paper) : undefined,
    says: `${words.kinds.bars}${words.colon}${says}${rows.length > 6 ? " …" : ""}`,
  };
}
