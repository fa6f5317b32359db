import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { groupOptions, groupText } from "../group-options.js";

const options = object(groupOptions);
export type PrincipalComponentsOptions = Infer<typeof options>;

export const principalComponentsCard = card({
  id: "principal-components",
  names: { en: "Principal components", zh: "主成分分析" },
  summary: {
    en: "In how many independent directions the indicators of a group vary, and which of them move together.",
    zh: "组内指标沿多少个独立方向变动，哪些指标同向变动。",
  },
  step: { verb: "pca", as: null },
  formula: String.raw`R u_k=\lambda_k u_k,\quad \ell_{jk}=\sqrt{\lambda_k}\,u_{jk},\quad \frac{\lambda_k}{\sum_l\lambda_l}`,
  inputs: { index: slots.index },
  options,
  outputs: { value: "report", tables: ["components", "loadings", "suitability"] },
  citations: ["hotelling1933", "kaiser1974", "bartlett1951", "oecd2008"],
  variant: (chosen) => `correlation matrix · complete rows · each vector's sum positive · ${groupText(chosen)}`,
  load: async () => {
    const { principalComponents } = await import("./principal-components.js");
    return ({ index }, chosen) => principalComponents(index, chosen);
  },
});
