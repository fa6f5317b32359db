import { same, type Text } from "../ground/words/index.js";
import { type Panel, series } from "../table/index.js";
import { type Cell, type Column, finite, type ResultTable } from "./result.js";

/** The key columns of a region-year table: six-digit or other unit code, then period; rows by unit, then period. */
export function keyColumns(p: Panel): Column[] {
  const unit: Cell[] = [];
  const period: Cell[] = [];
  for (const one of p.units) {
    for (const t of p.periods) {
      unit.push(one.code);
      period.push(t);
    }
  }
  return [
    { id: "unit", names: { en: "unit", zh: "单位" }, values: unit },
    { id: "period", names: { en: "period", zh: "时期" }, values: period },
  ];
}

/** One variable of a panel as a table column: rows by unit, then period; missing is null. */
export function panelColumn(p: Panel, cells: ArrayLike<number>): Cell[] {
  const width = p.units.length;
  const values = new Array<Cell>(cells.length);
  for (let t = 0; t < p.periods.length; t++) {
    for (let i = 0; i < width; i++) values[i * p.periods.length + t] = finite(cells[t * width + i]);
  }
  return values;
}

/** A panel as a table: unit, period, then one column per variable. */
export function panelTable(id: string, names: Text, p: Panel): ResultTable {
  return {
    id,
    names,
    columns: [
      ...keyColumns(p),
      ...p.variables.map((v, k) => ({
        id: v.id,
        names: v.names,
        unit: v.unit.en ? v.unit : undefined,
        values: panelColumn(p, series(p, k)),
      })),
    ],
  };
}

/** A table from rows of objects; column names default to the keys. */
export function rowsTable(
  id: string,
  names: Text,
  rows: readonly Readonly<Record<string, Cell>>[],
  columns: Readonly<Record<string, Text>>,
): ResultTable {
  return {
    id,
    names,
    columns: Object.entries(columns).map(([key, label]) => ({
      id: key,
      names: label ?? same(key),
      values: rows.map((row) => row[key] ?? null),
    })),
  };
}
