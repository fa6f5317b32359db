import { leastSquares, matrix } from "../../ground/matrix/index.js";
import { dot, mean } from "../../ground/sums/index.js";

export interface FittedColumn {
  readonly rows: number;
  readonly slopes: readonly number[];
  /** intercept of a group of rows; undefined for a group without a row */
  readonly intercept: (group: number) => number | undefined;
  /** share of the variation around the intercepts that the slopes explain; null when there is none */
  readonly explained: number | null;
}

/**
 * Least squares of a column on others, with an intercept for every group of rows: both sides are taken from the means of their group first.
 * @param y without missing values
 * @param x columns of the same rows
 * @param group of every row, from 0
 * @returns null when there are too few rows: slopes and intercepts would fit them exactly
 */
export function fitColumn(y: Float64Array, x: readonly Float64Array[], group: ArrayLike<number>): FittedColumn | null {
  const members = new Map<number, number[]>();
  for (let r = 0; r < y.length; r++) {
    const known = members.get(group[r]);
    if (known) known.push(r);
    else members.set(group[r], [r]);
  }
  if (y.length <= x.length + members.size) return null;
  const centre = (values: Float64Array): Map<number, number> =>
    new Map([...members].map(([g, rows]) => [g, mean(Float64Array.from(rows, (r) => values[r]))]));
  const centres = [y, ...x].map(centre);
  const [away, ...beside] = [y, ...x].map((values, k) => values.map((one, r) => one - (centres[k].get(group[r]) as number)));
  const solved = leastSquares(
    matrix(
      y.length,
      x.length,
      Float64Array.from({ length: y.length * x.length }, (_, c) => beside[c % x.length][Math.floor(c / x.length)]),
    ),
    matrix(y.length, 1, away),
  ).values;
  const slopes = Array.from(solved);
  const left = away.map((one, r) => one - slopes.reduce((sum, slope, k) => sum + slope * beside[k][r], 0));
  const total = dot(away, away);
  return {
    rows: y.length,
    slopes,
    intercept: (g) => {
      const at = centres[0].get(g);
      return at === undefined ? undefined : slopes.reduce((rest, slope, k) => rest - slope * (centres[k + 1].get(g) as number), at);
    },
    explained: total > 0 ? 1 - dot(left, left) / total : null,
  };
}
