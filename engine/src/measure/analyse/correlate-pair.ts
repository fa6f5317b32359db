import { studentT } from "../../ground/special/index.js";
import { averageRanks, correlation } from "../moments.js";
import { kendallTest } from "./kendall-test.js";

export type CorrelationKind = "pearson" | "spearman" | "kendall";

export interface PairCorrelation {
  /** rows in which both values are there */
  readonly n: number;
  /** null for fewer than three rows, or when one of the two does not vary over them */
  readonly r: number | null;
  /** two-sided, of no correlation */
  readonly p: number | null;
  readonly test: "t" | "exact" | "normal" | null;
}

/** One correlation over the rows where both values are there: Pearson and Spearman by Student's t with n − 2, Kendall's τ-b by its own test. */
export function correlatePair(a: Float64Array, b: Float64Array, kind: CorrelationKind): PairCorrelation {
  const both = (_: number, k: number): boolean => a[k] === a[k] && b[k] === b[k];
  const [x, y] = [a.filter(both), b.filter(both)];
  const n = x.length;
  const none = { n, r: null, p: null, test: null };
  if (n < 3 || !varies(x) || !varies(y)) return none;
  if (kind === "kendall") {
    const { tau, p, rule } = kendallTest(x, y);
    return { n, r: tau, p, test: rule };
  }
  const r = kind === "spearman" ? correlation(averageRanks(x), averageRanks(y)) : correlation(x, y);
  if (r !== r) return none;
  const t = Math.abs(r) * Math.sqrt((n - 2) / ((1 - Math.abs(r)) * (1 + Math.abs(r))));
  return { n, r, p: Math.min(1, 2 * studentT(n - 2).upper(t)), test: "t" };
}

const varies = (values: Float64Array): boolean => values.some((one) => one !== values[0]);
