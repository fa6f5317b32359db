import { about, byDefault, choice, type Infer, object } from "../../ground/schema/index.js";
import { card, slots } from "../../method/index.js";

const options = object({
  negativeDenominator: about(
    byDefault(choice(["fault", "allow"]), "fault"),
    "what to do when a formula divides by a negative number",
    "公式除以负数时如何处理",
  ),
});
export type DeriveOptions = Infer<typeof options>;

export const deriveCard = card({
  id: "derive",
  names: { en: "Derived indicators", zh: "指标计算" },
  summary: {
    en: "Computes every indicator of the framework from the raw columns, by the formula written in the framework.",
    zh: "按指标体系中写明的公式，由原始列计算各项指标。",
  },
  step: { verb: "derive", as: null },
  formula: String.raw`x_{j,it}=f_j(r_{1,it},r_{2,it},\dots),\quad \mathrm{chain}_t=\mathrm{chain}_{t-1}\,\frac{I_t}{100}`,
  inputs: { panel: slots.data, tree: slots.tree },
  options,
  outputs: { value: "data", tables: ["derived", "formulas"] },
  citations: ["oecd2008", "theil1967"],
  variant: ({ negativeDenominator }) => `formulas of the framework · negative denominator: ${negativeDenominator}`,
  load: async () => {
    const { derive } = await import("./derive.js");
    return ({ panel, tree }, chosen) => derive(panel, tree, chosen);
  },
});
