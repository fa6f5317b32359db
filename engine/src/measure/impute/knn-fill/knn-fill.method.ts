import { about, byDefault, choice, type Infer, integer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { exceptFor, neverShape } from "../cell-options.js";

const options = object({
  k: about(byDefault(integer({ min: 1 }), 5), "how many of the nearest units lend their value", "取最近的多少个单位"),
  average: about(
    byDefault(choice(["equal", "inverse-distance"]), "equal"),
    "all neighbours count alike, or each by the inverse of its distance",
    "各近邻等权，或按距离的倒数加权",
  ),
  shared: about(
    byDefault(integer({ min: 1 }), 2),
    "fewest columns two units must both have to be compared",
    "两个单位至少须有多少个共同有值的列方可比较",
  ),
  ...neverShape,
});
export type KnnFillOptions = Infer<typeof options>;

export const knnFillCard = card({
  id: "knn-fill",
  names: { en: "Nearest neighbours", zh: "最近邻插补" },
  summary: {
    en: "Fills a missing cell with the average of the units that are most alike on the other columns in the same period.",
    zh: "取同期其他各列最相近的若干单位的平均值补缺。",
  },
  step: { verb: "impute", as: "knn" },
  formula: String.raw`\hat x_{ij}=\frac{\sum_{h\in N_k(i)}w_h x_{hj}}{\sum_{h\in N_k(i)}w_h},\quad d_{ih}^2=\frac{1}{|S|}\sum_{c\in S}\left(\frac{x_{ic}-x_{hc}}{s_c}\right)^2`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["imputed", "filled"] },
  citations: ["troyanskaya2001", "oecd2008"],
  variant: ({ k, average, shared, never }) => `${k} nearest · ${average} · at least ${shared} shared columns${exceptFor(never)}`,
  load: async () => {
    const { knnFill } = await import("./knn-fill.js");
    return ({ panel }, chosen) => knnFill(panel, chosen);
  },
});
