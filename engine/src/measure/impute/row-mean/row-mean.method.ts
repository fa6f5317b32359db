import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { exceptFor, neverShape } from "../cell-options.js";

const options = object({
  ...neverShape,
  centre: about(
    byDefault(choice(["mean", "median"]), "mean"),
    "mean or median of the siblings' positions",
    "取同组指标相对位置的均值或中位数",
  ),
});
export type RowMeanOptions = Infer<typeof options>;

export const rowMeanCard = card({
  id: "row-mean",
  names: { en: "Mean of the unit's own group of indicators", zh: "同组指标均值" },
  summary: {
    en: "Fills a missing indicator from the unit's other indicators of the same group, each by its place between the worst and the best value.",
    zh: "用该单位同组其他指标在最差值与最优值之间的相对位置，补出缺失的指标。",
  },
  step: { verb: "impute", as: "row-mean" },
  formula: String.raw`\hat z_{ij}=\frac{1}{m}\sum_{k\in g(j)}z_{ik},\quad z=\frac{y-\min y}{\max y-\min y},\ y=\pm x,\quad \hat x_{ij}=z^{-1}(\hat z_{ij})`,
  inputs: { panel: slots.data, tree: slots.tree },
  options,
  outputs: { value: "data", tables: ["imputed", "filled"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ centre, never }) => `${centre} of the siblings between pooled extremes, directions applied${exceptFor(never)}`,
  load: async () => {
    const { rowMean } = await import("./row-mean.js");
    return ({ panel, tree }, chosen) => rowMean(panel, tree, chosen);
  },
});
