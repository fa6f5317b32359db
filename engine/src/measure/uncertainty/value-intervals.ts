import { quantile } from "../../ground/designs/index.js";

/** Where the value of one unit lies in one period over all draws. */
export interface ValueInterval {
  readonly nominal: number;
  readonly mean: number;
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The interval of every cell's value over the draws (quantiles of type 7); a draw in which the cell has no value is left out.
 * @param nominal values of the plan as written
 * @param draws values of each draw, cells in the same order
 * @returns null where the cell has no nominal value or no draw gives it one
 */
export function valueIntervals(
  nominal: Float64Array,
  draws: readonly Float64Array[],
  [low, high]: readonly [number, number],
): (ValueInterval | null)[] {
  const column = new Float64Array(draws.length);
  return Array.from(nominal, (own, cell) => {
    let n = 0;
    let total = 0;
    for (const values of draws) {
      const value = values[cell];
      if (value !== value) continue;
      column[n++] = value;
      total += value;
    }
    if (n === 0 || own !== own) return null;
    const sorted = column.subarray(0, n).sort();
    return {
      nominal: own,
      mean: total / n,
      median: quantile(sorted, 0.5),
      lower: quantile(sorted, low),
      upper: quantile(sorted, high),
    };
  });
}
