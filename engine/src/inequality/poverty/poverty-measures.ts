import { sum } from "../../ground/sums/index.js";
import { type Design, standardError } from "../survey-variance.js";
import type { Deprivation } from "./deprivation.js";

export interface PovertyMeasures {
  /** share of the poor */
  readonly h: number;
  /** mean deprivation score of the poor; null when there are none */
  readonly a: number | null;
  readonly m0: number;
  /** null when an indicator has no size of shortfall */
  readonly m1: number | null;
  readonly m2: number | null;
}

/** By rule: share of people deprived, and share of people poor and deprived; what it adds to M0. */
export interface RuleMeasures {
  readonly headcount: number;
  readonly censored: number;
  readonly contribution: number;
}

/** Σ people · of(row) over the rows inside (their positions), per person inside. */
function perPerson(d: Deprivation, inside: Uint32Array, of: (r: number) => number): number {
  const [parts, people] = [new Float64Array(inside.length), new Float64Array(inside.length)];
  for (let k = 0; k < inside.length; k++) {
    people[k] = d.people[inside[k]];
    parts[k] = people[k] * of(inside[k]);
  }
  return sum(parts) / sum(people);
}

export function povertyMeasures(d: Deprivation, poor: Uint8Array, inside: Uint32Array, sized: boolean): PovertyMeasures {
  const h = perPerson(d, inside, (r) => poor[r]);
  const m0 = perPerson(d, inside, (r) => (poor[r] ? d.score[r] : 0));
  const gaps = (power: 1 | 2): number =>
    perPerson(d, inside, (r) => {
      if (!poor[r]) return 0;
      let total = 0;
      for (let j = 0; j < d.part.length; j++) total += d.part[j][r] * (power === 1 ? d.gap[j][r] : d.gap[j][r] * d.gap[j][r]);
      return total;
    });
  return { h, a: h > 0 ? m0 / h : null, m0, m1: sized ? gaps(1) : null, m2: sized ? gaps(2) : null };
}

export const ruleMeasures = (d: Deprivation, poor: Uint8Array, inside: Uint32Array): RuleMeasures[] =>
  d.part.map((part) => ({
    headcount: perPerson(d, inside, (r) => (part[r] > 0 ? 1 : 0)),
    censored: perPerson(d, inside, (r) => (part[r] > 0 && poor[r] ? 1 : 0)),
    contribution: perPerson(d, inside, (r) => (poor[r] ? part[r] : 0)),
  }));

/** Linearised values of H, A and M0, one a row, 0 outside: each estimate less its limit is about their total. */
export function linearised(
  d: Deprivation,
  poor: Uint8Array,
  inside: Uint32Array,
  { h, a, m0 }: PovertyMeasures,
): Record<"h" | "a" | "m0", Float64Array> {
  const total = sum(Float64Array.from(inside, (r) => d.people[r]));
  const of = (value: (r: number) => number): Float64Array => {
    const u = new Float64Array(d.people.length);
    for (const r of inside) u[r] = (d.people[r] / total) * value(r);
    return u;
  };
  return {
    h: of((r) => poor[r] - h),
    a: of((r) => (poor[r] && a !== null ? (d.score[r] - a) / h : 0)),
    m0: of((r) => (poor[r] ? d.score[r] : 0) - m0),
  };
}

/** Standard errors of H, A and M0 by Taylor linearisation. */
export function errorsOf(d: Deprivation, poor: Uint8Array, inside: Uint32Array, found: PovertyMeasures, design: Design) {
  const u = linearised(d, poor, inside, found);
  return {
    se_h: standardError(u.h, design),
    se_a: found.a === null ? null : standardError(u.a, design),
    se_m0: standardError(u.m0, design),
  };
}
