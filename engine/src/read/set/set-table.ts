import { Fault, nearest, type Place } from "../../ground/fault/index.js";
import { listed, quote, type Text } from "../../ground/words/index.js";
import { readRows } from "../csv/index.js";

/** A table of a shipped set: comma-separated, its header known beforehand. */
export interface SetTable {
  readonly rows: readonly (readonly string[])[];
  /** where a cell stands */
  readonly place: (row: number, column: number) => Place;
}

/** Read a set's table; a Fault unless its header is the one expected. */
export function readTable(bytes: Uint8Array, file: string, header: readonly string[]): SetTable {
  const table = readRows(bytes, { file, delimiter: ",", encoding: "utf-8" });
  if (table.header.join() !== header.join()) {
    throw setFault({ file, line: table.headerLine }, table.header.join(), {
      en: `the header ${header.join()}`,
      zh: `表头 ${header.join()}`,
    });
  }
  return { rows: table.rows, place: (row, column) => ({ file, line: table.lines[row], column: column + 1 }) };
}

/** Position among the known words; a Fault with the nearest of them. */
export function known(word: string, words: readonly string[], place: Place): number {
  const k = words.indexOf(word);
  if (k >= 0) return k;
  const all = listed(words, 8);
  throw setFault(place, word, { en: `one of: ${all.en}`, zh: `以下之一：${all.zh}` }, nearest(word, words));
}

/** Something in a set's own files does not fit together. */
export const setFault = (place: Place, found: string, expected: Text, near?: string): Fault =>
  new Fault({
    code: "set-file",
    place,
    found: { en: `found ${quote(found)}`, zh: `此处为 ${quote(found)}` },
    expected: { en: `expected ${expected.en}`, zh: `应为${expected.zh}` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "mend the file of the data set", zh: "请更正数据集的这个文件" },
  });
