import { about, byDefault, flag, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  allowNegative: about(
    byDefault(flag(), false),
    "accept negative totals when their mean is positive; single sources may always be negative",
    "总和的均值为正时允许总和为负；单项来源始终可以为负",
  ),
});
export type IncomeSourcesOptions = Infer<typeof options>;

export const incomeSourcesCard = card({
  id: "income-sources",
  names: { en: "Gini coefficient by income source", zh: "基尼系数的收入来源分解" },
  summary: {
    en: "How much of the Gini comes from each source of income, and whether more of a source would raise or lower it.",
    zh: "各项收入来源对基尼系数贡献多少，某项来源增加会使差距扩大还是缩小。",
  },
  step: { verb: "decompose", as: "sources" },
  formula: String.raw`G=\sum_k S_kG_kR_k,\quad S_k=\frac{\mu_k}{\mu},\;R_k=\frac{\operatorname{cov}(y_k,F(y))}{\operatorname{cov}(y_k,F(y_k))},\;S_kG_kR_k=\frac{2\operatorname{cov}(y_k,F(y))}{\mu},\quad\frac{\partial\ln G}{\partial\ln y_k}=\frac{S_kG_kR_k}{G}-S_k`,
  inputs: {
    sources: { kind: "columns", min: 2, key: "of", about: { en: "the sources; their sum is the income", zh: "各项来源，其和为收入" } },
    weight: slots.weight,
  },
  options,
  outputs: { value: "report", tables: ["income-sources", "sources"] },
  citations: ["lerman1985", "stark1986"],
  variant: () => "population form · tied totals share their mean rank",
  load: async () => {
    const [{ incomeSources }, { partsOf }] = await Promise.all([import("./income-sources.js"), import("../parts.js")]);
    return ({ sources, weight }, chosen) => incomeSources(partsOf(sources), { ...chosen, weights: weight });
  },
});
