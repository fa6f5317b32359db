import { about, byDefault, flag, type Infer, mapping, number, object, pair } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";

const options = object({
  bounds: about(
    mapping(pair(number(), number())),
    "lower and upper goalpost of every indicator, in its own unit (before any direction)",
    "各指标的下限与上限，按指标自身单位（未换算方向）",
  ),
  truncate: about(
    byDefault(flag(), true),
    "cut values beyond a goalpost to it; otherwise they leave the range",
    "超出界限的值截至界限；否则结果可超出取值范围",
  ),
  range: about(byDefault(pair(number(), number()), [0, 1]), "the scale of the result, lower end first", "结果的取值范围，下限在前"),
});
export type GoalpostsOptions = Infer<typeof options>;

export const goalpostsCard = card({
  id: "goalposts",
  names: { en: "Goalposts", zh: "固定阈值标准化" },
  summary: {
    en: "Puts every indicator on one scale between declared bounds, so that adding a year or a region changes no earlier score.",
    zh: "按事先声明的上下限标准化，新增年份或地区不改变既有得分。",
  },
  step: { verb: "normalise", as: "goalposts" },
  formula: worded(String.raw`z=a+(b-a)\,\frac{x-l}{u-l},\quad \text{less is better: }\ z=a+(b-a)\,\frac{u-x}{u-l}`, {
    "less is better:": "逆向指标：",
  }),
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["undp2022", "oecd2008"],
  variant: ({ truncate, range }) => `declared bounds · ${truncate ? "truncated" : "not truncated"} · range [${range.join(", ")}]`,
  load: async () => {
    const { goalposts } = await import("./goalposts.js");
    return ({ panel }, chosen) => goalposts(panel, chosen);
  },
});
