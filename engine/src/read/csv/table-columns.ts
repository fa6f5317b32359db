import { Fault, nearest } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import type { RawTable } from "./read-rows.js";

export const cellsOf = (table: RawTable, column: number): string[] => table.rows.map((row) => row[column]);

/** Position of a column the user named; a Fault offers the nearest. */
export function namedColumn(table: Pick<RawTable, "file" | "header" | "headerLine">, name: string): number {
  const column = table.header.indexOf(name.trim());
  if (column >= 0) return column;
  const near = nearest(name, table.header);
  const all = listed(table.header, 12);
  throw new Fault({
    code: "unknown-column",
    place: { file: table.file, line: table.headerLine },
    found: { en: `no column ${quote(name)}`, zh: `没有名为 ${quote(name)} 的列` },
    expected: { en: `expected one of: ${all.en}`, zh: `应为以下之一：${all.zh}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "choose one of these columns", zh: "请选择其中一列" },
  });
}
