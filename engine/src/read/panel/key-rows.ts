import { throwAll } from "../../ground/fault/index.js";
import { listed, quote, type Text } from "../../ground/words/index.js";
import { columnInFile, type RawTable } from "../raw-table.js";
import { matchUnits, type RegionKind, type UnitKey, type UnitMatch, type UnitMatchOptions, unmatchedFaults } from "../regions/index.js";
import type { ReadWarning } from "../warning.js";
import { type Columns, distinctKeys, keyOfRow } from "./find-columns.js";
import { badPeriods } from "./panel-faults.js";
import { parsePeriod } from "./parse-period.js";
import { type Renames, renamed, renameWarnings } from "./rename-units.js";
import type { KeyedRows } from "./series.js";

export interface Keys extends KeyedRows {
  readonly kind: RegionKind;
  readonly units: readonly { readonly code: string; readonly names: Text }[];
  /** ascending */
  readonly periods: readonly number[];
  readonly warnings: readonly ReadWarning[];
}

export interface KeyWishes extends UnitMatchOptions {
  readonly regions?: RegionKind | "auto";
  readonly onUnmatched?: "fault" | "drop";
  readonly rename?: Renames;
}

/** The unit and period of every row. Units of China come in the order of their codes, others as they first appear. */
export async function keyRows(table: RawTable, columns: Columns, wishes: KeyWishes): Promise<Keys> {
  const { onUnmatched = "fault", rename = {} } = wishes;
  const { match, texts, within } = await matchKeys(table, columns, wishes);
  const warnings = renameWarnings(texts, rename);
  const place = { file: table.file, column: columnInFile(table, columns.unit) };
  if (match.unmatched.length) {
    if (onUnmatched === "fault") throwAll(unmatchedFaults(match, place));
    const gone = listed(match.unmatched.map(({ text, line }) => `${quote(text)} (${line})`));
    warnings.push({
      code: "units-dropped",
      text: {
        en: `rows left out because their unit matches nothing (first line): ${gone.en}`,
        zh: `因单位未能匹配而略去的行（首次出现行号）：${gone.zh}`,
      },
    });
  }
  warnings.push(...spellingWarnings(match, texts), ...changeWarnings(match));

  const names = new Map<string, Text>();
  const codeOf = new Map<string, string>();
  const meant = new Map(match.codes.map((code, k) => [match.keys[k], { code, names: match.names[k] }]));
  for (const text of texts) {
    const [key] = renamed([text], rename);
    const found = key && meant.get(idOf(key));
    if (!found?.code) continue;
    codeOf.set(idOf(text), found.code);
    if (!names.has(found.code)) names.set(found.code, found.names);
  }
  const codes = [...names.keys()];
  if (match.kind.startsWith("china-")) codes.sort();
  const position = new Map(codes.map((code, k) => [code, k]));
  const unitOf = table.rows.map((row) => position.get(codeOf.get(keyOfRow(row, columns.unit, within)) ?? "") ?? -1);
  const rows = unitOf.flatMap((unit, r) => (unit < 0 ? [] : [r]));
  if (!rows.length) throwAll(unmatchedFaults(match, place));

  const { periods, periodOf } = periodsOf(table, columns, rows);
  return {
    kind: match.kind,
    units: codes.map((code) => ({ code, names: names.get(code) as Text })),
    rows,
    unitOf,
    periods,
    periodOf,
    warnings,
  };
}

function periodsOf(
  table: RawTable,
  { period, onlyPeriod, years }: Columns,
  rows: readonly number[],
): { periods: number[]; periodOf: number[] } {
  if (period === null) {
    const periods = years.length ? [...new Set(years.map((year) => year.period))].sort((a, b) => a - b) : [onlyPeriod ?? 1];
    return { periods, periodOf: table.rows.map(() => 0) };
  }
  const parsed = table.rows.map((row) => parsePeriod(row[period]));
  const bad = rows.filter((r) => parsed[r] === undefined);
  if (bad.length) throw badPeriods(table, period, bad);
  const periods = [...new Set(rows.map((r) => parsed[r] as number))].sort((a, b) => a - b);
  const position = new Map(periods.map((one, t) => [one, t]));
  return { periods, periodOf: parsed.map((one) => (one === undefined ? -1 : (position.get(one) ?? -1))) };
}

interface Matched {
  readonly match: UnitMatch & { readonly keys: readonly string[] };
  readonly texts: readonly UnitKey[];
  /** columns that had to be looked at to tell units of one name apart */
  readonly within: readonly number[];
}

const idOf = ({ text, within = [] }: UnitKey): string => [text, ...within].join("\u0001");

/** Match the units by their own column; where several are called the same, by the columns of what they lie in too. */
async function matchKeys(
  table: RawTable,
  { unit, within }: Columns,
  { regions = "auto", divisions, rename = {} }: KeyWishes,
): Promise<Matched> {
  const by = async (columns: readonly number[], kind: RegionKind | "auto"): Promise<Matched> => {
    const texts = distinctKeys(table, unit, columns);
    const keys = renamed(texts, rename);
    return { match: { ...(await matchUnits(keys, kind, { divisions })), keys: keys.map(idOf) }, texts, within: columns };
  };
  const plain = await by([], regions);
  return within.length && plain.match.unmatched.some(({ candidates }) => candidates) ? by(within, plain.match.kind) : plain;
}

/** Units that are called otherwise today, and units that are no more. */
function changeWarnings({ renamed: former, ended }: UnitMatch): ReadWarning[] {
  const warnings: ReadWarning[] = [];
  if (former.length) {
    const all = listed(former.map(({ text, code, name }) => `${quote(text)} → ${name} ${code}`));
    warnings.push({ code: "former-names", text: { en: `units by an earlier name: ${all.en}`, zh: `使用旧名的单位：${all.zh}` } });
  }
  if (ended.length) {
    const month = (last: string): string => `${last.slice(0, 4)}-${last.slice(4)}`;
    const into = (one: UnitMatch["ended"][number]): string =>
      one.into.length ? ` → ${one.into.map(({ code, names }) => `${names.zh} ${code}`).join(" + ")}` : "";
    const all = listed(ended.map((one) => `${quote(one.text)} ${one.code} (${month(one.last)})${into(one)}`));
    warnings.push({
      code: "units-ended",
      text: {
        en: `units that are no more, each with the last list that holds it, kept as units of their own: ${all.en}`,
        zh: `已撤销的单位（括号内为最后见于名录的年月），仍按独立单位处理：${all.zh}`,
      },
    });
  }
  return warnings;
}

function spellingWarnings({ duplicates, outside }: UnitMatch, texts: readonly { text: string; line: number }[]): ReadWarning[] {
  const warnings: ReadWarning[] = [];
  if (duplicates.length) {
    const first = new Map(texts.map(({ text, line }) => [line, text]));
    const pairs = listed(
      duplicates.map(({ text, line, firstLine }) => `${quote(first.get(firstLine) ?? "")} (${firstLine}) = ${quote(text)} (${line})`),
    );
    warnings.push({
      code: "unit-spellings",
      text: {
        en: `one unit in several spellings (first line of each): ${pairs.en}`,
        zh: `同一单位有多种写法（各自首次出现行号）：${pairs.zh}`,
      },
    });
  }
  if (outside.length) {
    const found = listed(outside.map(({ text, line }) => `${quote(text)} (${line})`));
    warnings.push({
      code: "outside-31",
      text: {
        en: `matched, but outside the 31 provincial units that maps and shipped data cover: ${found.en}`,
        zh: `已匹配，但不在地图与随附数据涵盖的 31 个省级地区之内：${found.zh}`,
      },
    });
  }
  return warnings;
}
