import { exp, expm1, ln, log1p } from "../../ground/elementary/index.js";
import type { Rule, WeightedMean } from "./node-cells.js";

export const arithmetic: Rule = {
  each: (values, shares, n) => {
    if (n === 1) return values[0];
    let total = 0;
    for (let k = 0; k < n; k++) total += shares[k] * values[k];
    return total;
  },
};

/** Relative to the largest part, so that equal parts return themselves exactly; a ratio too small for its digits by its logarithms. */
export const geometric: Rule = {
  domain: "not-negative",
  each: (values, shares, n) => {
    const largest = greatest(values, shares, n);
    let total = 0;
    for (let k = 0; k < n; k++) {
      if (values[k] === 0) return 0;
      if (values[k] === largest) continue;
      const ratio = values[k] / largest;
      total += shares[k] * (ratio > 1e-300 ? ln(ratio) : ln(values[k]) - ln(largest));
    }
    return largest * exp(total);
  },
};

/** Relative to the smallest part, so that equal parts return themselves exactly. */
export const harmonic: Rule = {
  domain: "positive",
  each: (values, shares, n) => {
    const smallest = least(values, shares, n);
    let total = 0;
    for (let k = 0; k < n; k++) total += shares[k] * (smallest / values[k] - 1);
    return smallest / (1 + total);
  },
};

/** Power mean of exponent p; below 1e-8 in size it is the geometric mean. Logarithms keep its digits for any other p. */
export function power(p: number): Rule {
  if (Math.abs(p) < 1e-8) return geometric;
  const mean: WeightedMean = (values, shares, n) => {
    const base = p > 0 ? greatest(values, shares, n) : least(values, shares, n);
    if (base === 0) return 0;
    let total = 0;
    for (let k = 0; k < n; k++) total += shares[k] * (values[k] === 0 ? -1 : expm1(p * (ln(values[k]) - ln(base))));
    return base * exp(log1p(total) / p);
  };
  return { each: mean, domain: p > 0 ? "not-negative" : "positive" };
}

const least: WeightedMean = (values, _, n) => {
  let found = values[0];
  for (let k = 1; k < n; k++) if (values[k] < found) found = values[k];
  return found;
};
const greatest: WeightedMean = (values, _, n) => {
  let found = values[0];
  for (let k = 1; k < n; k++) if (values[k] > found) found = values[k];
  return found;
};

export const minimum: Rule = { each: least };
export const maximum: Rule = { each: greatest };
