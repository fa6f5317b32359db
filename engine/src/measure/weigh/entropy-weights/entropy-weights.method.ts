import { about, byDefault, choice, type Infer, number, object, optional, text } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { zeroAmounts } from "../zero-amounts.js";

const options = object({
  scope: about(
    byDefault(choice(["pooled", "per-period"]), "pooled"),
    "pooled: one set of weights from all region-years; per-period: weights of each period, so scores do not compare over time",
    "pooled：由全部地区与年份得到一组权重；per-period：逐期赋权，各期得分不可比",
  ),
  within: optional(
    about(
      text({ min: 1 }),
      "level inside which the indicators are weighed against each other; by default the level above the indicators",
      "在哪一层级之内比较指标；默认为指标的上一层",
    ),
  ),
  zero: about(
    byDefault(choice(["limit", "shift", "replace", "p-plus"]), "limit"),
    "what a zero does: 0·ln 0 = 0 (limit), add an amount to all (shift), to zeros only (replace), or to p inside the logarithm (p-plus)",
    "零值处理：0·ln 0 = 0（limit）、全部加常数（shift）、仅替换零值（replace）、对数内的 p 加常数（p-plus）",
  ),
  amount: optional(
    about(
      number({ above: 0 }),
      "amount of the zero rule (limit has none); default 0.0001 for shift, 0.000001 for replace, 0.0000000001 for p-plus",
      "零值处理所用常数（limit 无此项）；shift 默认 0.0001，replace 默认 0.000001，p-plus 默认 0.0000000001",
    ),
  ),
  base: about(
    byDefault(choice(["rows", "periods", "compat-periods"]), "rows"),
    "k = 1/ln of the rows summed (right); of the periods (a circulating error: a fault when an entropy passes 1); compat-periods reproduces it on purpose",
    "k = 1/ln(实际求和行数)（正确）；periods 为流传的错误写法，熵大于 1 时报错；compat-periods 用于有意复现旧结果",
  ),
});
export type EntropyWeightsOptions = Infer<typeof options>;

export const entropyWeightsCard = card({
  id: "entropy-weights",
  names: { en: "Entropy weights", zh: "熵权法" },
  summary: {
    en: "Gives more weight to indicators whose values are spread more unevenly over the regions and years.",
    zh: "指标取值在地区与年份间越分散，权重越大。",
  },
  step: { verb: "weigh", as: "entropy" },
  formula: String.raw`p_{ij}=\frac{z_{ij}}{\sum_i z_{ij}},\quad e_j=-\frac{1}{\ln n}\sum_i p_{ij}\ln p_{ij},\quad w_j=\frac{1-e_j}{\sum_k(1-e_k)}`,
  inputs: { panel: slots.normalised, tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights", "weights-by-period"] },
  citations: ["shannon1948", "xu2004"],
  variant: ({ scope, within, zero, amount, base }) =>
    `${scope} · within ${within ?? "the level above the indicators"} · zero: ${zero}${zero === "limit" ? "" : ` ${amount ?? zeroAmounts[zero]}`} · base ln(${base})`,
  load: async () => {
    const { entropyWeights } = await import("./entropy-weights.js");
    return ({ panel, tree }, chosen) => entropyWeights(panel, tree, chosen);
  },
});
