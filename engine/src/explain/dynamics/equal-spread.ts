import { studentT } from "../../ground/special/index.js";
import { dot, mean } from "../../ground/sums/index.js";

export interface SpreadTest {
  /** standard deviations with n − 1 */
  readonly before: number;
  readonly after: number;
  readonly t: number;
  /** two-sided */
  readonly p: number;
}

/**
 * Whether the same units spread as wide after as before: sum and difference are uncorrelated when they do. Student's t with n − 2.
 * Pitman (1939), doi:10.1093/biomet/31.1-2.9; Morgan (1939), doi:10.1093/biomet/31.1-2.13. Null below three units or without any spread.
 */
export function equalSpread(before: ArrayLike<number>, after: ArrayLike<number>): SpreadTest | null {
  const n = before.length;
  const [x, y] = [before, after].map((values) => {
    const centre = mean(values);
    return Float64Array.from(values, (one) => one - centre);
  });
  const [xx, yy] = [dot(x, x), dot(y, y)];
  const [sum, difference] = [x.map((one, i) => y[i] + one), x.map((one, i) => y[i] - one)];
  const size = Math.sqrt(dot(sum, sum) * dot(difference, difference));
  if (n < 3 || !(xx + yy > 0)) return null;
  const sd = { before: Math.sqrt(xx / (n - 1)), after: Math.sqrt(yy / (n - 1)) };
  if (!(size > 0)) return { ...sd, t: 0, p: 1 };
  const r = Math.max(-1, Math.min(1, dot(sum, difference) / size));
  const t = (r * Math.sqrt(n - 2)) / Math.sqrt((1 - r) * (1 + r));
  return { ...sd, t, p: Number.isFinite(t) ? Math.min(1, 2 * studentT(n - 2).upper(Math.abs(t))) : 0 };
}
