import { about, byDefault, flag, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  allowNegative: about(
    byDefault(flag(), false),
    "accept negative incomes in stages whose mean is positive",
    "各阶段均值为正时允许个别收入为负",
  ),
});
export type ThreeStageLadderOptions = Infer<typeof options>;

export const threeStageLadderCard = card({
  id: "three-stage-ladder",
  names: { en: "Ladder of distribution", zh: "三次分配阶梯" },
  summary: {
    en: "How much each stage, market to disposable to final income, lowers the Gini, and how much of it re-ranking takes back.",
    zh: "初次分配、再分配、三次分配各使基尼系数下降多少，其中又有多少被排序变动抵消。",
  },
  step: { verb: "ladder", as: null },
  formula: String.raw`G_0-G_1=\underbrace{(G_0-C_1)}_{V}-\underbrace{(G_1-C_1)}_{R},\quad C_1=\frac{2\operatorname{cov}(y_1,F(y_0))}{\mu_1},\quad V=\frac{g}{1-g}\,K,\;g=1-\frac{\mu_1}{\mu_0},\;K=C_{y_0-y_1}-G_0`,
  inputs: {
    stages: {
      kind: "columns",
      min: 2,
      key: "of",
      about: {
        en: "incomes of the same units after each stage, in order: market, disposable, final",
        zh: "同一批单位在各阶段之后的收入，依次为：市场收入、可支配收入、最终收入",
      },
    },
    weight: slots.weight,
  },
  options,
  outputs: { value: "report", tables: ["three-stage-ladder", "steps"] },
  citations: ["reynolds1977", "kakwani1984", "shapley1953"],
  variant: () => "population form · ranks of the stage before, ties share their mean rank",
  load: async () => {
    const [{ threeStageLadder }, { partsOf }] = await Promise.all([import("./three-stage-ladder.js"), import("../parts.js")]);
    return ({ stages, weight }, chosen) => threeStageLadder(partsOf(stages), { ...chosen, weights: weight });
  },
});
