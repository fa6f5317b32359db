import { ln } from "../../ground/elementary/index.js";
import { sum } from "../../ground/sums/index.js";

export interface ZeroRule {
  readonly name: "limit" | "shift" | "replace" | "p-plus";
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
 * Relative entropy of one column of non-negative values; missing values are left out.
 * @param base the number whose logarithm divides the entropy; the rows summed when absent
 */
export function columnEntropy(values: Float64Array, { name, amount }: ZeroRule, base?: number): ColumnEntropy {
  const present = values.filter((z) => z === z);
  const zeros = present.reduce((count, z) => count + (z === 0 ? 1 : 0), 0);
  const rows = present.length;
  if (present.every((z) => z === present[0])) return { e: 1, d: 0, rows, zeros, constant: true };
  const z = name === "shift" ? present.map((one) => one + amount) : name === "replace" ? present.map((one) => one || amount) : present;
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
