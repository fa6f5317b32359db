import { Fault } from "@gongfu/engine/ground/fault";
import { quote } from "@gongfu/engine/ground/words";
import type { Cell } from "@gongfu/engine/method";

/** Positions of the cell styles in `stylesXml`. */
const style = { plain: 0, bold: 1, text: 2 } as const;
const mostRows = 1_048_576;
const mostColumns = 16_384;
const longestText = 32_767;

export const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Plain cells, bold ones, and texts that begin like a formula, which stay texts even when they are edited. */
export const stylesXml = `<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`;

export interface SheetContent {
  readonly name: string;
  readonly header: readonly string[];
  /** by column */
  readonly columns: readonly (readonly Cell[])[];
}

/** One sheet: a bold header that stays in sight, then raw numbers and texts; a missing cell is empty. */
export function sheetXml({ name, header, columns }: SheetContent): string {
  const rows = columns[0]?.length ?? 0;
  if (rows + 1 > mostRows || columns.length > mostColumns) throw tooLarge(name, rows, columns.length);
  const widths = columns.map((cells, c) => widthOf([header[c], ...cells.slice(0, 200)]));
  const lines = [header.map((text, c) => cellXml(text, c, 1, style.bold)).join("")];
  for (let r = 0; r < rows; r++) lines.push(columns.map((cells, c) => cellXml(cells[r], c, r + 2, style.plain)).join(""));
  const cols = widths.map((width, c) => `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"/>`).join("");
  return `<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${cols ? `<cols>${cols}</cols>` : ""}<sheetData>${lines.map((cells, r) => `<row r="${r + 1}">${cells}</row>`).join("")}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, column: number, row: number, plain: number): string {
  if (cell === null || cell === "") return "";
  const address = `r="${columnLetters(column)}${row}"`;
  if (typeof cell === "number") return `<c ${address}><v>${cell === 0 ? 0 : cell}</v></c>`;
  if (cell.length > longestText) throw tooLong(cell, row);
  const kind = plain === style.plain && /^[=+\-@\t\r]/.test(cell) ? style.text : plain;
  return `<c ${address} t="inlineStr"${kind ? ` s="${kind}"` : ""}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** A → 0 backwards: 0 → A, 26 → AA. */
const columnLetters = (column: number): string =>
  (column < 26 ? "" : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text inside XML. What XML cannot hold is written _xHHHH_, as workbooks write it, and what looks like that is told apart. */
export const escaped = (text: string): string =>
  text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (char) => (char === "\t" || char === "\n" ? char : hex(char)))
    .replace(/[&<>"]/g, (char) => entities[char]);

const hex = (char: string): string => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** Width in characters: a Chinese one counts twice; from 8 to 48. */
function widthOf(cells: readonly Cell[]): number {
  const wide = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
  const shown = (cell: Cell): number => (cell === null ? 0 : typeof cell === "number" ? Math.min(wide(String(cell)), 12) : wide(cell));
  return Math.min(48, Math.max(8, ...cells.map(shown)) + 2);
}

const tooLarge = (name: string, rows: number, columns: number): Fault =>
  new Fault({
    code: "sheet-too-large",
    place: { path: name },
    found: { en: `${rows} rows × ${columns} columns`, zh: `${rows} 行 × ${columns} 列` },
    expected: { en: "expected at most 1,048,575 rows and 16,384 columns in a sheet", zh: "工作表至多 1048575 行、16384 列" },
    next: { en: "take the table as CSV", zh: "请改用 CSV 格式的表" },
  });

const tooLong = (text: string, row: number): Fault =>
  new Fault({
    code: "text-too-long",
    place: { line: row },
    found: { en: `a text of ${text.length} characters: ${quote(text)}`, zh: `有 ${text.length} 个字符的文本：${quote(text)}` },
    expected: { en: "expected at most 32,767 characters in a cell", zh: "单元格至多 32767 个字符" },
    next: { en: "take the table as CSV", zh: "请改用 CSV 格式的表" },
  });
