import { about, byDefault, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  epsilon: about(
    byDefault(number({ above: 0, max: 10 }), 1),
    "ε: aversion to inequality; the higher, the more the bottom counts",
    "ε：不平等厌恶程度；越大越看重低端",
  ),
});
export type AtkinsonOptions = Infer<typeof options>;

export const atkinsonCard = card({
  id: "atkinson",
  names: { en: "Atkinson index", zh: "阿特金森指数" },
  summary: {
    en: "The share of the total that could be given up for equality without loss of welfare, at a stated aversion to inequality.",
    zh: "在给定的不平等厌恶程度下，为实现平等而可以放弃、且福利不减的那部分总量份额。",
  },
  step: { verb: "atkinson", as: null },
  formula: String.raw`A(\varepsilon)=1-\Big(\sum_i p_i\,r_i^{1-\varepsilon}\Big)^{\frac{1}{1-\varepsilon}},\quad A(1)=1-\exp\Big(\sum_i p_i\ln r_i\Big),\quad r_i=\frac{x_i}{\mu}`,
  inputs: { value: slots.value, weight: slots.weight },
  options,
  outputs: { value: "report", tables: ["atkinson"] },
  citations: ["atkinson1970", "cowell2011"],
  variant: ({ epsilon }) => `ε = ${epsilon}`,
  load: async () => {
    const { atkinson } = await import("./atkinson.js");
    return ({ value, weight }, chosen) => atkinson(value, { ...chosen, weights: weight });
  },
});
