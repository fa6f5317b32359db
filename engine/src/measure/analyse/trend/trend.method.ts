import { about, type Infer, integer, object, optional } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";

const options = object({
  first: optional(about(integer(), "first period looked at; by default the first there is", "起始时期；默认为最早一期")),
  last: optional(about(integer(), "last period looked at; by default the last there is", "截止时期；默认为最近一期")),
});
export type TrendOptions = Infer<typeof options>;

export const trendCard = card({
  id: "trend",
  names: { en: "Trend", zh: "趋势" },
  summary: {
    en: "How fast each unit's figure moves, by its ends and by all its years, and whether the direction could be chance.",
    zh: "各单位数值变动的快慢：既看首尾，也看全程，并检验方向是否可能出于偶然。",
  },
  step: { verb: "trend", as: null },
  formula: String.raw`g=\Big(\frac{x_T}{x_0}\Big)^{1/(T-0)}-1,\quad b=\frac{\sum(t-\bar t)\ln x_t}{\sum(t-\bar t)^2},\quad \tilde b=\operatorname{med}_{s<t}\frac{x_t-x_s}{t-s},\quad S=\sum_{s<t}\operatorname{sgn}(x_t-x_s)`,
  inputs: {
    columns: { kind: "columns", min: 1, key: "of", about: { en: "the columns followed over time", zh: "考察其变动的列" } },
  },
  options,
  outputs: { value: "report", tables: ["trends"] },
  citations: ["mann1945", "sen1968", "kendall1945"],
  variant: ({ first, last }) =>
    `${first ?? "first"} to ${last ?? "last"} period with a value · growth per year over the actual gap · Mann–Kendall: exact below 50 periods without ties, else normal with ties and continuity corrected`,
  load: async () => {
    const { trend } = await import("./trend.js");
    return ({ columns }, chosen) => trend(columns, chosen);
  },
});
