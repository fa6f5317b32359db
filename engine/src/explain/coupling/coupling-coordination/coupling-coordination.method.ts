import {
  about,
  anyOf,
  byDefault,
  choice,
  flag,
  type Infer,
  list,
  number,
  object,
  optional,
  pair,
  text,
} from "../../../ground/schema/index.js";
import { card, worded } from "../../../method/index.js";

const form = choice(["standard", "wang-2021", "adjusted-k"]);
const name = anyOf([text({ min: 1 }), object({ en: text({ min: 1 }), zh: text({ min: 1 }) })]);

const options = object({
  forms: about(
    byDefault(list(form, { min: 1, max: 3 }), ["standard", "wang-2021"]),
    "forms of the coupling degree: standard; wang-2021 (corrected); adjusted-k (Liao's exponent)",
    "耦合度的形式：standard（通行式）、wang-2021（修正式）、adjusted-k（廖重斌调节系数式）",
  ),
  classify: optional(
    about(
      form,
      "the form whose D stands in the column class; the first of the forms when absent",
      "列 class 按哪一形式的 D 分级；缺省为所列的第一种形式",
    ),
  ),
  classes: about(
    byDefault(
      anyOf([
        choice(["D10", "D10-liao", "D5", "D3", "digital-village-10", "lanzhou-8"]),
        object({ cuts: list(number({ min: 0, max: 1 }), { min: 2 }), names: optional(list(name)) }),
      ]),
      "D10",
    ),
    "levels of D: a published set, or your own {cuts: [0, …, 1], names: […]}",
    "D 的等级：已发表的划分，或自定 {cuts: [0, …, 1], names: […]}",
  ),
  interval: about(
    byDefault(choice(["left-closed", "right-closed"]), "left-closed"),
    "classes [a, b) with the last one closed, or (a, b] with the first one closed",
    "等级区间为 [a, b)（末级含右端），或 (a, b]（首级含左端）",
  ),
  stages: about(
    byDefault(flag(), false),
    "add the stage of C (four stages of coupling) of the classified form",
    "另列所分级形式之 C 的耦合阶段（四阶段）",
  ),
  alpha: optional(
    about(
      list(number({ above: 0 }), { min: 2 }),
      "importance of the systems in T, rescaled to sum 1; equal when absent, never used in C",
      "各系统在 T 中的重要性，按比例化为和 1；缺省为等权，不进入 C",
    ),
  ),
  k: about(byDefault(number({ above: 0 }), 2), "Liao's exponent in adjusted-k", "adjusted-k 的调节系数 k"),
  lag: about(
    byDefault(choice(["none", "ratio", "difference", "graded"]), "none"),
    "of two systems: add which one lags, by x/y, by x − y, or graded by the smaller over the larger",
    "两系统时另列滞后类型：按 x/y、按 x − y，或按小者与大者之比分级",
  ),
  synchronous: optional(
    about(
      pair(number(), number()),
      "cuts inside which two systems count as together; default [0.8, 1.2] for x/y, [-0.1, 0.1] for x − y",
      "视为同步的界限；x/y 默认 [0.8, 1.2]，x − y 默认 [-0.1, 0.1]",
    ),
  ),
  denominators: about(
    byDefault(list(text({ min: 1 })), ["pop", "gdp"]),
    "raw columns that may stand on both sides without a warning, because they only scale",
    "可同时出现在两侧而不提示的原始列（仅作分母）",
  ),
});
export type CouplingCoordinationOptions = Infer<typeof options>;

export const couplingCoordinationCard = card({
  id: "coupling-coordination",
  names: { en: "Coupling coordination", zh: "耦合协调度" },
  summary: {
    en: "How well two or more systems keep step (C), how far they have come (T), and both at once (D).",
    zh: "两个以上系统是否协同（C）、发展到何种水平（T），以及二者兼顾的结果（D）。",
  },
  step: { verb: "couple", as: null },
  formula: worded(
    String.raw`C=\frac{n\,(\prod_k u_k)^{1/n}}{\sum_k u_k},\quad C_{\text{Wang}}=\sqrt{\Big[1-\frac{\sum_{i>j}|u_i-u_j|}{n(n-1)/2}\Big]\Big[\prod_k\frac{u_k}{\max u}\Big]^{\frac{1}{n-1}}},\quad T=\sum_k\alpha_k u_k,\quad D=\sqrt{C\,T}`,
    { Wang: "修正" },
  ),
  inputs: {
    systems: {
      kind: "columns",
      min: 2,
      key: "of",
      about: { en: "the systems coupled, each from 0 to 1", zh: "参与耦合的各系统，取值 0 到 1" },
    },
    parts: {
      kind: "parts",
      optional: true,
      key: "of",
      about: {
        en: "the indicators of the indexes coupled, looked through for common ones and common columns",
        zh: "所耦合指数的指标，用于查找相同指标与相同原始列",
      },
    },
  },
  options,
  outputs: { value: "report", tables: ["coordination", "classes", "stages", "lags"] },
  citations: ["liao1999", "wang2021"],
  variant: ({ forms, classify, classes, interval, alpha, k }) =>
    [
      forms.map((one) => (one === "adjusted-k" ? `${one} ${k}` : one)).join(", "),
      alpha ? `T with weights ${alpha.join(" : ")}` : "T with equal weights",
      `classes of D (${classify ?? forms[0]}): ${typeof classes === "string" ? classes : classes.cuts.join(" ")} ${interval === "left-closed" ? "[a, b)" : "(a, b]"}, D rounded to 12 decimals`,
    ].join(" · "),
  load: async () => {
    const { couplingCoordination } = await import("./coupling-coordination.js");
    return ({ systems, parts }, chosen) => couplingCoordination(systems, { ...chosen, parts });
  },
});
