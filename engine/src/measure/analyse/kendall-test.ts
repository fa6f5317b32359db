/**
 * Kendall's τ-b with its two-sided p-value. Exact (every order of the ranks equally likely) for fewer than 50 rows without ties;
 * otherwise S against the normal distribution, its variance corrected for ties. Kendall 1945, doi:10.1093/biomet/33.3.239.
 */
import { normal } from "../../ground/special/index.js";
import { kendall } from "../uncertainty/rank-agreement.js";

export interface KendallTest {
  readonly tau: number;
  /** concordant less discordant pairs */
  readonly s: number;
  readonly p: number;
  readonly rule: "exact" | "normal";
}

/** @param a two lists of the same length without missing values, at least two rows, each varying
 * @param continuity take 1 off |S| before the normal distribution is asked */
export function kendallTest(a: Float64Array, b: Float64Array, continuity = false): KendallTest {
  const n = a.length;
  const [tiesA, tiesB] = [tiesOf(a), tiesOf(b)];
  const all = (n * (n - 1)) / 2;
  const tau = kendall(a, b);
  const s = Math.round(tau * Math.sqrt(all - pairs(tiesA)) * Math.sqrt(all - pairs(tiesB)));
  if (tiesA.length === 0 && tiesB.length === 0 && n < 50) return { tau, s, p: exactTail(n, Math.abs(s)), rule: "exact" };
  const v0 = n * (n - 1) * (2 * n + 5) - spread(tiesA) - spread(tiesB);
  const v1 = (4 * pairs(tiesA) * pairs(tiesB)) / (2 * n * (n - 1));
  const v2 = n > 2 ? (triples(tiesA) * triples(tiesB)) / (9 * n * (n - 1) * (n - 2)) : 0;
  const size = Math.max(0, Math.abs(s) - (continuity ? 1 : 0));
  return { tau, s, p: Math.min(1, 2 * normal.upper(size / Math.sqrt(v0 / 18 + v1 + v2))), rule: "normal" };
}

/** Sizes of the groups of equal values, those of one left out. */
function tiesOf(values: Float64Array): number[] {
  const sorted = values.slice().sort();
  const sizes: number[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (to - from > 1) sizes.push(to - from);
    from = to;
  }
  return sizes;
}

const total = (sizes: readonly number[], of: (t: number) => number): number => sizes.reduce((sum, t) => sum + of(t), 0);
const pairs = (sizes: readonly number[]): number => total(sizes, (t) => (t * (t - 1)) / 2);
const triples = (sizes: readonly number[]): number => total(sizes, (t) => t * (t - 1) * (t - 2));
const spread = (sizes: readonly number[]): number => total(sizes, (t) => t * (t - 1) * (2 * t + 5));

/** P(|S| ≥ s) when every order is equally likely: chances of each number of inversions, built up row by row. */
function exactTail(n: number, s: number): number {
  let chance = [1];
  for (let rows = 2; rows <= n; rows++) {
    const next = new Array<number>(chance.length + rows - 1).fill(0);
    for (let k = 0; k < chance.length; k++) for (let j = 0; j < rows; j++) next[k + j] += chance[k] / rows;
    chance = next;
  }
  const discordant = ((n * (n - 1)) / 2 - s) / 2;
  let tail = 0;
  for (let k = 0; k <= discordant; k++) tail += chance[k];
  return Math.min(1, 2 * tail);
}
