import type { Place } from "../../ground/fault/index.js";
import type { Locate } from "../../ground/schema/index.js";
import { Flag } from "../../table/index.js";
import { parseCell } from "../numbers/index.js";
import type { Description } from "./description.js";
import { known, type SetTable, setFault } from "./set-table.js";

/** The two tables of one column: figures, and how each was obtained; a row a unit, a field a period. */
export interface ColumnTables {
  readonly values: SetTable;
  readonly status: SetTable;
}

export interface Cells {
  /** variable-major, then period, then unit */
  readonly values: Float64Array;
  readonly flags: Uint8Array;
  /** cells of each status, in the order of the description */
  readonly counts: readonly number[];
}

/** Figures, flags and the number of cells of each status. A figure is missing exactly where its status says so, and a missing cell carries no flag. */
export function readCells(
  tables: readonly ColumnTables[],
  description: Description,
  periods: readonly number[],
  units: readonly string[],
  locate: Locate,
): Cells {
  const { statuses } = description;
  const size = periods.length * units.length;
  const values = new Float64Array(tables.length * size);
  const flags = new Uint8Array(values.length);
  const counts = statuses.map(() => 0);
  const codes = statuses.map(({ code }) => code);

  tables.forEach((column, v) => {
    checkUnits(column.values, units);
    checkUnits(column.status, units);
    for (let i = 0; i < units.length; i++) {
      for (let t = 0; t < periods.length; t++) {
        const cell = v * size + t * units.length + i;
        const k = known(column.status.rows[i][t + 1], codes, column.status.place(i, t + 1));
        const { code, marks } = statuses[k];
        values[cell] = figure(column.values, i, t + 1, code, marks === "missing");
        if (marks && marks !== "missing") flags[cell] = Flag[marks];
        counts[k]++;
      }
    }
  });
  for (const { v, t, i, bit } of declared(description, periods, units, locate)) {
    const cell = v * size + t * units.length + i;
    if (values[cell] === values[cell]) flags[cell] |= bit;
  }
  return { values, flags, counts };
}

/** Cells that the description names: the first period of a break, and what is in doubt. */
function* declared({ columns }: Description, periods: readonly number[], units: readonly string[], locate: Locate) {
  for (const [v, { breaks, suspect }] of columns.entries()) {
    for (const [b, { period, unit }] of breaks.entries()) {
      const place = (key: string): Place => locate(["columns", v, "breaks", b, key], "value");
      const t = known(String(period), periods.map(String), place("period"));
      const only = unit === undefined ? undefined : known(unit, units, place("unit"));
      for (let i = 0; i < units.length; i++) if (only === undefined || only === i) yield { v, t, i, bit: Flag.break };
    }
    for (const [s, { unit, periods: ends }] of suspect.entries()) {
      const place = (...path: (string | number)[]): Place => locate(["columns", v, "suspect", s, ...path], "value");
      const i = known(unit, units, place("unit"));
      const [first, last] = ends.map((end, k) => known(String(end), periods.map(String), place("periods", k)));
      for (let t = first; t <= last; t++) yield { v, t, i, bit: Flag.suspect };
    }
  }
}

function figure(table: SetTable, row: number, column: number, code: string, missing: boolean): number {
  const cell = table.rows[row][column];
  const { value, kind } = parseCell(cell);
  if (kind === (missing ? "missing" : "number")) return value;
  throw setFault(
    table.place(row, column),
    cell,
    missing
      ? { en: `an empty cell, as its status is ${code}`, zh: `空单元格，因其状态码为 ${code}` }
      : { en: `a number, as its status is ${code}`, zh: `数字，因其状态码为 ${code}` },
  );
}

function checkUnits({ rows, place }: SetTable, units: readonly string[]): void {
  for (let i = 0; i < Math.max(rows.length, units.length); i++) {
    const found = rows[i]?.[0];
    if (found === units[i]) continue;
    const expected =
      units[i] === undefined ? { en: "no further unit", zh: "不再有其他单位" } : { en: `unit ${units[i]}`, zh: `单位 ${units[i]}` };
    throw setFault(place(Math.min(i, rows.length - 1), 0), found ?? "", expected);
  }
}
