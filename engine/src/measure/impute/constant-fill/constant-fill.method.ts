import { about, byDefault, type Infer, list, object, text } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";

const options = object({
  never: about(byDefault(list(text({ min: 1 })), []), "indicators that are never imputed", "不作插补的指标"),
});
export type ConstantFillOptions = Infer<typeof options>;

export const constantFillCard = card({
  id: "constant-fill",
  names: { en: "Last value forward, first value backward", zh: "前值结转（起始取首值）" },
  summary: {
    en: "Fills a gap with the last value before it; before the first value, with the first.",
    zh: "缺口用其前最近一期的值填补；首个观测之前用首值填补。",
  },
  step: { verb: "impute", as: "constant" },
  formula: worded(String.raw`\hat x_t=x_{\max\{s<t\}},\quad \hat x_t=x_{\text{first}}\ \text{before it}`, {
    first: "首",
    "before it": "（此前）",
  }),
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["imputed", "filled"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ never }) => `last value forward, first value backward${never.length ? ` · never ${never.join(", ")}` : ""}`,
  load: async () => {
    const { constantFill } = await import("./constant-fill.js");
    return ({ panel }, chosen) => constantFill(panel, chosen);
  },
});
