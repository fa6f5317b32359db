import { Fault } from "../../ground/fault/index.js";
import { quote, type Text } from "../../ground/words/index.js";

/** One row a value: how far a group has come in an indicator. */
export interface DivideTable {
  readonly indicator: readonly string[];
  /** what the groups differ in, e.g. residence; empty for the whole population */
  readonly axis: readonly string[];
  readonly group: readonly string[];
  /** access, use or outcome of the indicator; empty or absent when it is none */
  readonly level?: readonly string[];
  /** country, province …; one place when absent */
  readonly place?: readonly string[];
  /** one period when absent */
  readonly period?: ArrayLike<number>;
  /** per cent, or shares as the option says; NaN is missing */
  readonly value: ArrayLike<number>;
  /** share of the group in the population, of any sum; NaN is unknown */
  readonly share?: ArrayLike<number>;
}

export type DivideLevel = "" | "access" | "use" | "outcome";

export interface DivideRow {
  readonly place: string;
  readonly indicator: string;
  readonly level: DivideLevel;
  readonly axis: string;
  readonly group: string;
  readonly period: number;
  /** per cent */
  readonly value: number;
  readonly share: number;
}

export interface DivideRows {
  readonly rows: readonly DivideRow[];
  /** the whole population: one row a place, indicator and period */
  readonly totals: readonly DivideRow[];
  readonly missing: number;
}

const levelWords: Readonly<Record<string, DivideLevel>> = {
  "": "",
  access: "access",
  use: "use",
  outcome: "outcome",
  接入: "access",
  可及: "access",
  使用: "use",
  成效: "outcome",
  受益: "outcome",
};

/** Check the rows and tell groups from totals; a Fault names the row. Rows without a value are counted and left out. */
export function divideRows(table: DivideTable, scale: "percent" | "share", totalWords: readonly string[]): DivideRows {
  const n = table.value.length;
  const columns = {
    indicator: table.indicator,
    axis: table.axis,
    group: table.group,
    level: table.level,
    place: table.place,
    period: table.period,
    share: table.share,
  };
  for (const [id, column] of Object.entries(columns)) {
    if (column && column.length !== n)
      throw rowFault(
        id,
        { en: `${column.length} cells in ${id}`, zh: `${id} 有 ${column.length} 格` },
        { en: `${n}, one a value`, zh: `${n} 格，每个值一格` },
      );
  }
  const whole = scale === "percent" ? 100 : 1;
  const isTotal = new Set(totalWords.map((word) => word.toLowerCase()));
  const [rows, totals]: [DivideRow[], DivideRow[]] = [[], []];
  const seen = new Map<string, number>();
  const levels = new Map<string, DivideLevel>();
  let missing = 0;
  for (let r = 0; r < n; r++) {
    const value = table.value[r];
    if (value !== value) {
      missing++;
      continue;
    }
    const row = rowAt(table, r, whole);
    const level = levels.get(row.indicator);
    if (level !== undefined && level !== row.level)
      throw rowFault(
        `row ${r + 1}`,
        {
          en: `${row.indicator} is both ${quote(level)} and ${quote(row.level)}`,
          zh: `${row.indicator} 既为 ${quote(level)} 又为 ${quote(row.level)}`,
        },
        { en: "one level an indicator", zh: "每个指标只属一个层次" },
      );
    levels.set(row.indicator, row.level);
    const everyone = row.axis === "" || isTotal.has(row.group.toLowerCase());
    const key = JSON.stringify(
      everyone ? [row.place, row.indicator, row.period] : [row.place, row.indicator, row.axis, row.group, row.period],
    );
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, r);
      (everyone ? totals : rows).push(row);
    } else if (!(everyone && table.value[before] === value)) {
      throw rowFault(
        `row ${r + 1}`,
        {
          en: `the same cell as row ${before + 1}: ${[row.place, row.indicator, row.axis, row.group, row.period].filter((one) => one !== "").join(", ")}`,
          zh: `与第 ${before + 1} 行为同一格`,
        },
        { en: "each cell once", zh: "每格只出现一次" },
      );
    }
  }
  return { rows, totals, missing };
}

function rowAt(table: DivideTable, r: number, whole: number): DivideRow {
  const at = `row ${r + 1}`;
  const word = (column: readonly string[] | undefined): string => column?.[r].trim() ?? "";
  const [value, share, period] = [table.value[r], table.share?.[r] ?? Number.NaN, table.period?.[r] ?? 0];
  const [indicator, axis, group, level] = [word(table.indicator), word(table.axis), word(table.group), word(table.level)];
  if (!(value >= 0 && value <= whole))
    throw rowFault(
      at,
      { en: `the value is ${value}`, zh: `值为 ${value}` },
      { en: `a number from 0 to ${whole} (option scale)`, zh: `0 至 ${whole} 的数（选项 scale）` },
    );
  if (share < 0 || share === Number.POSITIVE_INFINITY)
    throw rowFault(at, { en: `the share is ${share}`, zh: `人口份额为 ${share}` }, { en: "a number of at least 0", zh: "不小于 0 的数" });
  if (!Number.isInteger(period))
    throw rowFault(
      at,
      { en: `the period is ${period}`, zh: `时期为 ${period}` },
      { en: "a whole number, e.g. a year", zh: "整数，如年份" },
    );
  if (indicator === "" || (axis !== "" && group === ""))
    throw rowFault(
      at,
      { en: `no ${indicator === "" ? "indicator" : "group"} is named`, zh: indicator === "" ? "未写指标" : "未写组别" },
      { en: "a name", zh: "一个名称" },
    );
  if (!Object.hasOwn(levelWords, level.toLowerCase()))
    throw rowFault(
      at,
      { en: `the level is ${quote(level)}`, zh: `层次为 ${quote(level)}` },
      { en: "access, use, outcome or nothing", zh: "接入、使用、成效或留空" },
    );
  return {
    place: word(table.place),
    indicator,
    level: levelWords[level.toLowerCase()],
    axis,
    group,
    period,
    value: whole === 1 ? 100 * value : value,
    share,
  };
}

const rowFault = (path: string, found: Text, expected: Text): Fault =>
  new Fault({
    code: "bad-divide-table",
    place: { path },
    found,
    expected: { en: `expected ${expected.en}`, zh: `应为${expected.zh}` },
    next: { en: "mend or leave out the row", zh: "请更正或剔除该行" },
  });
