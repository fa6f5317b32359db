import type { Infer } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { aggregateOptions, meanVariant } from "../aggregate-options.js";

export type CopelandOptions = Infer<typeof aggregateOptions>;

export const copelandCard = card({
  id: "copeland",
  names: { en: "Copeland outranking", zh: "Copeland 优序合成" },
  summary: {
    en: "Every unit meets every other in each period: victories less defeats, counted by the weight of the indicators it leads in.",
    zh: "各期单位两两比较：按领先指标的权重判胜负，得分为胜场减负场。",
  },
  step: { verb: "aggregate", as: "copeland" },
  formula: String.raw`S_i=\sum_{k\ne i}\operatorname{sgn}\Big(\sum_j w_j\big[z_{ij}>z_{kj}\big]+\tfrac12 \sum_j w_j\big[z_{ij}=z_{kj}\big]-\tfrac12\Big)`,
  inputs: { normalised: slots.normalised, weights: slots.weights, tree: slots.tree },
  options: aggregateOptions,
  outputs: { value: "index", tables: ["scores", "mechanisms", "framework"] },
  citations: ["copeland1951", "munda2009"],
  variant: ({ available }) =>
    meanVariant("pairwise victories less defeats within each period, majority of weight rounded to 12 decimals", available),
  load: async () => {
    const { copeland } = await import("./copeland.js");
    return ({ normalised, weights, tree }, chosen) => copeland(normalised, weights, tree, chosen);
  },
});
