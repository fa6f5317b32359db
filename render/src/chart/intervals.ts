import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, spoken } from "../svg/element.js";
import { shorten, textWidth } from "../text/measure.js";
import { area } from "./area.js";
import { indent, marked, rowName } from "./brush.js";
import type { Context, Drawing } from "./context.js";
import { intervalScale } from "./interval-scale.js";
import { key } from "./key.js";
import { inks } from "./series.js";

type Intervals = Extract<Chart, { kind: "intervals" }>;

/** One row a unit; for each series a thin bar over the interval of its rank or degree and a point at the value itself. */
export function intervals(chart: Intervals, context: Context): Drawing {
  const { colours, width, words } = context;
  const { rows, series } = chart;
  const shades = inks(series, colours);
  const legend =
    series.length > 1
      ? key(
          series.map((s, i) => ({ name: s.name, mark: shades[i].mark, text: shades[i].text })),
          { x: 0, y: 0, width },
        )
      : { body: "", height: 0 };
  const names = rows.map((name) => shorten(name, 12, width * 0.36));
  const left = Math.max(24, ...names.map((name) => textWidth(name, 12))) + 14 + indent(context);
  const scale = intervalScale(chart.scale, width);
  const top = legend.height + (legend.height > 0 ? 10 : 4) + scale.above;
  const lane = 7;
  const step = context.height ? (context.height - top - 28) / Math.max(1, rows.length) : lane * series.length + 7;
  const place = area({ left, top, width: width - left - 14, height: step * rows.length }, scale.domain, [rows.length, 0]);
  const middle = (r: number, s: number): number => place.y(r + 0.5) + (s - (series.length - 1) / 2) * Math.min(lane, step / series.length);

  const { text } = scale;
  const grid = scale.draw(place, colours);
  const marks = rows.flatMap((name, r) =>
    series.map((s, i) => {
      const [rank, low, high] = [s.values[r], s.low[r], s.high[r]];
      const y = middle(r, i);
      if (rank === null || low === null || high === null) {
        return lettering(words.noValue, { x: place.left + 4, y, size: 10, fill: colours.quiet });
      }
      return element(
        "g",
        marked(context, name),
        spoken(`${name}${words.comma}${s.name}${words.colon}${text(rank)} (${text(low)}–${text(high)})`),
        element("rect", {
          x: place.x(low),
          y: y - 1.5,
          width: Math.max(1, place.x(high) - place.x(low)),
          height: 3,
          fill: shades[i].mark,
          "fill-opacity": 0.55,
        }),
        element("circle", { cx: place.x(rank), cy: y, r: 3.25, fill: shades[i].mark }),
      );
    }),
  );
  const labels = rows.map((name, r) =>
    rowName(name, { middle: place.y(r + 0.5), height: step, end: left - 14, written: names[r] }, context),
  );
  const says = rows
    .map(
      (name, r) =>
        `${name} ${series.map((s) => (s.values[r] === null ? words.noValue : `${text(s.values[r]!)} (${text(s.low[r] ?? scale.domain[0])}–${text(s.high[r] ?? scale.domain[1])})`)).join(" / ")}`,
    )
    .slice(0, 6)
    .join(words.comma);
  return {
    body: legend.body + labels.join("") + grid + marks.join(""),
    height: top + place.height + 28,
    says: `${words.kinds.intervals}${words.colon}${says}${rows.length > 6 ? " …" : ""}`,
  };
}
