import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";
import { transformVariant, treatVariant, twoStepShape } from "../treat-options.js";

const options = object(twoStepShape);
export type LogFirstOptions = Infer<typeof options>;

export const logFirstCard = card({
  id: "log-first",
  names: { en: "Logarithm, else winsorising", zh: "先取对数，不足则缩尾" },
  summary: {
    en: "Puts a column with outliers on a logarithmic scale; one that still does not pass has its extremes pulled in instead.",
    zh: "有离群值的列先改用对数尺度；仍不通过的列改为缩尾。",
  },
  step: { verb: "treat", as: "log-first" },
  formula: worded(String.raw`x\to\ln\bigl(x-\min x+0.01(\max x-\min x)\bigr);\ \text{still }|G_1|\ge 2,\ G_2\ge 3.5:\ \min(\max(x,l),h)`, {
    still: "若仍",
  }),
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["treated", "checks", "indicators"] },
  citations: ["oecd2008", "becker2022", "joanes1998", "box1964"],
  variant: (chosen) => `${treatVariant(chosen)} · ${transformVariant(chosen)}`,
  load: async () => {
    const { logFirst } = await import("./log-first.js");
    return ({ panel }, chosen) => logFirst(panel, chosen);
  },
});
