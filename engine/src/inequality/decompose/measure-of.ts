import { expm1 } from "../../ground/elementary/index.js";
import { relativeEntropy } from "../relative-entropy.js";
import { weightedMean } from "../rows.js";
import type { Measure } from "./measures.js";
import { rankCovariance } from "./rank-covariance.js";

/**
 * A measure of values with shares p that sum to 1. NaN where it is not defined: a mean that is not above 0; for all but the Gini and
 * the Hoover index negative values; for L values of 0 (Atkinson's is 1 there).
 */
export function measureOf(measure: Measure, x: Float64Array, p: Float64Array): number {
  const mean = weightedMean(x, p);
  if (!(mean > 0)) return Number.NaN;
  if (measure === "gini") return Math.max(0, (2 * rankCovariance(x, x, p)) / mean);
  if (measure === "hoover") return away(x, p, mean);
  const least = x.reduce((a, b) => Math.min(a, b));
  if (least < 0 || (least === 0 && measure === "L")) return Number.NaN;
  if (measure === "atkinson") return least === 0 ? 1 : -expm1(-relativeEntropy(x, p, mean, 0));
  return relativeEntropy(x, p, mean, { T: 1, L: 0, GE2: 2 }[measure]);
}

/** ½ Σ p |x/μ − 1|. */
function away(x: Float64Array, p: Float64Array, mean: number): number {
  let [total, lost] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const part = p[i] * Math.abs(x[i] / mean - 1);
    const next = total + part;
    lost += Math.abs(total) >= part ? total - next + part : part - next + total;
    total = next;
  }
  return (total + lost) / 2;
}
