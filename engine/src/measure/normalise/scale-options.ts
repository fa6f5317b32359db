import { about, byDefault, choice, type Infer, integer, list, number, object, optional, pair, text } from "../../ground/schema/index.js";

const scopes = choice(["pooled", "per-period", "base-period"]);
const range = () => pair(number(), number());

/** From which region-years a normalisation takes its measures; for all indicators, and otherwise for some. */
export const scopeOptions = {
  scope: about(
    byDefault(scopes, "pooled"),
    "pooled: one measure over all region-years; per-period: anew in each period, so levels do not compare over time; base-period: that of one period for all, so later values may leave the range",
    "pooled：全部地区与年份共用一组参数；per-period：逐期取参数，各期水平不可比；base-period：各期均用基期参数，其他时期的值可能超出取值范围",
  ),
  base: optional(about(integer(), "the base period of scope base-period; by default the first", "base-period 所用的基期；默认为第一期")),
};

export const rangeOption = about(byDefault(range(), [0, 1]), "the scale of the result, lower end first", "结果的取值范围，下限在前");

/** Options of the normalisations that map onto a range. */
export const scaleOptions = object({
  ...scopeOptions,
  range: rangeOption,
  overrides: about(
    byDefault(
      list(
        object({
          indicators: list(text({ min: 1 }), { min: 1 }),
          scope: optional(scopes),
          base: optional(integer()),
          range: optional(range()),
        }),
      ),
      [],
    ),
    "indicators that get another scope, base or range than the rest",
    "使用不同口径、基期或取值范围的指标",
  ),
});
export type ScaleOptions = Infer<typeof scaleOptions>;

/** The conventions in force, in one line. */
export const scaleVariant = ({ scope, base, range, overrides }: ScaleOptions): string =>
  `${scope}${base === undefined ? "" : ` ${base}`} · range [${range.join(", ")}] · direction applied once${overrides.length ? ` · otherwise for ${overrides.flatMap((one) => one.indicators).join(", ")}` : ""}`;
