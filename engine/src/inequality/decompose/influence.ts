import { pow } from "../../ground/elementary/index.js";
import { Fault } from "../../ground/fault/index.js";
import { increasingOrder } from "../../ground/order/index.js";
import { dot } from "../../ground/sums/index.js";
import { gaussianDensity } from "../gaussian-density.js";
import { lorenzCurve } from "../lorenz-curve.js";
import { linearQuantile, stepQuantile } from "../quantiles.js";
import { shareFault, weightedMean } from "../rows.js";

/** Which statistic, and how a quantile and the density there are taken. */
export interface InfluenceRule {
  readonly statistic: "gini" | "quantile" | "variance";
  readonly quantile: number;
  readonly rule: "interpolated" | "step";
  readonly bandwidth?: number;
  readonly spread: "weighted" | "rows";
}

/** A statistic and its recentered influence function, one number a row. */
export interface Influence {
  readonly statistic: number;
  readonly rif: Float64Array;
  readonly bandwidth?: number;
  readonly density?: number;
}

/** Rows y with shares p that sum to 1, in any order. */
export function influence(y: Float64Array, p: Float64Array, chosen: InfluenceRule): Influence {
  const { statistic } = chosen;
  if (statistic === "variance") {
    const mean = weightedMean(y, p);
    const rif = y.map((one) => (one - mean) * (one - mean));
    return { statistic: dot(p, rif), rif };
  }
  const order = increasingOrder(y);
  const sorted = { x: Float64Array.from(order, (i) => y[i]), p: Float64Array.from(order, (i) => p[i]) };
  return statistic === "gini" ? ofGini(y, sorted, order) : ofQuantile(y, sorted, chosen);
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

function ofQuantile(y: Float64Array, { x, p }: Sorted, { quantile: tau, rule, bandwidth: given, spread }: InfluenceRule): Influence {
  const steps = { x, population: lorenzCurve({ x: new Float64Array(x.length).fill(1), p }).population };
  const at = rule === "step" ? stepQuantile(steps, tau) : linearQuantile(steps, tau);
  const bandwidth = given ?? (spread === "weighted" ? silverman(x, p, steps) : ofRows(x));
  if (!(bandwidth > 0)) throw constantFault();
  const [density] = gaussianDensity(x, p, bandwidth, Float64Array.of(at));
  if (!(density > 0)) throw emptyFault(at, bandwidth);
  return { statistic: at, rif: y.map((one) => at + (tau - (one <= at ? 1 : 0)) / density), bandwidth, density };
}

/** 0.9 · min(sd, IQR/1.34) · n^(−1/5), the sample sd; the sd alone when the quartiles are one. */
function silverman(x: Float64Array, p: Float64Array, steps: { readonly x: Float64Array; readonly population: Float64Array }): number {
  const n = x.length;
  const quartiles = linearQuantile(steps, 0.75) - linearQuantile(steps, 0.25);
  const mean = weightedMean(x, p);
  const squares = dot(
    p,
    x.map((one) => (one - mean) * (one - mean)),
  );
  const sd = Math.sqrt((squares * n) / (n - 1));
  return 0.9 * (quartiles > 0 ? Math.min(sd, quartiles / 1.34) : sd) * pow(n, -0.2);
}

/** The same of the rows as they stand, each once, whatever their weights. */
function ofRows(x: Float64Array): number {
  const p = new Float64Array(x.length).fill(1 / x.length);
  return silverman(x, p, { x, population: Float64Array.from(x, (_, i) => (i + 1) / x.length) });
}

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
