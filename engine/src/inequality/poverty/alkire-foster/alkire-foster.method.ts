import {
  about,
  anyOf,
  byDefault,
  choice,
  type Infer,
  list,
  mapping,
  number,
  object,
  optional,
  text,
} from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  cutoffs: about(
    mapping(anyOf([number(), object({ above: number() })])),
    "by indicator: deprived below this value, {income: 13}, or above it, {crowding: {above: 3}}; the value itself is not deprived",
    "各指标的剥夺临界值：低于此值即为剥夺 {income: 13}，或高于此值 {crowding: {above: 3}}；等于临界值不算剥夺",
  ),
  k: about(
    byDefault(anyOf([number({ above: 0, max: 1 }), choice(["union", "intersection"])]), 1 / 3),
    "poverty cut-off: the weighted share of deprivations from which on one is poor; union: one deprivation is enough; intersection: all of them",
    "贫困临界值：加权剥夺份额达到此值即为多维贫困；union 任一项剥夺即是，intersection 全部剥夺才是",
  ),
  weights: optional(
    about(
      mapping(number({ above: 0 })),
      "weight of each indicator, rescaled to sum 1; equal when absent",
      "各指标权重，按比例化为和 1；缺省为等权",
    ),
  ),
  dimensions: optional(
    about(
      mapping(list(text({ min: 1 }), { min: 1 })),
      "indicators of each dimension; without weights, dimensions weigh the same and so do the indicators inside each",
      "各维度所含指标；未给权重时各维度等权，维度内各指标等权",
    ),
  ),
  ordinal: about(
    byDefault(list(text({ min: 1 })), []),
    "indicators whose shortfall has no size (categories, ranks): M1 and M2 stay empty",
    "缺口大小没有意义的指标（类别、等级）：M1 与 M2 留空",
  ),
  missing: about(
    byDefault(choice(["complete-case", "reweight", "not-deprived"]), "complete-case"),
    "a unit with a missing indicator: left out, judged by the others (reweight), or taken as not deprived in it (a lower bound)",
    "有指标缺失的单位：剔除（complete-case），按其余指标判断（reweight），或视为该项未剥夺（not-deprived，得下限）",
  ),
  population: optional(
    about(
      text({ min: 1 }),
      "column that says how many people a unit stands for; each counts once when absent",
      "每个单位代表人数所在的列；缺省每个单位计一次",
    ),
  ),
  psu: optional(
    about(
      text({ min: 1 }),
      "column of the primary sampling unit; every unit is its own when absent",
      "初级抽样单元所在的列；缺省每个单位自成一个",
    ),
  ),
  stratum: optional(about(text({ min: 1 }), "column of the sampling stratum; one when absent", "抽样层所在的列；缺省为一层")),
  singlePsu: about(
    byDefault(choice(["null", "centred"]), "null"),
    "a stratum with one sampling unit: no standard errors, or around the mean of all units",
    "只有一个抽样单元的层：不给标准误（null），或以全部单元的均值为中心（centred）",
  ),
  grid: about(
    byDefault(list(number({ above: 0, max: 1 })), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
    "poverty cut-offs of the table from union to intersection",
    "由并集到交集一表中的贫困临界值",
  ),
});
export type AlkireFosterOptions = Infer<typeof options>;

export const alkireFosterCard = card({
  id: "alkire-foster",
  names: { en: "Alkire–Foster multidimensional poverty", zh: "Alkire–Foster 多维贫困" },
  summary: {
    en: "How many are deprived in many things at once, how heavily, and in what: H, A, M0, M1, M2 and where they come from.",
    zh: "多少人同时在多方面受剥夺、剥夺多重、缺的是什么：H、A、M0、M1、M2 及其来源。",
  },
  step: { verb: "deprivation", as: null },
  formula: String.raw`c_i=\sum_j w_j\,[y_{ij}<z_j],\quad H=\overline{[c_i\ge k]},\quad M_\alpha=\overline{[c_i\ge k]\sum_j w_j\,g_{ij}^{\alpha}},\quad g_{ij}=\Big(\frac{z_j-y_{ij}}{z_j}\Big)_{y_{ij}<z_j},\quad A=\frac{M_0}{H}`,
  inputs: {
    indicators: {
      kind: "columns",
      min: 1,
      key: "of",
      about: { en: "indicators of persons or households, one a unit", zh: "个人或住户的指标，每个单位一行" },
    },
    by: slots.by,
  },
  options,
  outputs: { value: "report", tables: ["poverty", "indicators", "dimensions", "cutoffs", "changes"] },
  citations: ["alkire2011", "alkire2015", "wolter2007"],
  variant: ({ k, weights, dimensions, missing, psu, stratum }) =>
    [
      `k ${k}`,
      weights ? "weights given" : dimensions ? "equal weights nested in dimensions" : "equal weights",
      "deprived strictly below (or above) the cut-off",
      "a score within 1e-9 of k reaches it",
      `missing indicators: ${missing}`,
      `standard errors by linearisation, ${psu || stratum ? "clustered or stratified as named" : "every unit drawn by itself"}`,
    ].join(" · "),
  load: async () => {
    const { alkireFoster } = await import("./alkire-foster.js");
    return ({ indicators, by }, chosen) => alkireFoster(indicators, { ...chosen, by });
  },
});
