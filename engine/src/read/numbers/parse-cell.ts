import { foldWidth } from "./fold-width.js";

/** How a cell differs from a plain number, or why it is not read as one. */
export type CellNote = "percent" | "thousands" | "full-width" | "padded" | "mark" | "decimal-comma" | "parentheses" | "too-large";

export interface CellNumber {
  /** NaN when missing or text */
  readonly value: number;
  readonly kind: "number" | "missing" | "text";
  readonly note?: CellNote;
}

const plain = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const signed = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const space = "[ \\u00A0\\u2009\\u202F]";
const grouped = new RegExp(`^[-+]?\\d{1,3}(?:(?:,\\d{3})+|(?:${space}\\d{3})+)(?:\\.\\d+)?$`);
const separators = new RegExp(`,|${space}`, "g");
/** "1.234,5", "1.234.567", "0,5": somewhere a decimal comma, elsewhere an error */
const decimalComma = /^[-+]?(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d+)$/;
const marks = new Set(["", "—", "–", "-", "−", "―", "——", "--", "…", "……", "...", "..", ".", "na", "n/a", "#n/a", "n.a.", "nan", "null"]);
const missing: CellNumber = { value: Number.NaN, kind: "missing" };
const text: CellNumber = { value: Number.NaN, kind: "text" };

/** Read one cell of a table as statistics offices print numbers. Nothing is guessed: what is neither number nor missing stays text. */
export function parseCell(cell: string): CellNumber {
  if (plain.test(cell)) return finite(cell);
  const folded = foldWidth(cell);
  const word = folded.trim().replace(/^\u2212/, "-");
  if (marks.has(word.toLowerCase())) return word === "" ? missing : { ...missing, note: "mark" };

  const percent = word.endsWith("%");
  const digits = percent ? word.slice(0, -1).trimEnd() : word;
  if (signed.test(digits))
    return finite(digits, percent ? "percent" : folded !== cell ? "full-width" : digits !== cell ? "padded" : undefined);
  if (grouped.test(digits))
    return finite(digits.replace(separators, ""), percent ? "percent" : folded !== cell ? "full-width" : "thousands");
  if (decimalComma.test(digits)) return { ...text, note: "decimal-comma" };
  if (/^\(.*\)$/.test(digits) && parseCell(digits.slice(1, -1)).kind === "number") return { ...text, note: "parentheses" };
  return text;
}

function finite(digits: string, note?: CellNote): CellNumber {
  const value = Number(digits) + 0;
  return Number.isFinite(value) ? { value, kind: "number", note } : { ...text, note: "too-large" };
}
