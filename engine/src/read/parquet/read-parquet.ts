import { Fault, throwAll } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import { areYears, dateText, yearOf } from "../dates.js";
import { headerFaults, noRows, type RawTable } from "../raw-table.js";
import type { ReadWarning } from "../warning.js";
import { notParquet, type ParquetValue, parquetColumns } from "./parquet-columns.js";

/** Read a Parquet file as a table. Throws a Fault, with row and column, for an integer too large to be kept exactly. */
export async function readParquet(bytes: Uint8Array, { file }: { readonly file: string }): Promise<RawTable> {
  const magic = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (magic(0) === "PARE") throw notParquet(file, { en: "it is encrypted", zh: "文件已加密" });
  if (bytes.length < 12 || magic(0) !== "PAR1" || magic(bytes.length - 4) !== "PAR1") {
    throw notParquet(file, { en: "it does not end as it should", zh: "文件结尾不完整" });
  }
  const { names, values, rows } = await parquetColumns(bytes, file);
  if (rows === 0) throw noRows(file);
  const nested = names.filter((_, k) => values[k].some(isNested));
  const index = names.filter((name) => /^__index_level_\d+__$/.test(name));
  const kept = names.flatMap((name, k) => (nested.includes(name) || index.includes(name) ? [] : [k]));
  const header = kept.map((k) => names[k].trim());
  throwAll(headerFaults(header, (column) => ({ file, column: kept[column] + 1 })));

  const warnings: ReadWarning[] = [];
  const warn = (code: string, of: readonly string[], en: string, zh: string): void => {
    const all = listed(of.map((name) => quote(name)));
    if (of.length) warnings.push({ code, text: { en: `${en}: ${all.en}`, zh: `${zh}：${all.zh}` } });
  };
  const named = (found: (column: readonly ParquetValue[]) => boolean): string[] =>
    kept.filter((k) => found(values[k])).map((k) => names[k]);
  warn("nested-columns", nested, "columns of lists or records are left out", "列表或嵌套结构的列已略去");
  warn("index-columns", index, "a row index is left out", "行索引列已略去");
  warn(
    "booleans",
    named((column) => column.some((one) => typeof one === "boolean")),
    "true and false are read as 1 and 0",
    "逻辑值按 1、0 读入",
  );
  warn(
    "dates-as-years",
    named((column) => areYears(datesOf(column))),
    "dates on one day of the year are read as their years",
    "每年同一天的日期按年份读入",
  );
  const texts = kept.map((k) => textsOf(values[k], names[k], file, k + 1));
  return {
    file,
    header,
    rows: Array.from({ length: rows }, (_, r) => texts.map((column) => column[r])),
    lines: Array.from({ length: rows }, (_, r) => r + 1),
    form: { en: "Parquet", zh: "Parquet" },
    delimiter: ",",
    columns: kept.map((k) => k + 1),
    warnings,
  };
}

const isNested = (value: ParquetValue): boolean => typeof value === "object" && value !== null && !(value instanceof Date);
const datesOf = (column: readonly ParquetValue[]): Date[] => column.filter((one) => one instanceof Date);

function textsOf(column: readonly ParquetValue[], name: string, file: string, position: number): string[] {
  const years = areYears(datesOf(column));
  return column.map((value, row) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return value ? "1" : "0";
    if (typeof value === "number") return value === value ? String(value) : "";
    if (value instanceof Date) return years ? yearOf(value) : dateText(value);
    if (typeof value === "bigint" && !Number.isSafeInteger(Number(value)))
      throw tooLarge(value, name, { file, line: row + 1, column: position });
    return String(value);
  });
}

const tooLarge = (value: bigint, name: string, place: { file: string; line: number; column: number }): Fault =>
  new Fault({
    code: "integer-too-large",
    place,
    found: { en: `${value} in column ${quote(name)}`, zh: `列 ${quote(name)} 中的 ${value}` },
    expected: { en: "expected integers within ±9,007,199,254,740,991 (2^53 − 1)", zh: "整数应在 ±9007199254740991（2^53 − 1）之内" },
    next: {
      en: "write the column as text if it is a code, or in a larger unit if it is a quantity",
      zh: "若为代码，请写成文本；若为数量，请换用更大的单位",
    },
  });
