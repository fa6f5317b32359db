import { about, byDefault, type Infer, list, object, text } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";
import { correlationOptions, correlationVariant } from "../correlation-options.js";

const options = object({
  ...correlationOptions,
  totals: about(
    byDefault(list(text({ min: 1 })), []),
    "columns that measure size, e.g. [pop, gdp]: every other column is then correlated with these alone, and a high mark asks for a denominator",
    "度量规模的列，如 [pop, gdp]：其余各列只与这些列求相关，标为 high 者宜除以分母",
  ),
});
export type CorrelationOptions = Infer<typeof options>;

export const correlationCard = card({
  id: "correlation",
  names: { en: "Correlation of columns", zh: "列间相关" },
  summary: {
    en: "How strongly columns go together, over how many rows, and how easily chance alone would do that.",
    zh: "各列相关的强弱、所据行数，以及偶然造成的可能。",
  },
  step: { verb: "correlate", as: "columns" },
  formula: String.raw`r=\frac{\sum(x-\bar x)(y-\bar y)}{\sqrt{\sum(x-\bar x)^2\sum(y-\bar y)^2}},\quad \tau_b=\frac{C-D}{\sqrt{(N-T_x)(N-T_y)}}`,
  inputs: {
    columns: { kind: "columns", min: 2, key: "of", about: { en: "two or more columns", zh: "两列或更多" } },
  },
  options,
  outputs: { value: "report", tables: ["correlations"] },
  citations: ["pearson1896", "spearman1904", "kendall1945", "knight1966"],
  variant: ({ totals, ...chosen }) => `${correlationVariant(chosen)}${totals.length ? ` · with totals: ${totals.join(", ")}` : ""}`,
  load: async () => {
    const { correlation } = await import("./correlation.js");
    return ({ columns }, chosen) => correlation(columns, chosen);
  },
});
