import { exp, ln, pow } from "../../ground/elementary/index.js";
import { leastSquares, matrix } from "../../ground/matrix/index.js";

/** Cumulative shares of the population and of the total at the ends of groups, from the poorest; (0, 0) left out, (1, 1) last. */
export interface GroupedPoints {
  readonly p: readonly number[];
  readonly L: readonly number[];
}

/** A Lorenz curve through grouped points with its first two slopes; all are given p and 1 − p. */
export interface GroupedCurve {
  readonly kind: "gq" | "beta" | "linear";
  readonly coefficients: readonly number[];
  readonly at: (p: number, rest: number) => number;
  readonly slope: (p: number, rest: number) => number;
  readonly bend: (p: number, rest: number) => number;
  /** whether the curve ends in (0, 0) and (1, 1) */
  readonly ends: boolean;
}

/** General quadratic: L(1 − L) = a(p² − L) + bL(p − 1) + c(p − L) by least squares (Villaseñor & Arnold 1989); null below three points. */
export function generalQuadratic({ p, L }: GroupedPoints): GroupedCurve | null {
  const rows = p.map((_, i) => i).filter((i) => p[i] < 1);
  if (rows.length < 3) return null;
  const design = rows.flatMap((i) => [p[i] * p[i] - L[i], L[i] * (p[i] - 1), p[i] - L[i]]);
  const solved = fitted(
    design,
    rows.map((i) => L[i] * (1 - L[i])),
  );
  if (!solved) return null;
  const [a, b, c] = solved;
  const e = -(a + b + c + 1);
  const m = b * b - 4 * a;
  const n = 2 * b * e - 4 * c;
  const root = (x: number): number => Math.sqrt((m * x + n) * x + e * e);
  const spread = n * n - 4 * m * e * e;
  return {
    kind: "gq",
    coefficients: [a, b, c],
    at: (x) => -(b * x + e + root(x)) / 2,
    slope: (x) => -b / 2 - (2 * m * x + n) / (4 * root(x)),
    bend: (x) => spread / (8 * root(x) * root(x) * root(x)),
    ends: e < 0 && a + c >= 1,
  };
}

/** Beta curve L = p − θp^γ(1 − p)^δ: ln(p − L) on 1, ln p, ln(1 − p) by least squares (Kakwani 1980); null below three points. */
export function betaCurve({ p, L }: GroupedPoints): GroupedCurve | null {
  const rows = p.map((_, i) => i).filter((i) => p[i] < 1 && L[i] < p[i]);
  if (rows.length < 3) return null;
  const solved = fitted(
    rows.flatMap((i) => [1, ln(p[i]), ln(1 - p[i])]),
    rows.map((i) => ln(p[i] - L[i])),
  );
  if (!solved) return null;
  const [gamma, delta] = [solved[1], solved[2]];
  const theta = exp(solved[0]);
  const gap = (x: number, rest: number): number => theta * pow(x, gamma) * pow(rest, delta);
  return {
    kind: "beta",
    coefficients: [theta, gamma, delta],
    at: (x, rest) => x - gap(x, rest),
    slope: (x, rest) => 1 - gap(x, rest) * (gamma / x - delta / rest),
    bend: (x, rest) =>
      gap(x, rest) * ((gamma * (1 - gamma)) / (x * x) + (2 * gamma * delta) / (x * rest) + (delta * (1 - delta)) / (rest * rest)),
    ends: gamma > 0 && delta > 0,
  };
}

/** Straight lines between the points: everybody in a group has its mean. */
export function linearCurve({ p, L }: GroupedPoints): GroupedCurve {
  const group = (x: number): number => {
    const k = p.findIndex((end) => x <= end);
    return k < 0 ? p.length - 1 : k;
  };
  const [before, share] = [(k: number): number => (k === 0 ? 0 : p[k - 1]), (k: number): number => (k === 0 ? 0 : L[k - 1])];
  const slope = (x: number): number => {
    const k = group(x);
    return (L[k] - share(k)) / (p[k] - before(k));
  };
  return {
    kind: "linear",
    coefficients: [],
    at: (x) => {
      const k = group(x);
      return share(k) + (x - before(k)) * slope(x);
    },
    slope,
    bend: () => 0,
    ends: true,
  };
}

/** Increasing and convex on a grid from .001 to .999, with its ends in (0, 0) and (1, 1). */
export function valid({ slope, bend, ends }: GroupedCurve): boolean {
  for (let k = 1; ends && k < 1000; k++) {
    const [x, rest] = [k / 1000, (1000 - k) / 1000];
    if (!(slope(x, rest) >= 0 && bend(x, rest) >= 0)) return false;
  }
  return ends;
}

function fitted(design: readonly number[], wanted: readonly number[]): Float64Array | null {
  const count = wanted.length;
  try {
    return leastSquares(matrix(count, 3, design), matrix(count, 1, wanted)).values;
  } catch {
    return null;
  }
}
