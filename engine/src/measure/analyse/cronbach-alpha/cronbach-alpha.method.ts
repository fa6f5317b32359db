import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { groupOptions, groupText } from "../group-options.js";

const options = object(groupOptions);
export type CronbachAlphaOptions = Infer<typeof options>;

export const cronbachAlphaCard = card({
  id: "cronbach-alpha",
  names: { en: "Cronbach's alpha", zh: "克隆巴赫系数" },
  summary: {
    en: "How far the indicators of a group measure one thing, and which of them would be missed least.",
    zh: "组内指标在多大程度上度量同一事物，以及哪项最可割舍。",
  },
  step: { verb: "cronbach", as: null },
  formula: String.raw`\alpha=\frac{k}{k-1}\Big(1-\frac{\sum_j\sigma_j^2}{\sum_{j,l}\sigma_{jl}}\Big)`,
  inputs: { index: slots.index },
  options,
  outputs: { value: "report", tables: ["alpha", "without"] },
  citations: ["cronbach1951", "oecd2008"],
  variant: (chosen) => `covariances over pairwise complete rows, n − 1 · ${groupText(chosen)}`,
  load: async () => {
    const { cronbachAlpha } = await import("./cronbach-alpha.js");
    return ({ index }, chosen) => cronbachAlpha(index, chosen);
  },
});
