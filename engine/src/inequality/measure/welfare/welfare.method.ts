import { about, byDefault, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  epsilon: about(
    byDefault(number({ above: 0, max: 10 }), 1),
    "ε: aversion to inequality behind the equally distributed equivalent; the higher, the more the bottom counts",
    "ε：均等分配等价值所依据的不平等厌恶程度；越大越看重低端",
  ),
});
export type WelfareOptions = Infer<typeof options>;

export const welfareCard = card({
  id: "welfare",
  names: { en: "Sen welfare and equally distributed equivalent", zh: "森福利与均等分配等价值" },
  summary: {
    en: "What the mean is worth once inequality is taken off it, in the unit of the values: by the Gini and by a stated aversion to inequality.",
    zh: "扣除不平等之后，均值还值多少（与数值同单位）：以基尼系数扣除，并以给定的不平等厌恶程度扣除。",
  },
  step: { verb: "welfare", as: null },
  formula: String.raw`W=\mu(1-G),\qquad \xi(\varepsilon)=\mu\,(1-A(\varepsilon))`,
  inputs: { value: slots.value, weight: slots.weight },
  options,
  outputs: { value: "report", tables: ["welfare"] },
  citations: ["sen1976", "atkinson1970"],
  variant: ({ epsilon }) => `Sen: Gini in population form · Atkinson: ε = ${epsilon}`,
  load: async () => {
    const { welfare } = await import("./welfare.js");
    return ({ value, weight }, chosen) => welfare(value, { ...chosen, weights: weight });
  },
});
