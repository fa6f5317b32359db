import type { Slot } from "./card.js";

const about = (en: string, zh: string) => ({ en, zh });

/** The slots most cards use, so that one thing has one name everywhere. */
export const slots = {
  data: { kind: "panel", of: "data", key: "from", about: about("indicators in natural units", "自然单位的指标面板") },
  normalised: { kind: "panel", of: "normalised", key: "from", about: about("indicators on one scale", "标准化后的指标面板") },
  tree: { kind: "tree", key: "framework", about: about("the indicator tree", "指标体系") },
  weights: { kind: "weights", key: "weights", about: about("weights of the tree", "指标权重") },
  weightsList: {
    kind: "weights-list",
    key: "of",
    min: 2,
    about: about("earlier steps that give weights, by id", "此前给出权重的步骤标识"),
  },
  index: { kind: "index", key: "of", about: about("an aggregated index", "合成指数") },
  value: { kind: "column", key: "of", about: about("the column measured", "所度量的列") },
  weight: {
    kind: "column",
    key: "weight",
    optional: true,
    about: about("weight of each row; all equal when absent", "每行权重；缺省为等权"),
  },
  by: { kind: "grouping", key: "by", optional: true, about: about("group of each row", "每行所属组别") },
} as const satisfies Record<string, Slot>;
