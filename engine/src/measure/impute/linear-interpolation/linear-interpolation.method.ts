import { about, byDefault, choice, type Infer, list, object, text } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  never: about(byDefault(list(text({ min: 1 })), []), "indicators that are never imputed", "不作插补的指标"),
  ends: about(
    byDefault(choice(["nearest", "leave"]), "nearest"),
    "beyond the first and last value: take the nearest, or leave missing",
    "首末观测之外：取最近值，或保持缺失",
  ),
});
export type LinearInterpolationOptions = Infer<typeof options>;

export const linearInterpolationCard = card({
  id: "linear-interpolation",
  names: { en: "Linear interpolation", zh: "线性插值" },
  summary: {
    en: "Fills gaps of each unit's own series on a straight line; a series with a single value is not filled, because no line passes through it alone.",
    zh: "在各单位自身序列内线性补缺；只有一个观测值的序列无法成线，不予填补。",
  },
  step: { verb: "impute", as: "linear" },
  formula: String.raw`\hat x_t=x_a+\frac{t-a}{b-a}(x_b-x_a)\quad(a<t<b)`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["imputed", "filled"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ never, ends }) =>
    `linear inside, ends ${ends === "nearest" ? "at the nearest value" : "left missing"}, at least two values${never.length ? ` · never ${never.join(", ")}` : ""}`,
  load: async () => {
    const { linearInterpolation } = await import("./linear-interpolation.js");
    return ({ panel }, chosen) => linearInterpolation(panel, chosen);
  },
});
