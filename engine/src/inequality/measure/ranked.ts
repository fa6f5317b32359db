import { Fault } from "../../ground/fault/index.js";
import { rows, weightedMean } from "../rows.js";

/** Rows sorted by a ranking variable, with their fractional ranks. */
export interface Ranked {
  /** values measured, in the order of the ranks */
  readonly h: Float64Array;
  /** values ranked by, in increasing order */
  readonly by: Float64Array;
  /** share of each row in the total weight */
  readonly p: Float64Array;
  /** R = F before the row + p/2, tied rows sharing their mean rank, less ½: their weighted mean is 0 */
  readonly rank: Float64Array;
  readonly n: number;
  readonly dropped: number;
  readonly total: number;
}

/** Rows with a value, a rank and a positive weight, in the order of the ranking variable. Throws a Fault on bad rows. */
export function ranked(values: ArrayLike<number>, by: ArrayLike<number>, weights?: ArrayLike<number>): Ranked {
  if (by.length !== values.length) throw rankFault(by.length, values.length);
  const present = Float64Array.from(by, (one, i) => (values[i] === values[i] ? one : Number.NaN));
  const all = rows(present, weights);
  const h = new Float64Array(all.n);
  for (let i = 0; i < all.n; i++) h[i] = values[all.row[i]];
  if (h.some((one) => !Number.isFinite(one))) rows(h);
  return { h, by: all.x, p: all.p, rank: fractionalRanks(all.x, all.p), n: all.n, dropped: all.dropped, total: all.total };
}

/** Concentration index 2 Σ p h R / μ − 1 of values along ranks; for values ranked by themselves the Gini coefficient. */
export function concentration(h: Float64Array, { p, rank }: Pick<Ranked, "p" | "rank">): number {
  const mean = weightedMean(h, p);
  let [total, lost] = [0, 0];
  for (let i = 0; i < h.length; i++) {
    const part = p[i] * rank[i] * (h[i] / mean - 1);
    const next = total + part;
    lost += Math.abs(total) >= Math.abs(part) ? total - next + part : part - next + total;
    total = next;
  }
  return 2 * (total + lost);
}

function fractionalRanks(x: Float64Array, p: Float64Array): Float64Array {
  const rank = new Float64Array(x.length);
  let before = 0;
  for (let start = 0; start < x.length; ) {
    let [end, share] = [start, 0];
    while (end < x.length && x[end] === x[start]) share += p[end++];
    rank.fill(before + share / 2 - 0.5, start, end);
    before += share;
    start = end;
  }
  return rank;
}

const rankFault = (given: number, wanted: number): Fault =>
  new Fault({
    code: "bad-ranks",
    found: { en: `${given} values to rank by`, zh: `排序变量有 ${given} 个值` },
    expected: { en: `expected ${wanted}, one a row`, zh: `应为 ${wanted} 个，每行一个` },
    next: { en: "give each row a value to rank it by; empty is missing", zh: "请为每行给出排序变量的值，缺失留空" },
  });
