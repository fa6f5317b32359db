import { about, byDefault, choice, type Infer, list, number, object, optional } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { placeText, weighOptions } from "../weigh-options.js";

const options = object({
  within: weighOptions.within,
  bounds: weighOptions.bounds,
  rule: about(
    byDefault(choice(["product", "geometric", "linear"]), "product"),
    "product ∏w, geometric mean ∏w^α, or linear mix Σαw, rescaled to sum to 1",
    "乘积 ∏w（product）、几何平均 ∏w^α（geometric）或线性加权 Σαw（linear），再归一",
  ),
  parts: optional(
    about(
      list(number({ min: 0 }), { min: 2 }),
      "α of each step in the order of `of`, rescaled to sum to 1; all equal when absent; the product has none",
      "各步骤的 α，与 of 的次序一致并归一；缺省为相等；乘积法无此项",
    ),
  ),
});
export type MultiplicativeWeightsOptions = Infer<typeof options>;

export const multiplicativeWeightsCard = card({
  id: "multiplicative-weights",
  names: { en: "Multiplicative and linear combination of weights", zh: "乘法与线性组合赋权" },
  summary: {
    en: "Multiplies the weights of several steps, or mixes them in given parts.",
    zh: "将多种方法的权重相乘，或按给定比例加权混合。",
  },
  step: { verb: "weigh", as: "multiplicative" },
  formula: String.raw`w_j\propto\prod_k w_{kj},\quad w_j\propto\prod_k w_{kj}^{\alpha_k},\quad w_j=\sum_k\alpha_k w_{kj}`,
  inputs: { of: slots.weightsList, tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights", "weights-by-period"] },
  citations: ["xu2004"],
  variant: ({ rule, parts, ...place }) =>
    `${rule}${rule === "product" ? "" : ` · parts ${parts ? parts.join(" : ") : "equal"}`} · ${placeText(place)}`,
  load: async () => {
    const { multiplicativeWeights } = await import("./multiplicative-weights.js");
    return ({ of, tree }, chosen) => multiplicativeWeights(of, tree, chosen);
  },
});
