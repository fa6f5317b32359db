import Papa from "papaparse";
import { Fault } from "../../ground/fault/index.js";

export interface ParsedRows {
  readonly rows: string[][];
  /** line (from 1) on which each row starts */
  readonly lines: number[];
}

/** Split text with "\n" line ends into rows and fields (RFC 4180); a quote without its partner is a fault at its line. */
export function parseText(text: string, file: string, delimiter: string): ParsedRows {
  const { data: rows, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\n", header: false, skipEmptyLines: false });
  const error = errors.find(({ type }) => type === "Quotes");
  if (error) throw quoteFault(text, file, error.index ?? 0, error.code === "MissingQuotes");
  const lines = new Array<number>(rows.length);
  const quoted = text.includes('"');
  let line = 1;
  rows.forEach((row, k) => {
    lines[k] = line++;
    if (quoted) for (const field of row) line += countLineEnds(field);
  });
  return { rows, lines };
}

function countLineEnds(field: string): number {
  let count = 0;
  for (let at = field.indexOf("\n"); at >= 0; at = field.indexOf("\n", at + 1)) count++;
  return count;
}

function quoteFault(text: string, file: string, index: number, unterminated: boolean): Fault {
  const before = text.slice(0, index);
  const line = countLineEnds(before) + 1;
  const column = index - before.lastIndexOf("\n") - 1;
  return new Fault({
    code: unterminated ? "unterminated-quote" : "stray-quote",
    place: { file, line, column },
    found: unterminated
      ? { en: `a quote opens on line ${line} and never closes`, zh: `第 ${line} 行的引号没有闭合` }
      : { en: `a quoted field on line ${line} goes on after its closing quote`, zh: `第 ${line} 行的引号字段在闭合引号之后仍有内容` },
    expected: {
      en: 'expected quotes in pairs around the whole field; a quote inside it is doubled ("")',
      zh: '引号应成对包住整个字段；字段内的引号写两次（""）',
    },
    next: { en: "close the quote, or double it", zh: "请补上闭合引号，或将该引号写两次" },
  });
}
