import type { Infer } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { aggregateOptions, meanVariant } from "../aggregate-options.js";

export type HarmonicMeanOptions = Infer<typeof aggregateOptions>;

export const harmonicMeanCard = card({
  id: "harmonic-mean",
  names: { en: "Harmonic aggregation", zh: "加权调和合成" },
  summary: {
    en: "Averages the indicators by their reciprocals, level by level; the weakest part weighs most.",
    zh: "按倒数的加权平均逐层合成；最弱的分项影响最大。",
  },
  step: { verb: "aggregate", as: "harmonic" },
  formula: String.raw`S=\Big(\sum_j \frac{w_j}{z_j}\Big)^{-1},\quad \sum_j w_j=1`,
  inputs: { normalised: slots.normalised, weights: slots.weights, tree: slots.tree },
  options: aggregateOptions,
  outputs: { value: "index", tables: ["scores", "mechanisms", "framework"] },
  citations: ["oecd2008"],
  variant: ({ available }) => meanVariant("weighted harmonic mean", available),
  load: async () => {
    const { harmonicMean } = await import("./harmonic-mean.js");
    return ({ normalised, weights, tree }, chosen) => harmonicMean(normalised, weights, tree, chosen);
  },
});
