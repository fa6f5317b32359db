import { about, byDefault, choice, type Infer, number, object, optional, text } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";
import { rateInputs, scope } from "../rate-options.js";

const options = object({
  rho: about(byDefault(number({ above: 0, max: 1 }), 0.5), "distinguishing coefficient", "分辨系数"),
  scale: about(
    byDefault(choice(["min-max", "mean", "initial"]), "min-max"),
    "how columns become comparable: 0–1; divided by their mean; divided by their first value",
    "无量纲化：极差化；除以均值；除以初值",
  ),
  reference: optional(
    about(
      text({ min: 1 }),
      "code of the unit followed; the best value of every indicator when absent",
      "作为参考的单位代码；缺省为各指标最优值",
    ),
  ),
  scope,
});
export type GreyRelationOptions = Infer<typeof options>;

export const greyRelationCard = card({
  id: "grey-relation",
  names: { en: "Grey relational grade", zh: "灰色关联度" },
  summary: {
    en: "How closely each unit follows a reference: the best of every indicator, or a unit you name.",
    zh: "各单位与参考序列（各指标最优值，或指定单位）的接近程度。",
  },
  step: { verb: "rate", as: "grey-relation" },
  formula: String.raw`\gamma_i=\sum_j w_j\,\frac{\Delta_{\min}+\rho\,\Delta_{\max}}{\Delta_{ij}+\rho\,\Delta_{\max}},\quad \Delta_{ij}=|x'_{ij}-x'_{0j}|`,
  inputs: rateInputs,
  options,
  outputs: { value: "report", tables: ["ratings", "coefficients"] },
  citations: ["deng1982"],
  variant: ({ rho, scale, reference, scope }) =>
    `ρ = ${rho} · ${scale} · reference ${reference ?? "best of every indicator"} · extremes of Δ ${scope}`,
  load: async () => {
    const { greyRelation } = await import("./grey-relation.js");
    return ({ panel, weights, tree }, chosen) => greyRelation(panel, weights, tree, chosen);
  },
});
