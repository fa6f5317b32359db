import { about, byDefault, choice, type Infer, list, mapping, number, object, optional, text } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";
import { elderlyWords } from "../group-orders.js";

const name = text({ min: 1 });

const options = object({
  scale: about(
    byDefault(choice(["percent", "share"]), "percent"),
    "how values are written: 43.2 (percent) or 0.432 (share); results are in per cent",
    "数值的写法：43.2（percent）或 0.432（share）；结果一律为百分数",
  ),
  order: optional(
    about(
      mapping(list(name, { min: 2 })),
      "by axis: its groups from the least to the most advantaged; the two ends are compared. Known words (rural < urban, women < men, 60+ < under 60 …) need none",
      "各分组维度的组别，由弱势到优势；比较首尾两组。常见组别（农村<城镇、女<男、60岁及以上<60岁以下等）无需给出",
    ),
  ),
  totals: about(
    byDefault(list(name), ["total", "all", "everyone", "全体", "合计", "总体", "全国"]),
    "words for the whole population in the column of groups",
    "组别列中表示全体人口的用语",
  ),
  chains: optional(
    about(
      list(object({ access: name, use: name, outcome: optional(name) }), { min: 1 }),
      "indicators of the leak table, access → use → outcome; by default the first indicator of each level",
      "流失表所用指标：接入→使用→成效；默认取各层次的首个指标",
    ),
  ),
  elderly: about(
    byDefault(list(name, { min: 1 }), [...elderlyWords]),
    "words for the elderly in the column of groups",
    "组别列中表示老年群体的用语",
  ),
  margin: about(
    byDefault(number({ min: 0 }), 0.2),
    "a change of the gap up to so many points counts as none; 0.2 is what rounding of four values to one decimal can do",
    "差距变动不超过此百分点视为无变动；0.2 为四个数值各取一位小数可能造成的误差",
  ),
});
export type DigitalDivideOptions = Infer<typeof options>;

export const digitalDivideCard = card({
  id: "digital-divide",
  names: { en: "Digital divide", zh: "数字鸿沟" },
  summary: {
    en: "How far groups are apart in access, use and outcome, whether the gap closes, who is still without, and where each group drops out.",
    zh: "各群体在接入、使用与成效上相差多远，差距是否弥合，谁仍未覆盖，以及各群体在哪个环节流失。",
  },
  step: { verb: "divide", as: null },
  formula: String.raw`\Delta=x_{\mathrm{high}}-x_{\mathrm{low}},\quad R=\min\Big(1,\frac{x_{\mathrm{low}}}{x_{\mathrm{high}}}\Big),\quad C=\frac{2}{\mu}\sum_g p_g x_g\Big(R_g-\tfrac12\Big),\quad E=4\mu C,\quad W=\frac{C}{1-\mu},\quad \ln\frac{o_h}{o_l}=\ln\frac{a_h}{a_l}+\ln\frac{u_h/a_h}{u_l/a_l}+\ln\frac{o_h/u_h}{o_l/u_l}`,
  inputs: {
    value: { kind: "column", key: "of", about: { en: "how far the group has come, per cent", zh: "该组数值（百分数）" } },
    indicator: { kind: "grouping", key: "indicator", about: { en: "what is measured", zh: "指标" } },
    axis: { kind: "grouping", key: "axis", about: { en: "what the groups differ in; empty for everyone", zh: "分组维度；全体留空" } },
    group: { kind: "grouping", key: "group", about: { en: "the group", zh: "组别" } },
    level: { kind: "grouping", key: "level", optional: true, about: { en: "access, use or outcome", zh: "接入、使用或成效" } },
    place: { kind: "grouping", key: "place", optional: true, about: { en: "country, province …", zh: "国家、省份等" } },
    wave: { kind: "column", key: "wave", optional: true, about: { en: "the period of each row", zh: "每行的时期" } },
    share: { kind: "column", key: "share", optional: true, about: { en: "share of the group in the population", zh: "该组人口份额" } },
  },
  options,
  outputs: { value: "report", tables: ["gaps", "values", "trends", "leaks", "elderly"] },
  citations: ["theil1967", "gini1912", "wagstaff2005", "erreygers2009"],
  variant: ({ scale, margin }) =>
    `gap and ratio of the least to the most advantaged group · Theil T, Gini (population form) and concentration between groups only, by population share or equal where unknown · values written as ${scale} · changes up to ${margin} points are none`,
  load: async () => {
    const { digitalDivide } = await import("./digital-divide.js");
    return ({ wave, ...table }, chosen) => digitalDivide({ ...table, period: wave }, chosen);
  },
});
