import { Fault } from "../../ground/fault/index.js";
import type { Text } from "../../ground/words/index.js";

/** A longer line is not a table's row; refused before anything is decoded. */
export const longestLine = 1_000_000;
/** The longest text a JavaScript engine holds is a little above this. */
export const largestFile = 500_000_000;

const LF = 10;
const CR = 13;

/** Refuse what cannot be a text table: nothing in it, another file format, NUL bytes, a line without end. Stops at the first such byte. */
export function guardBytes(bytes: Uint8Array, file: string, wide: boolean): void {
  if (bytes.length === 0) throw emptyFile(file);
  if (bytes.length > largestFile) {
    throw new Fault({
      code: "file-too-large",
      place: { file },
      found: { en: `the file has ${bytes.length} bytes`, zh: `文件有 ${bytes.length} 字节` },
      expected: { en: `expected at most ${largestFile} bytes`, zh: `应不超过 ${largestFile} 字节` },
      next: { en: "split the file, or keep only the columns the study needs", zh: "请拆分文件，或只保留研究所需的列" },
    });
  }
  const opening = String.fromCharCode(...bytes.subarray(0, 200));
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|table|meta|\?xml)[\s>]/i.test(opening)) throw webPage(file);
  const format = formats.find(({ magic }) => magic.every((byte, k) => bytes[k] === byte));
  if (format) throw binaryFile(file, 1, format.names, format.next);

  let line = 1;
  let start = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === LF || byte === CR) {
      if (byte === LF || bytes[i + 1] !== LF) line++;
      start = i + 1;
    } else if (byte === 0 && !wide) {
      throw binaryFile(file, line, { en: "a NUL byte", zh: "NUL 字节" }, saveAsCsv);
    } else if (i - start >= longestLine) {
      throw new Fault({
        code: "long-line",
        place: { file, line },
        found: { en: `line ${line} is longer than ${longestLine} bytes`, zh: `第 ${line} 行超过 ${longestLine} 字节` },
        expected: { en: "expected one row of the table a line", zh: "应为每行一条记录" },
        next: {
          en: "check that the file has line ends; save it again as CSV with one row a line",
          zh: "请检查文件是否有换行符；请重新另存为每行一条记录的 CSV",
        },
      });
    }
  }
}

export const emptyFile = (file: string): Fault =>
  new Fault({
    code: "empty-file",
    place: { file, line: 1 },
    found: { en: "the file is empty", zh: "文件为空" },
    expected: { en: "expected a header line and at least one row", zh: "应有一行表头和至少一行数据" },
    next: { en: "check that the right file was chosen and that it was saved", zh: "请检查是否选对文件、文件是否已保存" },
  });

const binaryFile = (file: string, line: number, what: Text, next: Text): Fault =>
  new Fault({
    code: "binary-file",
    place: { file, line },
    found: { en: `the file holds ${what.en}; it is not text`, zh: `文件含有 ${what.zh}，不是文本文件` },
    expected: { en: "expected a table: CSV, TSV, XLSX or Parquet", zh: "应为表格：CSV、TSV、XLSX 或 Parquet" },
    next,
  });

/** Offices publish web pages under the name of a workbook. */
const webPage = (file: string): Fault =>
  new Fault({
    code: "web-page",
    place: { file, line: 1 },
    found: { en: "the file is a web page or XML, whatever its name says", zh: "无论文件名为何，内容是网页或 XML" },
    expected: { en: "expected a table: CSV, TSV, XLSX or Parquet", zh: "应为表格：CSV、TSV、XLSX 或 Parquet" },
    next: { en: "open it in Excel or WPS and save it as .xlsx", zh: "请用 Excel 或 WPS 打开，另存为 .xlsx" },
  });

const saveAsCsv: Text = { en: "open the file in the program that made it and save it as CSV", zh: "请在原软件中打开，另存为 CSV" };
const unpack: Text = { en: "unpack the file first", zh: "请先解压" };

const formats: readonly { magic: readonly number[]; names: Text; next: Text }[] = [
  {
    magic: [0x50, 0x4b, 3, 4],
    names: { en: "an Excel workbook (.xlsx) or a zip archive", zh: "Excel 工作簿（.xlsx）或 zip 压缩包" },
    next: saveAsCsv,
  },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], names: { en: "an old Excel workbook (.xls)", zh: "旧版 Excel 工作簿（.xls）" }, next: saveAsCsv },
  { magic: [0x1f, 0x8b], names: { en: "a gzip archive", zh: " gzip 压缩包" }, next: unpack },
  { magic: [0x50, 0x41, 0x52, 0x31], names: { en: "a Parquet table", zh: " Parquet 表" }, next: saveAsCsv },
  { magic: [0x25, 0x50, 0x44, 0x46], names: { en: "a PDF document", zh: " PDF 文档" }, next: saveAsCsv },
];
