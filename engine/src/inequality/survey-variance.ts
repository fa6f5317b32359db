/**
 * Variance of a total of linearised values under stratified cluster sampling with replacement of primary sampling units:
 * Σ_h n_h/(n_h − 1) Σ_c (u_hc − ū_h)². Source: Wolter (2007), Introduction to Variance Estimation.
 */
import { sum } from "../ground/sums/index.js";

export interface Design {
  /** primary sampling unit of each row, whole numbers from 0; a unit lies in one stratum */
  readonly psu: Uint32Array;
  /** stratum of each primary sampling unit, whole numbers from 0 */
  readonly stratumOf: Uint32Array;
  readonly strata: number;
  /** strata with one primary sampling unit: no variance, or around the mean of all units */
  readonly single: "null" | "centred";
}

/** The design from the keys of every row; without them every row is a sampling unit of one stratum. */
export function design(psu: readonly string[], stratum: readonly string[], single: Design["single"]): Design {
  const units = new Map<string, number>();
  const strata = new Map<string, number>();
  const stratumOf: number[] = [];
  const of = psu.map((key, i) => {
    const full = `${stratum[i]}\n${key}`;
    let at = units.get(full);
    if (at === undefined) {
      units.set(full, (at = units.size));
      let home = strata.get(stratum[i]);
      if (home === undefined) strata.set(stratum[i], (home = strata.size));
      stratumOf.push(home);
    }
    return at;
  });
  return { psu: Uint32Array.from(of), stratumOf: Uint32Array.from(stratumOf), strata: strata.size, single };
}

/** Whether some stratum holds one primary sampling unit only. */
export const hasSingle = ({ stratumOf, strata }: Design): boolean => perStratum(stratumOf, strata).some((n) => n === 1);

/** Standard error of Σ u; null where a stratum has one unit and nothing is to be assumed of it. */
export function standardError(u: Float64Array, { psu, stratumOf, strata, single }: Design): number | null {
  const totals = new Float64Array(stratumOf.length);
  for (let i = 0; i < u.length; i++) totals[psu[i]] += u[i];
  const counts = perStratum(stratumOf, strata);
  const means = new Float64Array(strata);
  for (let c = 0; c < totals.length; c++) means[stratumOf[c]] += totals[c] / counts[stratumOf[c]];
  const grand = sum(totals) / totals.length;
  const alone = counts.some((n) => n === 1);
  if (alone && (single === "null" || totals.length < 2)) return null;
  const terms = totals.map((total, c) => {
    const n = counts[stratumOf[c]];
    if (n === 1) return (total - grand) * (total - grand);
    const away = total - means[stratumOf[c]];
    return (n / (n - 1)) * away * away;
  });
  return Math.sqrt(sum(terms));
}

function perStratum(stratumOf: Uint32Array, strata: number): Uint32Array {
  const counts = new Uint32Array(strata);
  for (const h of stratumOf) counts[h]++;
  return counts;
}
