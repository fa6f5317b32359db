import { about, byDefault, choice, type Infer, integer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  groups: about(
    byDefault(integer({ min: 2, max: 100 }), 5),
    "number of equal groups: 5 quintiles, 10 deciles, 100 percentiles",
    "等分组数：5 为五等分，10 为十等分，100 为百分位",
  ),
  quantile: about(
    byDefault(choice(["type-7", "step"]), "type-7"),
    "quantiles: type 7, linear between rows (weighted rows stand at the middle of their weight), or the inverse of the step distribution function",
    "分位数：type-7 在行间线性插值（加权时每行取其权重中点），或 step 取阶梯分布函数的反函数",
  ),
});
export type QuantileSharesOptions = Infer<typeof options>;

export const quantileSharesCard = card({
  id: "quantile-shares",
  names: { en: "Quantile shares", zh: "分位组份额" },
  summary: {
    en: "What share of the total each fifth (or tenth) of the population holds, with S80/S20, Palma and P90/P10.",
    zh: "每五分之一（或十分之一）人口占总量的份额，并给出 S80/S20、帕尔马比值与 P90/P10。",
  },
  step: { verb: "shares", as: null },
  formula: String.raw`s_k=L(k/m)-L((k-1)/m),\quad \frac{S_{80}}{S_{20}}=\frac{1-L(0.8)}{L(0.2)},\;P=\frac{1-L(0.9)}{L(0.4)},\;\frac{P_{90}}{P_{10}}`,
  inputs: { value: slots.value, weight: slots.weight },
  options,
  outputs: { value: "report", tables: ["quantile-shares", "shares"] },
  citations: ["gastwirth1972", "hyndman1996", "palma2011"],
  variant: ({ groups, quantile }) => `${groups} groups · interpolated Lorenz curve · quantiles ${quantile}`,
  load: async () => {
    const { quantileShares } = await import("./quantile-shares.js");
    return ({ value, weight }, chosen) => quantileShares(value, { ...chosen, weights: weight });
  },
});
