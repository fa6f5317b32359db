import { dot, mean, sum } from "../ground/sums/index.js";
import { present, remembered } from "../table/index.js";

/** Whether the values that are there are all the same. */
export function isConstant(values: Float64Array): boolean {
  let first = Number.NaN;
  for (const one of values) {
    if (one !== one) continue;
    if (first !== first) first = one;
    else if (one !== first) return false;
  }
  return true;
}

/** Standard deviation with n − 1 over the values that are there. */
export const standardDeviation = (values: Float64Array): number =>
  remembered(values, "standard deviation", () => {
    const there = present(values);
    const centre = mean(there);
    const away = there.map((one) => one - centre);
    return Math.sqrt(dot(away, away) / (there.length - 1));
  });

/** Ranks from 1, ties at their average. */
export function averageRanks(values: Float64Array): Float64Array {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let k = from; k < to; k++) ranks[order[k]] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/**
 * Correlation over the rows where both values are there; within 1e-12 of ±1 it is ±1, because rounding is not a difference.
 * @returns NaN when fewer than two such rows remain or one column does not vary over them
 */
export function correlation(a: Float64Array, b: Float64Array, kind: "pearson" | "spearman" = "pearson"): number {
  const both = (_: number, k: number): boolean => a[k] === a[k] && b[k] === b[k];
  const [x, y] = [a.filter(both), b.filter(both)].map((one) => placed(one, kind));
  return between(x, y);
}

/** Correlations between columns by position; columns without a missing value are prepared once. */
export function correlations(columns: readonly Float64Array[], kind: "pearson" | "spearman"): (i: number, j: number) => number {
  const ready = columns.map((one) => remembered(one, kind, () => (one.every((value) => value === value) ? placed(one, kind) : undefined)));
  return (i, j) => {
    const [x, y] = [ready[i], ready[j]];
    return x && y ? between(x, y) : correlation(columns[i], columns[j], kind);
  };
}

interface Placed {
  readonly away: Float64Array;
  readonly size: number;
}

function placed(values: Float64Array, kind: "pearson" | "spearman"): Placed {
  const away = centred(kind === "spearman" ? averageRanks(values) : values);
  return { away, size: Math.sqrt(dot(away, away)) };
}

function between(x: Placed, y: Placed): number {
  const size = x.size * y.size;
  if (!(size > 0)) return Number.NaN;
  const r = dot(x.away, y.away) / size;
  return Math.abs(r) > 1 - 1e-12 ? Math.sign(r) : r;
}

function centred(values: Float64Array): Float64Array {
  const largest = values.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1;
  const scaled = values.map((one) => one / largest);
  const centre = sum(scaled) / scaled.length;
  return scaled.map((one) => one - centre);
}
