import {
  about,
  anyOf,
  byDefault,
  choice,
  type Infer,
  integer,
  list,
  mapping,
  number,
  object,
  optional,
  text,
} from "../../ground/schema/index.js";
import { card, slots } from "../../method/index.js";

const options = object({
  columns: about(list(text({ min: 1 }), { min: 1 }), "the columns at current prices", "按当年价计的各列"),
  by: about(
    anyOf([text({ min: 1 }), mapping(number({ above: 0 }))]),
    "the price index: a column of the data, one value a unit and period, or {2020: 102.5, …}, one for all units",
    "价格指数：数据中的一列（各单位逐期取值），或 {2020: 102.5, …}（各单位共用）",
  ),
  index: about(
    byDefault(choice(["previous", "fixed"]), "previous"),
    "previous: last period = 100, chained; fixed: one period = 100 throughout",
    "previous：上期为 100，逐期链接；fixed：固定基期为 100",
  ),
  base: optional(about(integer(), "the period whose prices the result is in; the first when absent", "结果所用价格的时期；缺省为第一期")),
});
export type DeflateOptions = Infer<typeof options>;

export const deflateCard = card({
  id: "deflate",
  names: { en: "Constant prices", zh: "可比价换算" },
  summary: {
    en: "Divides columns at current prices by a price index, so that they are in the prices of one period.",
    zh: "以价格指数除按当年价计的各列，换算为同一时期的价格。",
  },
  step: { verb: "deflate", as: null },
  formula: String.raw`x_{it}=\frac{r_{it}}{P_{it}},\quad P_{i,b}=1,\ P_{it}=P_{i,t-1}\,\frac{I_{it}}{100}`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["deflated", "factors"] },
  citations: ["ilo2004", "oecd2008"],
  variant: ({ columns, by, index, base }) =>
    `${columns.length} columns by ${typeof by === "string" ? by : "one index for all units"} · ${index === "previous" ? "previous period = 100, chained" : "fixed base"} · prices of ${base ?? "the first period"}`,
  load: async () => {
    const { deflate } = await import("./deflate.js");
    return ({ panel }, chosen) => deflate(panel, chosen);
  },
});
