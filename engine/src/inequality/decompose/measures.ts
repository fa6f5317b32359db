import type { Text } from "../../ground/words/index.js";

export const measures = ["gini", "T", "L", "GE2", "hoover", "atkinson"] as const;
export type Measure = (typeof measures)[number];

export const measureNames: Readonly<Record<Measure, Text>> = {
  gini: { en: "Gini coefficient", zh: "基尼系数" },
  T: { en: "Theil index T", zh: "泰尔指数 T" },
  L: { en: "mean log deviation L", zh: "平均对数偏差 L" },
  GE2: { en: "half the squared coefficient of variation, GE(2)", zh: "变异系数平方之半 GE(2)" },
  hoover: { en: "Hoover index", zh: "胡佛指数" },
  atkinson: { en: "Atkinson index, ε = 1", zh: "阿特金森指数，ε = 1" },
};
