import { firstReaching, type LorenzCurve } from "./lorenz-curve.js";

/** What quantiles need of a Lorenz curve: values in increasing order and cumulative shares of the population. */
export type Steps = Pick<LorenzCurve, "x" | "population">;

/** Quantile as the inverse of the step distribution function: the mean of both values where q falls between two rows. */
export function stepQuantile({ x, population }: Steps, q: number): number {
  const i = firstReaching(population, q);
  return Math.abs(population[i] - q) <= 1e-12 && i + 1 < x.length ? x[i] + (x[i + 1] - x[i]) / 2 : x[i];
}

/**
 * Quantile by linear interpolation between rows set at the middle of their steps, the first at 0 and the last at 1:
 * with equal weights type 7 of Hyndman & Fan (1996), doi:10.1080/00031305.1996.10473566.
 */
export function linearQuantile({ x, population }: Steps, q: number): number {
  const last = x.length - 1;
  const middle = (i: number): number => (i === 0 ? population[0] : population[i] + population[i - 1]) / 2;
  const at = middle(0) + q * (middle(last) - middle(0));
  let [low, high] = [0, last];
  while (high - low > 1) {
    const between = (low + high) >>> 1;
    if (middle(between) <= at) low = between;
    else high = between;
  }
  if (low === high) return x[low];
  const part = (at - middle(low)) / (middle(high) - middle(low));
  return x[low] + Math.min(1, Math.max(0, part)) * (x[high] - x[low]);
}
