import { Fault, throwAll } from "../../ground/fault/index.js";
import { quote } from "../../ground/words/index.js";
import { lineList } from "../line-list.js";
import type { ReadWarning } from "../warning.js";
import { decodeBytes, type Encoding, markedEncoding } from "./decode-bytes.js";
import { detectDelimiter } from "./detect-delimiter.js";
import { emptyFile, guardBytes } from "./guard-bytes.js";
import { parseText } from "./parse-text.js";
import { trimNotes } from "./trim-notes.js";

export interface ReadRowsOptions {
  /** the file's name, for faults */
  readonly file: string;
  /** detected among comma, tab, semicolon and bar when absent */
  readonly delimiter?: string;
  /** detected when absent */
  readonly encoding?: Encoding;
}

/** A text table as it stands in the file: every row has as many fields as the header. */
export interface RawTable {
  readonly file: string;
  /** trimmed, unique, none empty */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** line (from 1) on which each row starts */
  readonly lines: readonly number[];
  readonly headerLine: number;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly warnings: readonly ReadWarning[];
}

/** Read the rows of a CSV or TSV file. Throws a Fault (file, line, field) for whatever is not a rectangular text table with a header. */
export function readRows(bytes: Uint8Array, { file, delimiter, encoding }: ReadRowsOptions): RawTable {
  const expectedEncoding = encoding ?? markedEncoding(bytes);
  guardBytes(bytes, file, expectedEncoding?.startsWith("utf-16") ?? false);
  const decoded = decodeBytes(bytes, file, encoding);
  const text = decoded.text.includes("\r") ? decoded.text.replace(/\r\n?/g, "\n") : decoded.text;
  if (text.trim() === "") throw emptyFile(file);
  const separator = delimiter ?? detectDelimiter(text);
  const { rows, lines, warnings } = trimNotes(parseText(text, file, separator));
  if (!rows.length) throw emptyFile(file);

  const width = usedWidth(rows);
  const body = rows.slice(1).map((row) => (row.length > width && row.slice(width).every(isEmpty) ? row.slice(0, width) : row));
  const header = rows[0].slice(0, width).map((name) => name.trim());
  checkHeader(header, file, lines[0]);
  if (!body.length) throw noRows(file, lines[0]);
  checkRagged(body, lines, width, file);
  return {
    file,
    header,
    rows: body,
    lines: lines.slice(1),
    headerLine: lines[0],
    encoding: decoded.encoding,
    delimiter: separator,
    warnings,
  };
}

const isEmpty = (cell: string): boolean => cell.trim() === "";

/** Fields of the header, without the wholly empty columns that spreadsheets leave at the right edge. */
function usedWidth(rows: readonly string[][]): number {
  let width = rows[0].length;
  while (width > 1 && rows.every((row) => width > row.length || isEmpty(row[width - 1]))) width--;
  return width;
}

function checkHeader(header: readonly string[], file: string, line: number): void {
  const first = new Map<string, number>();
  const faults: Fault[] = [];
  header.forEach((name, k) => {
    const place = { file, line, column: k + 1 };
    const before = first.get(name);
    if (name === "") {
      faults.push(
        new Fault({
          code: "empty-header",
          place,
          found: { en: `column ${k + 1} has no name`, zh: `第 ${k + 1} 列没有列名` },
          expected: { en: "expected a name in every cell of the header", zh: "表头每一格都应有列名" },
          next: { en: "name the column, or delete it", zh: "请为该列命名，或删去该列" },
        }),
      );
    } else if (before !== undefined) {
      faults.push(
        new Fault({
          code: "duplicate-header",
          place,
          found: {
            en: `columns ${before} and ${k + 1} are both named ${quote(name)}`,
            zh: `第 ${before} 列与第 ${k + 1} 列同名：${quote(name)}`,
          },
          expected: { en: "expected each column name once", zh: "每个列名只应出现一次" },
          next: { en: "rename or delete one of them", zh: "请改名或删去其一" },
        }),
      );
    } else first.set(name, k + 1);
  });
  throwAll(faults);
}

const noRows = (file: string, line: number): Fault =>
  new Fault({
    code: "no-rows",
    place: { file, line },
    found: { en: "the file has a header and no rows", zh: "文件只有表头，没有数据行" },
    expected: { en: "expected at least one row below the header", zh: "表头之下应至少有一行数据" },
    next: { en: "add the rows, or choose another file", zh: "请补上数据行，或选择其他文件" },
  });

function checkRagged(body: readonly string[][], lines: readonly number[], width: number, file: string): void {
  const ragged = body.flatMap((row, k) => (row.length === width ? [] : [k]));
  if (!ragged.length) return;
  const [first] = ragged;
  const line = lines[first + 1];
  const count = body[first].length;
  const others = ragged.slice(1).map((k) => lines[k + 1]);
  const also = lineList(others, 5);
  throw new Fault({
    code: "ragged-row",
    place: { file, line, column: Math.min(count, width) },
    found: {
      en: `line ${line} has ${count} fields${others.length ? `; so do not fit: ${also.en}` : ""}`,
      zh: `第 ${line} 行有 ${count} 个字段${others.length ? `；同样不符的还有${also.zh}` : ""}`,
    },
    expected: { en: `expected ${width} fields, as in the header`, zh: `应与表头一样有 ${width} 个字段` },
    next:
      count > width
        ? {
            en: "put quotes around a field that holds the separator, or delete the extra fields",
            zh: "若字段内含分隔符，请用引号括起；或删去多余字段",
          }
        : { en: "add the missing fields; an empty field is a missing value", zh: "请补齐字段；空字段表示缺失" },
  });
}
