import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { exceptFor, neverShape } from "../cell-options.js";

const options = object(neverShape);
export type GroupMedianOptions = Infer<typeof options>;

export const groupMedianCard = card({
  id: "group-median",
  names: { en: "Median of the group", zh: "组内中位数" },
  summary: {
    en: "Fills a missing cell with the median of the indicator over the units of the same group in the same period.",
    zh: "缺失单元格取同期同组单位该指标的中位数。",
  },
  step: { verb: "impute", as: "group-median" },
  formula: String.raw`\hat x_{it}=\operatorname{median}\{x_{kt}:\ k\in g(i)\}`,
  inputs: { panel: slots.data, by: { ...slots.by, optional: false } },
  options,
  outputs: { value: "data", tables: ["imputed", "filled"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ never }) => `median of the group, period by period${exceptFor(never)}`,
  load: async () => {
    const { groupMedian } = await import("./group-median.js");
    return ({ panel, by }, chosen) => groupMedian(panel, { ...chosen, by });
  },
});
