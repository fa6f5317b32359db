import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { exceptFor, neverShape } from "../cell-options.js";

const options = object({
  ...neverShape,
  ends: about(
    byDefault(choice(["leave", "nearest"]), "leave"),
    "before the first and after the last value: left missing, or the nearest value",
    "首个观测之前与末个观测之后：保持缺失，或取最近的值",
  ),
});
export type GrowthInterpolationOptions = Infer<typeof options>;

export const growthInterpolationCard = card({
  id: "growth-interpolation",
  names: { en: "Interpolation at constant growth", zh: "等增长率插值" },
  summary: {
    en: "Fills the gaps in a unit's own series as if it had grown at one rate between the two nearest values.",
    zh: "在单位自身序列的两个最近观测值之间，按同一增长率补缺。",
  },
  step: { verb: "impute", as: "growth" },
  formula: String.raw`\hat x_t=x_a\left(\frac{x_b}{x_a}\right)^{\frac{t-a}{b-a}},\quad a<t<b,\ x_a,x_b>0`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["imputed", "filled"] },
  citations: ["oecd2008"],
  variant: ({ ends, never }) =>
    `constant growth between values · ends ${ends === "nearest" ? "at the nearest value" : "left missing"}${exceptFor(never)}`,
  load: async () => {
    const { growthInterpolation } = await import("./growth-interpolation.js");
    return ({ panel }, chosen) => growthInterpolation(panel, chosen);
  },
});
