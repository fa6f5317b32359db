import { expm1, ln, log1p, pow } from "../ground/elementary/index.js";
import { Fault } from "../ground/fault/index.js";
import { dot } from "../ground/sums/index.js";

/** A value of 0 where the logarithm of each is taken. */
export const zeroFault = (): Fault =>
  new Fault({
    code: "zero-value",
    found: { en: "a value is 0", zh: "有值为 0" },
    expected: { en: "expected values above 0: L holds the logarithm of each", zh: "L 取各值的对数，要求大于 0" },
    next: { en: "use index: T, which takes 0, or leave these rows out", zh: "请改用可含 0 的 index: T，或剔除这些行" },
  });

/** How near α must be to 0 or 1 for the limit to be taken. */
const atLimit = 1e-8;

/**
 * GE(α) = Σ p (r^α − 1)/(α(α − 1)) of r = x/μ, with −Σ p ln r at α = 0 and Σ p r ln r at α = 1; shares p sum to 1.
 * Every term has its tangent at r = 1 taken off, so that none is below 0 and small inequalities keep their digits.
 * Infinite when a power exceeds the doubles, and for α ≤ 0 at a value of 0.
 */
export function relativeEntropy(x: ArrayLike<number>, p: ArrayLike<number>, mean: number, alpha: number): number {
  const terms = new Float64Array(x.length);
  const kind = Math.abs(alpha) < atLimit ? 0 : Math.abs(alpha - 1) < atLimit ? 1 : 2;
  for (let i = 0; i < x.length; i++) {
    const h = (x[i] - mean) / mean;
    const small = Math.abs(h) < 0.5;
    const log = small ? log1p(h) : ln(x[i] / mean);
    if (kind === 0) terms[i] = h - log;
    else if (kind === 1) terms[i] = x[i] === 0 ? 1 : (1 + h) * log - h;
    else terms[i] = ((small ? expm1(alpha * log) : pow(x[i] / mean, alpha) - 1) - alpha * h) / (alpha * (alpha - 1));
  }
  const total = dot(p, terms);
  return Number.isFinite(total) ? Math.max(0, total) : Number.POSITIVE_INFINITY;
}
