import type { Infer } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { aggregateOptions, meanVariant } from "../aggregate-options.js";

export type MinimumOptions = Infer<typeof aggregateOptions>;

export const minimumCard = card({
  id: "minimum",
  names: { en: "Weakest link", zh: "最短板合成" },
  summary: {
    en: "A unit is as strong as its weakest part: nothing makes up for it. The result names the weakest indicator.",
    zh: "整体取决于最弱的分项，无从弥补；并指出最弱的指标。",
  },
  step: { verb: "aggregate", as: "minimum" },
  formula: String.raw`S=\min_{j:\,w_j>0} z_j`,
  inputs: { normalised: slots.normalised, weights: slots.weights, tree: slots.tree },
  options: aggregateOptions,
  outputs: { value: "index", tables: ["scores", "mechanisms", "framework", "weakest"] },
  citations: ["oecd2008"],
  variant: ({ available }) => meanVariant("smallest of the weighted parts", available),
  load: async () => {
    const { minimum } = await import("./minimum.js");
    return ({ normalised, weights, tree }, chosen) => minimum(normalised, weights, tree, chosen);
  },
});
