import { about, byDefault, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  alpha: about(
    byDefault(number({ above: 0, max: 1.6 }), 1.3),
    "α: how much people feel for those of their own group; near 0 the index turns into the Gini",
    "α：群体认同的强度；接近 0 时指数趋于基尼系数",
  ),
});
export type EstebanRayOptions = Infer<typeof options>;

export const estebanRayCard = card({
  id: "esteban-ray",
  names: { en: "Esteban–Ray polarisation index", zh: "Esteban–Ray 极化指数" },
  summary: {
    en: "How far a population is gathered in few large groups that lie far apart.",
    zh: "人口在多大程度上聚集为少数彼此相距甚远的大群体。",
  },
  step: { verb: "polarise", as: "esteban-ray" },
  formula: String.raw`P=K\sum_i\sum_j p_i^{1+\alpha}p_j\,|y_i-y_j|,\quad y_i=\frac{\mu_i}{\mu},\;K=1,\;\alpha\in(0,1.6]`,
  inputs: {
    value: slots.value,
    weight: slots.weight,
    by: {
      kind: "grouping",
      key: "by",
      optional: true,
      about: { en: "group of each row; every row is a group of its own when absent", zh: "每行所属群体；缺省时每行自成一个群体" },
    },
  },
  options,
  outputs: { value: "report", tables: ["esteban-ray", "groups"] },
  citations: ["esteban1994"],
  variant: ({ alpha }) => `α = ${alpha} · incomes over their mean · K = 1`,
  load: async () => {
    const { estebanRay } = await import("./esteban-ray.js");
    return ({ value, weight, by }, chosen) => estebanRay(value, { ...chosen, weights: weight, by });
  },
});
