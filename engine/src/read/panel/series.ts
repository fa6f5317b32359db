import { columnInFile, type RawTable } from "../raw-table.js";
import type { Columns } from "./find-columns.js";

/** The cells of one variable, each with its unit and period (positions) and its place in the file. */
export interface Series {
  readonly id: string;
  /** heading to name in messages */
  readonly heading: string;
  readonly cells: readonly string[];
  readonly units: readonly number[];
  readonly periods: readonly number[];
  readonly place: (k: number) => { readonly file: string; readonly line: number; readonly column: number };
}

/** Rows that are read, with the position of each one's unit and period. */
export interface KeyedRows {
  readonly rows: readonly number[];
  /** by row of the table */
  readonly unitOf: readonly number[];
  readonly periodOf: readonly number[];
}

/** One series a column. */
export function columnSeries(table: RawTable, { rows, unitOf, periodOf }: KeyedRows, columns: readonly number[]): Series[] {
  const units = rows.map((r) => unitOf[r]);
  const periods = rows.map((r) => periodOf[r]);
  return columns.map((column) => ({
    id: table.header[column],
    heading: table.header[column],
    cells: rows.map((r) => table.rows[r][column]),
    units,
    periods,
    place: (k) => ({ file: table.file, line: table.lines[rows[k]], column: columnInFile(table, column) }),
  }));
}

/** One series per value of the variable column, or per variable in the headings of the years, or a single one called `name`; from one value column or from the columns of the years. */
export function stackedSeries(
  table: RawTable,
  { rows, unitOf, periodOf }: KeyedRows,
  { variable, value, years }: Columns,
  periods: readonly number[],
  name: string,
): Series[] {
  const sources =
    value === null
      ? years.map((year) => ({ column: year.column, at: periods.indexOf(year.period), of: year.variable }))
      : [{ column: value, at: -1, of: null }];
  const parts = new Map<string, { cells: string[]; units: number[]; periods: number[]; rows: number[]; columns: number[] }>();
  for (const r of rows) {
    const rowId = variable === null ? name : table.rows[r][variable].trim();
    for (const { column, at, of } of sources) {
      const id = of === null ? rowId : variable === null ? of : `${rowId}/${of}`;
      let part = parts.get(id);
      if (!part) parts.set(id, (part = { cells: [], units: [], periods: [], rows: [], columns: [] }));
      part.cells.push(table.rows[r][column]);
      part.units.push(unitOf[r]);
      part.periods.push(at < 0 ? periodOf[r] : at);
      part.rows.push(r);
      part.columns.push(column);
    }
  }
  return [...parts].map(([id, part]) => ({
    id,
    heading: id,
    cells: part.cells,
    units: part.units,
    periods: part.periods,
    place: (k) => ({ file: table.file, line: table.lines[part.rows[k]], column: columnInFile(table, part.columns[k]) }),
  }));
}
