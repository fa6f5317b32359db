import type { Panel } from "../table/index.js";

/** How many cells are missing: by column and period (column-major), by column, by unit. */
export interface MissingMap {
  /** cells of one column */
  readonly cells: number;
  readonly byPeriod: Uint32Array;
  readonly ofColumn: Uint32Array;
  readonly ofUnit: Uint32Array;
}

export function missingMap({ variables, periods, units, values }: Panel): MissingMap {
  const byPeriod = new Uint32Array(variables.length * periods.length);
  const ofColumn = new Uint32Array(variables.length);
  const ofUnit = new Uint32Array(units.length);
  for (let row = 0, k = 0; row < byPeriod.length; row++) {
    for (let i = 0; i < units.length; i++, k++) {
      if (values[k] === values[k]) continue;
      byPeriod[row]++;
      ofColumn[Math.floor(row / periods.length)]++;
      ofUnit[i]++;
    }
  }
  return { cells: periods.length * units.length, byPeriod, ofColumn, ofUnit };
}
