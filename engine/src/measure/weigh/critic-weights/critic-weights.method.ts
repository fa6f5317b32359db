import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { placeText, weighOptions } from "../weigh-options.js";

const options = object({
  ...weighOptions,
  contrast: about(
    byDefault(choice(["sd", "cv", "entropy"]), "sd"),
    "contrast of a column: its standard deviation (sd), that over its mean (cv), or its divergence 1 − e (entropy)",
    "对比强度：标准差（sd）、变异系数（cv）或差异系数 1 − e（entropy）",
  ),
  conflict: about(
    byDefault(choice(["signed", "absolute"]), "signed"),
    "conflict with another column: 1 − r (signed) or 1 − |r| (absolute: opposite columns say the same, too)",
    "冲突性：1 − r（signed）或 1 − |r|（absolute：完全反向的指标也算信息重复）",
  ),
  correlation: about(
    byDefault(choice(["pearson", "spearman"]), "pearson"),
    "correlation of values (pearson) or of ranks (spearman), over the rows where both are there",
    "按数值（pearson）或秩次（spearman）计算相关，仅用两者均有值的行",
  ),
});
export type CriticWeightsOptions = Infer<typeof options>;

export const criticWeightsCard = card({
  id: "critic-weights",
  names: { en: "CRITIC weights", zh: "CRITIC 赋权法" },
  summary: {
    en: "Gives more weight to indicators that vary more and that say something the others do not.",
    zh: "指标波动越大、与其他指标越不重复，权重越大。",
  },
  step: { verb: "weigh", as: "critic" },
  formula: String.raw`C_j=\sigma_j\sum_k(1-r_{jk}),\quad w_j=\frac{C_j}{\sum_k C_k}`,
  inputs: { panel: slots.normalised, tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights", "weights-by-period"] },
  citations: ["diakoulaki1995"],
  variant: ({ scope, contrast, conflict, correlation, ...place }) =>
    `${scope} · ${placeText(place)} · ${contrast} × Σ(1 − ${conflict === "signed" ? "r" : "|r|"}), ${correlation}`,
  load: async () => {
    const { criticWeights } = await import("./critic-weights.js");
    return ({ panel, tree }, chosen) => criticWeights(panel, tree, chosen);
  },
});
