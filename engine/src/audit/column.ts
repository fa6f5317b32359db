import { ln } from "../ground/elementary/index.js";
import { flagsOf, type Panel, series } from "../table/index.js";
import { type Changes, changes } from "./changes.js";
import { resolution } from "./resolution.js";
import { present } from "./robust.js";

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
  /** natural logarithms; NaN for what is missing or not positive */
  readonly logs: Float64Array;
  /** the cells that are there, in ascending order */
  readonly sorted: Float64Array;
  /** last printed digit of every cell, as a step; worked out when first asked for */
  readonly grains: () => Float64Array;
  readonly changes: Changes;
}

export function auditedColumn(panel: Panel, v: number): AuditedColumn {
  const cells = series(panel, v);
  const logs = cells.map((cell) => (cell > 0 ? ln(cell) : Number.NaN));
  const sorted = present(cells).sort();
  let grains: Float64Array | undefined;
  return {
    panel,
    v,
    id: panel.variables[v].id,
    cells,
    flags: flagsOf(panel, v),
    periods: panel.periods,
    width: panel.units.length,
    observed: sorted.length,
    logs,
    sorted,
    grains: () => (grains ??= cells.map((cell) => (cell === cell ? resolution(cell) : Number.NaN))),
    changes: changes(cells, logs, panel.periods.length, panel.units.length),
  };
}

/** One unit's values over the periods; NaN = missing. */
export function seriesOf({ cells, width, periods }: AuditedColumn, i: number): number[] {
  return periods.map((_, t) => cells[t * width + i]);
}
