import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { exceptFor, neverShape } from "../cell-options.js";

const options = object(neverShape);
export type GroupMeanOptions = Infer<typeof options>;

export const groupMeanCard = card({
  id: "group-mean",
  names: { en: "Mean of the group", zh: "组内均值" },
  summary: {
    en: "Fills a missing cell with the mean of the indicator over the units of the same group in the same period.",
    zh: "缺失单元格取同期同组单位该指标的均值。",
  },
  step: { verb: "impute", as: "group-mean" },
  formula: String.raw`\hat x_{it}=\frac{1}{n_{gt}}\sum_{k\in g(i)}x_{kt}`,
  inputs: { panel: slots.data, by: { ...slots.by, optional: false } },
  options,
  outputs: { value: "data", tables: ["imputed", "filled"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ never }) => `mean of the group, period by period${exceptFor(never)}`,
  load: async () => {
    const { groupMean } = await import("./group-mean.js");
    return ({ panel, by }, chosen) => groupMean(panel, { ...chosen, by });
  },
});
