import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";
import { exceptFor, neverShape } from "../cell-options.js";

const options = object(neverShape);
export type MedianFillOptions = Infer<typeof options>;

export const medianFillCard = card({
  id: "median-fill",
  names: { en: "Median of all units", zh: "全部单位中位数" },
  summary: {
    en: "Fills a missing cell with the median of the indicator over all units in the same period.",
    zh: "缺失单元格取同期全部单位该指标的中位数。",
  },
  step: { verb: "impute", as: "median" },
  formula: worded(String.raw`\hat x_{it}=\operatorname{median}\{x_{kt}:\ x_{kt}\ \text{observed}\}`, { observed: "观测值" }),
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["imputed", "filled"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ never }) => `median of the units, period by period${exceptFor(never)}`,
  load: async () => {
    const { medianFill } = await import("./median-fill.js");
    return ({ panel }, chosen) => medianFill(panel, chosen);
  },
});
