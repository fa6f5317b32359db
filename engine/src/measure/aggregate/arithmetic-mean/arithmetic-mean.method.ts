import type { Infer } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { aggregateOptions, meanVariant } from "../aggregate-options.js";

export type ArithmeticMeanOptions = Infer<typeof aggregateOptions>;

export const arithmeticMeanCard = card({
  id: "arithmetic-mean",
  names: { en: "Arithmetic aggregation", zh: "加权算术合成" },
  summary: {
    en: "Adds the indicators up with their weights, level by level; a strength can fully make up for a weakness.",
    zh: "按权重逐层加总；优势可完全弥补短板。",
  },
  step: { verb: "aggregate", as: "arithmetic" },
  formula: String.raw`S=\sum_j w_j z_j,\quad \sum_j w_j=1`,
  inputs: { normalised: slots.normalised, weights: slots.weights, tree: slots.tree },
  options: aggregateOptions,
  outputs: { value: "index", tables: ["scores", "mechanisms", "contributions", "framework"] },
  citations: ["oecd2008"],
  variant: ({ available }) => meanVariant("weighted sum", available),
  load: async () => {
    const { arithmeticMean } = await import("./arithmetic-mean.js");
    return ({ normalised, weights, tree }, chosen) => arithmeticMean(normalised, weights, tree, chosen);
  },
});
