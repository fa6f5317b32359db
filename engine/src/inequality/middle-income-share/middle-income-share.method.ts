import { about, byDefault, choice, type Infer, integer, number, object, optional } from "../../ground/schema/index.js";
import { card, slots } from "../../method/index.js";

const options = object({
  band: about(
    byDefault(choice(["relative", "absolute"]), "relative"),
    "relative: multiples of the median; absolute: amounts of money, e.g. 100000 to 500000 yuan a year for a household of three",
    "relative：中位数的倍数；absolute：货币金额，如三口之家年收入 10 万至 50 万元",
  ),
  from: optional(about(number({ min: 0 }), "lower border; 0.75 in a relative band when absent", "下限；相对区间缺省为 0.75")),
  to: optional(about(number({ above: 0 }), "upper border; 2 in a relative band when absent", "上限；相对区间缺省为 2")),
  priceYear: optional(about(integer(), "year in whose prices an absolute band is given", "绝对区间所用价格的年份")),
});
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
  inputs: {
    value: slots.value,
    weight: slots.weight,
    prices: {
      kind: "column",
      key: "prices",
      optional: true,
      about: {
        en: "price index of each row, 1 at the prices of the band; values are divided by it",
        zh: "每行的价格指数，以区间所用价格为 1；数值除以该指数",
      },
    },
  },
  options,
  outputs: { value: "report", tables: ["middle-income-share"] },
  citations: ["oecd2019"],
  variant: ({ band, from = 0.75, to = 2, priceYear }) =>
    band === "relative"
      ? `${from} to ${to} medians, both borders in · median by the step distribution`
      : `${from} to ${to} in money, both borders in · ${priceYear === undefined ? "price year not stated" : `prices of ${priceYear}`}`,
  load: async () => {
    const { middleIncomeShare } = await import("./middle-income-share.js");
    return ({ value, weight, prices }, chosen) => middleIncomeShare(value, { ...chosen, weights: weight, prices });
  },
});
