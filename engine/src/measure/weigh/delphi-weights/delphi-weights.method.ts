import { about, byDefault, choice, type Infer, list, mapping, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { weighOptions } from "../weigh-options.js";

const options = object({
  rounds: about(
    list(list(mapping(number({ min: 0 })), { min: 2 }), { min: 1 }),
    "rounds in order, each a list of experts, each expert a score by id of indicator or node: [[{a: 5, b: 3}, {a: 4, b: 4}], …]",
    "各轮按次序列出；每轮为专家列表，每位专家按指标或节点标识给分：[[{a: 5, b: 3}, {a: 4, b: 4}], …]",
  ),
  average: about(
    byDefault(choice(["mean", "median"]), "mean"),
    "average of the experts' scores in the last round",
    "末轮各专家评分的平均方式",
  ),
  bounds: weighOptions.bounds,
});
export type DelphiWeightsOptions = Infer<typeof options>;

export const delphiWeightsCard = card({
  id: "delphi-weights",
  names: { en: "Delphi weights", zh: "德尔菲法赋权" },
  summary: {
    en: "Weights from scores that experts gave in several rounds, with how far they agree in each round.",
    zh: "由多轮专家评分得到权重，并给出各轮意见的协调程度。",
  },
  step: { verb: "weigh", as: "delphi" },
  formula: String.raw`w_j=\frac{\bar s_j}{\sum_k\bar s_k},\quad W=\frac{12\,S}{m^2(n^3-n)-m\sum_i T_i}`,
  inputs: { tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights", "agreement", "scores"] },
  citations: ["dalkey1963", "kendall1939"],
  variant: ({ rounds, average, bounds }) =>
    `${average} of ${rounds[rounds.length - 1].length} experts in round ${rounds.length}${bounds ? ` · bounds [${bounds.join(", ")}]` : ""}`,
  load: async () => {
    const { delphiWeights } = await import("./delphi-weights.js");
    return ({ tree }, chosen) => delphiWeights(tree, chosen);
  },
});
