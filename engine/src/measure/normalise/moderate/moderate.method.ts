import { about, anyOf, type Infer, mapping, number, object, pair } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { scaleShape, scaleVariant } from "../scale-options.js";

const options = object({
  optimum: about(
    mapping(anyOf([number(), pair(number(), number())])),
    "optimum of the moderate indicators in their own unit: a value, or an interval [from, to] within which all is best",
    "适度指标的最优值（按自身单位），或最优区间 [下限, 上限]，区间内均为最优",
  ),
  ...scaleShape,
});
export type ModerateOptions = Infer<typeof options>;

export const moderateCard = card({
  id: "moderate",
  names: { en: "Moderate indicators", zh: "适度指标标准化" },
  summary: {
    en: "Scores how near a value is to an optimum or an optimal interval; the indicators without one are min–max scaled.",
    zh: "按距最优值或最优区间的远近计分；未指定最优值的指标按极差标准化。",
  },
  step: { verb: "normalise", as: "moderate" },
  formula: String.raw`z=a+(b-a)\Big(1-\frac{|x-m|}{\max|x-m|}\Big)`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["oecd2008"],
  variant: ({ optimum, ...rest }) => `declared optimum of ${Object.keys(optimum).join(", ") || "none"} · ${scaleVariant(rest)}`,
  load: async () => {
    const { moderate } = await import("./moderate.js");
    return ({ panel }, chosen) => moderate(panel, chosen);
  },
});
