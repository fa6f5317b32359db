import type { Chart } from "@gongfu/engine/tell";
import { onSequential } from "../palette/palette.js";
import { element, lettering, spoken } from "../svg/element.js";
import { hatchPattern } from "../svg/hatch.js";
import { shorten, textWidth } from "../text/measure.js";
import { fixed } from "../text/number.js";
import { area, extent, present } from "./area.js";
import { type Context, type Drawing, isNarrow } from "./context.js";

type Heatmap = Extract<Chart, { kind: "heatmap" }>;

/** Where the darkest step begins to stand for everything above: a few outliers must not make all others look alike. */
function ceiling(values: readonly number[], low: number, highest: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const usual = sorted[Math.floor(0.975 * (sorted.length - 1))] ?? highest;
  return highest - low > 1.5 * (usual - low) && usual > low ? usual : highest;
}

/** A matrix shaded in seven steps, the number in every cell that has room for it; no value is hatched. */
export function heatmap(chart: Heatmap, context: Context): Drawing {
  const { colours, width, words } = context;
  const narrow = isNarrow(width);
  const labelRoom = narrow ? 150 : 210;
  const scale = chart.role === "quiet" ? colours.sequential.ink : colours.sequential[chart.role];
  const [low, highest] = extent(chart.values.flat());
  const high = ceiling(present(chart.values.flat()), low, highest);
  const stepOf = (value: number): number => (high === low ? 3 : Math.min(6, Math.floor(((value - low) / (high - low)) * 7)));

  const rowNames = chart.rows.map((name) => shorten(name, 12, width * 0.32));
  const left = Math.max(20, ...rowNames.map((name) => textWidth(name, 12))) + 8;
  const cellWidth = (width - left) / Math.max(1, chart.columns.length);
  const flat = chart.columns.every((name) => textWidth(name, 12) <= cellWidth - 4);
  const steep = cellWidth < 26 ? 90 : 55;
  const longest = Math.max(0, ...chart.columns.map((name) => textWidth(shorten(name, 12, labelRoom), 12)));
  const top = flat ? 22 : Math.ceil(longest * (steep === 90 ? 1 : 0.82)) + 14;
  const overhang = chart.columns.map(
    (name, c) => textWidth(shorten(name, 12, labelRoom), 12) * 0.6 + 8 - (chart.columns.length - c - 0.5) * cellWidth,
  );
  const lean = flat || steep === 90 ? 0 : Math.max(0, ...overhang);
  const cellHeight = context.height ? Math.max(8, (context.height - top - 44) / Math.max(1, chart.rows.length)) : narrow ? 20 : 22;
  const height = top + cellHeight * chart.rows.length + 44;
  const place = area(
    { left, top, width: width - left - lean, height: cellHeight * chart.rows.length },
    [0, chart.columns.length],
    [chart.rows.length, 0],
  );
  const cell = place.width / Math.max(1, chart.columns.length);

  const size = cell >= 34 ? 11 : 9;
  const written = (value: number): string => fixed(value, chart.digits);
  const fits = chart.values.flat().every((v) => v === null || textWidth(written(v), size) <= cell - 2) && cellHeight >= 14;
  const hatch = `${context.id}-hatch`;
  let anyGap = false;
  const overlay = chart.values.flatMap((row, r) =>
    row.map((value, c) => {
      const x = place.left + (c + 0.5) * cell;
      const y = place.y(r + 0.5);
      const box = { x: x - cell / 2 + 0.5, y: y - cellHeight / 2 + 0.5, width: cell - 1, height: cellHeight - 1 };
      anyGap ||= value === null;
      const name = `${chart.rows[r]}${words.comma}${chart.columns[c]}${words.colon}${value === null ? words.noValue : written(value) + (chart.unit ? ` ${chart.unit}` : "")}`;
      return element(
        "g",
        {},
        spoken(name),
        element("rect", { ...box, fill: value === null ? `url(#${hatch})` : scale[stepOf(value)] }),
        value !== null && fits
          ? lettering(written(value), { x, y, size, anchor: "middle", fill: onSequential(colours, stepOf(value)) })
          : "",
      );
    }),
  );
  const labels = rowNames.map((name, r) => lettering(name, { x: left - 8, y: place.y(r + 0.5), fill: colours.ink, anchor: "end" }));
  const heads = chart.columns.map((name, c) => {
    const x = place.left + (c + 0.5) * cell;
    if (flat) return lettering(name, { x, y: top - 12, fill: colours.quiet, anchor: "middle" });
    return lettering(shorten(name, 12, labelRoom), { x: x + (steep === 90 ? 0 : -2), y: top - 7, fill: colours.quiet, rotate: -steep });
  });
  const bottom = place.top + place.height + 16;
  const swatch = Math.min(28, (width - left - 120) / 7);
  const lowText = written(low) + (chart.unit ? ` ${chart.unit}` : "");
  const from = left + textWidth(lowText, 11) + 8;
  const legend = [
    lettering(lowText, { x: left, y: bottom + 6, size: 11, fill: colours.quiet }),
    ...scale.map((fill, i) => element("rect", { x: from + i * swatch, y: bottom, width: swatch - 1, height: 12, fill })),
    lettering(high < highest ? `≥ ${written(high)}` : written(high), {
      x: from + 7 * swatch + 8,
      y: bottom + 6,
      size: 11,
      fill: colours.quiet,
    }),
  ];
  return {
    body: overlay.join("") + labels.join("") + heads.join("") + legend.join(""),
    height,
    defs: anyGap ? hatchPattern(hatch, colours.faint) : undefined,
    says: `${words.kinds.heatmap}, ${chart.rows.length} × ${chart.columns.length}${words.colon}${lowText} – ${written(highest)}`,
  };
}
