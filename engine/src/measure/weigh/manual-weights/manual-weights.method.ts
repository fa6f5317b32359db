import { about, byDefault, type Infer, mapping, number, object } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";
import { weighOptions } from "../weigh-options.js";

const options = object({
  set: about(
    byDefault(mapping(number({ min: 0 })), {}),
    "weights by id of indicator or node that replace the framework's own; 0 leaves it out",
    "按指标或节点标识给出的权重，替代指标体系中的原值；0 表示不计入",
  ),
  bounds: weighOptions.bounds,
});
export type ManualWeightsOptions = Infer<typeof options>;

export const manualWeightsCard = card({
  id: "manual-weights",
  names: { en: "Manual weights", zh: "自定权重" },
  summary: {
    en: "Takes the weights written in the framework or here, rescaled to sum to 1 inside each group.",
    zh: "采用指标体系或此处写明的权重，并在各组内归一。",
  },
  step: { verb: "weigh", as: "manual" },
  formula: worded(String.raw`w_j=\frac{\omega_j}{\sum_{k\in\text{siblings}}\omega_k}`, { siblings: "同级节点" }),
  inputs: { tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights"] },
  citations: ["oecd2008"],
  variant: ({ set, bounds }) =>
    `the framework's weights, rescaled in each group${Object.keys(set).length ? ` · ${Object.keys(set).length} replaced` : ""}${bounds ? ` · bounds [${bounds.join(", ")}]` : ""}`,
  load: async () => {
    const { manualWeights } = await import("./manual-weights.js");
    return ({ tree }, chosen) => manualWeights(tree, chosen);
  },
});
