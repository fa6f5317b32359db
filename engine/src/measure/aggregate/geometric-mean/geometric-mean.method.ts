import type { Infer } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { aggregateOptions, meanVariant } from "../aggregate-options.js";

export type GeometricMeanOptions = Infer<typeof aggregateOptions>;

export const geometricMeanCard = card({
  id: "geometric-mean",
  names: { en: "Geometric aggregation", zh: "加权几何合成" },
  summary: {
    en: "Multiplies the indicators with their weights as exponents, level by level; a weakness can only partly be made up for.",
    zh: "以权重为指数逐层连乘；短板只能被部分弥补。",
  },
  step: { verb: "aggregate", as: "geometric" },
  formula: String.raw`S=\prod_j z_j^{w_j}=\exp\Big(\sum_j w_j\ln z_j\Big),\quad \sum_j w_j=1`,
  inputs: { normalised: slots.normalised, weights: slots.weights, tree: slots.tree },
  options: aggregateOptions,
  outputs: { value: "index", tables: ["scores", "mechanisms", "framework"] },
  citations: ["oecd2008"],
  variant: ({ available }) => meanVariant("weighted product", available),
  load: async () => {
    const { geometricMean } = await import("./geometric-mean.js");
    return ({ normalised, weights, tree }, chosen) => geometricMean(normalised, weights, tree, chosen);
  },
});
