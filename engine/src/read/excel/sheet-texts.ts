import { listed, quote } from "../../ground/words/index.js";
import { areYears, dateText, yearOf } from "../dates.js";
import { parseYearHeading } from "../panel/parse-period.js";
import type { ReadWarning } from "../warning.js";
import { columnLetters, type Merge, type SheetCell, type SheetCells } from "./sheet-cells.js";

export interface SheetTexts {
  /** every row as wide as the sheet */
  readonly rows: readonly string[][];
  readonly merges: readonly Merge[];
  readonly warnings: readonly ReadWarning[];
}

/** The cells of a sheet as texts. A date that stands for a year becomes the year; what is written once for joined cells of a column is written in each. */
export function sheetTexts({ rows, merges, errors }: SheetCells): SheetTexts {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const yearColumns = Array.from({ length: width }, (_, c) => areYears(rows.map((row) => row[c]).filter((cell) => cell instanceof Date)));
  let years = 0;
  let booleans = 0;
  const texts = rows.map((row) => {
    const dates = row.filter((cell) => cell instanceof Date);
    const yearRow = dates.length > 1 && areYears(dates);
    return Array.from({ length: width }, (_, c) => {
      const cell = row[c];
      if (typeof cell === "boolean") booleans++;
      if (!(cell instanceof Date)) return textOf(cell);
      if (!yearRow && !yearColumns[c]) return dateText(cell);
      years++;
      return yearOf(cell);
    });
  });
  const numbers = fillDown(texts, merges);
  const warnings: ReadWarning[] = [];
  const warn = (code: string, en: string, zh: string): number => warnings.push({ code, text: { en, zh } });
  if (years) {
    warn("dates-as-years", `${years} dates on one day of the year read as their years`, `${years} 个日期均为每年同一天，按年份读入`);
  }
  if (booleans) warn("booleans", `${booleans} cells TRUE or FALSE read as 1 or 0`, `${booleans} 个逻辑值 TRUE、FALSE 按 1、0 读入`);
  if (errors.length) {
    const cells = listed(errors.map(({ address, shows }) => `${address} ${quote(shows)}`));
    warn("error-cells", `cells whose formula failed are read as missing: ${cells.en}`, `公式出错的单元格按缺失读入：${cells.zh}`);
  }
  if (numbers.length) {
    const cells = listed(numbers);
    warn(
      "merged-numbers",
      `a number written once for merged cells is read in the first only: ${cells.en}`,
      `合并单元格中的数值只读入首格：${cells.zh}`,
    );
  }
  return { rows: texts, merges, warnings };
}

function textOf(cell: Exclude<SheetCell, Date> | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "1" : "0";
  if (typeof cell === "number") return String(cell);
  const text = cell.trim();
  return text.includes("\n") || text.includes("\r") ? text.replace(/\s*[\r\n]+\s*/g, /\p{Script=Han}/u.test(text) ? "" : " ") : text;
}

/** Names and years of cells joined downwards, written in each of them; returns the ranges of numbers, which are left alone. */
function fillDown(texts: string[][], merges: readonly Merge[]): string[] {
  const numbers: string[] = [];
  for (const { top, left, bottom, right } of merges) {
    const text = texts[top]?.[left] ?? "";
    if (text === "" || bottom === top || right !== left) continue;
    if (/^[-+\d.,]+$/.test(text) && parseYearHeading(text) === undefined && !/^\d{6}$/.test(text)) {
      numbers.push(`${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`);
      continue;
    }
    for (let r = top + 1; r <= bottom && r < texts.length; r++) texts[r][left] = text;
  }
  return numbers;
}
