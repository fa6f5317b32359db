import { about, anyOf, byDefault, choice, constant, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";
import { placeText, weighOptions } from "../weigh-options.js";

const options = object({
  ...weighOptions,
  form: about(
    byDefault(choice(["first", "composite", "rotated"]), "first"),
    "first: loadings of the first component; composite: coefficients of the components kept, weighted by their variance; rotated: largest squared loading after varimax",
    "first：第一主成分载荷；composite：所保留主成分的系数按方差贡献加权；rotated：方差最大旋转后最大的载荷平方",
  ),
  keep: about(
    byDefault(anyOf([constant("kaiser"), number({ above: 0, max: 1 })]), "kaiser"),
    "components kept by composite and rotated: kaiser (eigenvalue above 1) or the fewest that reach a share of the variance, e.g. 0.85",
    "composite 与 rotated 保留的主成分：kaiser（特征值大于 1），或累计方差贡献率达到某值所需的最少个数，如 0.85",
  ),
  negativeWeight: about(
    byDefault(choice(["fault", "abs", "zero", "drop"]), "fault"),
    "what a negative weight does: stop (fault), its size counts (abs), it becomes 0 (zero), or the indicator is left out and the components are taken again (drop)",
    "出现负权重时：报错（fault）、取绝对值（abs）、记为 0（zero），或剔除该指标后重新计算（drop）",
  ),
});
export type PcaWeightsOptions = Infer<typeof options>;

export const pcaWeightsCard = card({
  id: "pca-weights",
  names: { en: "Principal component weights", zh: "主成分赋权法" },
  summary: {
    en: "Weighs indicators by how they load on the main directions of common variation in their group.",
    zh: "按指标在组内主要共同变动方向上的载荷赋权。",
  },
  step: { verb: "weigh", as: "pca" },
  formula: worded(
    String.raw`R u_k=\lambda_k u_k;\quad w\propto u_1\ \text{(first)},\quad w\propto\sum_k\frac{\lambda_k}{\sum_l\lambda_l}u_k\ \text{(composite)},\quad w_j\propto\max_k\ell_{jk}^2\ \text{(rotated)}`,
    { "(first)": "（首个）", "(composite)": "（综合）", "(rotated)": "（旋转后）" },
  ),
  inputs: { panel: slots.normalised, tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights", "weights-by-period"] },
  citations: ["oecd2008", "kaiser1958", "kaiser1974", "bartlett1951"],
  variant: ({ scope, form, keep, negativeWeight, ...place }) =>
    `${scope} · ${placeText(place)} · ${form}${form === "first" ? "" : `, kept: ${keep === "kaiser" ? "eigenvalue > 1" : `${keep} of the variance`}`} · correlation matrix · negative weight: ${negativeWeight}`,
  load: async () => {
    const { pcaWeights } = await import("./pca-weights.js");
    return ({ panel, tree }, chosen) => pcaWeights(panel, tree, chosen);
  },
});
