import { about, byDefault, type Infer, number, object } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";
import { rateInputs, scope } from "../rate-options.js";

const options = object({
  v: about(
    byDefault(number({ min: 0, max: 1 }), 0.5),
    "weight of the total benefit against the single regret",
    "群体效益相对个体遗憾的权重",
  ),
  scope,
});
export type VikorOptions = Infer<typeof options>;

export const vikorCard = card({
  id: "vikor",
  names: { en: "VIKOR", zh: "VIKOR 折衷排序" },
  summary: {
    en: "A compromise between the largest total benefit and the smallest single regret: Q is 0 at the best and 1 at the worst.",
    zh: "在群体效益最大与个体遗憾最小之间折衷：Q 最优为 0，最劣为 1。",
  },
  step: { verb: "rate", as: "vikor" },
  formula: String.raw`Q_i=v\,\frac{S_i-S^*}{S^--S^*}+(1-v)\,\frac{R_i-R^*}{R^--R^*},\quad S_i=\sum_j w_j\frac{f_j^*-f_{ij}}{f_j^*-f_j^-},\quad R_i=\max_j w_j\frac{f_j^*-f_{ij}}{f_j^*-f_j^-}`,
  inputs: rateInputs,
  options,
  outputs: { value: "report", tables: ["ratings", "conditions"] },
  citations: ["opricovic2004"],
  variant: ({ v, scope }) => `v = ${v} · extremes ${scope} · advantage 1/(n − 1)`,
  load: async () => {
    const { vikor } = await import("./vikor.js");
    return ({ panel, weights, tree }, chosen) => vikor(panel, weights, tree, chosen);
  },
});
