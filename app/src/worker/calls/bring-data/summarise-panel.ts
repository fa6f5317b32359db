import { type Panel, series } from "@gongfu/engine/table";
import type { ColumnSummary } from "./types.js";

/** What stands in every column: how much is there, from where to where. */
export const summariseColumns = (panel: Panel): ColumnSummary[] =>
  panel.variables.map(({ id, names, unit }, v) => {
    const cells = series(panel, v);
    const width = panel.units.length;
    const available = new Float64Array(panel.periods.length);
    const present = new Float64Array(cells.length);
    let n = 0;
    for (let k = 0; k < cells.length; k++) {
      if (cells[k] !== cells[k]) continue;
      present[n++] = cells[k];
      available[Math.floor(k / width)] += 1 / width;
    }
    const sorted = present.subarray(0, n).sort();
    const half = n >> 1;
    return {
      id,
      names,
      unit,
      n,
      missing: cells.length - n,
      min: n ? sorted[0] : null,
      median: n ? (n % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2) : null,
      max: n ? sorted[n - 1] : null,
      available,
    };
  });
