import { object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

export const hooverCard = card({
  id: "hoover",
  names: { en: "Hoover index", zh: "胡佛指数" },
  summary: {
    en: "The share of the total that would have to change hands for all to have the same.",
    zh: "要使人人相同，需要转移的总量份额。",
  },
  step: { verb: "hoover", as: null },
  formula: String.raw`H=\frac12\sum_i p_i\left|\frac{x_i}{\mu}-1\right|`,
  inputs: { value: slots.value, weight: slots.weight },
  options: object({}),
  outputs: { value: "report", tables: ["hoover"] },
  citations: ["hoover1936", "cowell2011"],
  variant: () => "population form",
  load: async () => {
    const { hoover } = await import("./hoover.js");
    return ({ value, weight }) => hoover(value, { weights: weight });
  },
});
