import { object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

export const dagumCard = card({
  id: "dagum",
  names: { en: "Dagum decomposition of the Gini coefficient", zh: "Dagum 基尼系数分解" },
  summary: {
    en: "How much of the Gini lies within groups, how much between them, and how much where the groups overlap.",
    zh: "基尼系数中多少来自组内，多少来自组间净差距，多少来自各组相互交叠（超变密度）。",
  },
  step: { verb: "dagum", as: null },
  formula: String.raw`G=\underbrace{\sum_j G_{jj}p_js_j}_{G_w}+\underbrace{\sum_{j>h}G_{jh}(p_js_h+p_hs_j)D_{jh}}_{G_{nb}}+\underbrace{\sum_{j>h}G_{jh}(p_js_h+p_hs_j)(1-D_{jh})}_{G_t},\quad G_{jh}=\frac{d_{jh}+p_{jh}}{\mu_j+\mu_h},\;D_{jh}=\frac{d_{jh}-p_{jh}}{d_{jh}+p_{jh}}`,
  inputs: {
    value: slots.value,
    weight: slots.weight,
    by: { kind: "grouping", key: "by", about: { en: "group of each row", zh: "每行所属组别" } },
  },
  options: object({}),
  outputs: { value: "report", tables: ["dagum", "groups", "pairs"] },
  citations: ["dagum1997", "gini1912"],
  variant: () => "population form · between groups net of transvariation",
  load: async () => {
    const { dagum } = await import("./dagum.js");
    return ({ value, weight, by }) => dagum(value, by, { weights: weight });
  },
});
