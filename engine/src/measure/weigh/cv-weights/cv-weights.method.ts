import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { placeText, weighOptions } from "../weigh-options.js";

const options = object(weighOptions);
export type CvWeightsOptions = Infer<typeof options>;

export const cvWeightsCard = card({
  id: "cv-weights",
  names: { en: "Weights by coefficient of variation", zh: "变异系数法" },
  summary: {
    en: "Gives more weight to indicators that vary more relative to their mean, in natural units.",
    zh: "按自然单位计，相对于均值波动越大的指标，权重越大。",
  },
  step: { verb: "weigh", as: "cv" },
  formula: String.raw`v_j=\frac{\sigma_j}{|\bar x_j|},\quad w_j=\frac{v_j}{\sum_k v_k}`,
  inputs: { panel: slots.data, tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights", "weights-by-period"] },
  citations: ["pearson1896"],
  variant: ({ scope, ...place }) => `${scope} · ${placeText(place)} · natural units, n − 1`,
  load: async () => {
    const { cvWeights } = await import("./cv-weights.js");
    return ({ panel, tree }, chosen) => cvWeights(panel, tree, chosen);
  },
});
