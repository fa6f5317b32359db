import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";

const options = object({
  index: about(
    byDefault(choice(["T", "L"]), "T"),
    "T: Theil's first index, groups count by their income; L: mean log deviation, groups count by their population",
    "T：泰尔第一指数，各组按收入份额计权；L：平均对数偏差，各组按人口份额计权",
  ),
});
export type NestedTheilOptions = Infer<typeof options>;

export const nestedTheilCard = card({
  id: "nested-theil",
  names: { en: "Nested Theil decomposition", zh: "泰尔指数的多层嵌套分解" },
  summary: {
    en: "Inequality split level by level: between regions, between the groups inside them, and so on down to the units.",
    zh: "逐层分解不平等：地区之间、地区内各组之间，直至组内各单位之间。",
  },
  step: { verb: "decompose", as: "nested-theil" },
  formula: worded(
    String.raw`T=\underbrace{\sum_r s_r\ln\frac{s_r}{p_r}}_{\text{between regions}}+\underbrace{\sum_r s_r\sum_{g\in r}\frac{s_g}{s_r}\ln\frac{s_g/s_r}{p_g/p_r}}_{\text{between groups in them}}+\underbrace{\sum_g s_gT_g}_{\text{within groups}}`,
    { "between regions": "地区间", "between groups in them": "地区内组间", "within groups": "组内" },
  ),
  inputs: {
    value: slots.value,
    weight: slots.weight,
    by: {
      kind: "groupings",
      min: 2,
      key: "by",
      about: { en: "nested groups of each row, the coarsest first", zh: "每行逐层所属组别，由粗到细" },
    },
  },
  options,
  outputs: { value: "report", tables: ["nested-theil", "levels", "groups"] },
  citations: ["theil1967", "shorrocks1980", "akita2003"],
  variant: ({ index }) => `${index === "T" ? "T, income shares" : "L (mean log deviation), population shares"} · natural logarithm`,
  load: async () => {
    const { nestedTheil } = await import("./nested-theil.js");
    return ({ value, weight, by }, chosen) => nestedTheil(value, by, { ...chosen, weights: weight });
  },
});
