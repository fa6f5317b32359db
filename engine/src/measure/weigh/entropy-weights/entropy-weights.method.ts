import { about, byDefault, choice, type Infer, number, object, optional } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { placeText, weighOptions } from "../weigh-options.js";
import { isAmountless, zeroAmounts } from "../zero-amounts.js";

const options = object({
  ...weighOptions,
  on: about(
    byDefault(choice(["normalised", "raw"]), "normalised"),
    "columns whose entropy is taken: normalised, or raw in natural units (none negative; direction does not enter)",
    "对哪些列计算熵：标准化后的（normalised），或自然单位的原值（raw，不得为负；方向不起作用）",
  ),
  zero: about(
    byDefault(choice(["limit", "shift", "replace", "p-plus", "squeeze", "spssau", "zero-entropy"]), "limit"),
    "what a zero does: 0·ln 0 = 0 (limit), add an amount to all (shift), to zeros only (replace), to p inside the logarithm (p-plus), rescale the column to [amount, 1 − amount] (squeeze); only to reproduce old numbers: add |min| + amount to a column that reaches 0 or below (spssau), entropy 0 for a column with a zero (zero-entropy)",
    "零值处理：0·ln 0 = 0（limit）、全部加常数（shift）、仅替换零值（replace）、对数内的 p 加常数（p-plus）、将该列化到 [amount, 1 − amount]（squeeze）；仅用于复现旧结果：列最小值不大于 0 时加 |min| + amount（spssau）、含零值的列熵记为 0（zero-entropy）",
  ),
  amount: optional(
    about(
      number({ above: 0 }),
      "amount of the zero rule (limit and zero-entropy have none); default 0.0001 for shift, 0.000001 for replace, 0.0000000001 for p-plus, 0.002 for squeeze, 0.01 for spssau",
      "零值处理所用常数（limit 与 zero-entropy 无此项）；shift 默认 0.0001，replace 默认 0.000001，p-plus 默认 0.0000000001，squeeze 默认 0.002，spssau 默认 0.01",
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
  inputs: {
    panel: slots.normalised,
    raw: {
      kind: "panel",
      of: "data",
      key: "raw",
      about: { en: "indicators in natural units, for on: raw", zh: "自然单位的指标面板，供 on: raw 使用" },
    },
    tree: slots.tree,
  },
  options,
  outputs: { value: "weights", tables: ["weights", "weights-by-period"] },
  citations: ["shannon1948", "xu2004"],
  variant: ({ scope, on, zero, amount, base, ...place }) =>
    `${scope} · ${placeText(place)} · ${on === "raw" ? "raw columns · " : ""}zero: ${zero}${isAmountless(zero) ? "" : ` ${amount ?? zeroAmounts[zero]}`} · base ln(${base})`,
  load: async () => {
    const { entropyWeights } = await import("./entropy-weights.js");
    return ({ panel, raw, tree }, chosen) => entropyWeights(chosen.on === "raw" ? raw : panel, tree, chosen);
  },
});
