import { about, byDefault, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  alpha: about(
    byDefault(number({ min: -5, max: 5 }), 2),
    "α: the higher, the more the top counts; 0 is the mean log deviation, 1 is Theil's T, 2 half the squared coefficient of variation",
    "α：越大越看重高端；0 为平均对数偏差，1 为泰尔 T，2 为变异系数平方的一半",
  ),
});
export type GeneralisedEntropyOptions = Infer<typeof options>;

export const generalisedEntropyCard = card({
  id: "generalised-entropy",
  names: { en: "Generalised entropy", zh: "广义熵指数" },
  summary: {
    en: "Inequality with a dial: whether the bottom, the middle or the top counts most; splits exactly by groups.",
    zh: "可调侧重点的不平等指数：更看重低端、中部或高端；可按组精确分解。",
  },
  step: { verb: "ge", as: null },
  formula: String.raw`GE(\alpha)=\frac{1}{\alpha(\alpha-1)}\Big(\sum_i p_i\,r_i^{\alpha}-1\Big),\quad r_i=\frac{x_i}{\mu};\qquad GE(\alpha)=GE_{b}(\alpha)+\sum_j p_j^{1-\alpha}s_j^{\alpha}\,GE_j(\alpha)`,
  inputs: { value: slots.value, weight: slots.weight, by: slots.by },
  options,
  outputs: { value: "report", tables: ["generalised-entropy", "groups"] },
  citations: ["shorrocks1980", "cowell2011"],
  variant: ({ alpha }) => `α = ${alpha} · natural logarithm at α = 0 and 1`,
  load: async () => {
    const { generalisedEntropy } = await import("./generalised-entropy.js");
    return ({ value, weight, by }, chosen) => generalisedEntropy(value, { ...chosen, weights: weight, by });
  },
});
