import { about, byDefault, choice, type Infer, number, object, pair } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { aggregateShape, meanVariant } from "../aggregate-options.js";

const options = object({
  scale: about(
    byDefault(pair(number(), number()), [0, 1]),
    "the ends of the scale the indicators come on, put to 70 and 130; [70, 130] leaves them",
    "指标所在量表的两端，对应 70 与 130；写 [70, 130] 则不变",
  ),
  penalty: about(
    byDefault(choice(["minus", "plus"]), "minus"),
    "minus: imbalance lowers the score (more is better); plus: it raises it (the phenomenon is a burden)",
    "minus：不均衡降低得分（正向现象）；plus：不均衡提高得分（负向现象）",
  ),
  ...aggregateShape,
});
export type AmpiOptions = Infer<typeof options>;

export const ampiCard = card({
  id: "ampi",
  names: { en: "Adjusted Mazziotta–Pareto index", zh: "调整型 Mazziotta–Pareto 指数" },
  summary: {
    en: "The mean of the parts on a scale around 100, less a penalty for their imbalance; with fixed goalposts it compares over time.",
    zh: "以 100 为中心的分项均值，减去不均衡的惩罚；配合固定阈值可跨期比较。",
  },
  step: { verb: "aggregate", as: "ampi" },
  formula: String.raw`S=M_r\mp\frac{S_r^2}{M_r},\quad r=70+60\,\frac{z-a}{b-a}`,
  inputs: { normalised: slots.normalised, weights: slots.weights, tree: slots.tree },
  options,
  outputs: { value: "index", tables: ["scores", "mechanisms", "framework"] },
  citations: ["mazziotta2016"],
  variant: ({ scale, penalty, available }) =>
    meanVariant(`[${scale.join(", ")}] put to [70, 130] · weighted mean ${penalty} weighted population variance over mean`, available),
  load: async () => {
    const { ampi } = await import("./ampi.js");
    return ({ normalised, weights, tree }, chosen) => ampi(normalised, weights, tree, chosen);
  },
});
