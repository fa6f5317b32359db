import { same, type Text } from "../../ground/words/index.js";
import type { Grouping } from "../../table/index.js";
import type { RawTable } from "../raw-table.js";
import { foldName } from "../regions/fold-name.js";
import { usualColumns } from "./headings.js";

/** The text of a column for each unit, when it does not change inside a unit; undefined when it does. */
export function constantWithin(
  table: RawTable,
  column: number,
  rows: readonly number[],
  unitOf: readonly number[],
  units: number,
): string[] | undefined {
  const texts = new Array<string>(units).fill("");
  for (const r of rows) {
    const text = table.rows[r][column].trim();
    if (text === "") continue;
    const known = texts[unitOf[r]];
    if (known !== "" && known !== text) return undefined;
    texts[unitOf[r]] = text;
  }
  return texts;
}

/** A second name or code of the units: one each, and no two the same. Numbers headed "area" are a surface, not a name. */
export function isSecondKey(table: RawTable, column: number, texts: readonly string[]): boolean {
  const surface = foldName(table.header[column]) === "area" && texts.every((text) => /^[\d.,\s]+$/.test(text));
  if (surface) return false;
  return usualColumns(table.header, "unit").includes(column) && texts.every((text) => text !== "") && new Set(texts).size === texts.length;
}

/** A classification of the units: at least two groups, fewer than units. */
export function groupingOf(id: string, of: readonly string[]): Grouping | undefined {
  const keys = [...new Set(of)].filter(Boolean);
  if (keys.length < 2 || keys.length >= of.length) return undefined;
  return { id, names: same(id), groups: keys.map((key) => ({ key, names: same(key) })), of };
}

/** Names for units taken as they are, from their second keys: a Chinese and a Latin one, each standing in for the other. */
export function namesFrom(secondKeys: readonly (readonly string[])[], unit: number, code: string): Text {
  const all = [...secondKeys.map((texts) => texts[unit]), code];
  const zh = all.find((text) => /\p{Script=Han}/u.test(text));
  const en = all.find((text) => /\p{Script=Latin}{2}/u.test(text) && !/\p{Script=Han}/u.test(text));
  return { en: en ?? zh ?? code, zh: zh ?? en ?? code };
}

/** Unit of measure of each variable of a stacked table, where a column gives one that does not change inside the variable. */
export function unitsOfMeasure(table: RawTable, variable: number | null): ReadonlyMap<string, string> {
  const column = table.header.findIndex((name) => measureHeadings.has(foldName(name)));
  const known = new Map<string, string>();
  if (variable === null || column < 0) return known;
  for (const row of table.rows) {
    const id = row[variable].trim();
    const measure = row[column].trim();
    const before = known.get(id);
    known.set(id, before === undefined || before === measure ? measure : "");
  }
  return known;
}

const measureHeadings = new Set(["unitofmeasure", "measureunit", "uom", "计量单位", "单位"]);
