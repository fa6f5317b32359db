import { about, byDefault, choice, type Infer, integer, list, number, object, optional, pair, text } from "../../ground/schema/index.js";

const scopes = choice(["pooled", "per-period", "base-period"]);
const ends = () => pair(number(), number());
const some = { indicators: list(text({ min: 1 }), { min: 1 }), scope: optional(scopes), base: optional(integer()) };

/** From which region-years a normalisation takes its measures. */
const scope = {
  scope: about(
    byDefault(scopes, "pooled"),
    "pooled: one measure over all region-years; per-period: anew in each period, so levels do not compare over time; base-period: that of one period for all, so other periods may leave the range",
    "pooled：全部地区与年份共用一组参数；per-period：逐期取参数，各期水平不可比；base-period：各期均用基期参数，其他时期的值可能超出取值范围",
  ),
  base: optional(about(integer(), "the base period of scope base-period; by default the first", "base-period 所用的基期；默认为第一期")),
};

/** Scope, and the indicators that have another. */
export const scopeShape = {
  ...scope,
  overrides: about(byDefault(list(object(some)), []), "indicators with another scope or base than the rest", "使用不同范围或基期的指标"),
};

const overrides = about(
  byDefault(list(object({ ...some, range: optional(ends()) })), []),
  "indicators with another scope, base or range than the rest",
  "使用不同范围、基期或量表的指标",
);

/** Scope and range, and the indicators that have others. */
export const scaleShape = {
  ...scope,
  range: about(byDefault(ends(), [0, 1]), "the scale of the result, lower end first", "结果的取值范围，下限在前"),
  overrides,
};

/** The same with a natural scale of its own when no range is given. */
export const placeShape = {
  ...scope,
  range: optional(
    about(
      ends(),
      "the scale from the last place to the first; the places themselves when absent",
      "由末位到首位的取值范围；缺省为位次本身",
    ),
  ),
  overrides,
};

export const scaleOptions = object(scaleShape);
export type ScaleOptions = Infer<typeof scaleOptions>;

interface Conventions {
  readonly scope: string;
  readonly base?: number;
  readonly range?: readonly number[];
  readonly overrides: readonly { readonly indicators: readonly string[] }[];
}

/** The conventions in force, in one line. */
export const scaleVariant = ({ scope, base, range, overrides }: Conventions): string =>
  [
    `${scope}${base === undefined ? "" : ` ${base}`}`,
    ...(range ? [`range [${range.join(", ")}]`] : []),
    "direction applied once",
    ...(overrides.length ? [`otherwise for ${overrides.flatMap((one) => one.indicators).join(", ")}`] : []),
  ].join(" · ");
