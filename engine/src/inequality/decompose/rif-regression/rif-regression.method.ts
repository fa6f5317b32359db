import { about, byDefault, choice, type Infer, integer, number, object, optional } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  statistic: about(
    byDefault(choice(["gini", "quantile", "variance"]), "gini"),
    "the statistic whose change is explained",
    "所解释的统计量：gini 基尼系数、quantile 分位数、variance 方差",
  ),
  quantile: about(
    byDefault(number({ above: 0, below: 1 }), 0.5),
    "which quantile, for statistic: quantile",
    "statistic: quantile 时取哪一分位",
  ),
  rule: about(
    byDefault(choice(["interpolated", "step"]), "interpolated"),
    "the quantile: interpolated between rows (type 7), or the inverse of the step distribution function",
    "分位数：行间插值（第 7 型），或阶梯分布函数的逆（step）",
  ),
  bandwidth: optional(
    about(
      number({ above: 0 }),
      "bandwidth of the Gaussian density at the quantile, in the unit of the outcome; Silverman's rule when absent",
      "分位数处高斯核密度的带宽，单位同被解释变量；缺省按 Silverman 法则",
    ),
  ),
  spread: about(
    byDefault(choice(["weighted", "rows"]), "weighted"),
    "spread behind Silverman's bandwidth: weighted as all else, or of the rows as they stand, each once (as R's density takes it)",
    "Silverman 带宽所用离散程度：与其他量一样加权，或按行计、每行一次（rows，与 R 的 density 一致）",
  ),
  errors: about(
    byDefault(choice(["robust", "bootstrap"]), "robust"),
    "standard errors: robust (HC1), the statistic taken as known; or bootstrap of the rows, in which all is done again",
    "标准误：稳健（HC1，视统计量为已知），或自助法（bootstrap，对行重抽样并重做全过程）",
  ),
  replicates: about(byDefault(integer({ min: 2, max: 100_000 }), 200), "replicates of the bootstrap", "自助法重复次数"),
  seed: about(byDefault(integer({ min: 0, max: 0xffff_ffff }), 1), "seed of the bootstrap", "自助法种子"),
});
export type RifRegressionOptions = Infer<typeof options>;

export const rifRegressionCard = card({
  id: "rif-regression",
  names: { en: "RIF regression", zh: "再中心化影响函数（RIF）回归" },
  summary: {
    en: "What raises or lowers the Gini, a quantile or the variance of an outcome, at the margin.",
    zh: "各因素在边际上使基尼系数、分位数或方差上升还是下降。",
  },
  step: { verb: "rif", as: null },
  formula: String.raw`\operatorname{RIF}_G(y)=1+\frac{(1-G)\,y}{\mu}-\frac{2}{\mu}\big[y\,(1-F(y))+GL(F(y))\big],\quad\operatorname{RIF}_{q}(y)=q_\tau+\frac{\tau-\mathbf 1(y\le q_\tau)}{f(q_\tau)},\quad\operatorname{RIF}_{\sigma^2}(y)=(y-\mu)^2,\quad\operatorname{RIF}=x'\beta+\varepsilon`,
  inputs: {
    value: { kind: "column", key: "of", about: { en: "the outcome", zh: "被解释变量" } },
    regressors: { kind: "columns", min: 1, key: "on", about: { en: "the columns that explain it", zh: "解释变量" } },
    weight: slots.weight,
  },
  options,
  outputs: { value: "report", tables: ["rif-regression", "terms"] },
  citations: ["firpo2009", "firpo2018", "white1980", "rao1992"],
  variant: ({ statistic, quantile, rule, bandwidth, spread, errors, replicates, seed }) =>
    [
      statistic === "quantile"
        ? `quantile ${quantile} (${rule === "step" ? "inverse of the step distribution" : "type 7"}), Gaussian density, bandwidth ${bandwidth ?? `by Silverman's rule${spread === "rows" ? " of the rows, each once" : ""}`}`
        : statistic,
      errors === "robust"
        ? "least squares with a constant · standard errors HC1, the statistic taken as known"
        : `least squares with a constant · standard errors by bootstrap of the rows, ${replicates} replicates, seed ${seed}`,
    ].join(" · "),
  load: async () => {
    const [{ rifRegression }, { partsOf }] = await Promise.all([import("./rif-regression.js"), import("../parts.js")]);
    return ({ value, regressors, weight }, chosen) => rifRegression(value, partsOf(regressors), { ...chosen, weights: weight });
  },
});
