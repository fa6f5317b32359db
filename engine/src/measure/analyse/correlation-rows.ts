import { type ResultTable, rowsTable, type Warning } from "../../method/index.js";
import type { CorrelationKind, PairCorrelation } from "./correlate-pair.js";
import { correlatePair } from "./correlate-pair.js";

/** Two columns to be correlated, periods × units, and the group they stand in. */
export interface Pair {
  readonly group: string;
  readonly first: { readonly id: string; readonly cells: Float64Array };
  readonly second: { readonly id: string; readonly cells: Float64Array };
}

export interface CorrelationRow extends PairCorrelation {
  readonly group: string;
  readonly first: string;
  readonly second: string;
  /** null when all periods are taken together */
  readonly period: number | null;
  readonly mark: "high" | "low" | "";
}

interface Choices {
  readonly kind: CorrelationKind;
  readonly scope: "pooled" | "per-period";
  readonly high: number;
  readonly low: number;
}

/** Every pair, all periods together or one by one; a correlation within 12 decimals of a mark reaches it. */
export function correlationRows(pairs: readonly Pair[], periods: readonly number[], chosen: Choices): CorrelationRow[] {
  const blocks: (number | null)[] = chosen.scope === "pooled" ? [null] : [...periods];
  return pairs.flatMap(({ group, first, second }) =>
    blocks.map((period, t): CorrelationRow => {
      const width = first.cells.length / blocks.length;
      const [a, b] = [first, second].map(({ cells }) => cells.subarray(t * width, (t + 1) * width));
      const found = correlatePair(a, b, chosen.kind);
      const mark = found.r === null ? "" : found.r >= chosen.high - 5e-13 ? "high" : found.r <= chosen.low + 5e-13 ? "low" : "";
      return { group, first: first.id, second: second.id, period, ...found, mark };
    }),
  );
}

export const correlationTable = (rows: readonly CorrelationRow[]): ResultTable =>
  rowsTable(
    "correlations",
    { en: "Correlations", zh: "相关系数" },
    rows.map((row) => ({ ...row })),
    {
      group: { en: "group", zh: "组" },
      first: { en: "first", zh: "前项" },
      second: { en: "second", zh: "后项" },
      period: { en: "period; empty: all together", zh: "时期；空为合并计算" },
      n: { en: "rows with both", zh: "两者皆有值的行数" },
      r: { en: "correlation", zh: "相关系数" },
      p: { en: "p-value, two-sided", zh: "p 值（双侧）" },
      test: { en: "p-value by", zh: "p 值算法" },
      mark: { en: "mark", zh: "标记" },
    },
  );

export function correlationWarnings(rows: readonly CorrelationRow[]): Warning[] {
  const none = rows.filter((row) => row.r === null).length;
  if (none === 0) return [];
  return [
    {
      code: "no-correlation",
      text: {
        en: `${none} of ${rows.length} pairs have no correlation: fewer than 3 common rows, or a column that does not vary over them`,
        zh: `${rows.length} 对中有 ${none} 对无法计算：共同有值的行不足 3，或某列在这些行上没有变化`,
      },
    },
  ];
}
