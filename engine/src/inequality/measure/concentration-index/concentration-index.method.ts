import { about, byDefault, choice, type Infer, number, object, optional } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  correction: about(
    byDefault(choice(["auto", "none", "wagstaff", "erreygers"]), "auto"),
    "for bounded values: after Wagstaff, after Erreygers, or none; auto is Erreygers when the bounds are known (values 0 and 1, or max given)",
    "有界变量的校正：Wagstaff、Erreygers 或不校正；auto 在已知边界（取值 0/1 或给出 max）时用 Erreygers",
  ),
  min: about(optional(number({ min: 0 })), "least value possible; 0 when absent", "可能的最小值；缺省为 0"),
  max: about(optional(number({ above: 0 })), "greatest value possible; 1 when all values are 0 or 1", "可能的最大值；取值全为 0/1 时为 1"),
  se: about(
    byDefault(choice(["regression", "robust"]), "regression"),
    "standard error by the convenient regression: ordinary, or robust to unequal variances (HC1)",
    "便捷回归标准误：普通最小二乘，或异方差稳健（HC1）",
  ),
});
export type ConcentrationIndexOptions = Infer<typeof options>;

export const concentrationIndexCard = card({
  id: "concentration-index",
  names: { en: "Concentration index", zh: "集中指数" },
  summary: {
    en: "Whether access, spending or illness is concentrated among the rich (above 0) or the poor (below 0).",
    zh: "接入、支出或疾病集中于富人（大于 0）还是穷人（小于 0）。",
  },
  step: { verb: "concentration", as: null },
  formula: String.raw`C=\frac{2}{\mu}\sum_i p_i h_i R_i-1,\quad R_i=F_{i-1}+\tfrac12 p_i;\qquad W=\frac{(b-a)\,\mu}{(b-\mu)(\mu-a)}\,C,\quad E=\frac{4\mu}{b-a}\,C`,
  inputs: {
    value: slots.value,
    rank: {
      kind: "column",
      key: "rank",
      about: { en: "the column that ranks the rows, poorest first (income)", zh: "用于排序的列，由低到高（如收入）" },
    },
    weight: slots.weight,
  },
  options,
  outputs: { value: "report", tables: ["concentration-index"] },
  citations: ["kakwani1997", "wagstaff2005", "erreygers2009"],
  variant: ({ correction, se }) => `correction ${correction} · ties share their mean rank · standard error ${se}`,
  load: async () => {
    const { concentrationIndex } = await import("./concentration-index.js");
    return ({ value, rank, weight }, chosen) => concentrationIndex(value, rank, { ...chosen, weights: weight });
  },
});
