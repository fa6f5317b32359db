/**
 * Correlations of columns two by two over the rows where both are there: Pearson, Spearman (average ranks), Kendall τ-b in n log n.
 * p-values are two-sided: Student's t with n − 2; for Kendall exact below 50 rows without ties, else normal with ties corrected.
 * Source: Pearson (1896); Spearman (1904), doi:10.2307/1412159; Kendall (1945), doi:10.1093/biomet/33.3.239; Knight (1966).
 * Fails when a total is no column. A pair without three common rows, or with a column that does not vary, has no correlation (null).
 */
import { type Result, result, settle } from "../../../method/index.js";
import { type Panel, series } from "../../../table/index.js";
import { checkNamed } from "../../named-columns.js";
import { type CorrelationRow, correlationRows, correlationTable, correlationWarnings, type Pair } from "../correlation-rows.js";
import { type CorrelationOptions, correlationCard } from "./correlation.method.js";

/**
 * @param columns as many variables as are to be correlated; direction plays no part
 * @param options kind, scope, high, low, totals
 * @returns value: one row a pair (and period): n, r, p, the test behind p, and its mark
 */
export function correlation(columns: Panel, options: Partial<CorrelationOptions> = {}): Result<readonly CorrelationRow[]> {
  const chosen = settle(correlationCard, options);
  checkNamed(columns, chosen.totals, "totals");
  const all = columns.variables.map(({ id }, v) => ({ id, cells: series(columns, v) }));
  const sizes = chosen.totals.map((id) => all.find((one) => one.id === id) as Pair["first"]);
  const pairs = all.flatMap((first, k): Pair[] => {
    if (sizes.includes(first)) return [];
    const others = sizes.length > 0 ? sizes : all.slice(k + 1);
    return others.map((second) => ({ group: "", first, second }));
  });
  const rows = correlationRows(pairs, columns.periods, chosen);
  return result(correlationCard, {
    options: chosen,
    value: rows,
    tables: [correlationTable(rows)],
    warnings: correlationWarnings(rows),
  });
}
