/**
 * Middle-income share M = Σ p [a ≤ y ≤ b]: with a band around the median m, 0.75 m to 2 m, or with a band in money at the prices of one year.
 * Beside it stand the band in money and the income share of the middle 60 %, L(.8) − L(.2), which needs no band.
 * Source: OECD (2019), Under Pressure: The Squeezed Middle Class, doi:10.1787/689afed1-en, for the band of 75 to 200 % of the median.
 * Fails when a value is negative or nothing is shared, and when an absolute band has no borders or they are the wrong way round.
 */
import { Fault } from "../../../ground/fault/index.js";
import { type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { lorenzAt, lorenzCurve } from "../../lorenz-curve.js";
import { stepQuantile } from "../../quantiles.js";
import { rows, shareFault } from "../../rows.js";
import { bandColumns, bandShares } from "../income-band.js";
import { realValues } from "../real-values.js";
import { type MiddleIncomeShareOptions, middleIncomeShareCard } from "./middle-income-share.method.js";

type Options = Partial<MiddleIncomeShareOptions> & { weights?: ArrayLike<number>; prices?: ArrayLike<number> };

/**
 * @param values one income a row (of a household where the band is one of households), any unit; NaN rows and rows of weight 0 are left out
 * @param options band, from, to, priceYear; weights: one non-negative number a row; prices: price index of each row, 1 at the prices of the band
 * @returns value: the share of people in the band, 0 to 1; table `middle-income-share` with the shares around it, the median and the band in money
 */
export function middleIncomeShare(values: ArrayLike<number>, { weights, prices, ...options }: Options = {}): Result<number> {
  const chosen = settle(middleIncomeShareCard, options);
  const [lower, upper] = bordersOf(chosen);
  const all = rows(realValues(values, prices), weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  if (all.x[0] < 0) throw shareFault(all.x[0]);
  const curve = lorenzCurve(all);
  const median = stepQuantile(curve, 0.5);
  const unit = chosen.band === "relative" ? median : 1;
  const [from, to] = [lower * unit, upper * unit];
  const { below, middle, above, income } = bandShares(curve, from, to);
  const middle60 = lorenzAt(curve, 0.8) - lorenzAt(curve, 0.2);
  const cells = { middle, below, above, middle_income: income, middle60, median, from, to, n: all.n, mean: all.mean };
  return result(middleIncomeShareCard, {
    options: chosen,
    value: middle,
    variant: `${middleIncomeShareCard.variant(chosen)} · ${prices ? "values over the price index" : "values as they stand"} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: [rowsTable("middle-income-share", middleIncomeShareCard.names, [cells], columns)],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean, median, from, to, deflated: prices !== undefined },
    warnings: [
      ...(chosen.band === "absolute" && chosen.priceYear === undefined ? [noPriceYear] : []),
      ...(chosen.band === "relative" && median === 0 ? [noMedian] : []),
    ],
  });
}

function bordersOf({ band, from, to }: MiddleIncomeShareOptions): readonly [number, number] {
  if (band === "relative") return ordered(from ?? 0.75, to ?? 2);
  if (from === undefined || to === undefined) {
    throw bandFault({ en: "an absolute band without both borders", zh: "绝对区间缺少上限或下限" });
  }
  return ordered(from, to);
}

function ordered(from: number, to: number): readonly [number, number] {
  if (from > to) throw bandFault({ en: `a band from ${from} to ${to}`, zh: `区间为 ${from} 至 ${to}` });
  return [from, to];
}

const { below, middle, above, ...others } = bandColumns;
const columns = {
  middle,
  below,
  above,
  ...others,
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean", zh: "均值" },
};

const noPriceYear: Warning = {
  code: "no-price-year",
  text: {
    en: "the year of the band's prices is not stated: over the years a fixed amount of money buys less",
    zh: "未注明区间所用价格的年份：同一金额的购买力会逐年变化",
  },
};
const noMedian: Warning = {
  code: "zero-median",
  text: { en: "the median is 0, so the band has no width", zh: "中位数为 0，区间没有宽度" },
};

const bandFault = (found: { en: string; zh: string }): Fault =>
  new Fault({
    code: "bad-band",
    place: { path: "from" },
    found,
    expected: { en: "expected from and to, from not above to", zh: "应给出 from 与 to，且 from 不大于 to" },
    next: {
      en: "write e.g. {band: absolute, from: 100000, to: 500000, priceYear: 2018}",
      zh: "如 {band: absolute, from: 100000, to: 500000, priceYear: 2018}",
    },
  });
