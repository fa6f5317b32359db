import { Fault, nearest, type Place } from "../ground/fault/index.js";
import { listed, quote, type Text } from "../ground/words/index.js";
import type { ReadWarning } from "./warning.js";

/** A table as it stands in its file, cell by cell as text: every row has as many fields as the header. */
export interface RawTable {
  readonly file: string;
  /** trimmed, unique, none empty */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** line or sheet row (from 1) on which each row starts */
  readonly lines: readonly number[];
  /** line or sheet row of the header, of its last row when it has several; none where names are kept apart from the rows */
  readonly headerLine?: number;
  /** how the file was read: its encoding, or its format and sheet */
  readonly form: Text;
  /** the sheet it stands on, in a workbook */
  readonly sheet?: string;
  /** the separator of a text file; it decides how "1,234" is read */
  readonly delimiter: string;
  /** position (from 1) of every column in the file, where that is not its place in the table */
  readonly columns?: readonly number[];
  /** unit of measure written above the table for all of it */
  readonly unit?: string;
  readonly warnings: readonly ReadWarning[];
}

/** Where a column stands in the file, counted from 1. */
export const columnInFile = ({ columns }: Pick<RawTable, "columns">, column: number): number => columns?.[column] ?? column + 1;

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

/** Every column needs a name of its own; all that lack one are told at once. */
export function headerFaults(header: readonly string[], place: (column: number) => Place): Fault[] {
  const first = new Map<string, number>();
  const faults: Fault[] = [];
  header.forEach((name, k) => {
    const at = place(k);
    const here = at.column ?? k + 1;
    const before = first.get(name);
    if (name === "") {
      faults.push(
        new Fault({
          code: "empty-header",
          place: at,
          found: { en: `column ${here} has no name`, zh: `第 ${here} 列没有列名` },
          expected: { en: "expected a name in every cell of the header", zh: "表头每一格都应有列名" },
          next: { en: "name the column, or delete it", zh: "请为该列命名，或删去该列" },
        }),
      );
    } else if (before !== undefined) {
      faults.push(
        new Fault({
          code: "duplicate-header",
          place: at,
          found: {
            en: `columns ${before} and ${here} are both named ${quote(name)}`,
            zh: `第 ${before} 列与第 ${here} 列同名：${quote(name)}`,
          },
          expected: { en: "expected each column name once", zh: "每个列名只应出现一次" },
          next: { en: "rename or delete one of them", zh: "请改名或删去其一" },
        }),
      );
    } else first.set(name, here);
  });
  return faults;
}

export const noRows = (file: string, line?: number): Fault =>
  new Fault({
    code: "no-rows",
    place: { file, line },
    found: { en: "the file has a header and no rows", zh: "文件只有表头，没有数据行" },
    expected: { en: "expected at least one row below the header", zh: "表头之下应至少有一行数据" },
    next: { en: "add the rows, or choose another file", zh: "请补上数据行，或选择其他文件" },
  });
