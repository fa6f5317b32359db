import { flagsOf, type Panel, series } from "../table/index.js";
import { type Changes, changes } from "./changes.js";

/** One column of the panel as the checks see it: periods × units, and how it moves. */
export interface AuditedColumn {
  readonly panel: Panel;
  readonly v: number;
  readonly id: string;
  readonly cells: Float64Array;
  readonly flags: Uint8Array;
  readonly periods: readonly number[];
  /** number of units: the cell of period t and unit i is cells[t * width + i] */
  readonly width: number;
  readonly observed: number;
  readonly changes: Changes;
}

export function auditedColumn(panel: Panel, v: number): AuditedColumn {
  const cells = series(panel, v);
  let observed = 0;
  for (const cell of cells) if (cell === cell) observed++;
  return {
    panel,
    v,
    id: panel.variables[v].id,
    cells,
    flags: flagsOf(panel, v),
    periods: panel.periods,
    width: panel.units.length,
    observed,
    changes: changes(cells, panel.periods.length, panel.units.length),
  };
}

/** One unit's values over the periods; NaN = missing. */
export function seriesOf({ cells, width, periods }: AuditedColumn, i: number): number[] {
  return periods.map((_, t) => cells[t * width + i]);
}
