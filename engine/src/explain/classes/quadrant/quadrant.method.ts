import { about, anyOf, byDefault, choice, type Infer, list, number, object, optional, pair, text } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";

const name = anyOf([text({ min: 1 }), object({ en: text({ min: 1 }), zh: text({ min: 1 }) })]);

const options = object({
  threshold: about(
    byDefault(choice(["median", "mean", "fixed", "national"]), "median"),
    "where the two lines lie: the median or mean of the units, fixed lines, or the values of the unit that stands for the nation",
    "两条分界线的位置：各单位的中位数或均值、固定值，或代表全国的单位的数值",
  ),
  lines: optional(about(pair(number(), number()), "the fixed lines, first column first", "固定分界线，第一列在前")),
  nation: optional(
    about(
      text({ min: 1 }),
      "code of the unit that stands for the nation; it is not classed itself",
      "代表全国的单位代码；其自身不参与分类",
    ),
  ),
  scope: about(
    byDefault(choice(["pooled", "per-period"]), "pooled"),
    "pooled: one pair of lines for all periods, so moves between quadrants are real; per-period: lines move with the units",
    "pooled：各期共用分界线，象限变动反映真实变化；per-period：分界线逐期变动",
  ),
  names: about(
    byDefault(anyOf([choice(["plain", "affluence-sharing"]), list(name, { min: 4, max: 4 })]), "plain"),
    "names of the quadrants: both high, only the second high, both low, only the first high; affluence-sharing names affluence × sharing",
    "各象限名称，依次为双高、仅后者高、双低、仅前者高；affluence-sharing 为富裕 × 共享的名称",
  ),
});
export type QuadrantOptions = Infer<typeof options>;

export const quadrantCard = card({
  id: "quadrant",
  names: { en: "Quadrants", zh: "四象限分类" },
  summary: {
    en: "Sorts the units by two scores at once: high or low in each, and how far from the lines.",
    zh: "按两项得分同时分类：各自高或低，以及距分界线多远。",
  },
  step: { verb: "quadrant", as: null },
  formula: String.raw`q=\begin{cases}1&x\ge\bar x,\ y\ge\bar y\\2&x<\bar x,\ y\ge\bar y\\3&x<\bar x,\ y<\bar y\\4&x\ge\bar x,\ y<\bar y\end{cases}`,
  inputs: {
    scores: { kind: "columns", min: 2, key: "of", about: { en: "two scores, the horizontal one first", zh: "两项得分，横轴在前" } },
  },
  options,
  outputs: { value: "report", tables: ["quadrants", "names", "counts", "lines"] },
  citations: ["sun2022"],
  variant: ({ threshold, lines, nation, scope }) =>
    `${threshold}${lines ? ` ${lines.join(", ")}` : ""}${nation ? ` ${nation}` : ""} · ${scope} · a value on the line counts as high, after rounding to 12 decimals`,
  load: async () => {
    const { quadrant } = await import("./quadrant.js");
    return ({ scores }, chosen) => quadrant(scores, chosen);
  },
});
