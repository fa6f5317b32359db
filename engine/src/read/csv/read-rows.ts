import { Fault, throwAll } from "../../ground/fault/index.js";
import { same } from "../../ground/words/index.js";
import { lineList } from "../line-list.js";
import { headerFaults, noRows, type RawTable } from "../raw-table.js";
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

/** A text table, and the encoding it was read by. */
export interface TextTable extends RawTable {
  readonly encoding: Encoding;
}

/** Read the rows of a CSV or TSV file. Throws a Fault (file, line, field) for whatever is not a rectangular text table with a header. */
export function readRows(bytes: Uint8Array, { file, delimiter, encoding }: ReadRowsOptions): TextTable {
  const expectedEncoding = encoding ?? markedEncoding(bytes);
  guardBytes(bytes, file, expectedEncoding?.startsWith("utf-16") ?? false);
  const decoded = decodeBytes(bytes, file, encoding);
  const text = decoded.text.includes("\r") ? decoded.text.replace(/\r\n?/g, "\n") : decoded.text;
  if (text.trim() === "") throw emptyFile(file);
  const separator = delimiter ?? detectDelimiter(text);
  const { rows, lines, unit, warnings } = trimNotes(parseText(text, file, separator));
  if (!rows.length) throw emptyFile(file);

  const width = usedWidth(rows);
  const body = rows.slice(1).map((row) => (row.length > width && row.slice(width).every(isEmpty) ? row.slice(0, width) : row));
  const header = rows[0].slice(0, width).map((name) => name.trim());
  throwAll(headerFaults(header, (column) => ({ file, line: lines[0], column: column + 1 })));
  if (!body.length) throw noRows(file, lines[0]);
  checkRagged(body, lines, width, file);
  return {
    file,
    header,
    rows: body,
    lines: lines.slice(1),
    headerLine: lines[0],
    encoding: decoded.encoding,
    form: same(decoded.encoding.toUpperCase()),
    delimiter: separator,
    unit,
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
