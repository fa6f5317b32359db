/**
 * Wolfson index of bipolarisation P = 2(2T − G)μ/m, T = ½ − L(½), m the median: how far incomes have moved from the middle to both sides.
 * Computed as (4/m)·[∫₀^½ (m − x(q)) q dq + ∫_½^1 (x(q) − m)(1 − q) dq], which is the same and has no term below 0: small indices keep their digits.
 * Source: Wolfson (1994), American Economic Review 84(2):353-358; Foster & Wolfson (2010), doi:10.1007/s10888-009-9122-7.
 * Fails when a value is negative or nothing is shared; null with a warning when the median is 0.
 */
import { sum } from "../../../ground/sums/index.js";
import { finite, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { firstReaching, type LorenzCurve, lorenzAt, lorenzCurve } from "../../lorenz-curve.js";
import { stepQuantile } from "../../quantiles.js";
import { rows, shareFault } from "../../rows.js";
import { type WolfsonOptions, wolfsonCard } from "./wolfson.method.js";

type Options = Partial<WolfsonOptions> & { weights?: ArrayLike<number> };

/**
 * @param values one number a row, any unit; NaN rows and rows of weight 0 are left out and counted in the trace
 * @param options scale, lorenz; weights: one non-negative number a row
 * @returns value: P, at least 0 and 1 when half the rows have nothing and the others the same; null with a warning for a median of 0
 */
export function wolfson(values: ArrayLike<number>, { weights, ...options }: Options = {}): Result<number | null> {
  const chosen = settle(wolfsonCard, options);
  const all = rows(values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  if (all.x[0] < 0) throw shareFault(all.x[0]);
  const curve = lorenzCurve(all);
  const median = stepQuantile(curve, 0.5);
  const beyond = chosen.lorenz === "step" ? beyondHalf(curve) : 0;
  const spread = 4 * (awayFromMiddle(curve, median) - beyond);
  const value = finite((spread / median) * (chosen.scale === "half" ? 0.5 : 1));
  return result(wolfsonCard, {
    options: chosen,
    value,
    variant: `${wolfsonCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: [
      rowsTable(
        "wolfson",
        wolfsonCard.names,
        [{ wolfson: value, median, bottom_half: lorenzAt(curve, 0.5) + beyond / all.mean, n: all.n, mean: all.mean }],
        columns,
      ),
    ],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean, median },
    warnings: value === null ? [noMedian] : [],
  });
}

/** The two integrals together, row by row: a row spreads over the shares F_{i−1} to F_i. */
function awayFromMiddle({ x, population }: LorenzCurve, median: number): number {
  const terms = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const [from, to] = [i === 0 ? 0 : population[i - 1], population[i]];
    const below = Math.min(to, 0.5) - Math.min(from, 0.5);
    const above = Math.max(to, 0.5) - Math.max(from, 0.5);
    const areaBelow = (below * (Math.min(to, 0.5) + Math.min(from, 0.5))) / 2;
    const areaAbove = (above * (2 - Math.max(to, 0.5) - Math.max(from, 0.5))) / 2;
    terms[i] = Math.max(0, (median - x[i]) * areaBelow) + Math.max(0, (x[i] - median) * areaAbove);
  }
  return sum(terms);
}

/** Income between ½ and the end of the row that holds it, for programs that read the Lorenz curve at that row. */
function beyondHalf({ x, population }: LorenzCurve): number {
  const i = firstReaching(population, 0.5);
  return Math.max(0, population[i] - 0.5) * x[i];
}

const columns = {
  wolfson: wolfsonCard.names,
  median: { en: "median", zh: "中位数" },
  bottom_half: { en: "share of the income in the poorer half, L(½)", zh: "较低一半所得份额 L(½)" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean", zh: "均值" },
};

const noMedian: Warning = {
  code: "zero-median",
  text: { en: "the median is 0, so there is no middle to measure from", zh: "中位数为 0，没有可以衡量的中间位置" },
};
