import { about, byDefault, choice, flag, type Infer, integer, object, optional } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";
import { measures } from "../measures.js";

const options = object({
  measure: about(
    byDefault(choice(measures), "gini"),
    "the measure whose change is split: gini; T, L (Theil); GE2 (half the squared CV); hoover; atkinson (ε = 1)",
    "所分解的度量：gini；T、L（泰尔）；GE2（变异系数平方之半）；hoover；atkinson（ε = 1）",
  ),
  first: optional(about(integer(), "the first date; the first period when absent", "起始时点；缺省为首期")),
  last: optional(about(integer(), "the second date; the last period when absent", "结束时点；缺省为末期")),
  paired: about(
    byDefault(flag(), true),
    "the rows of both dates are the same units in the same order: re-ranking can be told from progressivity",
    "两个时点为同一批单位且次序相同，因而可区分位次变动与增长的累进性",
  ),
});
export type InequalityChangeOptions = Infer<typeof options>;

export const inequalityChangeCard = card({
  id: "inequality-change",
  names: { en: "Change of inequality between two dates", zh: "两时点不平等变动分解" },
  summary: {
    en: "Why inequality rose or fell: people moved between groups, groups' means drew apart, or gaps inside groups widened; and who overtook whom.",
    zh: "不平等为何上升或下降：人口在各组间流动、各组均值拉开，还是组内差距扩大；以及位次是否更替。",
  },
  step: { verb: "decompose", as: "change" },
  formula: worded(
    String.raw`\Delta I=\phi_{\text{shares}}+\phi_{\text{means}}+\phi_{\text{within}},\qquad\Delta G=\underbrace{G_1-G_1^{w_0}}_{\text{weights}}+\underbrace{G_1^{w_0}-C_1^{w_0}}_{R}-\underbrace{(G_0-C_1^{w_0})}_{P}`,
    { shares: "人口份额", means: "组均值", within: "组内", weights: "权重" },
  ),
  inputs: {
    value: { kind: "columns", min: 1, max: 1, key: "of", about: { en: "the column measured", zh: "所度量的列" } },
    weight: {
      kind: "columns",
      min: 1,
      max: 1,
      key: "weight",
      optional: true,
      about: { en: "the column of weights; all equal when absent", zh: "权重列；缺省为等权" },
    },
    by: slots.by,
  },
  options,
  outputs: { value: "report", tables: ["inequality-change", "groups"] },
  citations: ["shorrocks2013", "jenkins2006", "mookherjee1982"],
  variant: ({ measure, paired }) =>
    `${measure} · Shapley average over the orders of shares, means and distributions within · ${paired ? "same units at both dates" : "other units at each date"}`,
  load: async () => {
    const [{ inequalityChange }, { twoDates }] = await Promise.all([import("./inequality-change.js"), import("../../two-dates.js")]);
    return ({ value, weight, by }, chosen) => {
      const { first, last, at } = twoDates(value, chosen);
      const [before, after] = at(value);
      const [weights, weightsAfter] = weight ? at(weight).map(orNone) : [];
      return inequalityChange({ values: before, weights, by }, { values: after, weights: weightsAfter, by }, { ...chosen, first, last });
    };
  },
});

/** A missing weight is none. */
const orNone = (weights: Float64Array): Float64Array => weights.map((one) => (one === one ? one : 0));
