import { about, byDefault, choice, type Infer, integer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  measure: about(
    byDefault(choice(["gini", "theil", "mld", "ge", "atkinson", "palma", "s80-s20"]), "gini"),
    "the measure: Gini, Theil's T, mean log deviation, GE(α), Atkinson(ε), Palma ratio, S80/S20",
    "指标：基尼系数、泰尔 T、平均对数偏差、GE(α)、阿特金森(ε)、帕尔马比值、S80/S20",
  ),
  alpha: about(byDefault(number({ min: -5, max: 5 }), 2), "α of GE", "GE 的 α"),
  epsilon: about(byDefault(number({ above: 0, max: 10 }), 1), "ε of Atkinson", "阿特金森指数的 ε"),
  border: about(
    byDefault(choice(["fractional", "whole"]), "fractional"),
    "Palma and S80/S20: a row that straddles a border is split, or counted whole with its ties",
    "帕尔马比值与 S80/S20：跨越分界的行按比例拆分，或连同并列值整行计入低端",
  ),
  variance: about(
    byDefault(choice(["linearised", "bootstrap"]), "linearised"),
    "linearised by the influence function (normal interval), or bootstrap of sampling units within strata (percentile interval)",
    "linearised 为影响函数线性化（正态区间），bootstrap 为层内抽样单元自助法（百分位区间）",
  ),
  level: about(byDefault(number({ above: 0, below: 1 }), 0.95), "level of the interval", "区间的置信水平"),
  replicates: about(byDefault(integer({ min: 2, max: 100_000 }), 1000), "replicates of the bootstrap", "自助法重复次数"),
  seed: about(byDefault(integer({ min: 0, max: 0xffff_ffff }), 1), "seed of the bootstrap", "自助法种子"),
  singlePsu: about(
    byDefault(choice(["null", "centred"]), "null"),
    "a stratum with one sampling unit: no standard error, or around the mean of all units (bootstrap: the unit stays)",
    "只有一个抽样单元的层：不给标准误（null），或以全部单元的均值为中心（centred；自助法中该单元保持不变）",
  ),
});
export type InequalitySeOptions = Infer<typeof options>;

export const inequalitySeCard = card({
  id: "inequality-se",
  names: { en: "Standard errors of inequality measures", zh: "不平等指标的标准误" },
  summary: {
    en: "How far an inequality measure from a sample may be from that of the population: standard error and interval.",
    zh: "由样本算得的不平等指标可能偏离总体多少：标准误与置信区间。",
  },
  step: { verb: "infer", as: null },
  formula: String.raw`\widehat{V}=\sum_h\frac{n_h}{n_h-1}\sum_{c}(u_{hc}-\bar u_h)^2,\quad u_{hc}=\sum_{i\in hc}p_i z_i,\qquad z_i^{G}=2\Big(\frac{x_i}{\mu}F_i+1-L_i\Big)-(G+1)\Big(1+\frac{x_i}{\mu}\Big)`,
  inputs: {
    value: slots.value,
    weight: slots.weight,
    stratum: { kind: "grouping", key: "stratum", optional: true, about: { en: "sampling stratum of each row", zh: "每行所属抽样层" } },
    psu: {
      kind: "grouping",
      key: "psu",
      optional: true,
      about: { en: "primary sampling unit of each row; every row its own when absent", zh: "每行所属初级抽样单元；缺省为每行自成一个" },
    },
  },
  options,
  outputs: { value: "report", tables: ["inequality-se"] },
  citations: ["deville1999", "langel2013", "langel2011", "rao1992"],
  variant: ({ measure, alpha, epsilon, border, variance, level, replicates, seed, singlePsu }) =>
    [
      measure === "ge" ? `GE(${alpha})` : measure === "atkinson" ? `Atkinson(${epsilon})` : measure,
      ...(measure === "palma" || measure === "s80-s20" ? [`${border} border`] : []),
      variance === "linearised" ? "linearised, normal interval" : `bootstrap, ${replicates} replicates, seed ${seed}, percentile interval`,
      `level ${level}`,
      `stratum of one unit: ${singlePsu}`,
    ].join(" · "),
  load: async () => {
    const { inequalityStandardError } = await import("./inequality-se.js");
    return ({ value, weight, stratum, psu }, chosen) => inequalityStandardError(value, { ...chosen, weights: weight, stratum, psu });
  },
});
