import { exp, ln } from "../../ground/elementary/index.js";
import type { Fill } from "./fill-panel.js";

/** Fills between observed positions, on the straight line over real year distances. */
export function interpolate(years: readonly number[], values: ArrayLike<number>, observed: readonly number[]): Fill[] {
  return observed.slice(1).flatMap((to, k) => {
    const from = observed[k];
    const slope = (values[to] - values[from]) / (years[to] - years[from]);
    return positions(from + 1, to).map(
      (at): Fill => ({ at, value: values[from] + slope * (years[at] - years[from]), rule: "interpolated", donors: [from, to] }),
    );
  });
}

/** Fills between observed positions at a constant rate of growth; none where one of the two is not positive. */
export function grow(years: readonly number[], values: ArrayLike<number>, observed: readonly number[]): Fill[] {
  return observed.slice(1).flatMap((to, k) => {
    const from = observed[k];
    if (!(values[from] > 0 && values[to] > 0)) return [];
    const rate = (ln(values[to]) - ln(values[from])) / (years[to] - years[from]);
    return positions(from + 1, to).map(
      (at): Fill => ({ at, value: values[from] * exp(rate * (years[at] - years[from])), rule: "grown", donors: [from, to] }),
    );
  });
}

/** Fills before the first and after the last observed position, each with the nearest value. */
export function carryEnds(years: readonly number[], values: ArrayLike<number>, observed: readonly number[]): Fill[] {
  const first = observed[0];
  const last = observed[observed.length - 1];
  const carry =
    (from: number) =>
    (at: number): Fill => ({ at, value: values[from], rule: "carried end", donors: [from] });
  return [...positions(0, first).map(carry(first)), ...positions(last + 1, years.length).map(carry(last))];
}

/** Fills after an observed position with its value, until the next one or the end. */
export function carryForward(years: readonly number[], values: ArrayLike<number>, observed: readonly number[]): Fill[] {
  return observed.flatMap((from, k) =>
    positions(from + 1, observed[k + 1] ?? years.length).map(
      (at): Fill => ({ at, value: values[from], rule: "carried forward", donors: [from] }),
    ),
  );
}

const positions = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
