import { Fault } from "../../ground/fault/index.js";
import { quote } from "../../ground/words/index.js";
import { type Encoding, readRows } from "../csv/index.js";
import { readWorkbook } from "../excel/index.js";
import { readParquet } from "../parquet/index.js";
import type { RawTable } from "../raw-table.js";
import { detectFormat } from "./detect-format.js";

export interface ReadTableOptions {
  /** the file's name, for faults */
  readonly file: string;
  /** sheet of a workbook; the first visible one with a table of numbers when absent */
  readonly sheet?: string;
  /** separator of a text file; detected among comma, tab, semicolon and bar when absent */
  readonly delimiter?: string;
  /** encoding of a text file; detected when absent */
  readonly encoding?: Encoding;
}

/** The cells of a CSV, TSV, XLSX or Parquet file, whichever its bytes are. */
export async function readTable(bytes: Uint8Array, options: ReadTableOptions): Promise<RawTable> {
  const format = detectFormat(bytes);
  if (format === "xlsx") return readWorkbook(bytes, options);
  if (options.sheet !== undefined) throw noSheets(options.file, options.sheet);
  return format === "parquet" ? readParquet(bytes, options) : readRows(bytes, options);
}

const noSheets = (file: string, sheet: string): Fault =>
  new Fault({
    code: "no-sheets",
    place: { file },
    found: { en: `sheet ${quote(sheet)} of a file that is no workbook`, zh: `文件不是工作簿，却指明了工作表 ${quote(sheet)}` },
    expected: { en: "expected an Excel workbook (.xlsx)", zh: "应为 Excel 工作簿（.xlsx）" },
    next: { en: "leave out sheet:, or name the workbook", zh: "请去掉 sheet:，或改为工作簿文件" },
  });
