import { about, byDefault, type Infer, integer, object } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";

const options = object({
  largest: about(
    byDefault(integer({ min: 1 }), 10),
    "how many of the largest disagreements are listed for each pair",
    "每对比较列出的最大分歧个数",
  ),
});
export type CompareOptions = Infer<typeof options>;

export const compareCard = card({
  id: "compare",
  names: { en: "Two indices side by side", zh: "指数对比" },
  summary: {
    en: "How far an index agrees with another one, or with an index of the user's own: rank correlations and the largest disagreements.",
    zh: "一个指数与另一指数（或用户自带指数）在多大程度上一致：等级相关与最大分歧。",
  },
  step: { verb: "compare", as: null },
  formula: String.raw`\rho=\operatorname{corr}(r^A,r^B),\quad \tau_b=\frac{C-D}{\sqrt{(C+D+T_A)(C+D+T_B)}}`,
  inputs: {
    columns: {
      kind: "columns",
      min: 2,
      key: "of",
      about: {
        en: "the columns compared, the first with each other one; larger is better in all",
        zh: "参与对比的列：首列与其余各列逐一比较，均为越大越好",
      },
    },
  },
  options,
  outputs: { value: "report", tables: ["agreement", "disagreements"] },
  citations: ["kendall1945", "oecd2008"],
  variant: () => "ranks within each period, ties the smallest · Spearman on average ranks · Kendall τ-b",
  load: async () => {
    const { compare } = await import("./compare.js");
    return ({ columns }, chosen) => compare(columns, chosen);
  },
});
