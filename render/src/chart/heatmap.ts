import type { Chart } from "@gongfu/engine/tell";
import { onSequential } from "../palette/palette.js";
import { element, lettering, spoken } from "../svg/element.js";
import { hatchPattern } from "../svg/hatch.js";
import { textWidth } from "../text/measure.js";
import { fixed } from "../text/number.js";
import { extent, present } from "./area.js";
import type { Context, Drawing } from "./context.js";
import { matrix } from "./matrix.js";

type Heatmap = Extract<Chart, { kind: "heatmap" }>;

/** Where the darkest step begins to stand for everything above: a few outliers must not make all others look alike. */
function ceiling(values: readonly number[], low: number, highest: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const usual = sorted[Math.floor(0.975 * (sorted.length - 1))] ?? highest;
  return highest - low > 1.5 * (usual - low) && usual > low ? usual : highest;
}

/** Room for the key below. */
const key = 44;

/** A matrix shaded in seven steps, the number in every cell that has room for it; no value is hatched. */
export function heatmap(chart: Heatmap, context: Context): Drawing {
  const { colours, width, words } = context;
  const scale = chart.role === "quiet" ? colours.sequential.ink : colours.sequential[chart.role];
  const [low, highest] = extent(chart.values.flat());
  const high = ceiling(present(chart.values.flat()), low, highest);
  const stepOf = (value: number): number => (high === low ? 3 : Math.min(6, Math.floor(((value - low) / (high - low)) * 7)));
  const { place, cell, cellHeight, left, labels } = matrix(chart, context, key);
  const height = place.top + place.height + key;

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
    body: overlay.join("") + labels + legend.join(""),
    height,
    defs: anyGap ? hatchPattern(hatch, colours.faint) : undefined,
    says: `${words.kinds.heatmap}, ${chart.rows.length} × ${chart.columns.length}${words.colon}${lowText} – ${written(highest)}`,
  };
}
