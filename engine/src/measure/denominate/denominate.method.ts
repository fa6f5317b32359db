import { about, byDefault, choice, type Infer, list, number, object, text } from "../../ground/schema/index.js";
import { card, slots } from "../../method/index.js";

const options = object({
  columns: about(list(text({ min: 1 }), { min: 1 }), "the columns that are divided", "被除的各列"),
  by: about(text({ min: 1 }), "the column they are divided by, e.g. population", "作为分母的列，如人口"),
  scale: about(
    byDefault(number(), 1),
    "factor of the quotient, e.g. 100 for per cent, 10000 for per 10,000",
    "商的倍数，如百分比为 100，每万人为 10000",
  ),
  vintages: about(
    byDefault(choice(["fault", "allow"]), "fault"),
    "what to do when numerator and denominator come from different releases",
    "分子与分母出自不同发布版本时如何处理",
  ),
});
export type DenominateOptions = Infer<typeof options>;

export const denominateCard = card({
  id: "denominate",
  names: { en: "Totals to intensities", zh: "总量化为强度" },
  summary: {
    en: "Divides columns by one column of the same unit and period, so that large and small regions compare.",
    zh: "各列除以同一单位同一时期的某一列，使大小不同的地区可比。",
  },
  step: { verb: "denominate", as: null },
  formula: String.raw`x_{it}=s\,\frac{r_{it}}{d_{it}}`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "data", tables: ["denominated", "lost"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ columns, by, scale }) => `${columns.length} columns by ${by}${scale === 1 ? "" : ` × ${scale}`}`,
  load: async () => {
    const { denominate } = await import("./denominate.js");
    return ({ panel }, chosen) => denominate(panel, chosen);
  },
});
