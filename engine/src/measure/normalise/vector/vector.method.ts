import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { scaleVariant, scopeShape } from "../scale-options.js";

const options = object(scopeShape);
export type VectorOptions = Infer<typeof options>;

export const vectorCard = card({
  id: "vector",
  names: { en: "Vector normalisation", zh: "向量归一化" },
  summary: {
    en: "Divides every column by its length, so that columns of any unit weigh alike and keep their proportions.",
    zh: "各列除以自身模长，使不同单位的列可比且保持比例。",
  },
  step: { verb: "normalise", as: "vector" },
  formula: String.raw`z=\frac{x}{\sqrt{\sum_i x_i^2}}`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["hwang1981"],
  variant: scaleVariant,
  load: async () => {
    const { vector } = await import("./vector.js");
    return ({ panel }, chosen) => vector(panel, chosen);
  },
});
