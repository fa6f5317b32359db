import { about, byDefault, choice, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  form: about(
    byDefault(choice(["scaled", "unscaled"]), "scaled"),
    "scaled: shares that sum to 1 in each system; unscaled: the products weight × deviation themselves",
    "scaled：各系统内合计为 1 的份额；unscaled：权重与偏离度的乘积本身",
  ),
  ideal: about(
    byDefault(number({ above: 0 }), 1),
    "value of a normalised indicator at its best: 1 on [0, 1], 100 on [0, 100] or [1, 100]",
    "标准化指标的最优值：[0, 1] 时为 1，[0, 100] 或 [1, 100] 时为 100",
  ),
  missing: about(
    byDefault(choice(["rescale", "drop"]), "rescale"),
    "where an indicator is missing: the others share the whole (rescale), or that system has no obstacles there (drop)",
    "指标缺失处：其余指标重新分摊（rescale），或该系统此处不计障碍度（drop）",
  ),
});
export type ObstacleDegreeOptions = Infer<typeof options>;

export const obstacleDegreeCard = card({
  id: "obstacle-degree",
  names: { en: "Obstacle degree", zh: "障碍度" },
  summary: {
    en: "Which indicators hold a unit back: each one's share in the weighted distance to the best.",
    zh: "哪些指标拖后腿：各指标在与最优值加权差距中所占的份额。",
  },
  step: { verb: "obstacle", as: null },
  formula: String.raw`O_j=\frac{w_j\,(1-z_j)}{\sum_k w_k\,(1-z_k)}`,
  inputs: { index: slots.index, by: slots.by },
  options,
  outputs: { value: "report", tables: ["obstacles", "layers"] },
  citations: ["lei2016"],
  variant: ({ form, ideal, missing }) => `${form} · deviation from ${ideal} · missing indicators: ${missing}`,
  load: async () => {
    const { obstacleDegree } = await import("./obstacle-degree.js");
    return ({ index, by }, chosen) => obstacleDegree(index, { ...chosen, by });
  },
});
