import { studentT } from "../special/index.js";
import { dot, mean } from "../sums/index.js";

/** A straight line through points by least squares. */
export interface LineFit {
  readonly intercept: number;
  readonly slope: number;
  readonly se: number;
  readonly rSquared: number;
  /** two-sided, Student's t with n − 2 */
  readonly p: number;
}

/** y = a + b x; null for fewer than three points or when x does not vary. */
export function lineFit(x: ArrayLike<number>, y: ArrayLike<number>): LineFit | null {
  const n = x.length;
  const [centre, level] = [mean(x), mean(y)];
  const [away, rise] = [Float64Array.from(x, (one) => one - centre), Float64Array.from(y, (one) => one - level)];
  const spread = dot(away, away);
  if (n < 3 || !(spread > 0)) return null;
  const slope = dot(away, rise) / spread;
  const left = rise.map((one, i) => one - slope * away[i]);
  const [rest, all] = [dot(left, left), dot(rise, rise)];
  const se = Math.sqrt(rest / (n - 2) / spread);
  return {
    intercept: level - slope * centre,
    slope,
    se,
    rSquared: all > 0 ? 1 - rest / all : 1,
    p: se > 0 ? Math.min(1, 2 * studentT(n - 2).upper(Math.abs(slope) / se)) : slope === 0 ? 1 : 0,
  };
}
