import { listed, quote } from "../../ground/words/index.js";
import type { RawTable } from "../raw-table.js";
import type { ReadWarning } from "../warning.js";
import { readSheetTable, type SheetTable } from "./read-sheet-table.js";
import { sheetCells } from "./sheet-cells.js";
import { sheetTexts } from "./sheet-texts.js";
import { type Sheet, type Unpacked, unpack } from "./unpack.js";
import { noTable, unknownSheet } from "./workbook-faults.js";

export interface ReadWorkbookOptions {
  /** the file's name, for faults */
  readonly file: string;
  /** name of the sheet; the first visible one with a table of numbers when absent */
  readonly sheet?: string;
}

/** A sheet of a workbook, and the size of the table found in it: no rows when there is none. */
export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly numbers: boolean;
}

/** The sheets of a workbook in their order, each with the table that would be read. */
export async function listSheets(bytes: Uint8Array, file: string): Promise<SheetInfo[]> {
  const workbook = unpack(bytes, file);
  const infos: SheetInfo[] = [];
  for (const sheet of workbook.sheets) {
    const found = await tableOf(workbook, sheet, file);
    const { rows = 0, columns = 0, numbers = false } = found ?? {};
    infos.push({ name: sheet.name, hidden: sheet.hidden, rows, columns, numbers });
  }
  return infos;
}

/** Read the table of one sheet of an Excel workbook. Throws a Fault for whatever is no workbook, opens by password only, or holds no table. */
export async function readWorkbook(bytes: Uint8Array, { file, sheet }: ReadWorkbookOptions): Promise<RawTable> {
  const workbook = unpack(bytes, file);
  if (sheet !== undefined) {
    const names = workbook.sheets.map(({ name }) => name);
    const named = workbook.sheets.find(({ name }) => name === sheet) ?? workbook.sheets.find(({ name }) => name.trim() === sheet.trim());
    if (!named) throw unknownSheet(file, sheet, names);
    const found = await tableOf(workbook, named, file);
    if (!found) throw noTable(file, [sheet]);
    return found.table(file, named.name);
  }
  const candidates: { name: string; found: SheetTable }[] = [];
  for (const one of workbook.sheets.filter(({ hidden }) => !hidden)) {
    const found = await tableOf(workbook, one, file);
    if (found && found.rows > 0) candidates.push({ name: one.name, found });
  }
  const withNumbers = candidates.filter(({ found }) => found.numbers);
  const [taken, ...others] = withNumbers.length ? withNumbers : candidates;
  if (!taken) {
    throw noTable(
      file,
      workbook.sheets.map(({ name }) => name),
    );
  }
  const table = taken.found.table(file, taken.name);
  return others.length ? { ...table, warnings: [severalSheets(taken.name, others), ...table.warnings] } : table;
}

async function tableOf(workbook: Unpacked, sheet: Sheet, file: string): Promise<SheetTable | undefined> {
  return readSheetTable(sheetTexts(await sheetCells(workbook, sheet, file)));
}

function severalSheets(taken: string, others: readonly { name: string }[]): ReadWarning {
  const rest = listed(others.map(({ name }) => quote(name)));
  return {
    code: "sheet-chosen",
    text: {
      en: `read sheet ${quote(taken)}; tables stand also in ${rest.en} (name another with sheet:)`,
      zh: `读入工作表 ${quote(taken)}；另有表格的工作表：${rest.zh}（可用 sheet: 另行指定）`,
    },
  };
}
