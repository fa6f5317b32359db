import { Fault } from "../fault/index.js";
import { Stream } from "../random/index.js";
import { sum } from "../sums/index.js";
import { quantile } from "./quantile.js";

/**
 * The design A, B, AB_1 … AB_d of N(d + 2) points (Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018): AB_i is A with column i of B.
 * @param points N points in 2d dimensions: the first d are A, the others B
 */
export function saltelliDesign(points: readonly Float64Array[]): Float64Array[] {
  const d = points[0].length / 2;
  const a = points.map((point) => point.slice(0, d));
  const b = points.map((point) => point.slice(d));
  const mixed = Array.from({ length: d }, (_, i) =>
    a.map((row, r) => {
      const other = row.slice();
      other[i] = b[r][i];
      return other;
    }),
  );
  return [...a, ...b, ...mixed.flat()];
}

export interface SobolIndex {
  /** share of the variance the input explains on its own; a negative value is sampling error, shown as it is */
  readonly first: number;
  /** share in which the input takes part, alone or with others */
  readonly total: number;
  readonly firstBounds: readonly [number, number];
  readonly totalBounds: readonly [number, number];
}

export interface SobolOptions {
  readonly bootstrap: number;
  readonly seed: number;
  /** quantiles of the bootstrap, e.g. [0.05, 0.95] */
  readonly bounds: readonly [number, number];
}

/**
 * First-order indices by Saltelli et al. (2010), mean(y_B (y_ABi − y_A))/V, and total ones by Jansen (1999,
 * doi:10.1016/S0010-4655(98)00154-4), Σ(y_A − y_ABi)²/(2NV); V is the sample variance (n − 1) of y_A and y_B together.
 * @param y values at the points of `saltelliDesign`, in its order; rows with a missing value (NaN) are dropped whole
 * @param d inputs
 */
export function sobolIndices(y: Float64Array, d: number, { bootstrap, seed, bounds }: SobolOptions): SobolIndex[] {
  const n = y.length / (d + 2);
  const whole = Array.from({ length: n }, (_, r) => r).filter((r) => {
    for (let block = 0; block < d + 2; block++) if (y[block * n + r] !== y[block * n + r]) return false;
    return true;
  });
  const rows = Uint32Array.from(whole);
  const point = estimates(y, n, d, rows);
  if (point === null) throw stillFault();
  const stream = new Stream(seed);
  const drawn = Array.from({ length: bootstrap }, () =>
    estimates(
      y,
      n,
      d,
      stream.resample(rows.length).map((k) => rows[k]),
    ),
  ).filter((one) => one !== null);
  return point.map(({ first, total }, i) => {
    const between = (of: "first" | "total", value: number): [number, number] => {
      const all = drawn.map((one) => one[i][of]).sort((p, q) => p - q);
      return all.length ? [quantile(all, bounds[0]), quantile(all, bounds[1])] : [value, value];
    };
    return { first, total, firstBounds: between("first", first), totalBounds: between("total", total) };
  });
}

/** Null when the target does not vary over these rows. */
function estimates(y: Float64Array, n: number, d: number, rows: Uint32Array): { first: number; total: number }[] | null {
  const count = rows.length;
  const both = new Float64Array(2 * count);
  for (let k = 0; k < count; k++) {
    both[k] = y[rows[k]];
    both[count + k] = y[n + rows[k]];
  }
  if (both.every((one) => one === both[0])) return null;
  const centre = sum(both) / both.length;
  const variance = sum(both.map((one) => (one - centre) * (one - centre))) / (both.length - 1);
  if (!(variance > 0)) return null;
  const alone = new Float64Array(count);
  const apart = new Float64Array(count);
  return Array.from({ length: d }, (_, i) => {
    const mixed = (i + 2) * n;
    for (let k = 0; k < count; k++) {
      const change = y[mixed + rows[k]] - both[k];
      alone[k] = both[count + k] * change;
      apart[k] = change * change;
    }
    return { first: sum(alone) / count / variance, total: sum(apart) / (2 * count * variance) };
  });
}

const stillFault = (): Fault =>
  new Fault({
    code: "still-target",
    found: { en: "the target does not vary", zh: "目标量没有变化" },
    expected: { en: "expected a target that changes with the choices", zh: "目标量应随选择而变化" },
    next: { en: "vary a choice that reaches the target, or choose another target", zh: "请改变能影响目标量的选择，或另选目标量" },
  });
