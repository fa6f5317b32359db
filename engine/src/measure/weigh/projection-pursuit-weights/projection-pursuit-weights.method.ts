import { about, byDefault, choice, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { searchOptions } from "../search-options.js";
import { placeText, weighOptions } from "../weigh-options.js";

const options = object({
  ...weighOptions,
  window: about(
    byDefault(number({ above: 0, max: 10 }), 0.1),
    "radius of the local density as a share of the standard deviation of the projections",
    "局部密度窗口半径，以投影值标准差的倍数表示",
  ),
  take: about(
    byDefault(choice(["squares", "entries"]), "squares"),
    "weights from the direction: squares of its entries, which sum to 1, or the entries rescaled",
    "由投影方向取权重：各分量的平方（和为 1），或各分量归一",
  ),
  ...searchOptions,
});
export type ProjectionPursuitWeightsOptions = Infer<typeof options>;

export const projectionPursuitWeightsCard = card({
  id: "projection-pursuit-weights",
  names: { en: "Projection pursuit weights", zh: "投影寻踪赋权" },
  summary: {
    en: "Looks for the direction in which regions form dense clusters that lie far apart, and takes weights from it.",
    zh: "寻找使各地区局部密集、整体分散的投影方向，并由其得到权重。",
  },
  step: { verb: "weigh", as: "projection-pursuit" },
  formula: String.raw`\max_{\lVert a\rVert=1,\,a\ge0}Q=S_zD_z,\quad z_i=\sum_j a_jx_{ij},\quad D_z=\sum_{i,k}(R-|z_i-z_k|)_+,\ R=0.1\,S_z`,
  inputs: { panel: slots.normalised, tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights", "weights-by-period"] },
  citations: ["friedman1974"],
  variant: ({ scope, window, take, starts, seed, ...place }) =>
    `${scope} · ${placeText(place)} · R = ${window} S, all ordered pairs · ${take} · ${starts} random starts, seed ${seed}`,
  load: async () => {
    const { projectionPursuitWeights } = await import("./projection-pursuit-weights.js");
    return ({ panel, tree }, chosen) => projectionPursuitWeights(panel, tree, chosen);
  },
});
