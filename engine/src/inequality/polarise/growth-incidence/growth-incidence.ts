/**
 * Growth incidence curve g(q) = (x_T(q)/x_0(q))^(1/T) − 1, growth of the bottom, the shared prosperity premium g_b40 − g_μ,
 * and the rate of pro-poor growth (1/H)∫₀^H g(q) dq, the integral taken exactly over step quantile functions.
 * Source: Ravallion & Chen (2003), doi:10.1016/S0165-1765(02)00205-7.
 * Fails when a value is negative, nothing is shared, or the dates are not apart. Growth from 0 is null with a warning.
 */
import { expm1, ln } from "../../../ground/elementary/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { finite, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { type LorenzCurve, lorenzAt, lorenzCurve } from "../../lorenz-curve.js";
import { linearQuantile, stepQuantile } from "../../quantiles.js";
import { type Rows, rows, shareFault } from "../../rows.js";
import { type GrowthIncidenceOptions, growthIncidenceCard } from "./growth-incidence.method.js";

type Options = Partial<GrowthIncidenceOptions> & {
  years?: number;
  weights?: ArrayLike<number>;
  weightsAfter?: ArrayLike<number>;
};

export interface GrowthIncidence {
  /** growth a year of the mean, of the mean of the bottom, and the second less the first: 0.05 is 5 % */
  readonly mean: number | null;
  readonly bottom: number | null;
  readonly premium: number | null;
  /** mean growth a year of the quantiles of the poor, Ravallion & Chen */
  readonly proPoor: number | null;
}

interface Date {
  readonly all: Rows;
  readonly curve: LorenzCurve;
}

/**
 * @param before one number a row at the first date, any unit; NaN rows and rows of weight 0 are left out
 * @param after the same at the second date; its rows need be neither the same nor as many
 * @param options years between the dates (last − first when absent); bottom, border, quantiles, step, line, prices; weights, weightsAfter (the
 *   same as weights when absent and the rows are as many)
 * @returns value: growth rates a year; table `curve` with g(q)
 */
export function growthIncidence(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  { years: given, weights, weightsAfter = weights, ...options }: Options = {},
): Result<GrowthIncidence> {
  const chosen = settle(growthIncidenceCard, options);
  const years = given ?? (chosen.last ?? Number.NaN) - (chosen.first ?? Number.NaN);
  if (!(years > 0 && years < Number.POSITIVE_INFINITY)) throw yearsFault(given);
  const [start, end] = [dateOf(before, weights), dateOf(deflated(after, chosen.prices), weightsAfter)];
  const annual = (from: number | null, to: number | null): number | null =>
    from === null || to === null || from === 0 ? null : to === 0 ? -1 : finite(expm1(ln(to / from) / years));

  const [low, high] = [start, end].map((one) => bottomMean(one, chosen));
  const mean = annual(start.all.mean, end.all.mean);
  const bottom = annual(low, high);
  const poor = chosen.line === undefined ? chosen.bottom : shareBelow(start.curve, chosen.line);
  const proPoor = poor > 0 ? meanGrowth(start.curve, end.curve, poor, annual) : null;
  const value = { mean, bottom, premium: bottom === null || mean === null ? null : bottom - mean, proPoor };
  const curve = curveOf(start.curve, end.curve, chosen, annual);
  const totals = {
    mean_growth: mean,
    bottom_growth: bottom,
    premium: value.premium,
    pro_poor: proPoor,
    poor_share: poor,
    years,
    mean_before: start.all.mean,
    mean_after: end.all.mean,
    bottom_before: low,
    bottom_after: high,
    n_before: start.all.n,
    n_after: end.all.n,
  };
  return result(growthIncidenceCard, {
    options: chosen,
    value,
    variant: `${growthIncidenceCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [
      rowsTable("growth-incidence", growthIncidenceCard.names, [totals], totalColumns),
      rowsTable("curve", { en: "Growth incidence curve", zh: "增长发生曲线" }, curve, curveColumns),
    ],
    trace: { years, rows: [start.all.n, end.all.n], dropped: [start.all.dropped, end.all.dropped], poor },
    warnings: [
      ...(chosen.prices === undefined ? [notReal] : []),
      ...(bottom === null || proPoor === null || curve.some((one) => one.growth === null) ? [fromNothing] : []),
    ],
  });
}

function dateOf(values: ArrayLike<number>, weights?: ArrayLike<number>): Date {
  const all = rows(values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  if (all.x[0] < 0) throw shareFault(all.x[0]);
  return { all, curve: lorenzCurve(all) };
}

const deflated = (values: ArrayLike<number>, prices = 1): ArrayLike<number> =>
  prices === 1 ? values : Float64Array.from(values, (one) => one / prices);

/** Mean of the poorest; null when no row lies wholly among them and rows are not divided. */
function bottomMean({ all, curve }: Date, { bottom, border }: GrowthIncidenceOptions): number | null {
  if (border === "fractional") return (lorenzAt(curve, bottom) * all.mean) / bottom;
  let k = 0;
  while (k < all.n && curve.population[k] <= bottom + 1e-12) k++;
  return k === 0 ? null : (curve.income[k - 1] * all.mean) / curve.population[k - 1];
}

function shareBelow({ x, population }: LorenzCurve, line: number): number {
  let k = 0;
  while (k < x.length && x[k] < line) k++;
  return k === 0 ? 0 : population[k - 1];
}

type Annual = (from: number, to: number) => number | null;

/** (1/H)∫₀^H g(q) dq of two step quantile functions: g is constant between the steps of either. */
function meanGrowth(from: LorenzCurve, to: LorenzCurve, H: number, annual: Annual): number | null {
  let [i, j, reached, total] = [0, 0, 0, 0];
  while (reached < H - 1e-12 && i < from.x.length && j < to.x.length) {
    const next = Math.min(from.population[i], to.population[j], H);
    if (next > reached) {
      const growth = annual(from.x[i], to.x[j]);
      if (growth === null) return null;
      total += (next - reached) * growth;
      reached = next;
    }
    if (from.population[i] <= next + 1e-15) i++;
    if (to.population[j] <= next + 1e-15) j++;
  }
  return total / reached;
}

function curveOf(from: LorenzCurve, to: LorenzCurve, { quantiles, step }: GrowthIncidenceOptions, annual: Annual) {
  const quantile = quantiles === "linear" ? linearQuantile : stepQuantile;
  const count = Math.ceil(1 / step - 1e-9) - 1;
  return Array.from({ length: count }, (_, k) => {
    const q = Math.round((k + 1) * step * 1e12) / 1e12;
    const [before, after] = [quantile(from, q), quantile(to, q)];
    return { q, before, after, growth: annual(before, after) };
  });
}

const totalColumns = {
  mean_growth: { en: "growth of the mean, a year", zh: "均值年增长率" },
  bottom_growth: { en: "growth of the bottom, a year", zh: "低收入群体年增长率" },
  premium: { en: "shared prosperity premium", zh: "共享繁荣溢价" },
  pro_poor: { en: "rate of pro-poor growth, a year", zh: "益贫增长率（年）" },
  poor_share: { en: "share of people the pro-poor rate is over", zh: "益贫增长率所涉人口占比" },
  years: { en: "years", zh: "年数" },
  mean_before: { en: "mean at the first date", zh: "起始均值" },
  mean_after: { en: "mean at the second date", zh: "截止均值" },
  bottom_before: { en: "mean of the bottom at the first date", zh: "起始低收入群体均值" },
  bottom_after: { en: "mean of the bottom at the second date", zh: "截止低收入群体均值" },
  n_before: { en: "rows at the first date", zh: "起始行数" },
  n_after: { en: "rows at the second date", zh: "截止行数" },
};

const curveColumns = {
  q: { en: "quantile", zh: "分位点" },
  before: { en: "first date", zh: "起始" },
  after: { en: "second date", zh: "截止" },
  growth: { en: "growth a year", zh: "年增长率" },
};

const notReal: Warning = {
  code: "not-real",
  text: {
    en: "values are taken as they stand: at current prices the growth holds inflation; state prices (1 for constant prices)",
    zh: "数值按原样计算：若为现价，增长中含有物价上涨；请写明 prices（已是可比价写 1）",
  },
};
const fromNothing: Warning = {
  code: "no-growth-rate",
  text: {
    en: "where the first date has 0, or no row at the bottom, there is no growth rate",
    zh: "起始值为 0 或低收入群体无行时，无法计算增长率",
  },
};

const yearsFault = (years: number | undefined): Fault =>
  new Fault({
    code: "bad-years",
    place: { path: "years" },
    found:
      years === undefined
        ? { en: "no years between the dates", zh: "未给出两个时点相隔的年数" }
        : { en: `${years} years`, zh: `年数为 ${years}` },
    expected: { en: "expected a number of years above 0", zh: "应为大于 0 的年数" },
    next: { en: "give years, or first and last", zh: "请给出 years，或 first 与 last" },
  });
