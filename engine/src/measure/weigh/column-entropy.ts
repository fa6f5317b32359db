import { ln } from "../../ground/elementary/index.js";
import { sum } from "../../ground/sums/index.js";
import { present, remembered } from "../../table/index.js";
import { isConstant } from "../moments.js";
import type { ZeroRuleName } from "./zero-amounts.js";

export interface ZeroRule {
  readonly name: ZeroRuleName;
  readonly amount: number;
}

export interface ColumnEntropy {
  /** entropy relative to its maximum; 1 for a column that says nothing */
  readonly e: number;
  /** 1 − e, exactly 0 for a constant column */
  readonly d: number;
  /** values summed */
  readonly rows: number;
  readonly zeros: number;
  /** at most one distinct value, or a sum of 0: no information */
  readonly constant: boolean;
}

/**
 * Relative entropy of one column of non-negative values (of any values for `spssau`); missing values are left out.
 * @param base the number whose logarithm divides the entropy; the rows summed when absent
 */
export const columnEntropy = (values: Float64Array, rule: ZeroRule, base?: number): ColumnEntropy =>
  remembered(values, `entropy ${rule.name} ${rule.amount} ${base}`, () => entropyOf(present(values), rule, base));

function entropyOf(there: Float64Array, { name, amount }: ZeroRule, base: number | undefined): ColumnEntropy {
  const zeros = there.reduce((count, z) => count + (z === 0 ? 1 : 0), 0);
  const rows = there.length;
  if (isConstant(there)) return { e: 1, d: 0, rows, zeros, constant: true };
  if (name === "zero-entropy" && zeros > 0) return { e: 0, d: 1, rows, zeros, constant: false };
  const z = withoutZeros(there, name, amount);
  const largest = z.reduce((most, one) => Math.max(most, one), 0);
  const scaled = z.map((one) => one / largest);
  const total = sum(scaled);
  const terms = scaled.map((one) => {
    const p = one / total;
    return p > 0 ? p * ln(name === "p-plus" ? p + amount : p) : 0;
  });
  const e = -sum(terms) / ln(base ?? rows);
  // Rounding may carry a nearly even column past 1; with the right base it cannot truly exceed it.
  const d = base === undefined && e > 1 ? 0 : 1 - e;
  return { e: 1 - d, d, rows, zeros, constant: false };
}

/** The column as the rule changes it before shares are taken. */
function withoutZeros(z: Float64Array, name: ZeroRuleName, amount: number): Float64Array {
  if (name === "shift") return z.map((one) => one + amount);
  if (name === "replace") return z.map((one) => one || amount);
  if (name !== "squeeze" && name !== "spssau") return z;
  const least = z.reduce((low, one) => Math.min(low, one), Number.POSITIVE_INFINITY);
  if (name === "spssau") return least > 0 ? z : z.map((one) => one - least + amount);
  const most = z.reduce((high, one) => Math.max(high, one), least);
  return z.map((one) => amount + (1 - 2 * amount) * ((one - least) / (most - least)));
}
