import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { bandOptions, bandVariant, pricesSlot } from "../band-options.js";

const options = object(bandOptions);
export type MiddleIncomeShareOptions = Infer<typeof options>;

export const middleIncomeShareCard = card({
  id: "middle-income-share",
  names: { en: "Middle-income share", zh: "中等收入群体占比" },
  summary: {
    en: "Which share of people has an income in the middle, by the median or by amounts of money, and what the middle is in money.",
    zh: "收入处于中间区间的人口占多大比例：以中位数或以金额划定，并给出区间的货币数额。",
  },
  step: { verb: "middle", as: null },
  formula: String.raw`M=\sum_i p_i\,[\,a\le y_i\le b\,],\quad (a,b)=(0.75\,m,\;2\,m);\qquad L(0.8)-L(0.2)`,
  inputs: { value: slots.value, weight: slots.weight, prices: pricesSlot },
  options,
  outputs: { value: "report", tables: ["middle-income-share"] },
  citations: ["oecd2019"],
  variant: bandVariant,
  load: async () => {
    const { middleIncomeShare } = await import("./middle-income-share.js");
    return ({ value, weight, prices }, chosen) => middleIncomeShare(value, { ...chosen, weights: weight, prices });
  },
});
