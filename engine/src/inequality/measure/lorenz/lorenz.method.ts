import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  at: about(
    byDefault(choice(["rows", "deciles", "percentiles"]), "rows"),
    "points of the curve: the end of every row, or evenly spaced",
    "曲线取点：每行终点，或等距分位",
  ),
});
export type LorenzOptions = Infer<typeof options>;

export const lorenzCard = card({
  id: "lorenz",
  names: { en: "Lorenz curve", zh: "洛伦兹曲线" },
  summary: {
    en: "What share of the total the poorest share of the population holds, and whether the few at the top or the many at the bottom make the inequality.",
    zh: "最穷的一定比例人口占总量的多少，以及不平等主要来自少数高端还是多数低端。",
  },
  step: { verb: "lorenz", as: null },
  formula: String.raw`L_i=\frac{\sum_{k\le i}p_k x_k}{\mu},\; F_i=\sum_{k\le i}p_k,\quad GL_i=\mu L_i,\quad S=F(\mu)+L(\mu)`,
  inputs: { value: slots.value, weight: slots.weight },
  options,
  outputs: { value: "report", tables: ["lorenz", "curve"] },
  citations: ["lorenz1905", "shorrocks1983", "damgaard2000"],
  variant: ({ at }) => `linear between rows · points at ${at}`,
  load: async () => {
    const { lorenz } = await import("./lorenz.js");
    return ({ value, weight }, chosen) => lorenz(value, { ...chosen, weights: weight });
  },
});
