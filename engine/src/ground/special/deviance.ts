import { exp, ln, log1p } from "../elementary/index.js";

/**
 * Point masses without cancellation (Loader 2000, "Fast and accurate computation of binomial probabilities"):
 * factorials enter through the error of Stirling's formula, powers through deviances, so exponents of thousands keep their digits.
 */
const logRootTwoPi = 0.9189385332046727;
const stirlingTerms = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/** ln Γ(n+1) − (n+½) ln n + n − ½ ln 2π, for n > 0. */
export function stirlingError(n: number): number {
  let shift = 0;
  let at = n;
  for (; at < 16; at++) shift += (at + 0.5) * log1p(1 / at) - 1;
  const inverse = 1 / at;
  const square = inverse * inverse;
  return shift + inverse * stirlingTerms.reduceRight((tail, term) => term + square * tail, 0);
}

/** x ln(x/m) + m − x ≥ 0, for x, m > 0; a series where the two are close and the terms would cancel. */
export function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * ln(x / m) + m - x;
  const ratio = (x - m) / (x + m);
  const square = ratio * ratio;
  let total = (x - m) * ratio;
  let term = 2 * x * ratio;
  for (let k = 3; Math.abs(term) > 1e-17 * total; k += 2) {
    term *= square;
    total += term / k;
  }
  return total;
}

/** xᵃ e⁻ˣ / Γ(a+1): the Poisson mass, a not necessarily whole. */
export const poissonMass = (a: number, x: number): number => exp(-stirlingError(a) - deviance(a, x) - logRootTwoPi) / Math.sqrt(a);

/** xᵃ yᵇ Γ(a+b+1) / (Γ(a+1) Γ(b+1)) with x + y = 1: the binomial mass, a and b not necessarily whole. */
export function binomialMass(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const error = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return exp(error - deviance(a, n * x) - deviance(b, n * y) - logRootTwoPi) * Math.sqrt(n / a / b);
}
