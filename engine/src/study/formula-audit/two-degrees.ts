import type { Interval } from "./interval.js";
import { type Candidate, type CandidateRow, judge } from "./judge.js";
import type { Published } from "./published.js";

/** √(U1/U2), U1 the smaller, that gives a standard coupling degree C of two systems. */
const rootRatio = (c: number): number => (1 - Math.sqrt(1 - c * c)) / c;

/**
 * The smaller and the larger development that give a standard and a corrected coupling degree, of two systems:
 * with r = ((1 − √(1 − C²))/C)², U2 = (1 − C_mod²/r)/(1 − r) and U1 = r·U2; both rise with C and fall with C_mod.
 * Null where C may be 1: both are equal then, and any level gives the same.
 */
export function developmentsFrom(c: Interval | null, corrected: Interval | null): readonly [Interval, Interval] | null {
  if (!c || !corrected || !(c[0] > 0 && c[1] < 1)) return null;
  const larger = (degree: number, other: number): readonly [number, number] => {
    const r = rootRatio(degree) * rootRatio(degree);
    const u2 = (1 - (other * other) / r) / (1 - r);
    return [r * u2, u2];
  };
  const [low, high] = [larger(c[0], corrected[1]), larger(c[1], corrected[0])];
  return [
    [low[0], high[0]],
    [low[1], high[1]],
  ];
}

const pair: Candidate = {
  id: "wang-2021-of-the-same",
  names: {
    en: "consistent with the corrected coupling degree of Wang et al. (2021) of developments that also give the printed C, which is no proof",
    zh: "与所列 C 出自同一组发展水平的王淑佳等（2021）修正耦合度（只说明两列相容，并非证明）",
  },
  right: true,
};

/** Where no U is printed: C_mod² = r(1 − U2(1 − r)) with U2 in (0, 1], so C_mod lies between r and √r. */
export function judgePair(
  c: readonly (Published | null)[],
  corrected: readonly (Published | null)[],
  heading: string,
): CandidateRow | null {
  return judge(pair, heading, corrected, (row) => {
    const range = c[row]?.range;
    if (!range || !(range[0] > 0 && range[0] < 1)) return null;
    const [low, high] = [rootRatio(range[0]), rootRatio(Math.min(1, range[1]))];
    return [low * low, high];
  });
}
