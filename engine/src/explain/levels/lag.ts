import type { Text } from "../../ground/words/index.js";

/** Which of two systems lags behind. */
export type Lag = "first" | "together" | "second";

/**
 * `ratio`: x/y between the cuts is together; `difference`: x − y between the cuts is together;
 * `graded`: only x = y is together, and the smaller over the larger grades the lag (1 slight, 2 fair, 3 severe).
 */
export type LagRule = "ratio" | "difference" | "graded";

/** Cuts inside which two systems count as developing together, by rule; `graded` has its own grades. */
export const synchronousCuts: Readonly<Record<LagRule, readonly [number, number]>> = {
  ratio: [0.8, 1.2],
  difference: [-0.1, 0.1],
  graded: [1, 1],
};

export const lagNames: Readonly<Record<Lag, Text>> = {
  first: { en: "the first system lags", zh: "系统1滞后型" },
  together: { en: "together", zh: "同步发展型" },
  second: { en: "the second system lags", zh: "系统2滞后型" },
};

/** Upper bounds of smaller/larger for the grades 3 and 2 of `graded`; source: ChinaXiv-201711.00108. */
const gradeCuts = [0.3, 0.5] as const;
export const gradeNames: readonly Text[] = [
  { en: "slight lag", zh: "轻度滞后" },
  { en: "fair lag", zh: "比较滞后" },
  { en: "severe lag", zh: "严重滞后" },
];

const rounded = (value: number): number => Math.round(value * 1e12) / 1e12;

/** Lag of two developments (0 to 1, not both 0): compared after rounding to 12 decimals; the cuts themselves count as together. */
export function lagOf(x: number, y: number, rule: LagRule, [low, high]: readonly [number, number]): Lag {
  const measure = rule === "difference" ? rounded(x - y) : rounded(Math.min(x / y, 1e3));
  return measure < low ? "first" : measure > high ? "second" : "together";
}

/** Grade of a lag: 0 none, 1 slight, 2 fair, 3 severe. */
export function lagGrade(x: number, y: number): number {
  const ratio = rounded(Math.min(x, y) / Math.max(x, y));
  return ratio <= gradeCuts[0] ? 3 : ratio <= gradeCuts[1] ? 2 : ratio < 1 ? 1 : 0;
}
