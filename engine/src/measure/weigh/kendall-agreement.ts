import { chiSquared } from "../../ground/special/index.js";
import { sum } from "../../ground/sums/index.js";
import { averageRanks } from "../moments.js";

export interface Agreement {
  /** Kendall's coefficient of concordance, 0 to 1; null when no expert tells the items apart */
  readonly w: number | null;
  /** m(n − 1)W against χ² with n − 1 degrees of freedom */
  readonly chiSquared: number | null;
  readonly p: number | null;
}

/** Kendall's W of m experts (rows) about n items, ties corrected (Kendall & Babington Smith 1939). */
export function kendallAgreement(scores: readonly (readonly number[])[]): Agreement {
  const m = scores.length;
  const n = scores[0].length;
  const ranks = scores.map((row) => averageRanks(Float64Array.from(row)));
  const totals = scores[0].map((_, j) => sum(ranks.map((row) => row[j])));
  const centre = (m * (n + 1)) / 2;
  const spread = sum(totals.map((one) => (one - centre) * (one - centre)));
  const ties = sum(scores.map((row) => sum([...counts(row)].map((t) => t * t * t - t))));
  const most = m * m * (n * n * n - n) - m * ties;
  if (!(most > 0)) return { w: null, chiSquared: null, p: null };
  const w = (12 * spread) / most;
  const statistic = m * (n - 1) * w;
  return { w, chiSquared: statistic, p: chiSquared(n - 1).upper(statistic) };
}

function counts(row: readonly number[]): Iterable<number> {
  const found = new Map<number, number>();
  for (const one of row) found.set(one, (found.get(one) ?? 0) + 1);
  return found.values();
}
