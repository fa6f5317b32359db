import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";
import { rateInputs, scope } from "../rate-options.js";

const options = object({
  form: about(
    byDefault(choice(["vector", "minmax-matrix", "minmax-distance"]), "vector"),
    "vector: columns divided by their length, times the weight; minmax-matrix: 0–1 columns times the weight; minmax-distance: the weight stands in the squared distance",
    "vector：列除以其模长再乘权重；minmax-matrix：极差标准化后乘权重；minmax-distance：权重置于距离平方之内",
  ),
  scope,
});
export type TopsisOptions = Infer<typeof options>;

export const topsisCard = card({
  id: "topsis",
  names: { en: "TOPSIS", zh: "TOPSIS 贴近度" },
  summary: {
    en: "How near each unit is to the best value of every indicator at once, and how far from the worst: 1 at the best, 0 at the worst.",
    zh: "各单位距各指标最优值多近、距最劣值多远：最优为 1，最劣为 0。",
  },
  step: { verb: "rate", as: "topsis" },
  formula: String.raw`c_i=\frac{d_i^-}{d_i^++d_i^-},\quad d_i^{\pm}=\sqrt{\sum_j (v_{ij}-v_j^{\pm})^2}`,
  inputs: rateInputs,
  options,
  outputs: { value: "report", tables: ["ratings", "ideals"] },
  citations: ["hwang1981"],
  variant: ({ form, scope }) => `${form} · ideals ${scope}`,
  load: async () => {
    const { topsis } = await import("./topsis.js");
    return ({ panel, weights, tree }, chosen) => topsis(panel, weights, tree, chosen);
  },
});
