import { about, byDefault, choice, type Infer, number, object, pair } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  scope: about(
    byDefault(choice(["pooled", "per-period"]), "pooled"),
    "pooled: one minimum and maximum over all region-years; per-period: anew in each period, so levels do not compare over time",
    "pooled：全部地区与年份共用一组极值；per-period：逐期取极值，各期水平不可比",
  ),
  range: about(byDefault(pair(number(), number()), [0, 1]), "the scale of the result, lower end first", "结果的取值范围，下限在前"),
});
export type MinMaxOptions = Infer<typeof options>;

export const minMaxCard = card({
  id: "min-max",
  names: { en: "Min–max normalisation", zh: "极差标准化" },
  summary: {
    en: "Puts every indicator on one scale: the worst observed value gets the lower end, the best the upper.",
    zh: "将各指标化到同一尺度：观测到的最差值取下限，最优值取上限。",
  },
  step: { verb: "normalise", as: "min-max" },
  formula: String.raw`z=a+(b-a)\,\frac{y-\min y}{\max y-\min y},\quad y=\pm x`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["oecd2008"],
  variant: ({ scope, range }) => `${scope} · range [${range.join(", ")}] · direction applied once`,
  load: async () => {
    const { minMax } = await import("./min-max.js");
    return ({ panel }, chosen) => minMax(panel, chosen);
  },
});
