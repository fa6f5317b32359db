import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  index: about(
    byDefault(choice(["T", "L"]), "T"),
    "T: Theil's first index, groups count by their income; L: mean log deviation, groups count by their population",
    "T：泰尔第一指数，各组按收入份额计权；L：平均对数偏差，各组按人口份额计权",
  ),
});
export type TheilOptions = Infer<typeof options>;

export const theilCard = card({
  id: "theil",
  names: { en: "Theil index", zh: "泰尔指数" },
  summary: {
    en: "How unequally something is shared, split exactly into inequality between groups and inside them.",
    zh: "分配有多不均，并可精确分解为组间差距与组内差距。",
  },
  step: { verb: "theil", as: null },
  formula: String.raw`T=\sum_i p_i\,\frac{x_i}{\mu}\ln\frac{x_i}{\mu}=\sum_j s_j\ln\frac{s_j}{p_j}+\sum_j s_jT_j,\qquad L=-\sum_i p_i\ln\frac{x_i}{\mu}=\sum_j p_j\ln\frac{p_j}{s_j}+\sum_j p_jL_j`,
  inputs: { value: slots.value, weight: slots.weight, by: slots.by },
  options,
  outputs: { value: "report", tables: ["theil", "groups"] },
  citations: ["theil1967", "shorrocks1980", "cowell2011"],
  variant: ({ index }) => `${index === "T" ? "T, income shares" : "L (mean log deviation), population shares"} · natural logarithm`,
  load: async () => {
    const { theil } = await import("./theil.js");
    return ({ value, weight, by }, chosen) => theil(value, { ...chosen, weights: weight, by });
  },
});
