import type { Language } from "@gongfu/engine/ground/words";
import type { Cell, ResultTable } from "@gongfu/engine/method";
import { padEnd, padStart, width } from "./width.js";

const gap = "  ";

/** Six significant digits, without a tail of zeros; whole numbers as they are. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(6)));
}

const cellText = (cell: Cell): string => (cell === null ? "–" : typeof cell === "number" ? numberText(cell) : cell.replace(/\s+/g, " "));

/** Rows under their heads, numbers to the right, in terminal columns. */
export function align(head: readonly string[], rows: readonly (readonly string[])[], right: readonly boolean[]): string {
  const widths = head.map((label, c) => rows.reduce((most, row) => Math.max(most, width(row[c])), width(label)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, c) => (right[c] ? padStart(cell, widths[c]) : padEnd(cell, widths[c])))
      .join(gap)
      .trimEnd();
  return [line(head), widths.map((w) => "─".repeat(w)).join(gap), ...rows.map(line)].join("\n");
}

/** A result's table for a reader: the first `limit` rows, and how many more there are. */
export function tableText(table: ResultTable, language: Language, limit: number): { text: string; hidden: number } {
  const all = table.columns[0]?.values.length ?? 0;
  const shown = limit > 0 ? Math.min(limit, all) : all;
  const head = table.columns.map(({ id, names, unit }) => {
    const name = names[language] || id;
    return unit?.[language] ? `${name} (${unit[language]})` : name;
  });
  const rows = Array.from({ length: shown }, (_, row) => table.columns.map((column) => cellText(column.values[row])));
  const right = table.columns.map((column) => column.values.some((cell) => typeof cell === "number"));
  return { text: align(head, rows, right), hidden: all - shown };
}
