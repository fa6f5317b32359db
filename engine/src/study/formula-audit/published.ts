import { Fault } from "../../ground/fault/index.js";
import { quote } from "../../ground/words/index.js";
import { foldWidth } from "../../read/numbers/fold-width.js";
import { parseCell } from "../../read/numbers/index.js";
import type { Interval } from "./interval.js";

/** A number as it is printed: all the values that round to it. */
export interface Published {
  readonly text: string;
  readonly value: number;
  /** one unit of the last printed digit */
  readonly unit: number;
  readonly range: Interval;
}

/** Decimals counted in the text (trailing zeros count), or the same for every number. */
export type Digits = "auto" | number;

const decimalsOf = (text: string): number => {
  const [, fraction = "", exponent = "0"] = /^[^.eE]*(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
  return fraction.length - Number(exponent);
};

/** Numbers of one column; null where nothing is printed. A percentage is read as its hundredth. A Fault names the row that is no number. */
export function publishedColumn(texts: readonly string[], name: string, digits: Digits = "auto"): (Published | null)[] {
  return texts.map((text, row) => {
    const cell = parseCell(text);
    if (cell.kind === "missing") return null;
    if (cell.kind === "text") throw notNumber(text, name, row);
    const plain = foldWidth(text).trim();
    const percent = plain.endsWith("%");
    const decimals = digits === "auto" ? decimalsOf(plain.replace("%", "").trim()) : digits;
    const unit = Number(`1e${-(decimals + (percent ? 2 : 0))}`);
    const value = percent ? cell.value / 100 : cell.value;
    return { text: plain, value, unit, range: [value - unit / 2, value + unit / 2] };
  });
}

/** Fewest and most decimals of the numbers of a column; null when it holds none. A percentage counts those it shows. */
export function printedDecimals(texts: readonly string[]): readonly [number, number] | null {
  const found = texts.flatMap((text) => (parseCell(text).kind === "number" ? [decimalsOf(foldWidth(text).replace("%", "").trim())] : []));
  return found.length ? [Math.min(...found), Math.max(...found)] : null;
}

const notNumber = (text: string, name: string, row: number): Fault =>
  new Fault({
    code: "not-a-number",
    place: { path: `${name}, row ${row + 1}` },
    found: { en: `the cell holds ${quote(text)}`, zh: `单元格内容为 ${quote(text)}` },
    expected: { en: "expected a number as it is printed", zh: "应为按原样录入的数字" },
    next: { en: "type the number with all its printed decimals", zh: "请连同末尾的零一并录入" },
  });
