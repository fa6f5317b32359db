import type { LorenzCurve } from "../lorenz-curve.js";

export interface BandShares {
  /** shares of the population below, in and above the band; both borders belong to it */
  readonly below: number;
  readonly middle: number;
  readonly above: number;
  /** share of the total held in the band */
  readonly income: number;
}

/** A row this near outside a border, relatively, is on it: prices and multiples of the median are rounded. */
const slack = 1e-12;

/** How population and total divide over a band of values. */
export function bandShares({ x, population, income }: LorenzCurve, from: number, to: number): BandShares {
  const start = firstFrom(x, (one) => one >= from * (1 - slack));
  const end = firstFrom(x, (one) => one > to * (1 + slack));
  const upTo = (shares: Float64Array, k: number): number => (k === 0 ? 0 : shares[k - 1]);
  return {
    below: upTo(population, start),
    middle: Math.max(0, upTo(population, end) - upTo(population, start)),
    above: end === x.length ? 0 : 1 - upTo(population, end),
    income: Math.max(0, upTo(income, end) - upTo(income, start)),
  };
}

/** Names of the columns that say how people divide over a band and what it is in money. */
export const bandColumns = {
  below: { en: "share of people below the band", zh: "低于区间的人口占比" },
  middle: { en: "share of people in the band", zh: "中等收入群体占比" },
  above: { en: "share of people above the band", zh: "高于区间的人口占比" },
  middle_income: { en: "share of the income held in the band", zh: "区间内人口的收入份额" },
  middle60: { en: "share of the income of the middle 60 %, L(.8) − L(.2)", zh: "中间 60% 人口的收入份额 L(.8) − L(.2)" },
  median: { en: "median", zh: "中位数" },
  from: { en: "band from", zh: "区间下限" },
  to: { en: "band to", zh: "区间上限" },
};

/** The first place of sorted values from which on `holds` is true. */
function firstFrom(x: Float64Array, holds: (one: number) => boolean): number {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(x[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
