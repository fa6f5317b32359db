import { pow } from "../elementary/index.js";
import { outOfRange } from "../fault/index.js";
import { incompleteBeta } from "./incomplete-beta.js";
import { incompleteGamma } from "./incomplete-gamma.js";
import { normal } from "./normal.js";
import { type Distribution, firstWhere, onPositive, positive, probability, type Tails } from "./tails.js";

/** Gamma distribution of a shape and a scale (mean = shape × scale). */
export function gamma(shape: number, scale = 1): Distribution {
  positive("shape", shape);
  positive("scale", scale);
  return onPositive((x) => incompleteGamma(shape, x / scale));
}

/** Chi-squared distribution with df > 0 degrees of freedom. */
export const chiSquared = (df: number): Distribution => gamma(positive("df", df) / 2, 2);

/** Beta distribution on [0, 1]. */
export function beta(a: number, b: number): Distribution {
  positive("a", a);
  positive("b", b);
  notBothHuge(a, b);
  return onPositive((x) => incompleteBeta(a, b, x, 1 - x), 1);
}

/** F distribution; infinite df2 gives the limit χ²(df1)/df1. */
export function fisherF(df1: number, df2: number): Distribution {
  positive("df1", df1);
  if (positive("df2", df2, "infinite") === Number.POSITIVE_INFINITY) return gamma(df1 / 2, 2 / df1);
  notBothHuge(df1, df2);
  return onPositive((x) => atOdds(df1 / 2, df2 / 2, (df1 / df2) * x));
}

/** I_x(a, b) where x / (1 − x) is known. */
const atOdds = (a: number, b: number, odds: number): Tails =>
  incompleteBeta(a, b, odds < 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds), 1 / (1 + odds));

/** Student's t with df > 0 degrees of freedom; infinite df gives the normal distribution. */
export function studentT(df: number): Distribution {
  if (positive("df", df, "infinite") === Number.POSITIVE_INFINITY) return normal;
  // X² follows F(1, df): its upper tail is both of ours, its lower tail the middle between them.
  const far = Math.sqrt(df) * 1e100;
  const square = (x: number): Tails => {
    if (x <= far) return atOdds(0.5, df / 2, (x / df) * x);
    // so far out that x² may overflow, the tail is a power of x
    return { lower: 1, upper: square(far).upper * pow(far / x, df) };
  };
  const above = (x: number): number => {
    if (x !== x) return x;
    const { lower, upper } = square(Math.abs(x));
    return x > 0 ? upper / 2 : 0.5 + lower / 2;
  };
  const distance = (tail: number): number => {
    if (tail === 0) return Number.POSITIVE_INFINITY;
    return tail < 0.25 ? firstWhere((x) => square(x).upper / 2 <= tail) : firstWhere((x) => square(x).lower / 2 >= 0.5 - tail);
  };
  const quantile = (p: number): number => (p < 0.5 ? -distance(p) : distance(1 - p));
  return {
    cdf: (x) => above(-x),
    upper: above,
    quantile: (p) => quantile(probability(p)),
    upperQuantile: (q) => 0 - quantile(probability(q)),
  };
}

/** Poisson distribution of a mean > 0. */
export function poisson(mean: number): Distribution {
  positive("mean", mean);
  return onWhole((k) => {
    const { lower, upper } = incompleteGamma(k + 1, mean);
    return { lower: upper, upper: lower };
  });
}

/** Number of successes in `trials` independent trials of probability p. */
export function binomial(trials: number, p: number): Distribution {
  if (!Number.isSafeInteger(trials) || trials < 0) throw outOfRange("trials", trials, { en: "a whole number, 0 or more", zh: "非负整数" });
  probability(p);
  return onWhole((k) => {
    const { lower, upper } = incompleteBeta(k + 1, trials - k, p, 1 - p);
    return { lower: upper, upper: lower };
  }, trials);
}

function onWhole(tails: (k: number) => Tails, high = Number.POSITIVE_INFINITY): Distribution {
  const { cdf, upper } = onPositive((x) => tails(Math.floor(x)), high);
  return {
    cdf,
    upper,
    quantile: (p) => firstWhere((x) => cdf(x) >= probability(p), high),
    upperQuantile: (q) => firstWhere((x) => upper(x) <= probability(q), high),
  };
}

const huge = 1e11;

function notBothHuge(a: number, b: number): void {
  if (Math.min(a, b) > huge)
    throw outOfRange("parameters", Math.min(a, b), { en: `one of the two at most ${huge}`, zh: `两者之一不超过 ${huge}` });
}
