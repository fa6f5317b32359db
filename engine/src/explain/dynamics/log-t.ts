import { cos, ln, pow, sin } from "../../ground/elementary/index.js";
import { lineFit } from "../../ground/line/index.js";
import { dot, mean, sum } from "../../ground/sums/index.js";

export interface LogT {
  readonly slope: number;
  readonly t: number;
  /** number of the first period of the regression, from 1, and how many there are */
  readonly from: number;
  readonly n: number;
  /** whether the relative spread H is larger at last than at first: a slow fall also rejects convergence */
  readonly rises: boolean;
}

/** Below this t convergence of all units is rejected at 5 %. */
export const logTLimit = -1.65;

/**
 * Phillips & Sul (2007), doi:10.1111/j.1468-0262.2007.00811.x: h_it = x_it/x̄_t, H_t = mean (h − 1)²; regress ln(H_1/H_t) − 2 ln ln t on ln t,
 * t = round(rT) + 1 … T; error by the long-run variance of the residuals, quadratic-spectral kernel with Andrews' bandwidth.
 * Null when fewer than five periods are left, a mean is not above 0, or the units are alike in some period.
 */
export function logT(periods: readonly Float64Array[], trim = 1 / 3): LogT | null {
  const spread = periods.map((values) => {
    const centre = mean(values);
    return centre > 0 ? mean(values.map((one) => (one / centre - 1) * (one / centre - 1))) : Number.NaN;
  });
  const first = Math.round(trim * periods.length) + 1;
  const x: number[] = [];
  const y: number[] = [];
  for (let t = Math.max(first, 2); t <= periods.length; t++) {
    x.push(ln(t));
    y.push(ln(spread[0] / spread[t - 1]) - 2 * ln(ln(t)));
  }
  if (x.length < 5 || y.some((one) => !Number.isFinite(one))) return null;
  const fit = lineFit(x, y);
  if (!fit) return null;
  const left = Float64Array.from(y, (one, k) => one - fit.intercept - fit.slope * x[k]);
  const centre = mean(x);
  const away = x.map((one) => one - centre);
  const se = Math.sqrt(longRunVariance(left) / dot(away, away));
  return se > 0
    ? { slope: fit.slope, t: fit.slope / se, from: Math.max(first, 2), n: x.length, rises: spread[spread.length - 1] > spread[0] }
    : null;
}

function longRunVariance(u: Float64Array): number {
  const n = u.length;
  const back = u.subarray(0, n - 1);
  const rho = dot(back, u.subarray(1)) / dot(back, back);
  const alpha = (4 * rho * rho) / pow(1 - rho, 4);
  const bandwidth = 1.3221 * pow(alpha * n, 0.2);
  const terms = Float64Array.from(
    { length: n - 1 },
    (_, k) => quadraticSpectral((k + 1) / bandwidth) * dot(u.subarray(k + 1), u.subarray(0, n - 1 - k)),
  );
  return (dot(u, u) + 2 * sum(terms)) / n;
}

function quadraticSpectral(z: number): number {
  const w = (6 * Math.PI * z) / 5;
  if (w < 1e-3) return 1 - (w * w) / 10;
  return Number.isFinite(w) ? (3 / (w * w)) * (sin(w) / w - cos(w)) : 0;
}
