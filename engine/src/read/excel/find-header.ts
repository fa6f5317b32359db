import { isUnit } from "../csv/heading-unit.js";
import { readsLikeNote } from "../csv/trim-notes.js";
import { parseCell } from "../numbers/parse-cell.js";
import { parseYearHeading } from "../panel/parse-period.js";
import type { Merge } from "./sheet-cells.js";

/** Rows of a sheet that hold the header, ends included, and the columns that hold the table. */
export interface HeaderPlace {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly number[];
  /** a row of nothing but units right below the header */
  readonly units: boolean;
  /** the first row of figures */
  readonly body: number;
}

const deepest = 4;
const blank = (text: string): boolean => text === "";
/** A number that is neither a year nor missing: what no header holds. */
const isFigure = (text: string): boolean => parseCell(text).kind === "number" && parseYearHeading(text) === undefined;
const filled = (row: readonly string[]): number => row.filter((text) => !blank(text)).length;

/** Find the table of a sheet: below its titles, above its notes. Undefined when no row but titles is there. */
export function findHeader(rows: readonly (readonly string[])[], merges: readonly Merge[]): HeaderPlace | undefined {
  const width = rows[0]?.length ?? 0;
  const wide = rows.filter((row) => filled(row) > 1);
  const counted = wide.length ? wide : rows;
  const columns = Array.from({ length: width }, (_, c) => c).filter((c) => counted.some((row) => !blank(row[c])));
  const joined = (r: number): Merge[] => merges.filter(({ top, bottom, left, right }) => top <= r && r <= bottom && right > left);

  /** Columns of a row that a text stands in, or stands over. */
  const covered = (r: number): number => {
    const row = rows[r];
    const below = rows[r + 1];
    const merged = joined(r);
    let text = false;
    return columns.filter((c) => {
      if (!blank(row[c])) return (text = true);
      if (merged.length) return merged.some(({ left, right, top }) => left <= c && c <= right && !blank(rows[top][left]));
      return text && below !== undefined && !blank(below[c]) && !isFigure(below[c]);
    }).length;
  };
  const isTitle = (r: number): boolean =>
    (columns.length > 1 && filled(rows[r]) < 2) || rows[r].some((text) => readsLikeNote(text)) || filled(rows[r]) === 0;
  const candidates = rows.map((_, r) => r).filter((r) => !isTitle(r));
  const top = candidates.find((r) => covered(r) * 2 > columns.length) ?? candidates[0];
  if (top === undefined) return undefined;

  let bottom = top;
  while (bottom - top < deepest - 1 && bottom + 1 < rows.length) {
    const reach = Math.max(
      ...merges.filter((one) => one.top >= top && one.top <= bottom && one.bottom > bottom).map((one) => one.bottom),
      0,
    );
    if (reach > bottom) bottom = Math.min(reach, top + deepest - 1);
    else if (overNames(rows, bottom, columns, joined(bottom))) bottom++;
    else break;
  }
  const units = unitRow(rows[bottom + 1], columns);
  const body = numbered(rows[bottom + (units ? 2 : 1)], columns) ? 1 : 0;
  return { top, bottom, columns, units, body: bottom + 1 + (units ? 1 : 0) + body };
}

/** Whether a row of the header stands over further names: its cells are joined sideways, or blanks of it have a name or a year below. */
function overNames(rows: readonly (readonly string[])[], r: number, columns: readonly number[], joined: readonly Merge[]): boolean {
  const below = rows[r + 1];
  if (columns.some((c) => isFigure(below[c]))) return false;
  if (joined.some(({ left, top }) => !blank(rows[top][left]))) return true;
  return blank(below[columns[0]]) && columns.some((c) => blank(rows[r][c]) && !blank(below[c]));
}

/** "（亿元） （万人） %" under the names. */
function unitRow(row: readonly string[] | undefined, columns: readonly number[]): boolean {
  const texts = (row ? columns.map((c) => row[c]) : []).filter((text) => !blank(text));
  return texts.length > 0 && texts.every((text) => isUnit(text));
}

/** "甲 1 2 3": the numbering of columns under the header of a statistical form. */
function numbered(row: readonly string[] | undefined, columns: readonly number[]): boolean {
  if (!row || !/^[甲A]$/.test(row[columns[0]])) return false;
  const rest = columns.slice(1).map((c) => row[c]);
  return rest.length > 0 && rest.every((text) => /^([乙丙丁戊B-E]|\d{1,3})$/.test(text));
}
