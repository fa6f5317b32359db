import { quantile } from "../../ground/designs/index.js";

/** Where one unit stands in one period over all draws. */
export interface RankInterval {
  readonly nominal: number;
  readonly mean: number;
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  /** share of the draws in which the rank is at most k */
  readonly top: number;
}

/**
 * The interval of every cell's rank over the draws (quantiles of type 7); a draw in which the cell has no rank is left out.
 * @param nominal ranks of the plan as written
 * @param draws ranks of each draw, cells in the same order
 * @returns null where the cell has no nominal rank or no draw ranks it
 */
export function rankIntervals(
  nominal: Float64Array,
  draws: readonly Float64Array[],
  [low, high]: readonly [number, number],
  k: number,
): (RankInterval | null)[] {
  const column = new Float64Array(draws.length);
  return Array.from(nominal, (own, cell) => {
    let n = 0;
    let total = 0;
    let top = 0;
    for (const ranks of draws) {
      const rank = ranks[cell];
      if (rank !== rank) continue;
      column[n++] = rank;
      total += rank;
      if (rank <= k) top++;
    }
    if (n === 0 || own !== own) return null;
    const sorted = column.subarray(0, n).sort();
    return {
      nominal: own,
      mean: total / n,
      median: quantile(sorted, 0.5),
      lower: quantile(sorted, low),
      upper: quantile(sorted, high),
      top: top / n,
    };
  });
}

/**
 * Share of the draws in which one cell ranks before another; equal ranks count half.
 * @returns NaN when no draw ranks both
 */
export function outranks(draws: readonly Float64Array[], one: number, other: number): number {
  let n = 0;
  let before = 0;
  for (const ranks of draws) {
    const apart = ranks[other] - ranks[one];
    if (apart !== apart) continue;
    n++;
    before += apart > 0 ? 1 : apart === 0 ? 0.5 : 0;
  }
  return n > 0 ? before / n : Number.NaN;
}

/** Mean of the sizes of the changes over the cells that have both; NaN when none has. */
export function meanAbsoluteChange(nominal: Float64Array, now: Float64Array, from = 0, to = nominal.length): number {
  let n = 0;
  let total = 0;
  for (let c = from; c < to; c++) {
    const change = now[c] - nominal[c];
    if (change !== change) continue;
    n++;
    total += Math.abs(change);
  }
  return n > 0 ? total / n : Number.NaN;
}
