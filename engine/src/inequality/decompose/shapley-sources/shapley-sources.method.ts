import { about, byDefault, choice, type Infer, integer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { measures } from "../measures.js";

const options = object({
  measure: about(
    byDefault(choice(measures), "gini"),
    "the measure shared out: gini; T, L (Theil); GE2 (half the squared CV); hoover; atkinson (ε = 1)",
    "所分解的度量：gini；T、L（泰尔）；GE2（变异系数平方之半）；hoover；atkinson（ε = 1）",
  ),
  absent: about(
    byDefault(choice(["mean", "zero"]), "mean"),
    "what stands for a source that is left out: its mean, so that everybody has the same of it, or 0",
    "被去掉的来源以何代替：其均值（人人相同），或 0",
  ),
  orders: about(
    byDefault(integer({ min: 4, max: 1_000_000 }), 2000),
    "random orders drawn when there are more than 12 sources; exact up to 12",
    "来源多于 12 项时抽取的随机次序数；不超过 12 项时为精确值",
  ),
  seed: about(byDefault(integer({ min: 0, max: 0xffff_ffff }), 1), "seed of the random orders", "随机次序的种子"),
});
export type ShapleySourcesOptions = Infer<typeof options>;

export const shapleySourcesCard = card({
  id: "shapley-sources",
  names: { en: "Shapley decomposition by source", zh: "收入来源的夏普利分解" },
  summary: {
    en: "How much inequality each source of income brings, on average over all orders in which sources can be taken away.",
    zh: "各项收入来源带来多少不平等：对来源的所有剔除次序取平均。",
  },
  step: { verb: "decompose", as: "shapley" },
  formula: String.raw`\phi_k=\sum_{S\not\ni k}\frac{|S|!\,(m-|S|-1)!}{m!}\big[I(S\cup\{k\})-I(S)\big],\quad\sum_k\phi_k=I,\quad I(S)=I\Big(\sum_{j\in S}y_j+\sum_{j\notin S}\bar y_j\Big)`,
  inputs: {
    sources: { kind: "columns", min: 2, key: "of", about: { en: "the sources; their sum is the income", zh: "各项来源，其和为收入" } },
    weight: slots.weight,
  },
  options,
  outputs: { value: "report", tables: ["shapley-sources", "sources"] },
  citations: ["shapley1953", "shorrocks2013"],
  variant: ({ measure, absent, orders, seed }) =>
    `${measure} · a source left out counts as ${absent === "mean" ? "its mean" : "0"} · exact up to 12 sources, above that ${orders} orders, seed ${seed}`,
  load: async () => {
    const [{ shapleySources }, { partsOf }] = await Promise.all([import("./shapley-sources.js"), import("../parts.js")]);
    return ({ sources, weight }, chosen) => shapleySources(partsOf(sources), { ...chosen, weights: weight });
  },
});
