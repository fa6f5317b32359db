import { about, byDefault, type Infer, integer, list, object, optional, text } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  never: about(byDefault(list(text({ min: 1 })), []), "indicators that are never imputed", "不作插补的指标"),
  maxTime: optional(about(integer({ min: 1 }), "oldest value that may be carried, in years", "可结转数值的最长年限")),
});
export type LatestValueOptions = Infer<typeof options>;

export const latestValueCard = card({
  id: "latest-value",
  names: { en: "Latest value carried forward", zh: "沿用最近一期" },
  summary: {
    en: "Fills a gap with the last value before it, if that is not too old; before the first value nothing is filled.",
    zh: "缺口用其前最近一期的值填补（不超过给定年限）；首个观测之前不填补。",
  },
  step: { verb: "impute", as: "latest" },
  formula: String.raw`\hat x_t=x_s,\quad s=\max\{s<t\},\ t-s\le T`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["imputed", "filled"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ never, maxTime }) =>
    `latest value forward${maxTime === undefined ? "" : `, at most ${maxTime} years`}${never.length ? ` · never ${never.join(", ")}` : ""}`,
  load: async () => {
    const { latestValue } = await import("./latest-value.js");
    return ({ panel }, chosen) => latestValue(panel, chosen);
  },
});
