import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";
import { transformVariant, treatVariant, twoStepShape } from "../treat-options.js";

const options = object(twoStepShape);
export type WinsoriseThenLogOptions = Infer<typeof options>;

export const winsoriseThenLogCard = card({
  id: "winsorise-then-log",
  names: { en: "Winsorising, else a logarithm", zh: "先缩尾，不足则取对数" },
  summary: {
    en: "Pulls in up to winmax extremes; a column that still does not pass is put on a logarithmic scale instead.",
    zh: "先缩尾至多 winmax 个极端值；仍不通过的列改用对数尺度。",
  },
  step: { verb: "treat", as: "winsorise-then-log" },
  formula: worded(String.raw`x\to\min(\max(x,l),h);\ \text{still }|G_1|\ge 2,\ G_2\ge 3.5:\ \ln\bigl(x-\min x+0.01(\max x-\min x)\bigr)`, {
    still: "若仍",
  }),
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["treated", "checks", "indicators"] },
  citations: ["oecd2008", "becker2022", "joanes1998", "box1964"],
  variant: (chosen) => `${treatVariant(chosen)} · ${transformVariant(chosen)}`,
  load: async () => {
    const { winsoriseThenLog } = await import("./winsorise-then-log.js");
    return ({ panel }, chosen) => winsoriseThenLog(panel, chosen);
  },
});
