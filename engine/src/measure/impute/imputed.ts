import type { Text } from "../../ground/words/index.js";
import { type Cell, panelTable, type ResultTable, rowsTable, type Warning } from "../../method/index.js";
import type { Panel } from "../../table/index.js";

/** Names of the columns that say where a filled value comes from. */
export type DonorColumns = Readonly<Record<string, Text>>;

/** The two tables of every imputation: each filled cell with its rule and what it comes from, and the panel after it. */
export const imputedTables = (rows: readonly Readonly<Record<string, Cell>>[], donors: DonorColumns, value: Panel): ResultTable[] => [
  rowsTable("imputed", { en: "Imputed cells", zh: "插补的单元格" }, rows, {
    unit: { en: "unit", zh: "单位" },
    period: { en: "period", zh: "时期" },
    variable: { en: "indicator", zh: "指标" },
    value: { en: "value", zh: "取值" },
    rule: { en: "rule", zh: "规则" },
    ...donors,
  }),
  panelTable("filled", { en: "Indicators after imputation", zh: "插补后的指标" }, value),
];

export const protectedWarnings = (kept: Readonly<Record<string, number>>): Warning[] =>
  Object.entries(kept).map(([id, count]) => ({
    code: "protected-series",
    text: { en: `${id}: ${count} missing cells are left missing, as asked`, zh: `${id}：按要求不插补，${count} 个缺失单元格保持缺失` },
  }));
