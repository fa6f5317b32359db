import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";
import { rateInputs, scope } from "../rate-options.js";

const options = object({
  ranks: about(
    byDefault(choice(["whole", "linear"]), "whole"),
    "whole: places 1 to n, ties share their mean; linear: 1 + (n − 1) times the 0–1 value, which keeps distances",
    "whole：整次秩 1 至 n，并列取平均；linear：非整次秩 1 + (n − 1) × 极差化值，保留差距",
  ),
  grades: about(byDefault(choice(["3", "4", "5"]), "3"), "number of grades", "分档数"),
  scope,
});
export type RankSumRatioOptions = Infer<typeof options>;

export const rankSumRatioCard = card({
  id: "rank-sum-ratio",
  names: { en: "Rank-sum ratio", zh: "秩和比法" },
  summary: {
    en: "The weighted mean of a unit’s ranks, turned into grades by a regression on normal quantiles; outliers cannot pull it.",
    zh: "单位各指标秩次的加权平均，并借助概率单位回归分档；不受离群值影响。",
  },
  step: { verb: "rate", as: "rsr" },
  formula: String.raw`\mathrm{RSR}_i=\frac1n\sum_j w_j R_{ij},\quad \mathrm{RSR}=a+b\,(5+\Phi^{-1}(p))`,
  inputs: rateInputs,
  options,
  outputs: { value: "report", tables: ["ratings", "grades", "regression"] },
  citations: ["tian1993"],
  variant: ({ ranks, grades, scope }) => `${ranks} ranks · ${grades} grades by probit cuts · ranked ${scope}`,
  load: async () => {
    const { rankSumRatio } = await import("./rank-sum-ratio.js");
    return ({ panel, weights, tree }, chosen) => rankSumRatio(panel, weights, tree, chosen);
  },
});
