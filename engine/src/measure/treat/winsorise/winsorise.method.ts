import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";
import { treatVariant, winsoriseShape } from "../treat-options.js";

const options = object(winsoriseShape);
export type WinsoriseOptions = Infer<typeof options>;

export const winsoriseCard = card({
  id: "winsorise",
  names: { en: "Winsorising by skewness and kurtosis", zh: "按偏度与峰度缩尾" },
  summary: {
    en: "Pulls the most extreme values of a column to the next one, one at a time, until skewness or kurtosis is moderate.",
    zh: "将列中最极端的值逐个拉回到相邻的值，直至偏度或峰度适中。",
  },
  step: { verb: "treat", as: "winsorise" },
  formula: worded(
    String.raw`\text{while } |G_1|\ge 2,\ G_2\ge 3.5:\ \max x\to\max\{x:x<\max x\}\ (G_1\ge 0),\ \text{else }\min x\to\min\{x:x>\min x\}`,
    { while: "当", else: "否则取" },
  ),
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["treated", "checks", "indicators"] },
  citations: ["oecd2008", "becker2022", "joanes1998"],
  variant: treatVariant,
  load: async () => {
    const { winsorise } = await import("./winsorise.js");
    return ({ panel }, chosen) => winsorise(panel, chosen);
  },
});
