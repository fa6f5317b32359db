import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { scaleVariant, scopeShape } from "../scale-options.js";

const options = object(scopeShape);
export type FractionOfMaxOptions = Infer<typeof options>;

export const fractionOfMaxCard = card({
  id: "fraction-of-max",
  names: { en: "Fraction of the largest", zh: "最大值比例" },
  summary: {
    en: "What share of the largest value a value is; proportions stay, and 0 stays 0.",
    zh: "数值占最大值的比例；比例关系与零点保持不变。",
  },
  step: { verb: "normalise", as: "fraction-of-max" },
  formula: String.raw`z=\frac{x}{\max x}`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["oecd2008", "becker2022"],
  variant: scaleVariant,
  load: async () => {
    const { fractionOfMax } = await import("./fraction-of-max.js");
    return ({ panel }, chosen) => fractionOfMax(panel, chosen);
  },
});
