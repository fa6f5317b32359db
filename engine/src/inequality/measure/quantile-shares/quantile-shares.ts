/**
 * Shares of the total by quantile groups, L(k/m) − L((k−1)/m), and the ratios read from them: S80/S20, Palma, P90/P10.
 * Sources: interpolated Lorenz curve: Gastwirth (1972), doi:10.2307/1937992; quantiles: Hyndman & Fan (1996), doi:10.1080/00031305.1996.10473566.
 * Fails when a value is negative or nothing is shared; a ratio over 0 is null.
 */
import { finite, type Result, result, rowsTable, settle } from "../../../method/index.js";
import { type LorenzCurve, lorenzAt, lorenzCurve } from "../../lorenz-curve.js";
import { linearQuantile, stepQuantile } from "../../quantiles.js";
import { type Rows, rows, shareFault } from "../../rows.js";
import { type QuantileSharesOptions, quantileSharesCard } from "./quantile-shares.method.js";

type Options = Partial<QuantileSharesOptions> & { weights?: ArrayLike<number> };

/**
 * @param values one number a row, any unit; NaN rows and rows of weight 0 are left out and counted in the trace
 * @param options groups: 5 for quintiles, 10 for deciles …; quantile type; weights: one non-negative number a row
 * @returns value: share of the total of every group, from the poorest, summing to 1; tables `quantile-shares` (ratios and shares) and `shares`
 */
export function quantileShares(values: ArrayLike<number>, { weights, ...options }: Options = {}): Result<readonly number[]> {
  const chosen = settle(quantileSharesCard, options);
  const all = rows(values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  if (all.x[0] < 0) throw shareFault(all.x[0]);
  const curve = lorenzCurve(all);
  const at = (q: number): number => (chosen.quantile === "step" ? stepQuantile(curve, q) : linearQuantile(curve, q));
  const value = Array.from(
    { length: chosen.groups },
    (_, k) => lorenzAt(curve, (k + 1) / chosen.groups) - lorenzAt(curve, k / chosen.groups),
  );
  return result(quantileSharesCard, {
    options: chosen,
    value,
    variant: `${quantileSharesCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [
      rowsTable("quantile-shares", quantileSharesCard.names, [{ ...ratios(curve, at), n: all.n, mean: all.mean }], ratioColumns),
      rowsTable("shares", { en: "Quantile groups", zh: "各分位组" }, groupRows(value, all, at), groupColumns),
    ],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean },
    warnings:
      all.n < chosen.groups
        ? [
            {
              code: "few-rows",
              text: {
                en: `${all.n} rows for ${chosen.groups} groups: shares split rows`,
                zh: `仅 ${all.n} 行却分为 ${chosen.groups} 组：份额由拆分行得到`,
              },
            },
          ]
        : [],
  });
}

type At = (q: number) => number;

function ratios(curve: LorenzCurve, at: At) {
  const bottom = (q: number): number => lorenzAt(curve, q);
  const top = (q: number): number => 1 - lorenzAt(curve, 1 - q);
  return {
    s80_s20: finite(top(0.2) / bottom(0.2)),
    palma: finite(top(0.1) / bottom(0.4)),
    p90_p10: finite(at(0.9) / at(0.1)),
    p80_p20: finite(at(0.8) / at(0.2)),
    p90_p50: finite(at(0.9) / at(0.5)),
    p50_p10: finite(at(0.5) / at(0.1)),
    median: at(0.5),
    bottom_40: bottom(0.4),
    bottom_50: bottom(0.5),
    middle_60: bottom(0.8) - bottom(0.2),
    top_10: top(0.1),
    top_5: top(0.05),
    top_1: top(0.01),
  };
}

function groupRows(shares: readonly number[], { mean, x, n }: Rows, at: At) {
  const count = shares.length;
  let cumulated = 0;
  return shares.map((share, k) => ({
    group: k + 1,
    share,
    cumulated: k + 1 === count ? 1 : (cumulated += share),
    mean: share * count * mean,
    upper: k + 1 === count ? x[n - 1] : at((k + 1) / count),
  }));
}

const ratioColumns = {
  s80_s20: { en: "S80/S20", zh: "S80/S20（高低五等分收入比）" },
  palma: { en: "Palma ratio", zh: "帕尔马比值" },
  p90_p10: { en: "P90/P10", zh: "P90/P10（分位数比）" },
  p80_p20: { en: "P80/P20", zh: "P80/P20（分位数比）" },
  p90_p50: { en: "P90/P50", zh: "P90/P50（分位数比）" },
  p50_p10: { en: "P50/P10", zh: "P50/P10（分位数比）" },
  median: { en: "median", zh: "中位数" },
  bottom_40: { en: "share of the poorest 40 %", zh: "最低 40% 人口份额" },
  bottom_50: { en: "share of the poorest 50 %", zh: "最低 50% 人口份额" },
  middle_60: { en: "share of the middle 60 %", zh: "中间 60% 人口份额" },
  top_10: { en: "share of the richest 10 %", zh: "最高 10% 人口份额" },
  top_5: { en: "share of the richest 5 %", zh: "最高 5% 人口份额" },
  top_1: { en: "share of the richest 1 %", zh: "最高 1% 人口份额" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean", zh: "均值" },
};

const groupColumns = {
  group: { en: "group, 1 = poorest", zh: "分组（1 为最低）" },
  share: { en: "share of the total", zh: "占总量份额" },
  cumulated: { en: "cumulated share", zh: "累计份额" },
  mean: { en: "mean of the group", zh: "组均值" },
  upper: { en: "quantile at its upper end", zh: "组上限（分位数）" },
};
