import { exp, ln, pow } from "../../ground/elementary/index.js";
import { dot, sum } from "../../ground/sums/index.js";

export type Form = "standard" | "wang-2021" | "adjusted-k";

/**
 * Coupling degree C in [0, 1] of n ≥ 2 developments, each in [0, 1]; 0 when any of them is 0.
 * `standard` n(∏u)^{1/n}/Σu · `wang-2021` √{[1 − mean|uᵢ−uⱼ|]·[∏(u/max u)]^{1/(n−1)}} · `adjusted-k` [∏u/(mean u)ⁿ]^k.
 * All of it is taken relative to the largest, so that nothing under- or overflows and equal developments give exactly 1.
 */
export function couplingDegree(u: readonly number[], form: Form, k: number): number {
  if (u.length === 2) return degreeOfTwo(u[0], u[1], form, k);
  const largest = Math.max(...u);
  if (!(Math.min(...u) > 0)) return 0;
  const v = u.map((one) => one / largest);
  const n = v.length;
  if (form === "wang-2021") {
    const likeness = exp(sum(v.map(ln)) / (n - 1));
    return Math.sqrt((1 - meanDifference(u)) * likeness);
  }
  const root = exp(sum(v.map(ln)) / n);
  const standard = Math.min(1, root / (sum(v) / n));
  return form === "standard" ? standard : pow(standard, k * n);
}

/** The same for two, as plain arithmetic. */
function degreeOfTwo(a: number, b: number, form: Form, k: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (!(small > 0)) return 0;
  const ratio = small / large;
  if (form === "wang-2021") return Math.sqrt((1 - (large - small)) * ratio);
  const standard = Math.min(1, Math.sqrt(ratio) / ((ratio + 1) / 2));
  return form === "standard" ? standard : pow(standard, k * 2);
}

/** Mean of |uᵢ − uⱼ| over the pairs: by the sorted values, each counted as often as it is the larger minus as it is the smaller. */
function meanDifference(u: readonly number[]): number {
  const n = u.length;
  const sorted = [...u].sort((a, b) => a - b);
  return Math.max(
    0,
    dot(
      sorted,
      sorted.map((_, i) => 2 * i - (n - 1)),
    ) /
      ((n * (n - 1)) / 2),
  );
}
