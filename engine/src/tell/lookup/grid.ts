import { mean } from "../../ground/sums/index.js";
import type { Cell, ResultTable } from "../../method/index.js";
import { Flag, type Panel, series } from "../../table/index.js";

export type Value = number | null;

/** One column of results by period and unit, in the order of the study's panel. */
export interface Grid {
  /** [period][unit] */
  readonly values: readonly (readonly Value[])[];
  /** [period][unit]: bits of `Flag`; absent when the results keep none */
  readonly flags?: readonly (readonly number[])[];
}

/** A variable of a panel as a grid. */
export function panelGrid(panel: Panel, variable: string): Grid {
  const width = panel.units.length;
  const v = panel.variables.findIndex((one) => one.id === variable);
  const cells = series(panel, v < 0 ? variable : v);
  const flags = panel.flags.subarray(v * cells.length, (v + 1) * cells.length);
  return {
    values: panel.periods.map((_, t) =>
      Array.from(cells.subarray(t * width, (t + 1) * width), (value) => (Number.isFinite(value) ? value : null)),
    ),
    flags: panel.periods.map((_, t) => Array.from(flags.subarray(t * width, (t + 1) * width))),
  };
}

export const column = (table: ResultTable, id: string): readonly Cell[] | undefined => table.columns.find((one) => one.id === id)?.values;

/** Any column of a region-year table as cells by period and unit; undefined when the table has no such column. */
export function cellGrid(table: ResultTable, id: string, panel: Panel): readonly (readonly Cell[])[] | undefined {
  const [unit, period, values] = [column(table, "unit"), column(table, "period"), column(table, id)];
  if (!unit || !period || !values) return undefined;
  const unitAt = new Map(panel.units.map((one, i) => [one.code, i]));
  const periodAt = new Map(panel.periods.map((one, t) => [one, t]));
  const cells: Cell[][] = panel.periods.map(() => panel.units.map(() => null));
  values.forEach((value, row) => {
    const i = unitAt.get(String(unit[row]));
    const t = periodAt.get(Number(period[row]));
    if (i !== undefined && t !== undefined) cells[t][i] = value;
  });
  return cells;
}

/** A column of numbers of a region-year table. */
export function tableGrid(table: ResultTable, id: string, panel: Panel): Grid | undefined {
  const cells = cellGrid(table, id, panel);
  return cells && { values: cells.map((row) => row.map((value) => (typeof value === "number" ? value : null))) };
}

export const known = (values: readonly Value[]): number[] => values.filter((value): value is number => value !== null);

/** Mean over the units that have a value in one period; null when none has. */
export function meanAt(grid: Grid, t: number): Value {
  const values = known(grid.values[t] ?? []);
  return values.length ? mean(values) : null;
}

/** Periods in which at least half of the values rest on an imputed cell. */
export const doubtful = (grid: Grid): readonly boolean[] =>
  (grid.flags ?? grid.values.map((row) => row.map(() => 0))).map(
    (row) => row.filter((bits) => bits & Flag.imputed).length * 2 >= row.length && row.length > 0,
  );

/** Ranks within a period, 1 for the highest, equal values (to 12 digits) sharing the smallest; null where there is no value. */
export function ranks(values: readonly Value[]): Value[] {
  const rounded = values.map((value) => (value === null ? null : Number(value.toPrecision(12))));
  return rounded.map((value) => (value === null ? null : 1 + rounded.filter((other) => other !== null && other > value).length));
}

/** Positions of the units from the highest value to the lowest; those without a value left out, ties in the order of the units. */
export const order = (values: readonly Value[]): number[] =>
  values
    .map((value, i) => ({ value, i }))
    .filter((one): one is { value: number; i: number } => one.value !== null)
    .sort((a, b) => b.value - a.value || a.i - b.i)
    .map((one) => one.i);

/** Spearman's rank correlation with mean ranks for ties, over the units that have both; null when it is not defined. */
export function spearman(a: readonly Value[], b: readonly Value[]): Value {
  const both = a.map((_, i) => i).filter((i) => a[i] !== null && b[i] !== null);
  const meanRanks = (values: readonly Value[]): number[] => {
    const own = both.map((i) => values[i] as number);
    return own.map((x) => own.filter((y) => y > x).length + (own.filter((y) => y === x).length + 1) / 2);
  };
  const [x, y] = [meanRanks(a), meanRanks(b)];
  const middle = (both.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((one, k) => {
    xy += (one - middle) * (y[k] - middle);
    xx += (one - middle) * (one - middle);
    yy += (y[k] - middle) * (y[k] - middle);
  });
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}
