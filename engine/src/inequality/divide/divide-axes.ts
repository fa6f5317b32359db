import { mean } from "../../ground/sums/index.js";
import type { DivideLevel, DivideRow } from "./divide-table.js";
import { knownOrder } from "./group-orders.js";

/** An axis with its groups from the least to the most advantaged, and who says so. */
export interface DivideAxis {
  readonly axis: string;
  readonly groups: readonly string[];
  readonly order: "given" | "known" | "data";
}

/** Everything of one place, indicator, axis and period, groups in their order. */
export interface DivideCell {
  readonly place: string;
  readonly indicator: string;
  readonly level: DivideLevel;
  readonly axis: DivideAxis;
  readonly period: number;
  readonly groups: readonly string[];
  readonly values: Float64Array;
  /** population shares of sum 1; equal when one of them is unknown */
  readonly shares: Float64Array;
  readonly sharesKnown: boolean;
}

/** Order every axis: as given, as known by its words, else by the mean value of each group. Groups that a given order leaves out are left out. */
export function divideAxes(rows: readonly DivideRow[], given: Readonly<Record<string, readonly string[]>>): DivideAxis[] {
  const values = new Map<string, Map<string, number[]>>();
  for (const { axis, group, value } of rows) {
    const own = values.get(axis) ?? new Map<string, number[]>();
    values.set(axis, own.set(group, [...(own.get(group) ?? []), value]));
  }
  return [...values].map(([axis, own]): DivideAxis => {
    const groups = [...own.keys()];
    if (Object.hasOwn(given, axis)) return { axis, groups: given[axis].filter((one) => own.has(one)), order: "given" };
    const known = knownOrder(groups);
    if (known) return { axis, groups: known, order: "known" };
    const level = (group: string): number => mean(own.get(group) ?? []);
    return { axis, groups: groups.sort((a, b) => level(a) - level(b) || (a < b ? -1 : 1)), order: "data" };
  });
}

/** Gather the rows into cells, in the order in which places, indicators and axes first stand in the table, periods rising. */
export function divideCells(rows: readonly DivideRow[], axes: readonly DivideAxis[]): DivideCell[] {
  const cells = new Map<string, DivideRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.place, row.indicator, row.axis, row.period]);
    const own = cells.get(key);
    if (own) own.push(row);
    else cells.set(key, [row]);
  }
  const made = [...cells.values()].flatMap((own): DivideCell[] => {
    const [{ place, indicator, level, period }] = own;
    const axis = axes.find((one) => one.axis === own[0].axis) as DivideAxis;
    const inOrder = axis.groups.flatMap((group) => own.find((one) => one.group === group) ?? []);
    if (inOrder.length === 0) return [];
    const total = inOrder.reduce((sum, { share }) => sum + share, 0);
    const sharesKnown = total > 0 && inOrder.every(({ share }) => share === share);
    return [
      {
        place,
        indicator,
        level,
        axis,
        period,
        groups: inOrder.map(({ group }) => group),
        values: Float64Array.from(inOrder, ({ value }) => value),
        shares: Float64Array.from(inOrder, ({ share }) => (sharesKnown ? share / total : 1 / inOrder.length)),
        sharesKnown,
      },
    ];
  });
  const first = (key: (cell: DivideCell) => string): ((cell: DivideCell) => number) => {
    const seen = new Map<string, number>();
    for (const cell of made) if (!seen.has(key(cell))) seen.set(key(cell), seen.size);
    return (cell) => seen.get(key(cell)) as number;
  };
  const [place, indicator, axis] = [first((one) => one.place), first((one) => one.indicator), first((one) => one.axis.axis)];
  return made.sort((a, b) => place(a) - place(b) || indicator(a) - indicator(b) || axis(a) - axis(b) || a.period - b.period);
}
