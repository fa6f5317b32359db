import { about, anyOf, byDefault, choice, type Infer, mapping, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { aggregateShape, meanVariant } from "../aggregate-options.js";

const rule = anyOf([
  choice(["arithmetic", "geometric", "harmonic", "minimum", "copeland"]),
  object({ power: about(number(), "the exponent of a power mean", "幂平均的指数") }),
]);
const options = object({
  of: about(
    mapping(rule),
    "by level or by node: how its score is made from the parts below, e.g. {mechanism: arithmetic, wheel: geometric}; a node goes before its level",
    "按层级或节点写明其得分如何由下级合成，如 {mechanism: arithmetic, wheel: geometric}；节点优先于层级",
  ),
  otherwise: about(byDefault(rule, "arithmetic"), "for nodes that are not named", "未列出的节点所用方法"),
  ...aggregateShape,
});
export type MixedAggregationOptions = Infer<typeof options>;

export const mixedAggregationCard = card({
  id: "mixed-aggregation",
  names: { en: "Mixed aggregation", zh: "混合合成" },
  summary: {
    en: "Another mean for each level or branch, e.g. arithmetic inside a mechanism and geometric between mechanisms.",
    zh: "不同层级或分支采用不同的合成方法，如机制内算术、机制间几何。",
  },
  step: { verb: "aggregate", as: "mixed" },
  formula: String.raw`S_g=M_{p(g)}\big(z_j: j\in g\big)`,
  inputs: { normalised: slots.normalised, weights: slots.weights, tree: slots.tree },
  options,
  outputs: { value: "index", tables: ["scores", "mechanisms", "framework"] },
  citations: ["oecd2008"],
  variant: ({ of, otherwise, available }) => {
    const said = (one: typeof otherwise): string => (typeof one === "string" ? one : `power ${one.power}`);
    const named = Object.entries(of).map(([id, one]) => `${id} ${said(one)}`);
    return meanVariant([...named, `otherwise ${said(otherwise)}`].join(", "), available);
  },
  load: async () => {
    const { mixedAggregation } = await import("./mixed-aggregation.js");
    return ({ normalised, weights, tree }, chosen) => mixedAggregation(normalised, weights, tree, chosen);
  },
});
