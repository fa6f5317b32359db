import { about, byDefault, choice, number } from "../../ground/schema/index.js";
import type { CorrelationKind } from "./correlate-pair.js";

/** Which rows are taken together. */
export const scopeOption = {
  scope: about(
    byDefault(choice(["pooled", "per-period"]), "pooled"),
    "pooled: all region-years together; per-period: each period by itself",
    "pooled：全部地区与年份合在一起；per-period：逐期计算",
  ),
};

export const correlationOptions = {
  kind: about(
    byDefault(choice(["pearson", "spearman", "kendall"]), "pearson"),
    "pearson: of the values; spearman: of their ranks, ties at their average; kendall: τ-b, pairs in the same order less pairs in the opposite one",
    "pearson：按数值；spearman：按秩，并列取平均秩；kendall：τ-b，同序对与反序对之差",
  ),
  ...scopeOption,
  high: about(byDefault(number({ min: -1, max: 1 }), 0.75), "correlations that reach it are marked high", "相关系数达到此值即标为 high"),
  low: about(
    byDefault(number({ min: -1, max: 1 }), -0.3),
    "correlations that reach it from above are marked low",
    "相关系数降至此值即标为 low",
  ),
};

const testText: Readonly<Record<CorrelationKind, string>> = {
  pearson: "Pearson · p: t with n − 2",
  spearman: "Spearman, average ranks · p: t with n − 2",
  kendall: "Kendall τ-b · p: exact below 50 rows without ties, else normal with ties corrected",
};
export const correlationVariant = (chosen: { kind: CorrelationKind; scope: string; high: number; low: number }): string =>
  `${testText[chosen.kind]} · two-sided · pairwise complete · ${chosen.scope} · high ≥ ${chosen.high} · low ≤ ${chosen.low}`;
