import { about, byDefault, choice, flag, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots, worded } from "../../../method/index.js";

const options = object({
  weights: about(
    byDefault(choice(["resident", "survey"]), "resident"),
    "the urban share: of the residents (needs people), or the survey's own, which total = w·urban + (1−w)·rural implies (needs total)",
    "城镇人口比重：按常住人口（需 people），或由 总体 = w·城镇 + (1−w)·农村 推出的调查权重（需 total）",
  ),
  index: about(
    byDefault(choice(["T", "L"]), "T"),
    "T: Theil's first index, groups count by their income; L: mean log deviation, groups count by their population",
    "T：泰尔第一指数，各组按收入份额计权；L：平均对数偏差，各组按人口份额计权",
  ),
  unweighted: about(
    byDefault(flag(), false),
    "every unit counts once, whatever its population (its own urban share still holds inside it)",
    "不论人口多少，每个单位计一次（单位内部仍按其城镇人口比重）",
  ),
});
export type UrbanRuralTheilOptions = Infer<typeof options>;

export const urbanRuralTheilCard = card({
  id: "urban-rural-theil",
  names: { en: "Urban–rural Theil index", zh: "城乡泰尔指数" },
  summary: {
    en: "The urban–rural gap of every unit, and how much of the whole inequality lies between regions, between units and between town and country.",
    zh: "各单位的城乡收入差距，以及总差距中多少在地区之间、单位之间、城乡之间。",
  },
  step: { verb: "decompose", as: "urban-rural" },
  formula: worded(
    String.raw`T_u=\sum_{i\in\{\text{urban},\text{rural}\}}\frac{y_{ui}}{y_u}\ln\frac{y_{ui}/y_u}{z_{ui}/z_u},\quad T=\sum_u s_u\ln\frac{s_u}{p_u}+\sum_u s_uT_u`,
    { urban: "城镇", rural: "农村" },
  ),
  inputs: {
    incomes: { kind: "columns", min: 2, max: 2, key: "of", about: { en: "income per head: urban, rural", zh: "人均收入：城镇、农村" } },
    people: {
      kind: "columns",
      min: 2,
      max: 2,
      key: "people",
      optional: true,
      about: { en: "residents: all, urban; every unit counts once when absent", zh: "常住人口：全部、城镇；缺省时每个单位计一次" },
    },
    total: {
      kind: "columns",
      min: 1,
      max: 1,
      key: "total",
      optional: true,
      about: { en: "income per head of all residents", zh: "全体居民人均收入" },
    },
    by: slots.by,
  },
  options,
  outputs: { value: "report", tables: ["urban-rural-theil", "units", "groups"] },
  citations: ["theil1967", "shorrocks1980", "akita2003"],
  variant: ({ weights, index, unweighted }) =>
    [
      index === "T" ? "T, income shares" : "L (mean log deviation), population shares",
      weights === "resident" ? "urban share of residents" : "urban share implied by the total (survey weight)",
      unweighted ? "unweighted, each unit counts once" : "units weighted by residents",
      "natural logarithm",
    ].join(" · "),
  load: async () => {
    const { urbanRuralTheil } = await import("./urban-rural-theil.js");
    return ({ incomes, people, total, by }, chosen) => urbanRuralTheil(incomes, { ...chosen, people, total, by });
  },
});
