import { about, byDefault, choice, type Infer, mapping, number, object, optional } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";
import { searchOptions } from "../search-options.js";
import { placeText, weighOptions } from "../weigh-options.js";

const options = object({
  ...weighOptions,
  objective: about(
    byDefault(choice(["balance", "infomax"]), "balance"),
    "balance: correlations with the index in the proportions of the targets; infomax: the largest sum of their squares",
    "balance：使各指标与指数的相关系数符合目标比例；infomax：使相关系数平方和最大",
  ),
  targets: optional(
    about(
      mapping(number({ min: 0 })),
      "target share of each indicator's correlation, by id, rescaled in each group; 1 for what is not named; for balance only",
      "各指标相关系数的目标份额，按标识给出，在各组内归一；未列出的记为 1；仅用于 balance",
    ),
  ),
  ...searchOptions,
});
export type BalancedWeightsOptions = Infer<typeof options>;

export const balancedWeightsCard = card({
  id: "balanced-weights",
  names: { en: "Correlation-balanced weights", zh: "相关平衡赋权" },
  summary: {
    en: "Chooses weights so that every indicator has the same influence on the index, measured by its correlation with it.",
    zh: "选择权重，使各指标与指数的相关系数相等，即对指数的影响相同。",
  },
  step: { verb: "weigh", as: "balanced" },
  formula: worded(
    String.raw`\min_{w}\sum_j\Bigl(\frac{r_j}{\sum_k r_k}-t_j\Bigr)^2\ \text{or}\ \max_w\sum_j r_j^2,\quad r_j=\operatorname{corr}(x_j,\textstyle\sum_k w_kx_k)`,
    { or: "或" },
  ),
  inputs: { panel: slots.normalised, tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights", "weights-by-period"] },
  citations: ["paruolo2013", "becker2022", "birgin2000"],
  variant: ({ scope, objective, targets, starts, seed, ...place }) =>
    `${scope} · ${placeText(place)} · ${objective}${targets ? " · given targets" : ""} · weights in [${(place.bounds ?? [0, 1]).join(", ")}] · ${starts} random starts, seed ${seed}`,
  load: async () => {
    const { balancedWeights } = await import("./balanced-weights.js");
    return ({ panel, tree }, chosen) => balancedWeights(panel, tree, chosen);
  },
});
