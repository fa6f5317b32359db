import { about, byDefault, choice, flag, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  form: about(
    byDefault(choice(["population", "sample"]), "population"),
    "population form; sample form multiplies by n/(n−1), n = number of rows",
    "总体式；样本式乘以 n/(n−1)，n 为行数",
  ),
  allowNegative: about(byDefault(flag(), false), "accept negative values when the mean is positive", "均值为正时允许负值"),
});
export type GiniOptions = Infer<typeof options>;

export const giniCard = card({
  id: "gini",
  names: { en: "Gini coefficient", zh: "基尼系数" },
  summary: {
    en: "How unequally something is shared: 0 when all have the same, near 1 when one has everything.",
    zh: "分配有多不均：人人相同为 0，一人独占接近 1。",
  },
  step: { verb: "gini", as: null },
  formula: String.raw`G = 1-\sum_i p_i\,(L_i+L_{i-1}),\quad p_i=\frac{w_i}{\sum w},\; L_i=\frac{\sum_{k\le i}p_k x_k}{\mu},\; x_1\le x_2\le\dots`,
  inputs: { value: slots.value, weight: slots.weight },
  options,
  outputs: { value: "report", tables: ["gini"] },
  citations: ["gini1912", "lerman1989"],
  variant: ({ form }) => `${form} form`,
  load: async () => {
    const { gini } = await import("./gini.js");
    return ({ value, weight }, chosen) => gini(value, { ...chosen, weights: weight });
  },
});
