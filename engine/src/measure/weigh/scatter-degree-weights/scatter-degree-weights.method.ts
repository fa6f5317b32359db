import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { placeText, weighOptions } from "../weigh-options.js";

const options = object({
  within: weighOptions.within,
  bounds: weighOptions.bounds,
  standardise: about(
    byDefault(choice(["pooled", "per-period", "none"]), "pooled"),
    "z-scores over all region-years (pooled), over each period, or none when the columns come standardised",
    "z 分数标准化：按全部地区与年份（pooled）、逐期（per-period），或数据已标准化而不再处理（none）",
  ),
  negativeWeight: about(
    byDefault(choice(["fault", "constrain"]), "fault"),
    "what a negative entry of the eigenvector does: stop (fault), or look for the best weights that are not negative (constrain)",
    "特征向量出现负分量时：报错（fault），或在非负约束下求最优（constrain）",
  ),
});
export type ScatterDegreeWeightsOptions = Infer<typeof options>;

export const scatterDegreeWeightsCard = card({
  id: "scatter-degree-weights",
  names: { en: "Scatter degree weights", zh: "纵横向拉开档次法" },
  summary: {
    en: "Chooses one set of weights for all periods that sets the regions apart as far as possible over the whole table.",
    zh: "求一组各期共用的权重，使全部地区在各时期的综合得分差异最大。",
  },
  step: { verb: "weigh", as: "scatter-degree" },
  formula: String.raw`\max_{\lVert w\rVert=1} w^\top H w,\quad H=\sum_t X_t^\top X_t`,
  inputs: { panel: slots.normalised, tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights"] },
  citations: ["guo2002"],
  variant: ({ standardise, negativeWeight, ...place }) =>
    `all periods together · ${placeText(place)} · standardised: ${standardise} · negative weight: ${negativeWeight}`,
  load: async () => {
    const { scatterDegreeWeights } = await import("./scatter-degree-weights.js");
    return ({ panel, tree }, chosen) => scatterDegreeWeights(panel, tree, chosen);
  },
});
