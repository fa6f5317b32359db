import type { Language, ResultTable } from "@gongfu/engine";
import type { Chart } from "@gongfu/engine/tell";

export type Row = Readonly<Record<string, number | string | null>>;

/** A table row by row; words that stand in both languages (`said_en`, `said_zh`) in one, under their bare name where no column has it. */
export function rowsOf(table: ResultTable, language: Language): readonly Row[] {
  const rows = table.columns[0]?.values.length ?? 0;
  const ending = `_${language}`;
  const taken = new Set(table.columns.map(({ id }) => id));
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      table.columns.flatMap(({ id, values }) => [
        [id, values[row]],
        ...(id.endsWith(ending) && !taken.has(id.slice(0, -ending.length)) ? [[id.slice(0, -ending.length), values[row]]] : []),
      ]),
    ),
  );
}

/** The rows of a matrix that stand for one name; null when it has none of them, or is no matrix. */
export function onlyRow(chart: Chart, name: string): Chart | null {
  if (chart.kind !== "signs" && chart.kind !== "heatmap") return null;
  const kept = chart.rows.flatMap((row, r) => (row === name ? [r] : []));
  if (kept.length === 0) return null;
  const rows = kept.map((r) => chart.rows[r]);
  return chart.kind === "signs"
    ? { ...chart, rows, cells: kept.map((r) => chart.cells[r]) }
    : { ...chart, rows, values: kept.map((r) => chart.values[r]) };
}
