import { quote, type Text } from "../../ground/words/index.js";
import { lineList } from "../line-list.js";
import type { ReadWarning } from "../warning.js";
import { unitAbove } from "./heading-unit.js";
import type { ParsedRows } from "./parse-text.js";

const footer =
  /^[\s\u3000（(【[]*(?:(?:附?注|註|备注|说明|(?:数据|资料)?来源)\s*\d*\s*[）)】\]]?\s*[:：．.、]|(?:data\s+)?(?:notes?|sources?)\s*[:：]|(?:last updated|data from database)\s*[:：])/i;
const preamble = /^[\s\u3000]*(?:数据库|指标|时间|地区|单位|计量单位|表名|标题|database|indicator|unit|time|table)\s*[:：]/i;

/** Whether a text reads like what stands above or below a table: a note, a source, a unit, a query. */
export const readsLikeNote = (cell: string): boolean => footer.test(cell) || preamble.test(cell);

const blankCell = (cell: string): boolean => cell.trim() === "";
const isBlank = (row: readonly string[]): boolean => row.every(blankCell);
const isOneCell = (row: readonly string[]): boolean => row.length > 0 && !blankCell(row[0]) && row.slice(1).every(blankCell);

/**
 * The rows that carry data: blank rows, a yearbook export's lines above the header and its notes below the table are left out, each with a warning.
 * The header is the first row that is no such line, unless its position is given.
 */
export function trimNotes({ rows, lines }: ParsedRows, header?: number): ParsedRows & { unit?: string; warnings: ReadWarning[] } {
  let end = rows.length;
  while (end > 0 && isBlank(rows[end - 1])) end--;
  let start = header ?? 0;
  while (header === undefined && start < end && (isBlank(rows[start]) || (isOneCell(rows[start]) && preamble.test(rows[start][0]))))
    start++;
  const kept: number[] = [];
  const blank: number[] = [];
  const tableEnd = notesStart(rows, start, end);
  for (let k = start; k < tableEnd; k++) (isBlank(rows[k]) ? blank : kept).push(k);

  const warnings: ReadWarning[] = [];
  const drop = (code: string, from: number, to: number, what: Text): void => {
    const dropped = Array.from({ length: to - from }, (_, k) => from + k).filter((k) => !isBlank(rows[k]));
    if (!dropped.length) return;
    const where = lineList(dropped.map((k) => lines[k]));
    const text = quote(rows[dropped[0]].filter((cell) => !blankCell(cell)).join(" "));
    warnings.push({
      code,
      text: { en: `${where.en} (${text}): ${what.en}, not read as data`, zh: `${where.zh}（${text}）为${what.zh}，未作数据读入` },
    });
  };
  drop("preamble-dropped", 0, start, { en: "above the header", zh: "表头上方的说明" });
  drop("footer-dropped", tableEnd, end, { en: "notes below the table", zh: "表下注释" });
  if (blank.length) {
    const where = lineList(blank.map((k) => lines[k]));
    warnings.push({ code: "blank-rows", text: { en: `${where.en}: blank, left out`, zh: `${where.zh}为空行，已略去` } });
  }
  const unit = unitAbove(rows.slice(0, start).flat());
  return { rows: kept.map((k) => rows[k]), lines: kept.map((k) => lines[k]), unit, warnings };
}

/** Where the trailing notes begin: the first row that reads like a note and is followed by nothing but rows that do not fill the table. */
function notesStart(rows: readonly string[][], start: number, end: number): number {
  const header = rows.slice(start, end).find((row) => !isBlank(row));
  const fields = header?.length ?? 0;
  const loose = (row: readonly string[]): boolean =>
    fields > 1 ? row.length !== fields || isOneCell(row) || isBlank(row) : footer.test(row[0] ?? "") || isBlank(row);
  let first = end;
  while (first > start + 1 && loose(rows[first - 1])) first--;
  for (let k = first; k < end; k++) if (footer.test(rows[k][0] ?? "")) return k;
  return end;
}
