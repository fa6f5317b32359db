import { throwAll } from "../../ground/fault/index.js";
import { listed, quote, type Text } from "../../ground/words/index.js";
import { columnInFile, type RawTable } from "../raw-table.js";
import { matchUnits, type RegionKind, unmatchedFaults } from "../regions/index.js";
import type { ReadWarning } from "../warning.js";
import { type Columns, distinctKeys } from "./find-columns.js";
import { badPeriods } from "./panel-faults.js";
import { parsePeriod } from "./parse-period.js";
import type { KeyedRows } from "./series.js";

export interface Keys extends KeyedRows {
  readonly kind: RegionKind;
  readonly units: readonly { readonly code: string; readonly names: Text }[];
  /** ascending */
  readonly periods: readonly number[];
  readonly warnings: readonly ReadWarning[];
}

/** The unit and period of every row. China's provinces come in the order of their codes, other units as they first appear. */
export async function keyRows(
  table: RawTable,
  columns: Columns,
  regions: RegionKind | "auto",
  onUnmatched: "fault" | "drop",
): Promise<Keys> {
  const warnings: ReadWarning[] = [];
  const texts = distinctKeys(table, columns.unit);
  const match = await matchUnits(texts, regions);
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
  warnings.push(...spellingWarnings(match, texts));

  const names = new Map<string, Text>();
  const codeOf = new Map<string, string>();
  match.codes.forEach((code, k) => {
    if (code === null) return;
    codeOf.set(texts[k].text, code);
    if (!names.has(code)) names.set(code, match.names[k]);
  });
  const codes = [...names.keys()];
  if (match.kind === "china-provinces") codes.sort();
  const position = new Map(codes.map((code, k) => [code, k]));
  const unitOf = table.rows.map((row) => position.get(codeOf.get(row[columns.unit]) ?? "") ?? -1);
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

type Match = Awaited<ReturnType<typeof matchUnits>>;

function spellingWarnings({ duplicates, outside }: Match, texts: readonly { text: string; line: number }[]): ReadWarning[] {
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
