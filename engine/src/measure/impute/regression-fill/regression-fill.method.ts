import { about, byDefault, choice, type Infer, list, object, text } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { exceptFor, neverShape } from "../cell-options.js";

const options = object({
  on: about(
    list(text({ min: 1 }), { min: 1 }),
    "the columns that explain the others; they are not imputed themselves",
    "作为解释变量的列，其自身不作插补",
  ),
  fit: about(
    byDefault(choice(["pooled", "unit-effects", "per-period"]), "pooled"),
    "pooled: one regression over all units and periods; unit-effects: the same with an intercept of its own for every unit; per-period: one regression a period",
    "pooled：全部单位与时期合为一个回归；unit-effects：在此基础上各单位有自己的截距；per-period：逐期各作一个回归",
  ),
  ...neverShape,
});
export type RegressionFillOptions = Infer<typeof options>;

export const regressionFillCard = card({
  id: "regression-fill",
  names: { en: "Regression on other columns", zh: "回归插补" },
  summary: {
    en: "Fills a missing indicator with what a least-squares regression on named columns predicts.",
    zh: "用指定列作最小二乘回归，以其预测值补出缺失的指标。",
  },
  step: { verb: "impute", as: "regression" },
  formula: String.raw`\hat x_{it}=\hat\alpha_{(i)}+\sum_k\hat\beta_k\,w_{k,it}`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["imputed", "filled", "regressions"] },
  citations: ["little2019", "oecd2008"],
  variant: ({ on, fit, never }) => `least squares on ${on.join(", ")} · ${fit}${exceptFor(never)}`,
  load: async () => {
    const { regressionFill } = await import("./regression-fill.js");
    return ({ panel }, chosen) => regressionFill(panel, chosen);
  },
});
