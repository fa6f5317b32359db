import { about, anyOf, choice, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { aggregateShape, meanVariant } from "../aggregate-options.js";

const options = object({
  p: about(
    anyOf([number(), choice(["min", "max"])]),
    "the exponent; below 1e-8 in size the geometric mean; min or max for its limits",
    "幂指数；绝对值小于 1e-8 时为几何平均；min 或 max 为其极限",
  ),
  ...aggregateShape,
});
export type PowerMeanOptions = Infer<typeof options>;

export const powerMeanCard = card({
  id: "power-mean",
  names: { en: "Power mean", zh: "幂平均合成" },
  summary: {
    en: "A family of means in one exponent: 1 arithmetic, 0 geometric, −1 harmonic, min the weakest part, max the strongest.",
    zh: "以一个指数统一各种平均：1 为算术，0 为几何，−1 为调和，min 为最弱项，max 为最强项。",
  },
  step: { verb: "aggregate", as: "power" },
  formula: String.raw`S=\Big(\sum_j w_j z_j^{\,p}\Big)^{1/p},\quad \sum_j w_j=1`,
  inputs: { normalised: slots.normalised, weights: slots.weights, tree: slots.tree },
  options,
  outputs: { value: "index", tables: ["scores", "mechanisms", "framework"] },
  citations: ["oecd2008"],
  variant: ({ p, available }) => meanVariant(`power mean, p = ${p}`, available),
  load: async () => {
    const { powerMean } = await import("./power-mean.js");
    return ({ normalised, weights, tree }, chosen) => powerMean(normalised, weights, tree, chosen);
  },
});
