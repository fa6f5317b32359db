import { Fault } from "../../ground/fault/index.js";
import { listed } from "../../ground/words/index.js";
import { type Panel, series } from "../../table/index.js";
import { type PanelReading, type ReadPanelOptions, readPanel } from "../panel/index.js";
import type { ReadWarning } from "../warning.js";
import { type FindexFamily, findexCode, findexFamilies, findexGroups, findexWaves } from "./findex-code.js";

export interface ReadFindexOptions extends ReadPanelOptions {
  /** how the file writes a share of adults: 43.2 or 0.432 */
  readonly scale?: "percent" | "share";
  /** further families, or another level of a known one */
  readonly families?: Readonly<Record<string, FindexFamily>>;
}

/** One row a value: who, where, when, in per cent. As `digitalDivide` takes it. */
export interface FindexTable {
  readonly place: readonly string[];
  readonly indicator: readonly string[];
  /** access, use, outcome; empty for a family whose level is not known */
  readonly level: readonly string[];
  /** empty for everyone */
  readonly axis: readonly string[];
  readonly group: readonly string[];
  readonly period: Float64Array;
  readonly value: Float64Array;
  /** share of the group in its axis; NaN where the database does not tell */
  readonly share: Float64Array;
}

export interface FindexReading {
  readonly table: FindexTable;
  readonly panel: Panel;
  /** families with the columns they came in */
  readonly families: Readonly<Record<string, readonly string[]>>;
  readonly columns: PanelReading["columns"];
  readonly warnings: readonly ReadWarning[];
}

/** Read series of the Global Findex Database, one column a code or one row a code, as a table of groups. Throws a Fault for whatever is wrong. */
export async function readFindex(bytes: Uint8Array, options: ReadFindexOptions): Promise<FindexReading> {
  const { scale = "percent", families: own = {}, ...how } = options;
  const { panel, columns, warnings } = await readPanel(bytes, how);
  const known = { ...findexFamilies, ...own };
  const codes = panel.variables.map(({ id }) => ({ id, ...findexCode(id) }));
  const split = new Set(codes.filter(({ suffix }) => suffix !== null).map(({ family }) => family));
  const taken = codes.filter(({ family }) => Object.hasOwn(known, family) || split.has(family));
  if (taken.length === 0) throw noCodes(options.file, panel);
  const aside = codes.filter((one) => !taken.includes(one)).map(({ id }) => id);

  const rows = taken.flatMap(({ id, family, suffix, axis, group }) => {
    const cells = series(panel, id);
    return [...cells.keys()].flatMap((c) => {
      if (cells[c] !== cells[c]) return [];
      return {
        place: panel.units[c % panel.units.length].code,
        indicator: family,
        level: Object.hasOwn(known, family) ? known[family].level : "",
        axis,
        group,
        period: panel.periods[Math.floor(c / panel.units.length)],
        value: scale === "share" ? 100 * cells[c] : cells[c],
        share: suffix === null ? 1 : (findexGroups[suffix].share ?? Number.NaN),
      };
    });
  });
  const text = (key: "place" | "indicator" | "level" | "axis" | "group"): string[] => rows.map((row) => row[key]);
  const number = (key: "period" | "value" | "share"): Float64Array => Float64Array.from(rows, (row) => row[key]);
  const table: FindexTable = {
    place: text("place"),
    indicator: text("indicator"),
    level: text("level"),
    axis: text("axis"),
    group: text("group"),
    period: number("period"),
    value: number("value"),
    share: number("share"),
  };
  return {
    table,
    panel,
    families: Object.fromEntries(
      [...new Set(taken.map(({ family }) => family))].map((family) => [
        family,
        taken.filter((one) => one.family === family).map(({ id }) => id),
      ]),
    ),
    columns,
    warnings: [...warnings, ...findexWarnings(table, aside, scale)],
  };
}

function findexWarnings({ period, value }: FindexTable, aside: readonly string[], scale: "percent" | "share"): ReadWarning[] {
  const strange = [...new Set(period)].filter((one) => !findexWaves.includes(one)).sort((a, b) => a - b);
  const most = value.reduce((high, one) => Math.max(high, one), 0);
  const others = listed(aside);
  const said = (code: string, when: boolean, en: string, zh: string): ReadWarning[] => (when ? [{ code, text: { en, zh } }] : []);
  return [
    ...said("columns-aside", aside.length > 0, `columns that are no series of Findex: ${others.en}`, `不是 Findex 序列的列：${others.zh}`),
    ...said(
      "no-wave",
      strange.length > 0,
      `years without a wave of Findex: ${strange.join(", ")}`,
      `并非 Findex 调查年份：${strange.join("、")}`,
    ),
    ...said(
      "looks-like-shares",
      scale === "percent" && value.length > 0 && most <= 1,
      `no value is above ${most} %: write scale: share if these are shares`,
      `所有值均不超过 ${most}%：若为 0–1 的份额，请写 scale: share`,
    ),
  ];
}

const noCodes = (file: string, { variables }: Panel): Fault => {
  const all = listed(
    variables.map(({ id }) => id),
    12,
  );
  const families = Object.keys(findexFamilies);
  return new Fault({
    code: "no-findex-codes",
    place: { file },
    found: { en: `no series of Findex among: ${all.en}`, zh: `以下各列中没有 Findex 序列：${all.zh}` },
    expected: {
      en: `expected codes such as g20.any.7, of ${families.join(", ")} or any family with a suffix`,
      zh: `应有 g20.any.7 之类的代码，属于 ${families.join("、")} 或其他带后缀的系列`,
    },
    next: {
      en: "name the column of the codes (variable: <column>), or describe the families",
      zh: "请指明代码所在的列（variable: <列名>），或说明各系列",
    },
  });
};
