import { about, byDefault, choice, type Infer, integer, number, object, optional } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";

const options = object({
  first: optional(about(integer(), "first period looked at; by default the first there is", "起始时期；默认为最早一期")),
  last: optional(about(integer(), "last period looked at; by default the last there is", "截止时期；默认为最近一期")),
  confidence: about(
    byDefault(number({ min: 0.5, below: 1 }), 0.95),
    "confidence of the intervals and level of the tests (1 − confidence) behind every reading",
    "区间的置信水平；各项检验的显著性水平为 1 − 置信水平",
  ),
  replicates: about(byDefault(integer({ min: 99, max: 99_999 }), 999), "resamples of the units for the intervals", "对单位重抽样的次数"),
  seed: about(byDefault(integer({ min: 0, max: 0xffff_ffff }), 1), "seed of the resamples", "重抽样种子"),
  classes: about(
    byDefault(integer({ min: 2, max: 10 }), 5),
    "quantile classes made anew in each period; the top one is followed",
    "每期重新划分的分位等级数；跟踪最高一级",
  ),
  top: about(
    byDefault(number({ above: 0, max: 1 }), 0.2),
    "part of the units that counts as the top in the top share, rounded to whole units",
    "计算前列份额时所取单位的比例，四舍五入取整",
  ),
  logt: about(
    byDefault(choice(["levels", "logs", "none"]), "levels"),
    "log-t test on the values, on their logarithms (which depends on the unit of measure), or left out",
    "log t 检验用原值（levels）、对数值（logs，结果依赖计量单位），或不做（none）",
  ),
});
export type MatthewOptions = Infer<typeof options>;

export const matthewCard = card({
  id: "matthew",
  names: { en: "Matthew effect", zh: "马太效应检验" },
  summary: {
    en: "Whether those ahead pull away: five readings of one panel and a verdict with its uncertainty, never one p-value.",
    zh: "强者是否愈强：同一面板的五项读数，并给出带不确定性的判断，而非单一 p 值。",
  },
  step: { verb: "matthew", as: null },
  formula: String.raw`\frac{1}{T}\ln\frac{y_{iT}}{y_{i0}}=a+b\ln y_{i0},\quad \sigma_t=\operatorname{sd}(\ln y_{it}),\quad \tau(y_0,y_T),\quad H_t=\sum_i s_{it}^2,\quad \ln\frac{\mathcal H_1}{\mathcal H_t}-2\ln\ln t=c+\gamma\ln t`,
  inputs: {
    columns: {
      kind: "columns",
      min: 1,
      key: "of",
      about: { en: "the columns followed, all values above 0", zh: "所考察的列，数值均大于 0" },
    },
  },
  options,
  outputs: { value: "report", tables: ["verdicts", "readings", "years"] },
  citations: ["merton1968", "barro1992", "quah1993", "pitman1939", "morgan1939", "kendall1945", "phillips2007"],
  variant: ({ confidence, replicates, seed, classes, top, logt }) =>
    [
      `annualised growth of the logarithm on its initial level, checked on the final level`,
      "σ with n − 1, Pitman–Morgan test",
      `top of ${classes} quantile classes (type 7, made anew each period)`,
      `top ${top} of the units`,
      logt === "none" ? "no log t" : `log t on ${logt}, r = 1/3, quadratic-spectral long-run variance over n`,
      `${confidence} percentile intervals over ${replicates} resamples of units, seed ${seed}`,
    ].join(" · "),
  load: async () => {
    const { matthew } = await import("./matthew.js");
    return ({ columns }, chosen) => matthew(columns, chosen);
  },
});
