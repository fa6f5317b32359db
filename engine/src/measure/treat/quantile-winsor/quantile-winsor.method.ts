import { about, byDefault, type Infer, list, number, object, optional, text } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { scopeShape } from "../treat-options.js";

const share = () => number({ min: 0, max: 0.499 });
const options = object({
  lower: about(
    byDefault(share(), 0.01),
    "values below this quantile are brought to it; 0: none",
    "低于此分位数的值拉回到该分位数；0 表示不处理",
  ),
  upper: about(
    byDefault(share(), 0.01),
    "values above one minus this quantile are brought to it; 0: none",
    "高于 1 减此分位数的值拉回到该分位数；0 表示不处理",
  ),
  ...scopeShape,
  overrides: about(
    byDefault(
      list(
        object({
          indicators: list(text({ min: 1 }), { min: 1 }),
          scope: optional(scopeShape.scope),
          lower: optional(share()),
          upper: optional(share()),
        }),
      ),
      [],
    ),
    "indicators with other settings than the rest",
    "使用不同设置的指标",
  ),
});
export type QuantileWinsorOptions = Infer<typeof options>;

export const quantileWinsorCard = card({
  id: "quantile-winsor",
  names: { en: "Winsorising at quantiles", zh: "分位数缩尾" },
  summary: {
    en: "Brings the lowest and highest share of every column to its quantiles, whether or not they are outliers.",
    zh: "将各列最低与最高的一定比例拉回到相应分位数，无论其是否离群。",
  },
  step: { verb: "treat", as: "quantile-winsor" },
  formula: String.raw`x\to\min\bigl(\max(x,q_{p}),\,q_{1-p}\bigr)`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["treated", "checks", "indicators"] },
  citations: ["tukey1962", "hyndman1996", "joanes1998"],
  variant: ({ lower, upper, scope, never, overrides }) =>
    [
      `${scope} · lowest ${lower}, highest ${upper} · quantile type 7`,
      ...(never.length ? [`never ${never.join(", ")}`] : []),
      ...(overrides.length ? [`otherwise for ${overrides.flatMap((one) => one.indicators).join(", ")}`] : []),
    ].join(" · "),
  load: async () => {
    const { quantileWinsor } = await import("./quantile-winsor.js");
    return ({ panel }, chosen) => quantileWinsor(panel, chosen);
  },
});
