/**
 * Regression of the recentered influence function of a statistic (Gini, quantile, variance) on columns: the coefficient of a column is
 * what a small shift of it everywhere does to the statistic. The mean of the function is the statistic itself.
 * Sources: Firpo, Fortin & Lemieux (2009), doi:10.3982/ECTA6822; Gini: Firpo, Fortin & Lemieux (2018), doi:10.3390/econometrics6020028.
 * Fails when columns are collinear, rows too few, the Gini has negative values or a mean of 0, or the outcome does not vary.
 */
import { pow } from "../../../ground/elementary/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { increasingOrder } from "../../../ground/order/index.js";
import { dot } from "../../../ground/sums/index.js";
import { type Result, result, rowsTable, settle } from "../../../method/index.js";
import { gaussianDensity } from "../../gaussian-density.js";
import { lorenzCurve } from "../../lorenz-curve.js";
import { linearQuantile } from "../../quantiles.js";
import { shareFault, weightedMean } from "../../rows.js";
import { outcomeAndParts, type Parts } from "../parts.js";
import { type FittedTerm, termColumns, weightedFit } from "../weighted-fit.js";
import { type RifRegressionOptions, rifRegressionCard } from "./rif-regression.method.js";

type Options = Partial<RifRegressionOptions> & { weights?: ArrayLike<number> };

export interface RifFit {
  readonly statistic: number;
  readonly terms: readonly FittedTerm[];
  readonly r2: number;
  /** the function itself, one number a complete row, in their order */
  readonly rif: readonly number[];
}

interface Influence {
  readonly statistic: number;
  readonly rif: Float64Array;
  readonly bandwidth?: number;
  readonly density?: number;
}

/**
 * @param values the outcome, one number a row, any unit; rows with it or a regressor missing, or of weight 0, are left out and counted
 * @param regressors columns of the same rows; a factor as columns of 0 and 1 with one level left out
 * @param options statistic, quantile, bandwidth; weights: one non-negative number a row
 * @returns value: the statistic, the coefficients (constant first) with robust standard errors, and the function; tables `rif-regression`, `terms`
 */
export function rifRegression(values: ArrayLike<number>, regressors: Parts, { weights, ...options }: Options = {}): Result<RifFit> {
  const chosen = settle(rifRegressionCard, options);
  const { names, y, x, p, n, dropped, weight } = outcomeAndParts(values, regressors, weights);
  const found = influence(y, p, chosen);
  const { terms, r2 } = weightedFit(found.rif, names, x, p);
  return result(rifRegressionCard, {
    options: chosen,
    value: { statistic: found.statistic, terms, r2, rif: Array.from(found.rif) },
    variant: `${rifRegressionCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [
      rowsTable("rif-regression", rifRegressionCard.names, [{ statistic: found.statistic, r2, n, mean: weightedMean(y, p) }], fitColumns),
      rowsTable(
        "terms",
        { en: "Coefficients", zh: "系数" },
        terms.map((one) => ({ ...one })),
        termColumns,
      ),
    ],
    trace: { rows: n, dropped, weight, bandwidth: found.bandwidth, density: found.density },
  });
}

function influence(y: Float64Array, p: Float64Array, { statistic, quantile, bandwidth }: RifRegressionOptions): Influence {
  if (statistic === "variance") {
    const mean = weightedMean(y, p);
    const rif = y.map((one) => (one - mean) * (one - mean));
    return { statistic: dot(p, rif), rif };
  }
  const order = increasingOrder(y);
  const sorted = { x: Float64Array.from(order, (i) => y[i]), p: Float64Array.from(order, (i) => p[i]) };
  return statistic === "gini" ? ofGini(y, sorted, order) : ofQuantile(y, sorted, quantile, bandwidth);
}

interface Sorted {
  readonly x: Float64Array;
  readonly p: Float64Array;
}

/** F and the generalised Lorenz curve are taken at the middle of each row's step, ties together: then the mean is exactly the Gini. */
function ofGini(y: Float64Array, { x, p }: Sorted, order: Uint32Array): Influence {
  const mean = weightedMean(x, p);
  if (!(mean > 0)) throw shareFault(mean);
  if (x[0] < 0) throw shareFault(x[0]);
  const { population, income } = lorenzCurve({ x, p });
  const n = x.length;
  let twice = 0;
  for (let i = 0; i < n; i++) twice += p[i] * (income[i] + (i > 0 ? income[i - 1] : 0));
  const gini = x[0] === x[n - 1] ? 0 : 1 - twice;
  const rif = new Float64Array(y.length);
  for (let start = 0; start < n; ) {
    let end = start;
    while (end + 1 < n && x[end + 1] === x[start]) end++;
    const below = (population[end] + (start > 0 ? population[start - 1] : 0)) / 2;
    const held = (income[end] + (start > 0 ? income[start - 1] : 0)) / 2;
    const ratio = x[start] / mean;
    const value = 1 + (1 - gini) * ratio - 2 * (ratio * (1 - below) + held);
    for (let i = start; i <= end; i++) rif[order[i]] = value;
    start = end + 1;
  }
  return { statistic: gini, rif };
}

function ofQuantile(y: Float64Array, { x, p }: Sorted, tau: number, given: number | undefined): Influence {
  const steps = { x, population: lorenzCurve({ x: new Float64Array(x.length).fill(1), p }).population };
  const at = linearQuantile(steps, tau);
  const bandwidth = given ?? silverman(x, p, linearQuantile(steps, 0.75) - linearQuantile(steps, 0.25));
  if (!(bandwidth > 0)) throw constantFault();
  const [density] = gaussianDensity(x, p, bandwidth, Float64Array.of(at));
  if (!(density > 0)) throw emptyFault(at, bandwidth);
  return { statistic: at, rif: y.map((one) => at + (tau - (one <= at ? 1 : 0)) / density), bandwidth, density };
}

/** 0.9 · min(sd, IQR/1.34) · n^(−1/5), the sample sd; the sd alone when the quartiles are one. */
function silverman(x: Float64Array, p: Float64Array, quartiles: number): number {
  const n = x.length;
  const mean = weightedMean(x, p);
  const squares = dot(
    p,
    x.map((one) => (one - mean) * (one - mean)),
  );
  const sd = Math.sqrt((squares * n) / (n - 1));
  return 0.9 * (quartiles > 0 ? Math.min(sd, quartiles / 1.34) : sd) * pow(n, -0.2);
}

const fitColumns = {
  statistic: { en: "statistic", zh: "统计量" },
  r2: { en: "R² of the regression", zh: "回归的 R²" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean of the outcome", zh: "被解释变量均值" },
};

const constantFault = (): Fault =>
  new Fault({
    code: "constant-outcome",
    found: { en: "the outcome does not vary", zh: "被解释变量没有变化" },
    expected: { en: "expected an outcome with some spread, for its density", zh: "估计密度需要被解释变量有离散" },
    next: { en: "check the column, or give a bandwidth", zh: "请检查该列，或给出 bandwidth" },
  });

const emptyFault = (at: number, bandwidth: number): Fault =>
  new Fault({
    code: "no-density",
    found: { en: `no row lies near the quantile ${at} at bandwidth ${bandwidth}`, zh: `带宽 ${bandwidth} 下，分位数 ${at} 附近没有观测` },
    expected: { en: "expected a density above 0 at the quantile", zh: "分位数处密度应大于 0" },
    next: { en: "give a larger bandwidth", zh: "请增大 bandwidth" },
  });
