import { dot, sum } from "../../ground/sums/index.js";
import type { DivideRow } from "./divide-table.js";

/** The elderly against everyone else. */
export interface Elderly {
  readonly place: string;
  readonly indicator: string;
  readonly period: number;
  readonly group: string;
  readonly value: number;
  /** per cent of everyone else, from the other groups or from the total and the elderly's share of the population; null when neither is there */
  readonly others: number | null;
  readonly others_from: "groups" | "total" | null;
  readonly total: number | null;
  /** others less the elderly, and total less the elderly, in points */
  readonly gap: number | null;
  readonly gap_to_total: number | null;
  /** the elderly over the others, at most 1 */
  readonly ratio: number | null;
  /** per cent of the elderly still without */
  readonly without: number;
}

/** One row for every row of a group of the elderly. */
export function elderlyRows(rows: readonly DivideRow[], totals: readonly DivideRow[], words: readonly string[]): Elderly[] {
  const isElderly = ({ group }: DivideRow): boolean => words.some((word) => word.toLowerCase() === group.toLowerCase());
  const cell = ({ place, indicator, period }: DivideRow): string => JSON.stringify([place, indicator, period]);
  const totalOf = new Map(totals.map((row) => [cell(row), row.value]));
  return rows.filter(isElderly).map((row): Elderly => {
    const rest = rows.filter((one) => one.axis === row.axis && cell(one) === cell(row) && !isElderly(one));
    const total = totalOf.get(cell(row)) ?? null;
    const { others, from } = othersOf(row, rest, total);
    return {
      place: row.place,
      indicator: row.indicator,
      period: row.period,
      group: row.group,
      value: row.value,
      others,
      others_from: from,
      total,
      gap: others === null ? null : others - row.value,
      gap_to_total: total === null ? null : total - row.value,
      ratio: others !== null && others > 0 ? Math.min(1, row.value / others) : null,
      without: 100 - row.value,
    };
  });
}

function othersOf(
  row: DivideRow,
  rest: readonly DivideRow[],
  total: number | null,
): { others: number | null; from: Elderly["others_from"] } {
  const shares = rest.map(({ share }) => share);
  const values = rest.map(({ value }) => value);
  if (rest.length === 1) return { others: values[0], from: "groups" };
  if (rest.length > 1 && sum(shares) > 0) return { others: dot(shares, values) / sum(shares), from: "groups" };
  const { share, value } = row;
  if (rest.length > 0 || total === null || !(share > 0 && share < 1)) return { others: null, from: null };
  const others = (total - share * value) / (1 - share);
  return others >= 0 && others <= 100 ? { others, from: "total" } : { others: null, from: null };
}
