import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { scaleShape, scaleVariant } from "../scale-options.js";

const options = object(scaleShape);
export type PercentileRankOptions = Infer<typeof options>;

export const percentileRankCard = card({
  id: "percentile-rank",
  names: { en: "Percentile ranks", zh: "百分位秩标准化" },
  summary: {
    en: "The share of the other values that lie below: 0 for the worst, 1 for a best without ties.",
    zh: "低于该值的其余观测所占比例：最差为 0，无并列的最优为 1。",
  },
  step: { verb: "normalise", as: "percentile-rank" },
  formula: String.raw`z=a+(b-a)\,\frac{\#\{y_k<y\}}{n-1},\quad y=\pm x`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["oecd2008", "becker2022"],
  variant: (chosen) => `ties share the smallest place · ${scaleVariant(chosen)}`,
  load: async () => {
    const { percentileRank } = await import("./percentile-rank.js");
    return ({ panel }, chosen) => percentileRank(panel, chosen);
  },
});
