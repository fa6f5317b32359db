import { about, byDefault, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { scopeOption } from "../correlation-options.js";

const share = (en: string, zh: string, value: number) => about(byDefault(number({ min: 0, max: 1 }), value), en, zh);
const options = object({
  ...scopeOption,
  available: share("shares of available cells that go down to it are marked", "有值单元格的份额低至此值即作标记", 0.65),
  nonZero: share("shares of non-zero among the available that go down to it are marked", "有值单元格中非零者的份额低至此值即作标记", 0.5),
  unique: share(
    "shares of different values among the available that go down to it are marked",
    "有值单元格中互异取值的份额低至此值即作标记",
    0.5,
  ),
  skewness: about(
    byDefault(number({ min: 0 }), 2),
    "a column is marked when |skewness| reaches it and kurtosis reaches the next",
    "偏度绝对值达到此值，且峰度达到下一项时作标记",
  ),
  kurtosis: about(byDefault(number(), 3.5), "excess kurtosis from which on a skewed column is marked", "偏斜列作标记的超额峰度界限"),
});
export type ColumnStatisticsOptions = Infer<typeof options>;

export const columnStatisticsCard = card({
  id: "column-statistics",
  names: { en: "Column statistics", zh: "描述统计" },
  summary: {
    en: "Range, centre, spread and shape of every column, how much of it is there, and what deserves a look.",
    zh: "各列的范围、中心、离散与形状，有值的程度，以及值得留意之处。",
  },
  step: { verb: "stats", as: null },
  formula: String.raw`s^2=\frac{\sum(x-\bar x)^2}{n-1},\quad G_1=\frac{\sqrt{n(n-1)}}{n-2}\,g_1,\quad G_2=\frac{n-1}{(n-2)(n-3)}\big((n+1)g_2+6\big)`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "report", tables: ["statistics"] },
  citations: ["joanes1998", "oecd2008"],
  variant: ({ scope, available, nonZero, unique, skewness, kurtosis }) =>
    `${scope} · sd n − 1 · median type 7 · G1, G2 · marked when reached: available ${available}, non-zero ${nonZero}, unique ${unique}, |G1| ${skewness} and G2 ${kurtosis}`,
  load: async () => {
    const { columnStatistics } = await import("./column-statistics.js");
    return ({ panel }, chosen) => columnStatistics(panel, chosen);
  },
});
