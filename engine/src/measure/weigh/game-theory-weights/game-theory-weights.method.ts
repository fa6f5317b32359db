import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { placeText, weighOptions } from "../weigh-options.js";

const options = object({ within: weighOptions.within, bounds: weighOptions.bounds });
export type GameTheoryWeightsOptions = Infer<typeof options>;

export const gameTheoryWeightsCard = card({
  id: "game-theory-weights",
  names: { en: "Game theory combination of weights", zh: "博弈论组合赋权" },
  summary: {
    en: "Combines weights of several steps so that the result lies as close as possible to all of them.",
    zh: "组合多种方法的权重，使结果与各方法权重的偏差最小。",
  },
  step: { verb: "weigh", as: "game-theory" },
  formula: String.raw`G a=\operatorname{diag}G,\quad G=WW^\top,\quad a^*=\frac{|a|}{\sum|a|},\quad w=\sum_k a_k^* w_k`,
  inputs: { of: slots.weightsList, tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights", "weights-by-period"] },
  citations: ["chen2003"],
  variant: (place) => `a from G a = diag(G), sizes rescaled to sum 1 · ${placeText(place)}`,
  load: async () => {
    const { gameTheoryWeights } = await import("./game-theory-weights.js");
    return ({ of, tree }, chosen) => gameTheoryWeights(of, tree, chosen);
  },
});
