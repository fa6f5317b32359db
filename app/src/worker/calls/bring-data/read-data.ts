import { isFault } from "@gongfu/engine/ground/fault";
import type { RawTable, SheetInfo } from "@gongfu/engine/read";
import { countMissing } from "@gongfu/engine/table";
import { plain } from "../../plain.js";
import type { Session } from "../../session.js";
import { regionsOf } from "./regions-of.js";
import { summariseColumns } from "./summarise-panel.js";
import type { Rows, Source, Understood } from "./types.js";

const firstRows = 8;
const firstLines = 12;
const firstBytes = 8192;

/** Read a source and say what was understood. Refuses what is no table at all; a table that is no panel yet is told with its fault. */
export async function readData(session: Session, source: Source): Promise<Understood> {
  return source.kind === "set" ? readShippedSet(session, source.id) : readFile(session, source);
}

async function readFile(session: Session, { file, bytes, wishes }: Extract<Source, { kind: "file" }>): Promise<Understood> {
  const { detectFormat, listSheets, readPanel, readTable } = await import("@gongfu/engine/read");
  const format = detectFormat(bytes);
  const sheets: readonly SheetInfo[] = format === "xlsx" ? await listSheets(bytes, file) : [];
  const table = await readTable(bytes, { file, sheet: wishes.sheet });
  const common = {
    title: { en: file, zh: file },
    form: table.form,
    delimiter: format === "text" ? table.delimiter : null,
    sheets,
    sheet: sheets.length ? (wishes.sheet ?? sheetOf(table, sheets)) : null,
    rows: rowsOf(table, format === "text" ? bytes : null),
  };
  try {
    const { panel, columns, warnings } = await readPanel(bytes, {
      file,
      ...wishes,
      readShipped: session.host.readShipped,
      onUnmatched: "drop",
    });
    return {
      ...common,
      panel: {
        ...columns,
        periods: panel.periods,
        units: panel.units.length,
        cells: panel.values.length,
        missing: countMissing(panel),
        columns: summariseColumns(panel),
      },
      regions: await regionsOf(session, table, columns.unit, wishes),
      warnings,
      fault: null,
    };
  } catch (error) {
    if (!isFault(error)) throw error;
    const { header } = table;
    const unit = wishes.unit !== undefined && header.includes(wishes.unit) ? wishes.unit : null;
    const regions = unit === null ? null : await regionsOf(session, table, unit, wishes);
    return { ...common, panel: null, regions, warnings: table.warnings, fault: plain(error) };
  }
}

/** The sheet a table was read from: its form names it. */
const sheetOf = ({ form }: RawTable, sheets: readonly SheetInfo[]): string | null =>
  sheets.find(({ name }) => form.en.includes(`"${name}"`))?.name ?? null;

const rowsOf = (table: RawTable, bytes: Uint8Array | null): Rows => ({
  header: table.header,
  headerLine: table.headerLine ?? null,
  count: table.rows.length,
  first: table.rows.slice(0, firstRows).map((cells, k) => ({ line: table.lines[k], cells })),
  raw: bytes && rawLines(bytes, table.form.en),
});

function rawLines(bytes: Uint8Array, encoding: string): string[] {
  const text = new TextDecoder(encoding.toLowerCase()).decode(bytes.subarray(0, firstBytes));
  return text.split(/\r\n?|\n/).slice(0, firstLines);
}

async function readShippedSet(session: Session, id: string): Promise<Understood> {
  const { readSet } = await import("@gongfu/engine/read");
  const { names, coverage, panel, notes } = await readSet(id, session.host.readShipped);
  return {
    title: names,
    form: { en: "", zh: "" },
    delimiter: null,
    sheets: [],
    sheet: null,
    rows: null,
    panel: {
      layout: "set",
      unit: null,
      period: null,
      periods: panel.periods,
      units: panel.units.length,
      cells: panel.values.length,
      missing: countMissing(panel),
      columns: summariseColumns(panel),
      groupings: panel.groupings.map((one) => one.id),
      aside: [],
    },
    regions: null,
    warnings: [{ code: "coverage", text: coverage }, ...notes.map(({ note }) => ({ code: "note", text: note }))],
    fault: null,
  };
}
