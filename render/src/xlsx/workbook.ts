import type { ResultTable } from "@gongfu/engine/method";
import { zipSync } from "fflate";
import { sheetNames } from "./sheet-names.js";
import { escaped, type SheetContent, sheetXml, spreadsheet, stylesXml } from "./sheet-xml.js";

export interface WorkbookTable {
  /** wished name of the sheet, such as `index.scores`; cut and made unique where Excel needs it */
  readonly name: string;
  readonly table: ResultTable;
  /** file that holds the same table, such as `tables/index.scores.csv` */
  readonly source?: string;
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const package_ = "http://schemas.openxmlformats.org/package/2006";
const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * An Excel workbook: one sheet a table with its column ids over raw numbers, and last a codebook that says what every column is.
 * The same tables give the same bytes, on every machine: the archive bears one fixed date.
 */
export function workbook(tables: readonly WorkbookTable[]): Uint8Array<ArrayBuffer> {
  const names = sheetNames([...tables.map(({ name }) => name), "codebook"]);
  const sheets = [
    ...tables.map(
      ({ table }, k): SheetContent => ({
        name: names[k],
        header: table.columns.map(({ id }) => id),
        columns: table.columns.map(({ values }) => values),
      }),
    ),
    codebook(tables, names),
  ];
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/>${sheets.map((_, k) => `<Override PartName="/xl/worksheets/sheet${k + 1}.xml" ContentType="${content}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, k) => `<sheet name="${escaped(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${package_}/relationships">${sheets.map((_, k) => `<Relationship Id="rId${k + 1}" Type="${office}/worksheet" Target="worksheets/sheet${k + 1}.xml"/>`).join("")}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": stylesXml,
  };
  sheets.forEach((sheet, k) => {
    parts[`xl/worksheets/sheet${k + 1}.xml`] = sheetXml(sheet);
  });
  const encoder = new TextEncoder();
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const files = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, encoder.encode(xml + text)]));
  return zipSync(files, { level: 6, mtime: "2000-01-01T12:00:00" });
}

function codebook(tables: readonly WorkbookTable[], names: readonly string[]): SheetContent {
  const rows = tables.flatMap(({ table, source }, k) =>
    table.columns.map((column) => [
      names[k],
      table.id,
      table.names.en,
      table.names.zh,
      column.id,
      column.names.en,
      column.names.zh,
      column.unit?.en ?? null,
      column.unit?.zh ?? null,
      source ?? null,
    ]),
  );
  const header = ["sheet", "table", "table_en", "table_zh", "column", "name_en", "name_zh", "unit_en", "unit_zh", "file"];
  return { name: names[names.length - 1], header, columns: header.map((_, c) => rows.map((row) => row[c])) };
}
