import { pow } from "../../ground/elementary/index.js";
import { gaussianDensity } from "../gaussian-density.js";
import { lorenzCurve } from "../lorenz-curve.js";
import { linearQuantile } from "../quantiles.js";
import { type Rows, weightedMean } from "../rows.js";

export interface Modes {
  /** bandwidth of the kernel, in the unit of the values; 0 when all are equal */
  readonly bandwidth: number;
  /** where the density peaks, from the highest peak down */
  readonly at: readonly number[];
}

/** Points to a bandwidth at which the density is looked at, and bandwidths around a row within which it is. */
const [fine, around] = [16, 3];

/**
 * Modes of a Gaussian kernel density. Bandwidth: Silverman's rule 0.9 min(s, IQR/1.34) n^(−1/5), with the sample standard deviation s and,
 * with weights, n = 1/Σp². A peak counts when it stands out by at least `prominence` of the highest: above the higher of the two lowest
 * points that part it from a higher peak on either side, or from the ends.
 */
export function modesOf({ x, p, mean }: Rows, prominence: number): Modes {
  const y = x.map((one) => one / mean);
  const h = silverman(y, p);
  if (!(h > 0)) return { bandwidth: 0, at: [] };
  const grid = gridOf(y, h);
  const f = gaussianDensity(y, p, h, grid);
  const peaks: number[] = [];
  for (let i = 1; i < f.length - 1; i++) if (f[i] > f[i - 1] && f[i] >= f[i + 1]) peaks.push(i);
  peaks.sort((a, b) => f[b] - f[a] || a - b);
  const standing = peaks.filter((peak) => f[peak] - Math.max(lowest(f, peak, -1), lowest(f, peak, 1)) >= prominence * f[peaks[0]]);
  return { bandwidth: h * mean, at: standing.map((peak) => grid[peak] * mean) };
}

function silverman(y: Float64Array, p: Float64Array): number {
  if (y[0] === y[y.length - 1]) return 0;
  const n = 1 / p.reduce((s, one) => s + one * one, 0);
  const middle = weightedMean(y, p);
  const variance = y.reduce((s, one, i) => s + p[i] * (one - middle) * (one - middle), 0);
  const deviation = Math.sqrt((variance * n) / (n - 1));
  const curve = lorenzCurve({ x: y, p });
  const quartiles = (linearQuantile(curve, 0.75) - linearQuantile(curve, 0.25)) / 1.34;
  return (0.9 * (quartiles > 0 ? Math.min(deviation, quartiles) : deviation)) / pow(n, 0.2);
}

/** Increasing points around every row; none where no row is near. */
function gridOf(y: Float64Array, h: number): Float64Array {
  const points: number[] = [];
  let next = y[0] - around * h;
  for (const one of y) {
    if (next < one - around * h) next = one - around * h;
    for (; next <= one + around * h; next += h / fine) points.push(next);
  }
  return Float64Array.from(points);
}

/** The lowest density between a peak and the next higher one on one side; 0 when there is none. */
function lowest(f: Float64Array, peak: number, side: 1 | -1): number {
  let least = f[peak];
  for (let i = peak + side; i >= 0 && i < f.length; i += side) {
    if (f[i] > f[peak] || (f[i] === f[peak] && side < 0 && least < f[peak])) return least;
    if (f[i] < least) least = f[i];
  }
  return 0;
}
