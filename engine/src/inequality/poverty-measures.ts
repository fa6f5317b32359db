import { sum } from "../ground/sums/index.js";
import type { Deprivation } from "./deprivation.js";
import { type Design, standardError } from "./survey-variance.js";

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

/** Σ people · of(row) over the rows inside, per person inside. */
const perPerson = (d: Deprivation, inside: Uint8Array, of: (r: number) => number): number =>
  sum(d.people.map((w, r) => (inside[r] ? w * of(r) : 0))) / sum(d.people.map((w, r) => (inside[r] ? w : 0)));

export function povertyMeasures(d: Deprivation, poor: Uint8Array, inside: Uint8Array, sized: boolean): PovertyMeasures {
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

export const ruleMeasures = (d: Deprivation, poor: Uint8Array, inside: Uint8Array): RuleMeasures[] =>
  d.part.map((part) => ({
    headcount: perPerson(d, inside, (r) => (part[r] > 0 ? 1 : 0)),
    censored: perPerson(d, inside, (r) => (part[r] > 0 && poor[r] ? 1 : 0)),
    contribution: perPerson(d, inside, (r) => (poor[r] ? part[r] : 0)),
  }));

/** Linearised values of H, A and M0, one a row: each estimate less its limit is about their total. */
export function linearised(
  d: Deprivation,
  poor: Uint8Array,
  inside: Uint8Array,
  { h, a, m0 }: PovertyMeasures,
): Record<"h" | "a" | "m0", Float64Array> {
  const total = sum(d.people.map((w, r) => (inside[r] ? w : 0)));
  const of = (value: (r: number) => number): Float64Array => d.people.map((w, r) => (inside[r] ? (w / total) * value(r) : 0));
  return {
    h: of((r) => poor[r] - h),
    a: of((r) => (poor[r] && a !== null ? (d.score[r] - a) / h : 0)),
    m0: of((r) => (poor[r] ? d.score[r] : 0) - m0),
  };
}

/** Standard errors of H, A and M0 by Taylor linearisation. */
export function errorsOf(d: Deprivation, poor: Uint8Array, inside: Uint8Array, found: PovertyMeasures, design: Design) {
  const u = linearised(d, poor, inside, found);
  return {
    se_h: standardError(u.h, design),
    se_a: found.a === null ? null : standardError(u.a, design),
    se_m0: standardError(u.m0, design),
  };
}
