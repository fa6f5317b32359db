import type { Cells } from "../../worker/ran.js";

export type Value = number | null;
/** 1: more is better; -1: less is better */
export type Direction = 1 | -1;

/** The cells of one period by unit. */
export const valuesAt = (cells: Cells, t: number, units: number): Value[] =>
  Array.from(cells.subarray(t * units, (t + 1) * units), (value) => (Number.isNaN(value) ? null : value));

/** Positions of the units from the best value to the worst; those without a value left out, ties in the order of the units. */
export const orderOf = (values: readonly Value[], better: Direction = 1): number[] =>
  values
    .flatMap((value, i) => (value === null ? [] : [{ value, i }]))
    .sort((a, b) => better * (b.value - a.value) || a.i - b.i)
    .map((one) => one.i);

/** Ranks, 1 for the best, equal values (to 12 digits) sharing the smallest. */
export function ranksOf(values: readonly Value[], better: Direction = 1): Value[] {
  const ranks: Value[] = values.map(() => null);
  let [before, rank] = [Number.NaN, 0];
  orderOf(values, better).forEach((i, place) => {
    const value = Number((values[i] as number).toPrecision(12));
    if (value !== before) [before, rank] = [value, place + 1];
    ranks[i] = rank;
  });
  return ranks;
}

export function medianOf(values: readonly Value[]): Value {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

/** How many of a ranking are shown at either end when not all are. */
const ends = 20;

/** Of a long ranking its two ends, and the chosen unit with those next to it; a ranking of up to `all` is shown whole. */
export function shownOf(order: readonly number[], chosen: number | null, all = 60): number[] {
  if (order.length <= all) return [...order];
  const at = chosen === null ? -1 : order.indexOf(chosen);
  return order.filter((_, place) => place < ends || place >= order.length - ends || (at >= 0 && Math.abs(place - at) <= 2));
}

/** Lines worth following over time: those at the two ends of the last period, and the chosen one. */
export function followed(order: readonly number[], chosen: number | null, each = 5): number[] {
  const found = order.length <= 2 * each + 1 ? [...order] : [...order.slice(0, each), ...order.slice(-each)];
  return chosen === null || found.includes(chosen) || !order.includes(chosen) ? found : [...found, chosen];
}

/** Digits after the point that tell values of this size apart. */
export function digitsFor(values: readonly Value[]): number {
  const largest = values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  return largest >= 1000 ? 0 : largest >= 100 ? 1 : largest >= 1 ? 2 : 3;
}
