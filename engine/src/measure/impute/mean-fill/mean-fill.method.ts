import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";
import { exceptFor, neverShape } from "../cell-options.js";

const options = object(neverShape);
export type MeanFillOptions = Infer<typeof options>;

export const meanFillCard = card({
  id: "mean-fill",
  names: { en: "Mean of all units", zh: "全部单位均值" },
  summary: {
    en: "Fills a missing cell with the mean of the indicator over all units in the same period.",
    zh: "缺失单元格取同期全部单位该指标的均值。",
  },
  step: { verb: "impute", as: "mean" },
  formula: worded(String.raw`\hat x_{it}=\frac{1}{n_t}\sum_{k:\,x_{kt}\ \text{observed}}x_{kt}`, { observed: "观测值" }),
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["imputed", "filled"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ never }) => `mean of the units, period by period${exceptFor(never)}`,
  load: async () => {
    const { meanFill } = await import("./mean-fill.js");
    return ({ panel }, chosen) => meanFill(panel, chosen);
  },
});
