import { continuedFraction } from "./continued-fraction.js";
import { binomialMass } from "./deviance.js";
import type { Tails } from "./tails.js";

/** I_x(a, b) for x at or below the mean, by the even part of the continued fraction of DLMF 8.17.22 (Didonato & Morris 1992). */
function lowerTail(a: number, b: number, x: number, y: number): number {
  const denominator = (m: number): number =>
    m + (m * (b - m) * x) / (a + 2 * m - 1) + ((a + m) * (a * y - b * x + 1 + m * (1 + y))) / (a + 2 * m + 1);
  const fraction = continuedFraction((a * (a * y - b * x + 1)) / (a + 1), (m) => {
    const step = a + 2 * m - 1;
    return [((a + m - 1) / step) * (m / step) * ((a + b + m - 1) * x) * ((b - m) * x), denominator(m)];
  });
  return (((a / (a + b)) * b) / fraction) * binomialMass(a, b, x, y);
}

/**
 * Regularised incomplete beta function I_x(a, b) and its complement, for a, b > 0 and x, y ≥ 0 with x + y = 1;
 * both x and y are asked for because one of them may be known to more digits. Relative error below 1e-12 in the smaller
 * tail, and in the larger one while min(a, b) ≥ 0.1; the time grows with the root of min(a, b), so both above 1e11 is too much.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): Tails {
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  if (x * (b + 1) <= y * (a + 1)) {
    const lower = lowerTail(a, b, x, y);
    return { lower, upper: 1 - lower };
  }
  const upper = lowerTail(b, a, y, x);
  return { lower: 1 - upper, upper };
}
