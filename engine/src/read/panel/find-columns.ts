import { Fault } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import { meansNumbers, scanColumn } from "../numbers/scan-column.js";
import { columnInFile, namedColumn, type RawTable } from "../raw-table.js";
import { matchUnits, type RegionKind, type UnitKey, type UnitMatchOptions } from "../regions/index.js";
import { placeColumns, usualColumns } from "./headings.js";
import { parsePeriod, parseYearPart } from "./parse-period.js";
import { type Renames, renamed } from "./rename-units.js";

/** long: one column a variable · long-values: one row a value · wide: one column a year · one-period: no period at all */
export type Layout = "long" | "long-values" | "wide" | "one-period";

export interface Columns {
  readonly layout: Layout;
  readonly unit: number;
  /** columns of the provinces and prefectures that the units lie in */
  readonly within: readonly number[];
  readonly period: number | null;
  /** the only period, when no column holds one */
  readonly onlyPeriod: number | null;
  /** column that names the variable of a row (long-values, and wide tables of several variables) */
  readonly variable: number | null;
  readonly value: number | null;
  /** columns that are years, in a wide table; each of one variable when headings name it: "GDP/2013" */
  readonly years: readonly { readonly column: number; readonly period: number; readonly variable: string | null }[];
}

export interface ColumnWishes extends UnitMatchOptions {
  readonly unit?: string;
  readonly period?: string | number;
  readonly layout?: "auto" | "long" | "wide";
  readonly variable?: string;
  readonly value?: string;
  readonly regions?: RegionKind | "auto";
  readonly rename?: Renames;
}

/** Rows looked at to tell a column of texts from one of numbers. */
const looked = 2000;

/** Say what every column is for: as the user named it, else by its heading, else by what stands in it. */
export async function findColumns(table: RawTable, wishes: ColumnWishes): Promise<Columns> {
  const { header } = table;
  const isText = (column: number): boolean => {
    const scan = scanColumn(
      table.rows.slice(0, looked).map((row) => row[column]),
      table.delimiter,
    );
    return scan.bad.length > 0 && !meansNumbers(scan);
  };
  const onlyPeriod = wishedPeriod(table, wishes.period);
  let period = onlyPeriod === null ? namedPeriod(table, wishes.period) : null;

  const years =
    wishes.layout === "long" || period !== null
      ? []
      : header.flatMap((name, column) => {
          const year = parseYearPart(name);
          return year === undefined || name === wishes.unit ? [] : [{ column, ...year }];
        });
  if (wishes.layout === "wide" && !years.length) throw noYears(table);
  const twice = years.find((year, k) => years.slice(0, k).some((one) => one.period === year.period && one.variable === year.variable));
  if (twice) throw repeatedYear(table, twice.column, twice.period);

  const value = wishes.value !== undefined ? namedColumn(table, wishes.value) : (usualColumns(header, "value")[0] ?? null);
  const variable =
    wishes.variable !== undefined && (header.includes(wishes.variable.trim()) || wishes.value !== undefined)
      ? namedColumn(table, wishes.variable)
      : (usualColumns(header, "variable").find(isText) ?? null);
  const longValues = variable !== null && value !== null && wishes.layout !== "wide";

  const taken = new Set([period, value, variable, ...years.map(({ column }) => column)]);
  const unit = wishes.unit !== undefined ? namedColumn(table, wishes.unit) : await findUnit(table, wishes, taken, isText);
  const within = placeColumns(header).filter((column) => column !== unit);
  const rest = header.map((_, column) => column).filter((column) => column !== unit && !taken.has(column));

  if (longValues)
    return {
      layout: "long-values",
      unit,
      within,
      period,
      onlyPeriod: period === null ? (onlyPeriod ?? 1) : null,
      variable,
      value,
      years: [],
    };
  const numeric = (column: number): boolean => !isText(column) && !usualColumns(header, "unit").includes(column);
  if (years.length > 1 || (years.length === 1 && (wishes.layout === "wide" || !rest.some(numeric)))) {
    return { layout: "wide", unit, within, period: null, onlyPeriod: null, variable, value: null, years };
  }
  if (period === null && onlyPeriod === null) period = periodByContent(table, unit, rest);
  const layout = period === null ? "one-period" : "long";
  return { layout, unit, within, period, onlyPeriod: period === null ? (onlyPeriod ?? 1) : null, variable: null, value: null, years: [] };
}

/** What tells the unit of a row from others: its text, and the texts of what it lies in. */
export const keyOfRow = (row: readonly string[], column: number, within: readonly number[]): string =>
  within.length ? [row[column], ...within.map((one) => row[one])].join("\u0001") : row[column];

/** The distinct keys of a column, each with the first line it stands on. */
export function distinctKeys(table: RawTable, column: number, within: readonly number[] = []): UnitKey[] {
  const first = new Map<string, UnitKey>();
  table.rows.forEach((row, k) => {
    const key = keyOfRow(row, column, within);
    if (first.has(key)) return;
    const plain = { text: row[column], line: table.lines[k] };
    first.set(key, within.length ? { ...plain, within: within.map((one) => row[one]) } : plain);
  });
  return [...first.values()];
}

/** A year given in place of a column name. */
function wishedPeriod(table: RawTable, wish: string | number | undefined): number | null {
  if (typeof wish === "number") return wish;
  return wish === undefined || table.header.includes(wish.trim()) ? null : (parsePeriod(wish) ?? null);
}

function namedPeriod(table: RawTable, wish: string | number | undefined): number | null {
  return typeof wish === "string" ? namedColumn(table, wish) : (usualColumns(table.header, "period")[0] ?? null);
}

/** From the coarse to the fine: a table that names provinces and counties is one of counties. */
const fineness: readonly RegionKind[] = ["as-is", "countries", "china-provinces", "china-prefectures", "china-counties"];

async function findUnit(
  table: RawTable,
  { regions = "auto", divisions, rename = {} }: ColumnWishes,
  taken: ReadonlySet<number | null>,
  isText: (column: number) => boolean,
): Promise<number> {
  const free = (column: number): boolean => !taken.has(column);
  const usual = usualColumns(table.header, "unit")
    .filter(free)
    .sort((a, b) => a - b);
  const texts = table.header.map((_, column) => column).filter((column) => free(column) && isText(column) && !usual.includes(column));
  if (regions !== "as-is") {
    const places = placeColumns(table.header);
    let best: { column: number; share: number; keys: number; fine: number } | undefined;
    for (const column of [...usual, ...texts]) {
      const keys = renamed(distinctKeys(table, column), rename);
      const match = await matchUnits(keys, regions, { divisions });
      const unknown = match.unmatched.filter(({ candidates }) => !candidates).length;
      const one = {
        column,
        share: match.kind === "as-is" ? 0 : 1 - unknown / keys.length,
        keys:
          fineness.indexOf(match.kind) < 3
            ? keys.length
            : distinctKeys(
                table,
                column,
                places.filter((place) => place !== column),
              ).length,
        fine: fineness.indexOf(match.kind),
      };
      const finer = best !== undefined && one.share >= 0.8 && one.fine > best.fine && one.keys > best.keys;
      const coarser = best !== undefined && best.fine > one.fine && best.share >= 0.8 && best.keys > one.keys;
      if (best === undefined || finer || (one.share > best.share && !coarser)) best = one;
    }
    if (best !== undefined && best.share >= 0.5) return best.column;
  }
  const named = usual.filter(isText);
  const fallback = mostDistinct(table, named) ?? usual[0] ?? texts[0];
  if (fallback !== undefined) return fallback;
  const all = listed(table.header, 12);
  throw new Fault({
    code: "no-unit-column",
    place: { file: table.file, line: table.headerLine },
    found: { en: `none of the columns names the units: ${all.en}`, zh: `没有标明单位（地区）的列：${all.zh}` },
    expected: { en: 'expected a column such as "province", "country" or "unit"', zh: "应有“省份”“地区”“国家”之类的列" },
    next: {
      en: "name the column (unit: <column>); a series of one place needs a column with that place's name in every row",
      zh: "请指明该列（unit: <列名>）；若只有一个地区，请增加一列并逐行填写地区名",
    },
  });
}

function mostDistinct(table: RawTable, columns: readonly number[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const column of columns) {
    const count = distinctKeys(table, column).length;
    if (count > most) {
      most = count;
      best = column;
    }
  }
  return best;
}

/** Without a heading that says so: the first column of years, when units occur more than once. */
function periodByContent(table: RawTable, unit: number, rest: readonly number[]): number | null {
  if (distinctKeys(table, unit).length === table.rows.length) return null;
  const isYears = (column: number): boolean =>
    table.rows.every((row) => {
      const year = parsePeriod(row[column]);
      return year !== undefined && year >= 1900 && year <= 2100;
    });
  return rest.find(isYears) ?? null;
}

const repeatedYear = (table: RawTable, column: number, year: number): Fault =>
  new Fault({
    code: "duplicate-header",
    place: { file: table.file, line: table.headerLine, column: columnInFile(table, column) },
    found: { en: `two columns stand for ${year}`, zh: `有两列均为 ${year} 年` },
    expected: { en: "expected each year once", zh: "每个年份只应出现一次" },
    next: { en: "rename or delete one of them", zh: "请改名或删去其一" },
  });

const noYears = (table: RawTable): Fault =>
  new Fault({
    code: "no-year-columns",
    place: { file: table.file, line: table.headerLine },
    found: { en: `no column of ${quote(table.header.join(", "))} is a year`, zh: `${quote(table.header.join("、"))} 中没有以年份为名的列` },
    expected: { en: "expected columns named 2013, 2014, … in a wide table", zh: "宽表应有以 2013、2014……命名的列" },
    next: { en: "rename the columns, or leave the layout to be found", zh: "请更改列名，或不指定表式" },
  });
