import { about, byDefault, choice, type Infer, number, object, optional } from "../../../ground/schema/index.js";
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
  bandwidth: optional(
    about(
      number({ above: 0 }),
      "bandwidth of the Gaussian density at the quantile, in the unit of the outcome; Silverman's rule when absent",
      "分位数处高斯核密度的带宽，单位同被解释变量；缺省按 Silverman 法则",
    ),
  ),
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
  citations: ["firpo2009", "firpo2018", "white1980"],
  variant: ({ statistic, quantile, bandwidth }) =>
    [
      statistic === "quantile"
        ? `quantile ${quantile} (type 7), Gaussian density, bandwidth ${bandwidth ?? "by Silverman's rule"}`
        : statistic,
      "least squares with a constant · standard errors HC1, the statistic taken as known",
    ].join(" · "),
  load: async () => {
    const [{ rifRegression }, { partsOf }] = await Promise.all([import("./rif-regression.js"), import("../parts.js")]);
    return ({ value, regressors, weight }, chosen) => rifRegression(value, partsOf(regressors), { ...chosen, weights: weight });
  },
});
