import { continuedFraction } from "./continued-fraction.js";
import { deviance, poissonMass } from "./deviance.js";
import { normal, normalDensity } from "./normal.js";
import type { Tails } from "./tails.js";

const large = 1e8;

/** First term of the uniform expansion (Temme 1979, doi:10.1137/0510071; DLMF 8.12.3); what is left out is of relative size 1/a. */
function nearlyNormal(a: number, x: number): Tails {
  const eta = (x < a ? -1 : 1) * Math.sqrt((2 * deviance(a, x)) / a);
  const small = -1 / 3 + eta * (1 / 12 + eta * (-2 / 135 + eta * (1 / 864 + eta / 2835)));
  const correction = Math.abs(eta) < 1e-3 ? small : a / (x - a) - 1 / eta;
  const z = eta * Math.sqrt(a);
  const shift = (normalDensity(z) / Math.sqrt(a)) * correction;
  return { lower: normal.cdf(z) - shift, upper: normal.upper(z) + shift };
}

/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x), for a > 0 and x ≥ 0: the power series (DLMF 8.11.4) below
 * the mean, the continued fraction (DLMF 8.9.2) above it, the uniform expansion for a > 1e8. Relative error below 1e-12 in
 * the smaller tail, and in the larger one while a ≥ 0.1.
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (a > large) return nearlyNormal(a, x);
  const mass = poissonMass(a, x);
  if (x < a + 1) {
    let term = 1;
    let total = 1;
    for (let k = 1; term > total * 1e-17; k++) {
      term *= x / (a + k);
      total += term;
    }
    const lower = mass * total;
    return { lower, upper: 1 - lower };
  }
  const upper = (a * mass) / continuedFraction(x + 1 - a, (k) => [k * (a - k), x + 2 * k + 1 - a]);
  return { lower: 1 - upper, upper };
}
