import { expm1, ln, log1p, pow } from "../../ground/elementary/index.js";
import { Fault } from "../../ground/fault/index.js";
import { dot, sum } from "../../ground/sums/index.js";
import { type Border, firstReaching, type LorenzCurve, lorenzAt, lorenzCurve } from "../lorenz-curve.js";
import { relativeEntropy } from "../relative-entropy.js";
import type { Rows } from "../rows.js";

export interface Estimator {
  readonly estimate: number;
  /** what one more unit of weight on the row does to the estimate, times the total weight; its weighted mean is 0 */
  readonly influence: Float64Array;
  /** the measure again, of the same rows under other weights of any total */
  again(weights: Float64Array): number;
}

export type Estimated =
  | { readonly measure: "gini" }
  | { readonly measure: "entropy"; readonly alpha: number }
  | { readonly measure: "atkinson"; readonly epsilon: number }
  | { readonly measure: "shares"; readonly top: number; readonly bottom: number; readonly border: Border };

/** A measure of sorted rows with its influence function. Throws a Fault where the measure needs values above 0 and one is 0. */
export function estimator(all: Rows, what: Estimated): Estimator {
  if (what.measure === "gini") return giniEstimator(all);
  if (what.measure === "shares") return sharesEstimator(all, what);
  const power = what.measure === "entropy" ? what.alpha : 1 - what.epsilon;
  if (power <= 1e-8 && all.x[0] === 0) throw zeroFault();
  const entropy = entropyEstimator(all, power);
  return what.measure === "entropy" ? entropy : atkinsonEstimator(entropy, power);
}

function giniEstimator({ x, p, mean, n }: Rows): Estimator {
  const { population, income } = lorenzCurve({ x, p });
  const area = new Float64Array(n);
  for (let i = 0; i < n; i++) area[i] = p[i] * (income[i] + (i === 0 ? 0 : income[i - 1]));
  const estimate = x[0] === x[n - 1] ? 0 : 1 - sum(area);
  const influence = new Float64Array(n);
  for (let i = 0; i < n; i++) influence[i] = 2 * ((x[i] / mean) * population[i] + 1 - income[i]) - (estimate + 1) * (1 + x[i] / mean);
  return { estimate, influence, again: (w) => giniOf(x, w) };
}

/** One pass over sorted rows: Σ w (S + S before) over W S, S the running sum of w x. */
function giniOf(x: Float64Array, w: Float64Array): number {
  let [weight, amount, area] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const part = w[i] * x[i];
    area += w[i] * (amount + amount + part);
    amount += part;
    weight += w[i];
  }
  return 1 - area / (weight * amount);
}

/** GE(α) from the means of f = r^α (or ln r, r ln r) and of r, r = x/μ: linear in the weights, so resampling takes no logarithm. */
function entropyEstimator({ x, p, mean, n }: Rows, alpha: number): Estimator {
  const kind = Math.abs(alpha) < 1e-8 ? 0 : Math.abs(alpha - 1) < 1e-8 ? 1 : 2;
  const r = x.map((one) => one / mean);
  const f = r.map((one) => (kind === 0 ? ln(one) : kind === 1 ? (one === 0 ? 0 : one * ln(one)) : pow(one, alpha)));
  const estimate = relativeEntropy(x, p, mean, alpha);
  const level = kind === 2 ? 1 + alpha * (alpha - 1) * estimate : 0;
  const influence = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const h = r[i] - 1;
    if (kind === 0) influence[i] = h - f[i] - estimate;
    else if (kind === 1) influence[i] = f[i] - estimate - (estimate + 1) * h;
    else influence[i] = (f[i] - level - alpha * level * h) / (alpha * (alpha - 1));
  }
  const again = (w: Float64Array): number => {
    const weight = sum(w);
    const ratio = dot(w, r) / weight;
    const value = dot(w, f) / weight;
    if (kind === 0) return ln(ratio) - value;
    if (kind === 1) return value / ratio - ln(ratio);
    return (value / pow(ratio, alpha) - 1) / (alpha * (alpha - 1));
  };
  return { estimate, influence, again };
}

/** Atkinson's index is a function of GE(1 − ε); its influence is that of GE times the slope of this function. */
function atkinsonEstimator(entropy: Estimator, power: number): Estimator {
  const limit = Math.abs(power) < 1e-8;
  const index = (ge: number): number => (limit ? -expm1(-ge) : -expm1(log1p(power * (power - 1) * ge) / power));
  const estimate = index(entropy.estimate);
  const slope = limit ? 1 - estimate : ((1 - power) * (1 - estimate)) / (1 + power * (power - 1) * entropy.estimate);
  return { estimate, influence: entropy.influence.map((one) => slope * one), again: (w) => index(entropy.again(w)) };
}

/** (1 − L(1 − top))/L(bottom); the density at the quantiles cancels from the influence of L (Langel & Tillé 2011). */
function sharesEstimator({ x, p }: Rows, what: Estimated & { readonly measure: "shares" }): Estimator {
  const curve = lorenzCurve({ x, p });
  const ratio = (of: LorenzCurve): number => (1 - lorenzAt(of, 1 - what.top, what.border)) / lorenzAt(of, what.bottom, what.border);
  const estimate = ratio(curve);
  const low = belowInfluence(curve, p, what.bottom, what.border);
  const high = belowInfluence(curve, p, 1 - what.top, what.border);
  const bottom = lorenzAt(curve, what.bottom, what.border);
  const influence = low.map((one, i) => -(high[i] + estimate * one) / bottom);
  return { estimate, influence, again: (w) => ratio(lorenzCurve({ x, p: w })) };
}

/** Influence on the share L(q) of the poorest q: of the sum below the quantile, and of the mean it is divided by. */
function belowInfluence({ x, population, income }: LorenzCurve, p: Float64Array, q: number, border: Border): Float64Array {
  const at = x[firstReaching(population, q)];
  const share = lorenzAt({ x, population, income }, q, border);
  const mean = dot(p, x);
  return x.map((one) => ((one <= at ? one - at : 0) + q * at - share * one) / mean);
}

const zeroFault = (): Fault =>
  new Fault({
    code: "zero-value",
    found: { en: "a value is 0", zh: "有值为 0" },
    expected: { en: "expected values above 0 for this measure", zh: "该指标要求数值大于 0" },
    next: {
      en: "leave these rows out (empty), or take the Gini coefficient or α above 0",
      zh: "请剔除这些行（留空），或改用基尼系数、α 大于 0 的指数",
    },
  });
