import { about, byDefault, choice, type Infer, integer, object, optional, text } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";
import { boundsShape, planSlot } from "../draws/design-options.js";
import { varyList } from "../vary/vary-schema.js";

const options = object({
  vary: varyList(),
  target: about(
    byDefault(choice(["mean-absolute-rank-change", "rank-of", "share-changed", "kendall", "mean"]), "mean-absolute-rank-change"),
    "what is explained: mean absolute change of rank; rank-of one unit; share of region-years whose value (a level) changes; Kendall's τ with the plan as written; the mean",
    "所解释的量：名次平均绝对变动；rank-of 为某单位的名次；share-changed 为取值（如等级）改变的地区年份比例；kendall 为与原计划的肯德尔 τ；mean 为均值",
  ),
  unit: optional(about(text({ min: 1 }), "code of the unit of rank-of", "rank-of 所指单位的代码")),
  replications: about(
    byDefault(integer({ min: 2, max: 1_000_000 }), 512),
    "N: the plan is run N × (choices + 2) times; a power of two for sobol",
    "N：计划共运行 N ×（选择数 + 2）次；sobol 要求 2 的幂",
  ),
  design: about(
    byDefault(choice(["sobol", "random"]), "sobol"),
    "how the two base samples are placed: quasi-random, shifted by the seed, or random",
    "两组基础样本的取法：拟随机（按种子平移）或随机",
  ),
  bootstrap: about(
    byDefault(integer({ min: 0, max: 100_000 }), 100),
    "resamples behind the bounds; 0 for none",
    "自助抽样次数；0 表示不求上下限",
  ),
  ...boundsShape,
  onFailure: about(
    byDefault(choice(["fault", "drop-rows"]), "fault"),
    "when a draw fails: refuse, or drop its row from every sample",
    "抽样失败时：报错，或在各组样本中删去该行",
  ),
});
export type SensitivityOptions = Infer<typeof options>;

export const sensitivityCard = card({
  id: "sensitivity",
  names: { en: "Which choices matter", zh: "哪些选择影响结果" },
  summary: {
    en: "Divides the variance of a result among the choices that were open, alone and together with others.",
    zh: "将结果的方差分解到各项可变的选择上，区分单独作用与共同作用。",
  },
  step: { verb: "sensitivity", as: null },
  formula: String.raw`S_i=\frac{\frac1N\sum_k y_B^{(k)}\big(y_{AB_i}^{(k)}-y_A^{(k)}\big)}{V},\quad S_{Ti}=\frac{\sum_k\big(y_A^{(k)}-y_{AB_i}^{(k)}\big)^2}{2NV}`,
  inputs: { plan: { ...planSlot, vary: ({ vary }) => vary as readonly unknown[] } },
  options,
  outputs: { value: "report", tables: ["sensitivity", "target", "failures"] },
  citations: ["saltelli2010", "jansen1999", "saisana2005"],
  variant: ({ target, unit, replications, design, bootstrap, bounds, vary }) =>
    `${target}${unit === undefined ? "" : ` ${unit}`} · N ${replications}, ${design}, ${vary.length} choices · S Saltelli 2010, S_T Jansen 1999 · ${bootstrap} bootstraps, ${bounds.join("–")}`,
  load: async () => {
    const { sensitivity } = await import("./sensitivity.js");
    return ({ plan }, chosen) => sensitivity(plan, chosen);
  },
});
