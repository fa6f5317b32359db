import { zipSync } from "fflate";

export type BookCell = string | number | boolean | Date | null | { readonly error: string };

export interface BookSheet {
  readonly name: string;
  readonly rows: readonly (readonly BookCell[])[];
  /** ranges such as "A1:C1" */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\r", "&#13;");
/** Days since 1899-12-30, as spreadsheets count. */
const serial = (date: Date): number => date.getTime() / 86_400_000 + 25_569;

function cellXml(cell: BookCell, address: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) return `<c r="${address}" s="1"><v>${serial(cell)}</v></c>`;
  return `<c r="${address}" t="e"><f>1/0</f><v>${cell.error}</v></c>`;
}

function sheetXml({ rows, merges = [] }: BookSheet): string {
  const data = rows
    .map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`)).join("")}</row>`)
    .join("");
  const joined = merges.length
    ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
    : "";
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData>${joined}</worksheet>`;
}

/** The bytes of an .xlsx workbook, written plainly so that tests can join cells, hide sheets and let formulas fail. */
export function workbookOf(...sheets: readonly BookSheet[]): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const list = sheets
    .map(
      ({ name, hidden }, k) => `<sheet name="${escaped(name)}" sheetId="${k + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${k + 1}"/>`,
    )
    .join("");
  const relations = sheets
    .map((_, k) => `<Relationship Id="rId${k + 1}" Type="${office}/worksheet" Target="worksheets/sheet${k + 1}.xml"/>`)
    .join("");
  const styles = `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><sheets>${list}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": styles,
    ...Object.fromEntries(sheets.map((sheet, k) => [`xl/worksheets/sheet${k + 1}.xml`, sheetXml(sheet)])),
  };
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])));
}
