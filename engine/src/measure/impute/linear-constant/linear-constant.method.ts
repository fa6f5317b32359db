import { about, byDefault, type Infer, list, object, text } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";

const options = object({
  never: about(byDefault(list(text({ min: 1 })), []), "indicators that are never imputed", "不作插补的指标"),
});
export type LinearConstantOptions = Infer<typeof options>;

export const linearConstantCard = card({
  id: "linear-constant",
  names: { en: "Linear interpolation with constant ends", zh: "线性插值（两端取最近值）" },
  summary: {
    en: "Fills gaps of each unit's own series: a straight line inside, the nearest value at both ends; every filled cell is flagged.",
    zh: "仅用各单位自身序列补缺：内部线性插值，两端取最近值；补入的单元格均作标记。",
  },
  step: { verb: "impute", as: "linear-constant" },
  formula: worded(
    String.raw`\hat x_t=x_a+\frac{t-a}{b-a}(x_b-x_a)\ (a<t<b),\quad \hat x_t=x_{\text{first}}\ \text{or}\ x_{\text{last}}\ \text{beyond the ends}`,
    { first: "首", or: "或", last: "末", "beyond the ends": "（两端之外）" },
  ),
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["imputed", "filled"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ never }) => `linear inside, nearest value at the ends${never.length ? ` · never ${never.join(", ")}` : ""}`,
  load: async () => {
    const { linearConstant } = await import("./linear-constant.js");
    return ({ panel }, chosen) => linearConstant(panel, chosen);
  },
});
