import { dot, mean, sum } from "../../ground/sums/index.js";

/** The values that are there. */
export const present = (values: Float64Array): Float64Array => values.filter((one) => one === one);

/** Whether the values that are there are all the same. */
export const isConstant = (values: Float64Array): boolean => {
  const there = present(values);
  return there.every((one) => one === there[0]);
};

/** Standard deviation with n − 1 over the values that are there. */
export function standardDeviation(values: Float64Array): number {
  const there = present(values);
  const centre = mean(there);
  const away = there.map((one) => one - centre);
  return Math.sqrt(dot(away, away) / (there.length - 1));
}

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
  const [x, y] = [a.filter(both), b.filter(both)].map((one) => (kind === "spearman" ? averageRanks(one) : one)).map(centred);
  const size = Math.sqrt(dot(x, x)) * Math.sqrt(dot(y, y));
  if (!(size > 0)) return Number.NaN;
  const r = dot(x, y) / size;
  return Math.abs(r) > 1 - 1e-12 ? Math.sign(r) : r;
}

function centred(values: Float64Array): Float64Array {
  const largest = values.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1;
  const scaled = values.map((one) => one / largest);
  const centre = sum(scaled) / scaled.length;
  return scaled.map((one) => one - centre);
}
