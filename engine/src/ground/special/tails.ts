import { outOfRange } from "../fault/index.js";

/** Both tails of a distribution at one point; neither is taken as one minus the other where that would lose digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * A distribution with both tails to full relative precision, down to the smallest positive number.
 * NaN arguments give NaN; probabilities outside [0, 1] and impossible parameters are faults.
 */
export interface Distribution {
  /** P(X ≤ x) */
  cdf(x: number): number;
  /** P(X > x) */
  upper(x: number): number;
  /** the smallest x with P(X ≤ x) ≥ p */
  quantile(p: number): number;
  /** the smallest x with P(X > x) ≤ q; for q too small to be written as 1 − p */
  upperQuantile(q: number): number;
}

const words = new Float64Array(1);
const bits = new BigInt64Array(words.buffer);

/** The non-negative number whose rank among all non-negative numbers lies halfway between those of two. */
function midway(low: number, high: number): number {
  words[0] = low;
  const rank = bits[0];
  words[0] = high;
  bits[0] = (rank + bits[0]) / 2n;
  return words[0];
}

/** The smallest x ≥ 0 at which a condition that never turns false again is true: at most 63 steps, exact to the last bit. */
export function firstWhere(holds: (x: number) => boolean, high = Number.POSITIVE_INFINITY): number {
  if (holds(0)) return 0;
  let [from, to] = [0, high];
  for (;;) {
    const middle = midway(from, to);
    if (middle === from) return to;
    if (holds(middle)) to = middle;
    else from = middle;
  }
}

/** A distribution on [0, high] from its two tails, quantiles by bisection in whichever tail keeps the digits. */
export function onPositive(tails: (x: number) => Tails, high = Number.POSITIVE_INFINITY): Distribution {
  const at = (x: number): Tails => {
    if (x !== x) return { lower: x, upper: x };
    return x < 0 ? { lower: 0, upper: 1 } : x >= high ? { lower: 1, upper: 0 } : tails(x);
  };
  const solve = (p: number, q: number): number => {
    if (p === 0) return 0;
    if (q === 0) return high;
    return firstWhere(p <= q ? (x) => at(x).lower >= p : (x) => at(x).upper <= q, high);
  };
  return {
    cdf: (x) => at(x).lower,
    upper: (x) => at(x).upper,
    quantile: (p) => solve(probability(p), 1 - p),
    upperQuantile: (q) => solve(1 - probability(q), q),
  };
}

export function probability(p: number): number {
  if (p >= 0 && p <= 1) return p;
  throw outOfRange("probability", p, { en: "a number from 0 to 1", zh: " 0 到 1 之间的数" });
}

/** A parameter of a distribution that must be above zero; infinity only where said. */
export function positive(name: string, value: number, limit: "finite" | "infinite" = "finite"): number {
  if (value > 0 && (limit === "infinite" || value < Number.POSITIVE_INFINITY)) return value;
  throw outOfRange(name, value, { en: "a number above 0", zh: "大于 0 的数" });
}
