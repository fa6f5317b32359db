import type { Cell, ResultTable } from "../../method/index.js";

const field = (cell: Cell): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell === 0 ? 0 : cell);
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

/** UTF-8 without a mark, commas, LF, shortest round-trip decimals, empty = missing. */
export function writeCsv(table: ResultTable): string {
  const rows = table.columns[0]?.values.length ?? 0;
  const lines = [table.columns.map((column) => field(column.id)).join(",")];
  for (let row = 0; row < rows; row++) lines.push(table.columns.map((column) => field(column.values[row])).join(","));
  return `${lines.join("\n")}\n`;
}
