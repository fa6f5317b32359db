import { same, type Text } from "../../ground/words/index.js";

/** How a cell came to be imputed or treated, as the tables of the steps name it. */
const rules: Readonly<Record<string, Text>> = {
  "carried end": { en: "carried end", zh: "两端沿用最近值" },
  "carried forward": { en: "carried forward", zh: "沿用上期值" },
  interpolated: { en: "interpolated", zh: "线性插值" },
  grown: { en: "constant growth", zh: "等增长率插值" },
  mean: { en: "mean of all", zh: "全部单位均值" },
  median: { en: "median of all", zh: "全部单位中位数" },
  "group mean": { en: "mean of the group", zh: "组内均值" },
  "group median": { en: "median of the group", zh: "组内中位数" },
  "row mean": { en: "mean of its group of indicators", zh: "同组指标均值" },
  "row median": { en: "median of its group of indicators", zh: "同组指标中位数" },
  regression: { en: "regression", zh: "回归预测" },
  "pulled down": { en: "pulled down", zh: "自上端缩尾" },
  "pulled up": { en: "pulled up", zh: "自下端缩尾" },
};

export function ruleName(rule: string): Text {
  const neighbours = /^(\d+) nearest$/.exec(rule);
  if (neighbours) return { en: `${neighbours[1]} nearest units`, zh: `最近 ${neighbours[1]} 个单位` };
  return rules[rule] ?? same(rule);
}
