import { about, byDefault, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { scaleVariant, scopeShape } from "../scale-options.js";

const options = object({
  ...scopeShape,
  mean: about(byDefault(number(), 0), "the mean of the result", "结果的均值"),
  sd: about(byDefault(number({ above: 0 }), 1), "the standard deviation of the result", "结果的标准差"),
});
export type ZScoreOptions = Infer<typeof options>;

export const zScoreCard = card({
  id: "z-score",
  names: { en: "z-scores", zh: "Z 分数标准化" },
  summary: {
    en: "Says how many standard deviations a value lies from the mean of its column; outliers keep their distance.",
    zh: "以标准差为单位表示数值与本列均值的距离；离群值保留其距离。",
  },
  step: { verb: "normalise", as: "z-score" },
  formula: String.raw`z=m+s\,\frac{y-\bar y}{\mathrm{sd}(y)},\quad y=\pm x`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["oecd2008"],
  variant: ({ mean, sd, ...rest }) => `mean ${mean}, sd ${sd} (n − 1) · ${scaleVariant(rest)}`,
  load: async () => {
    const { zScore } = await import("./z-score.js");
    return ({ panel }, chosen) => zScore(panel, chosen);
  },
});
