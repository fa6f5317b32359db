import { about, byDefault, choice, type Infer, integer, number, object, optional } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";

const options = object({
  first: optional(about(integer(), "first date; the first period when absent", "起始时期；缺省为第一期")),
  last: optional(about(integer(), "second date; the last period when absent", "截止时期；缺省为最后一期")),
  bottom: about(
    byDefault(number({ above: 0, below: 1 }), 0.4),
    "share of people at the bottom whose growth is compared",
    "所比较的低收入人口占比",
  ),
  border: about(
    byDefault(choice(["fractional", "floor"]), "fractional"),
    "the row at the border of the bottom: counted in part (fractional), or left out (floor)",
    "位于低收入边界的行：fractional 按比例计入；floor 不计入",
  ),
  quantiles: about(
    byDefault(choice(["linear", "step"]), "linear"),
    "quantiles of the curve: linear between rows (type 7 with equal weights), or the inverse of the step distribution",
    "曲线的分位数：linear 在行间线性插值（等权时为第 7 类）；step 取阶梯分布函数的反函数",
  ),
  step: about(byDefault(number({ min: 0.001, max: 0.5 }), 0.05), "distance between the quantiles of the curve", "曲线各分位点的间隔"),
  line: optional(
    about(
      number({ above: 0 }),
      "poverty line in the unit of the values: the rate of pro-poor growth is over those below it at the first date; over the bottom share when absent",
      "贫困线（与数值同单位）：益贫增长率针对起始时点低于该线者；缺省时针对低收入人口",
    ),
  ),
  prices: optional(
    about(
      number({ above: 0 }),
      "price level of the second date over the first; 1 when the values are in constant prices",
      "第二时点与第一时点的价格水平之比；已按可比价计算时写 1",
    ),
  ),
});
export type GrowthIncidenceOptions = Infer<typeof options>;

export const growthIncidenceCard = card({
  id: "growth-incidence",
  names: { en: "Growth incidence and shared prosperity", zh: "增长发生曲线与共享繁荣" },
  summary: {
    en: "How fast incomes grew at each quantile between two dates, and whether the bottom grew faster than the mean.",
    zh: "两个时点之间各分位点的收入增长有多快，低收入群体的增长是否快于平均水平。",
  },
  step: { verb: "incidence", as: null },
  formula: String.raw`g(q)=\Big(\frac{x_T(q)}{x_0(q)}\Big)^{1/T}-1,\quad \pi=g_{b40}-g_{\mu},\quad \bar g=\frac1H\int_0^H g(q)\,dq`,
  inputs: {
    value: { kind: "columns", min: 1, max: 1, key: "of", about: { en: "the column of incomes", zh: "收入列" } },
    weight: {
      kind: "columns",
      min: 1,
      max: 1,
      key: "weight",
      optional: true,
      about: { en: "the column of weights; all equal when absent", zh: "权重列；缺省为等权" },
    },
  },
  options,
  outputs: { value: "report", tables: ["growth-incidence", "curve"] },
  citations: ["ravallion2003", "hyndman1996"],
  variant: ({ bottom, border, quantiles, line, prices }) =>
    [
      "growth a year, compounded",
      `bottom ${Math.round(bottom * 1000) / 10} % (${border} border)`,
      quantiles === "linear" ? "quantiles linear between rows (type 7)" : "quantiles of the step distribution",
      `pro-poor rate over ${line === undefined ? "the bottom" : `those below ${line} at first`}`,
      "anonymous: quantiles are followed, not persons",
      prices === undefined ? "values as they stand" : `prices ${prices} times the first`,
    ].join(" · "),
  load: async () => {
    const [{ growthIncidence }, { twoDates }] = await Promise.all([import("./growth-incidence.js"), import("../../two-dates.js")]);
    return ({ value, weight }, chosen) => {
      const { first, last, at } = twoDates(value, chosen);
      const [before, after] = at(value);
      const [weights, weightsAfter] = weight ? at(weight) : [];
      return growthIncidence(before, after, { ...chosen, first, last, weights, weightsAfter });
    };
  },
});
