import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, spoken } from "../svg/element.js";
import { hatchPattern } from "../svg/hatch.js";
import { textWidth } from "../text/measure.js";
import { marked } from "./brush.js";
import type { Context, Drawing } from "./context.js";
import { matrix } from "./matrix.js";
import { shade } from "./shade.js";

type Heatmap = Extract<Chart, { kind: "heatmap" }>;

/** Room for the key below. */
const key = 44;

/** A matrix shaded in seven steps, the number in every cell that has room for it; no value is hatched. */
export function heatmap(chart: Heatmap, context: Context): Drawing {
  const { colours, width, words } = context;
  const { written, fill, ink, range, key: strip } = shade(chart.values.flat(), chart, context);
  const { place, cell, cellHeight, left, labels } = matrix(chart, context, key);
  const height = place.top + place.height + key;

  const size = cell >= 34 ? 11 : 9;
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
        marked(context, chart.rows[r]),
        spoken(name),
        element("rect", { ...box, fill: value === null ? `url(#${hatch})` : fill(value) }),
        value !== null && fits ? lettering(written(value), { x, y, size, anchor: "middle", fill: ink(value) }) : "",
      );
    }),
  );
  return {
    body: labels + overlay.join("") + strip(left, place.top + place.height + 16, width - left),
    height,
    defs: anyGap ? hatchPattern(hatch, colours.faint) : undefined,
    says: `${words.kinds.heatmap}, ${chart.rows.length} × ${chart.columns.length}${words.colon}${range}`,
  };
}
