/**
 * Gini coefficient by source of income: G = Σ S G R, with S a source's share of the total, G its own Gini, R its Gini correlation with
 * the total. Rows with equal totals share their mean rank, so that the order of rows does not matter.
 * Sources: Lerman & Yitzhaki (1985), doi:10.2307/1928447; elasticity: Stark, Taylor & Yitzhaki (1986), doi:10.2307/2232987.
 * Fails when a total is negative (unless allowed and the mean is positive) and when nothing is shared.
 */
import { increasingOrder } from "../../../ground/order/index.js";
import { sum } from "../../../ground/sums/index.js";
import { finite, type Result, result, rowsTable, settle } from "../../../method/index.js";
import { shareFault, weightedMean } from "../../rows.js";
import { completeParts, type Parts, totalOf } from "../parts.js";
import { rankCovariance } from "../rank-covariance.js";
import { type IncomeSourcesOptions, incomeSourcesCard } from "./income-sources.method.js";

type Options = Partial<IncomeSourcesOptions> & { weights?: ArrayLike<number> };

export interface SourcePart {
  readonly source: string;
  readonly mean: number;
  /** S: the source's share of the total */
  readonly share: number;
  /** G: below 0 for a source with a negative mean, such as a tax; null when the mean is 0 */
  readonly gini: number | null;
  /** R; null when the source does not vary */
  readonly correlation: number | null;
  /** C = G·R; null when the mean is 0 */
  readonly concentration: number | null;
  readonly contribution: number;
  readonly contributionShare: number | null;
  /** by how many per cent G changes when the source grows by 1 % everywhere */
  readonly elasticity: number | null;
}

/**
 * @param sources columns of the same rows, one a source, any unit; rows with one missing and rows of weight 0 are left out and counted
 * @param options allowNegative; weights: one non-negative number a row
 * @returns value: the Gini of the total and the part of every source; tables `income-sources` and `sources`
 */
export function incomeSources(
  sources: Parts,
  { weights, ...options }: Options = {},
): Result<{ readonly gini: number; readonly sources: readonly SourcePart[] }> {
  const chosen = settle(incomeSourcesCard, options);
  const { names, parts, p, n, dropped, weight } = completeParts(sources, weights);
  const total = totalOf(parts);
  const mean = weightedMean(total, p);
  if (!(mean > 0)) throw shareFault(mean);
  const least = total.reduce((a, b) => Math.min(a, b));
  if (least < 0 && !chosen.allowNegative) throw shareFault(least);

  const order = increasingOrder(total);
  const contributions = parts.map((part) => (2 * rankCovariance(part, total, p, order)) / mean);
  const gini = sum(contributions);
  const found = parts.map((part, k): SourcePart => {
    const own = weightedMean(part, p);
    const spread = rankCovariance(part, part, p);
    const contribution = contributions[k];
    const contributionShare = finite(contribution / gini);
    return {
      source: names[k],
      mean: own,
      share: own / mean,
      gini: finite((2 * spread) / own),
      correlation: finite((contribution * mean) / (2 * spread)),
      concentration: finite((contribution * mean) / own),
      contribution,
      contributionShare,
      elasticity: contributionShare === null ? null : contributionShare - own / mean,
    };
  });
  return result(incomeSourcesCard, {
    options: chosen,
    value: { gini, sources: found },
    variant: `${incomeSourcesCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [
      rowsTable("income-sources", incomeSourcesCard.names, [{ gini, sources: parts.length, n, mean }], totalColumns),
      rowsTable("sources", { en: "Sources", zh: "各项来源" }, found.map(cells), sourceColumns),
    ],
    trace: { rows: n, dropped, weight, mean, negative: total.reduce((count, one) => count + (one < 0 ? 1 : 0), 0) },
  });
}

const cells = ({ contributionShare, ...one }: SourcePart) => ({ ...one, contribution_share: contributionShare });

const totalColumns = {
  gini: { en: "Gini of the total", zh: "总收入基尼系数" },
  sources: { en: "sources", zh: "来源数" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean of the total", zh: "总收入均值" },
};
const sourceColumns = {
  source: { en: "source", zh: "来源" },
  mean: { en: "mean", zh: "均值" },
  share: { en: "share of the income, S", zh: "收入份额 S" },
  gini: { en: "Gini of the source, G", zh: "该来源基尼系数 G" },
  correlation: { en: "Gini correlation with the total, R", zh: "与总收入的基尼相关系数 R" },
  concentration: { en: "concentration, G·R", zh: "集中率 G·R" },
  contribution: { en: "part of the Gini, S·G·R", zh: "对基尼系数的贡献 S·G·R" },
  contribution_share: { en: "share of the Gini", zh: "贡献率" },
  elasticity: { en: "elasticity of the Gini", zh: "基尼系数对该来源的弹性" },
};
