import { listed, quote, same, type Text } from "../../ground/words/index.js";
import { type Grouping, type Panel, panel } from "../../table/index.js";
import { splitHeading } from "../csv/heading-unit.js";
import type { Encoding } from "../csv/index.js";
import { meansNumbers, scanColumn } from "../numbers/scan-column.js";
import { namedColumn, type RawTable } from "../raw-table.js";
import { type Divisions, loadDivisions, type RegionKind } from "../regions/index.js";
import { regionKindText } from "../regions/unit-faults.js";
import { readTable } from "../table/index.js";
import type { ReadWarning } from "../warning.js";
import { fillCells } from "./fill-cells.js";
import { type Columns, findColumns, type Layout } from "./find-columns.js";
import { type Keys, keyRows } from "./key-rows.js";
import { emptyVariable } from "./panel-faults.js";
import type { Renames } from "./rename-units.js";
import { columnSeries, type Series, stackedSeries } from "./series.js";
import { constantWithin, groupingOf, isSecondKey, namesFrom, unitsOfMeasure } from "./side-columns.js";

export interface ReadPanelOptions {
  /** the file's name, for faults and for the variable of a wide table */
  readonly file: string;
  /** sheet of a workbook; the first visible one with a table of numbers when absent */
  readonly sheet?: string;
  /** column of the units; found when absent */
  readonly unit?: string;
  /** column of the periods, or the one period (a year) of a table that has no such column */
  readonly period?: string | number;
  readonly layout?: "auto" | "long" | "wide";
  /** column that names the variable of a row, or the id of the one variable of a wide table */
  readonly variable?: string;
  /** column of the values, when every row holds one value */
  readonly value?: string;
  readonly regions?: RegionKind | "auto";
  /** units by another name: as the file writes them, as they are meant; null leaves their rows out */
  readonly rename?: Renames;
  /** gives the shipped tables of China's prefectures and counties; without it `auto` does not look for them */
  readonly readShipped?: (path: string) => Promise<Uint8Array>;
  /** +1 more is better, −1 less is better, 0 neither; 0 when absent */
  readonly directions?: Readonly<Record<string, -1 | 0 | 1>>;
  /** columns of which less is better; all others then count as more is better */
  readonly negative?: readonly string[];
  /** rows whose unit matches nothing: a fault, or left out with a warning */
  readonly onUnmatched?: "fault" | "drop";
  readonly delimiter?: string;
  readonly encoding?: Encoding;
}

/** What every column of the file was taken for. */
export interface PanelColumns {
  readonly layout: Layout;
  readonly unit: string;
  readonly period: string | null;
  readonly variable: string | null;
  readonly value: string | null;
  readonly variables: readonly string[];
  readonly groupings: readonly string[];
  /** further names and codes of the units, and columns that were not read */
  readonly aside: readonly string[];
}

export interface PanelReading {
  readonly panel: Panel;
  readonly kind: RegionKind;
  readonly warnings: readonly ReadWarning[];
  readonly columns: PanelColumns;
}

/** Read a table of units and periods from the bytes of a CSV, TSV, XLSX or Parquet file. Throws a Fault with file, line and field for whatever is wrong. */
export async function readPanel(bytes: Uint8Array, options: ReadPanelOptions): Promise<PanelReading> {
  const table = await readTable(bytes, options);
  const { readShipped } = options;
  let loaded: Promise<Divisions> | undefined;
  const divisions = readShipped && ((): Promise<Divisions> => (loaded ??= loadDivisions(readShipped)));
  const wishes = { ...options, divisions };
  const columns = await findColumns(table, wishes);
  const keys = await keyRows(table, columns, wishes);
  const sides = sideColumns(table, columns, keys);
  const series = seriesOf(table, columns, keys, sides.numeric, options);

  const filled = fillCells(series, keys, table, columns);
  const direction = directionOf(table, series, options);
  const units = keys.units.map(({ code, names }, k) => ({
    code,
    names: keys.kind === "as-is" && sides.secondKeys.length ? namesFrom(sides.secondKeys, k, code) : names,
  }));
  const measures = unitsOfMeasure(table, columns.variable);
  const variableOf = (id: string) => {
    const { name, unit } = splitHeading(id);
    return { id, names: same(name), unit: same(measures.get(id) || unit || table.unit || ""), direction: direction(id) };
  };
  const used: PanelColumns = {
    layout: columns.layout,
    unit: table.header[columns.unit],
    period: columns.period === null ? null : table.header[columns.period],
    variable: columns.variable === null ? null : table.header[columns.variable],
    value: columns.value === null ? null : table.header[columns.value],
    variables: series.map(({ id }) => id),
    groupings: sides.groupings.map(({ id }) => id),
    aside: sides.aside,
  };
  return {
    panel: panel({
      variables: series.map(({ id }) => variableOf(id)),
      periods: keys.periods,
      units,
      values: filled.values,
      groupings: sides.groupings,
    }),
    kind: keys.kind,
    warnings: [decision(used, keys, table), ...table.warnings, ...keys.warnings, ...asideWarning(sides.aside), ...filled.warnings],
    columns: used,
  };
}

interface Sides {
  readonly numeric: readonly number[];
  readonly groupings: readonly Grouping[];
  readonly secondKeys: readonly (readonly string[])[];
  readonly aside: readonly string[];
}

/** Sort the columns that are neither key nor year: numbers, classifications of the units, further names of the units, the rest. */
function sideColumns(table: RawTable, columns: Columns, { rows, unitOf, units }: Keys): Sides {
  const taken = new Set([columns.unit, columns.period, columns.variable, columns.value, ...columns.years.map(({ column }) => column)]);
  const onePerColumn = columns.layout === "long" || columns.layout === "one-period";
  const numeric: number[] = [];
  const groupings: Grouping[] = [];
  const secondKeys: string[][] = [];
  const aside: string[] = [];
  table.header.forEach((name, column) => {
    if (taken.has(column)) return;
    const texts = constantWithin(table, column, rows, unitOf, units.length);
    if (texts && isSecondKey(table, column, texts)) {
      secondKeys.push(texts);
      aside.push(name);
      return;
    }
    const scan = scanColumn(
      rows.map((r) => table.rows[r][column]),
      table.delimiter,
    );
    if (meansNumbers(scan) || scan.missing === rows.length) {
      if (onePerColumn) numeric.push(column);
      else aside.push(name);
      return;
    }
    const grouping = texts && groupingOf(name, texts);
    if (grouping) groupings.push(grouping);
    else aside.push(name);
  });
  return { numeric, groupings, secondKeys, aside };
}

function seriesOf(
  table: RawTable,
  columns: Columns,
  keys: Keys,
  numeric: readonly number[],
  { variable, file }: ReadPanelOptions,
): Series[] {
  if (columns.layout === "long" || columns.layout === "one-period") return columnSeries(table, keys, numeric);
  const { variable: named } = columns;
  const unnamed = named === null ? undefined : keys.rows.find((r) => table.rows[r][named].trim() === "");
  if (named !== null && unnamed !== undefined) throw emptyVariable(table, named, unnamed);
  return stackedSeries(table, keys, columns, keys.periods, variable ?? baseName(file));
}

/** "data/gdp per head.csv" → "gdp per head" */
const baseName = (file: string): string =>
  file
    .replace(/^.*[/\\]/, "")
    .replace(/\.[^.]*$/, "")
    .trim() || "value";

function directionOf(
  table: RawTable,
  series: readonly Series[],
  { directions = {}, negative }: ReadPanelOptions,
): (id: string) => -1 | 0 | 1 {
  const ids = series.map(({ id }) => id);
  for (const id of [...Object.keys(directions), ...(negative ?? [])]) {
    if (!ids.includes(id)) namedColumn({ ...table, header: ids }, id);
  }
  return (id) => (Object.hasOwn(directions, id) ? directions[id] : negative === undefined ? 0 : negative.includes(id) ? -1 : 1);
}

const layoutText: Readonly<Record<Layout, Text>> = {
  long: { en: "one row a unit and period", zh: "长表（每行为一个单位一个时期）" },
  "long-values": { en: "one row a value", zh: "长表（每行为一个数值）" },
  wide: { en: "one column a year", zh: "宽表（每列为一年）" },
  "one-period": { en: "one row a unit", zh: "截面表（每行为一个单位）" },
};

function decision(used: PanelColumns, { kind, units, periods }: Keys, { form }: RawTable): ReadWarning {
  const kindText = regionKindText(kind);
  const layout = layoutText[used.layout];
  const years = periods.length === 1 ? `${periods[0]}` : `${periods[0]}–${periods[periods.length - 1]}`;
  const period = used.period === null ? same("") : { en: ` in ${quote(used.period)}`, zh: `（列 ${quote(used.period)}）` };
  const variables = listed(used.variables);
  return {
    code: "layout-decided",
    text: {
      en: `read as ${layout.en} (${form.en}): ${quote(used.unit)} holds ${units.length} unit${units.length === 1 ? "" : "s"} (${kindText.en}); periods ${years}${period.en}; variables ${variables.en}`,
      zh: `按${layout.zh}读入（${form.zh}）：单位列 ${quote(used.unit)}，共 ${units.length} 个（${kindText.zh}）；时期 ${years}${period.zh}；变量 ${variables.zh}`,
    },
  };
}

function asideWarning(aside: readonly string[]): ReadWarning[] {
  if (!aside.length) return [];
  const names = listed(aside.map((name) => quote(name)));
  return [{ code: "columns-aside", text: { en: `columns not read as data: ${names.en}`, zh: `未作数据读入的列：${names.zh}` } }];
}
