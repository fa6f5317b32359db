import {
  about,
  anyOf,
  byDefault,
  choice,
  type Infer,
  integer,
  list,
  number,
  object,
  optional,
  text,
} from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";

const name = anyOf([text({ min: 1 }), object({ en: text({ min: 1 }), zh: text({ min: 1 }) })]);
const sets = ["D10", "D10-liao", "D5", "D3", "digital-village-10", "lanzhou-8", "C4"] as const;

const options = object({
  by: about(
    byDefault(
      anyOf([
        choice(["quantile", "equal", "jenks", "mean-sd", ...sets]),
        object({ cuts: list(number(), { min: 1, max: 20 }), names: optional(list(name)) }),
      ]),
      "quantile",
    ),
    "quantile: as many in each class; equal: equal steps; jenks: most alike within (exact); mean-sd: at mean and mean ± sd; a published set for 0–1; or your own inner {cuts, names}",
    "quantile：各级数量相同；equal：等距；jenks：级内差异最小（精确解）；mean-sd：以均值与均值 ± 标准差为界；0–1 得分可用已发表的划分；或自定内部界限 {cuts, names}",
  ),
  count: about(byDefault(integer({ min: 2, max: 12 }), 5), "how many classes (quantile, equal, jenks)", "分级数（quantile、equal、jenks）"),
  spread: about(byDefault(number({ above: 0 }), 1), "how many sd from the mean (mean-sd)", "距均值几个标准差（mean-sd）"),
  interval: about(
    byDefault(choice(["left-closed", "right-closed"]), "left-closed"),
    "classes [a, b) with the last one closed, or (a, b] with the first one closed",
    "等级区间为 [a, b)（末级含右端），或 (a, b]（首级含左端）",
  ),
  scope: about(
    byDefault(choice(["pooled", "per-period"]), "pooled"),
    "pooled: one set of cuts for all periods; per-period: cuts anew in each, so classes do not compare over time",
    "pooled：各期共用界限；per-period：逐期取界限，等级不可跨期比较",
  ),
});
export type ClassifyOptions = Infer<typeof options>;

export const classifyCard = card({
  id: "classify",
  names: { en: "Classes of a score", zh: "得分分级" },
  summary: {
    en: "Cuts any score into classes, by a rule that is printed with its cut values.",
    zh: "按注明的规则与界限将任意得分划分等级。",
  },
  step: { verb: "classify", as: null },
  formula: String.raw`\ell_i=1+\#\{k: c_k\le x_i\},\quad c_{\mathrm{Jenks}}=\arg\min_{c}\sum_k\sum_{i\in k}(x_i-\bar x_k)^2`,
  inputs: { scores: { kind: "columns", min: 1, key: "of", about: { en: "the scores classed", zh: "要分级的得分" } } },
  options,
  outputs: { value: "report", tables: ["levels", "classes"] },
  citations: ["fisher1958", "jenks1977", "hyndman1996", "liao1999"],
  variant: ({ by, count, spread, interval, scope }) =>
    [
      typeof by === "object"
        ? `cuts ${by.cuts.join(", ")}`
        : by === "mean-sd"
          ? `mean and mean ± ${spread} sd (n − 1)`
          : by === "quantile" || by === "equal" || by === "jenks"
            ? `${by}, ${count} classes${by === "quantile" ? ", type 7" : ""}`
            : by,
      `${interval === "left-closed" ? "[a, b)" : "(a, b]"} after rounding to 12 decimals`,
      scope,
    ].join(" · "),
  load: async () => {
    const { classify } = await import("./classify.js");
    return ({ scores }, chosen) => classify(scores, chosen);
  },
});
