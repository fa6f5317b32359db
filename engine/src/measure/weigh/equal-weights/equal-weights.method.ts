import { about, type Infer, object, optional, text } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";

const options = object({
  within: optional(
    about(
      text({ min: 1 }),
      "level inside which all indicators count the same; by default the level above the indicators",
      "在哪一层级之内各指标等权；默认为指标的上一层",
    ),
  ),
});
export type EqualWeightsOptions = Infer<typeof options>;

export const equalWeightsCard = card({
  id: "equal-weights",
  names: { en: "Equal weights", zh: "等权" },
  summary: {
    en: "Every indicator counts the same inside its group, and every group the same inside the one above.",
    zh: "同组指标等权，同级各组亦等权。",
  },
  step: { verb: "weigh", as: "equal" },
  formula: worded(String.raw`w_j=\frac{1}{\text{number of weighted siblings}}`, { "number of weighted siblings": "同级有权重的节点数" }),
  inputs: { tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights"] },
  citations: ["oecd2008"],
  variant: ({ within }) => `equal within ${within ?? "the level above the indicators"}, equal above`,
  load: async () => {
    const { equalWeights } = await import("./equal-weights.js");
    return ({ tree }, chosen) => equalWeights(tree, chosen);
  },
});
