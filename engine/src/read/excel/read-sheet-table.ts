import { throwAll } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import { unwrapped } from "../csv/heading-unit.js";
import { trimNotes } from "../csv/trim-notes.js";
import { scanColumn } from "../numbers/scan-column.js";
import { headerFaults, noRows, type RawTable } from "../raw-table.js";
import type { ReadWarning } from "../warning.js";
import { findHeader, type HeaderPlace } from "./find-header.js";
import { columnLetters, type Merge } from "./sheet-cells.js";
import type { SheetTexts } from "./sheet-texts.js";

export interface SheetTable {
  /** the table of the sheet; throws a Fault for a header that names nothing, or a table without rows */
  readonly table: (file: string, sheet: string) => RawTable;
  readonly rows: number;
  readonly columns: number;
  /** whether any column holds numbers */
  readonly numbers: boolean;
}

/** The table of a sheet, cut out of what stands around it; undefined when there is none. */
export function readSheetTable({ rows, merges, warnings }: SheetTexts): SheetTable | undefined {
  const place = findHeader(rows, merges);
  if (!place) return undefined;
  const names = joinNames(rows, merges, place);
  const [corner] = names;
  const supplied = corner === "" && names.length > 1 && names.slice(1).every((name) => name !== "");
  const header = supplied ? ["unit", ...names.slice(1)] : names;
  const above = Array.from({ length: place.top }, (_, r) => r);
  const below = Array.from({ length: rows.length - place.body }, (_, k) => place.body + k);
  const parsed = {
    rows: [
      ...above.map((r) => rows[r].filter((text) => text !== "")),
      header,
      ...below.map((r) => noteFirst(rows[r], place.columns) ?? place.columns.map((c) => rows[r][c])),
    ],
    lines: [...above, place.top, ...below].map((r) => r + 1),
  };
  const { rows: kept, lines, unit, warnings: trimmed } = trimNotes(parsed, place.top);
  const body = kept.slice(1);
  const columns = place.columns.map((c) => c + 1);
  return {
    rows: body.length,
    columns: columns.length,
    numbers: header.some((_, k) => scanColumn(body.map((row) => row[k])).numbers > 0),
    table(file, sheet) {
      throwAll(headerFaults(header, (k) => ({ file, line: place.bottom + 1, column: columns[k] })));
      if (!body.length) throw noRows(file, place.bottom + 1);
      return {
        file,
        header,
        rows: body,
        lines: lines.slice(1),
        headerLine: place.bottom + 1,
        form: { en: `XLSX, sheet ${quote(sheet)}`, zh: `XLSX，工作表 ${quote(sheet)}` },
        sheet,
        delimiter: ",",
        columns,
        unit,
        warnings: [...joinedWarning(header, place), ...(supplied ? [suppliedWarning(columns[0])] : []), ...warnings, ...trimmed],
      };
    },
  };
}

/** One name a column, from the rows of the header: a cell joined sideways names every column it stands over. */
function joinNames(rows: readonly (readonly string[])[], merges: readonly Merge[], { top, bottom, columns, units }: HeaderPlace): string[] {
  const inHeader = merges.filter((one) => one.top <= bottom && one.bottom >= top && one.right > one.left);
  const named = (r: number, k: number): string => {
    const own = rows[r][columns[k]];
    if (own !== "") return own;
    const owner = inHeader.find(({ top: t, bottom: b, left, right }) => t <= r && r <= b && left <= columns[k] && columns[k] <= right);
    if (owner) return rows[owner.top][owner.left];
    const standsOver = r < bottom && rows[r + 1][columns[k]] !== "" && k > 0 && rows[r].slice(0, columns[k]).some((text) => text !== "");
    return inHeader.length === 0 && standsOver ? named(r, k - 1) : "";
  };
  return columns.map((c, k) => {
    const parts: string[] = [];
    for (let r = top; r <= bottom; r++) {
      const part = tidy(named(r, k));
      if (part !== "" && part !== parts.at(-1)) parts.push(part);
    }
    const unit = units ? unwrapped(rows[bottom + 1][c]) : "";
    return parts.join("/") + (unit ? `（${unit}）` : "");
  });
}

/** Yearbooks set short names apart: "地  区" is 地区. */
const tidy = (name: string): string => name.replace(/(?<=\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu, "").trim();

/** A row with one text outside the first column, as a note may be: the text moves to the front. */
function noteFirst(row: readonly string[], columns: readonly number[]): string[] | undefined {
  const texts = row.filter((text) => text !== "");
  return texts.length === 1 && row[columns[0]] === "" && scanColumn(texts).numbers === 0
    ? [texts[0], ...columns.slice(1).map(() => "")]
    : undefined;
}

function joinedWarning(header: readonly string[], { top, bottom }: HeaderPlace): ReadWarning[] {
  if (top === bottom) return [];
  const names = listed(header.filter((name) => name.includes("/")).map((name) => quote(name)));
  if (names.en === "") return [];
  return [
    {
      code: "header-joined",
      text: {
        en: `rows ${top + 1}–${bottom + 1} are read as one header: ${names.en}`,
        zh: `第 ${top + 1}–${bottom + 1} 行合为一行表头：${names.zh}`,
      },
    },
  ];
}

const suppliedWarning = (column: number): ReadWarning => ({
  code: "heading-supplied",
  text: {
    en: `column ${columnLetters(column - 1)} has no heading and is called "unit"`,
    zh: `${columnLetters(column - 1)} 列没有列名，称为“unit”`,
  },
});
