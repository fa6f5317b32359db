import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  scale: about(
    byDefault(choice(["log", "level"]), "log"),
    "log: the logarithm of the outcome is explained, as in Fields; level: the outcome itself",
    "log：解释被解释变量的对数（Fields 原文）；level：解释其本身",
  ),
});
export type FieldsDecompositionOptions = Infer<typeof options>;

export const fieldsDecompositionCard = card({
  id: "fields-decomposition",
  names: { en: "Regression-based decomposition (Fields)", zh: "基于回归的不平等分解（Fields）" },
  summary: {
    en: "Which share of the inequality of an outcome goes with each explanatory column, and which share stays unexplained.",
    zh: "结果的不平等中，各解释变量各占多少份额，又有多少未被解释。",
  },
  step: { verb: "decompose", as: "fields" },
  formula: String.raw`\ln y=\beta_0+\sum_k\beta_kx_k+e,\quad s_k=\frac{\operatorname{cov}(\beta_kx_k,\ln y)}{\operatorname{var}(\ln y)},\quad s_e=\frac{\operatorname{cov}(e,\ln y)}{\operatorname{var}(\ln y)}=1-R^2,\quad\sum_ks_k+s_e=1`,
  inputs: {
    value: { kind: "column", key: "of", about: { en: "the outcome", zh: "被解释变量" } },
    regressors: { kind: "columns", min: 1, key: "on", about: { en: "the columns that explain it", zh: "解释变量" } },
    weight: slots.weight,
  },
  options,
  outputs: { value: "report", tables: ["fields-decomposition", "terms"] },
  citations: ["fields2003", "shorrocks1982", "white1980"],
  variant: ({ scale }) =>
    `${scale === "log" ? "variance of the logarithm" : "variance of the outcome"} · least squares with a constant · standard errors HC1`,
  load: async () => {
    const [{ fieldsDecomposition }, { partsOf }] = await Promise.all([import("./fields-decomposition.js"), import("../parts.js")]);
    return ({ value, regressors, weight }, chosen) => fieldsDecomposition(value, partsOf(regressors), { ...chosen, weights: weight });
  },
});
