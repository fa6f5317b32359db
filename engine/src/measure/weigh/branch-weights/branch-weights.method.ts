import { about, type Infer, mapping, object, text } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";

const options = object({
  below: about(
    mapping(text({ min: 1 })),
    "step whose weights hold below a node, by the node's id; the first step of `of` holds everywhere else",
    "某节点之下采用哪一步骤的权重，按节点标识给出；其余各处采用 of 中的第一个步骤",
  ),
});
export type BranchWeightsOptions = Infer<typeof options>;

export const branchWeightsCard = card({
  id: "branch-weights",
  names: { en: "Weights by branch", zh: "分枝赋权" },
  summary: {
    en: "Takes the weights below each node from the step chosen for it, so that branches may be weighed by different methods.",
    zh: "各节点之下采用为其选定的步骤的权重，使不同分枝可用不同方法赋权。",
  },
  step: { verb: "weigh", as: "branch" },
  formula: worded(String.raw`w_j=w_{s(j),j},\quad s(j)=\text{step of the nearest node above }j`, {
    "step of the nearest node above": "最近上级节点所用步骤",
  }),
  inputs: { of: slots.weightsList, tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights", "weights-by-period"] },
  citations: ["oecd2008"],
  variant: ({ below }) =>
    Object.entries(below)
      .map(([node, step]) => `below ${node}: ${step}`)
      .concat("elsewhere: the first step")
      .join(" · "),
  load: async () => {
    const { branchWeights } = await import("./branch-weights.js");
    return ({ of, tree }, chosen) => branchWeights(of, tree, chosen);
  },
});
