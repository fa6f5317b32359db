import { about, byDefault, flag, type Infer, object, optional, text } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { correlationOptions, correlationVariant } from "../correlation-options.js";

const options = object({
  ...correlationOptions,
  level: optional(about(text({ min: 1 }), "level whose members are correlated; by default the indicators", "求相关的层级；默认为指标层")),
  with: optional(
    about(text({ min: 1 }), "level of what they are correlated with; by default the same", "与之求相关的层级；默认为同一层级"),
  ),
  family: about(
    byDefault(flag(), true),
    "only with one's own family: siblings under the same node, or the node above; otherwise with all",
    "只与同族相关：同一节点之下的并列项，或其上级；否则与全部相关",
  ),
});
export type TreeCorrelationOptions = Infer<typeof options>;

export const treeCorrelationCard = card({
  id: "tree-correlation",
  names: { en: "Correlation in the indicator tree", zh: "指标体系内相关" },
  summary: {
    en: "Which indicators repeat or contradict each other inside their group, and whether each goes with the score it enters.",
    zh: "组内哪些指标彼此重复或相互抵触，各指标是否与所属得分同向。",
  },
  step: { verb: "correlate", as: "tree" },
  formula: String.raw`r_{jk}=\operatorname{corr}(z_j,z_k),\ j,k\in g;\qquad r_{jg}=\operatorname{corr}(z_j,S_g),\ j\in g`,
  inputs: { index: slots.index },
  options,
  outputs: { value: "report", tables: ["correlations"] },
  citations: ["oecd2008", "pearson1896", "spearman1904", "kendall1945"],
  variant: ({ level, with: other, family, ...chosen }) =>
    `${level ?? "indicators"} with ${other ?? level ?? "indicators"}${family ? " of the same family" : ", all"} · ${correlationVariant(chosen)}`,
  load: async () => {
    const { treeCorrelation } = await import("./tree-correlation.js");
    return ({ index }, chosen) => treeCorrelation(index, chosen);
  },
});
