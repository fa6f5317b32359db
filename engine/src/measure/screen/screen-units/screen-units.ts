/**
 * Screening: kept is what has a share of cells with a value of at least θ, and a share of values other than 0 of at least another θ.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567.
 * Fails when nothing is asked, nothing remains, or a code in keep or drop is unknown or stands in both.
 */
import { listed, type Text } from "../../../ground/words/index.js";
import { type Cell, panelTable, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { offset, type Panel, select, withCells, withUnits } from "../../../table/index.js";
import { checkAsked, checkLists, nothingLeft } from "../screen-faults.js";
import { type ScreenUnitsOptions, screenUnitsCard } from "./screen-units.method.js";

interface Asked extends Pick<ScreenUnitsOptions, "available" | "nonZero"> {
  readonly keep: ReadonlySet<string>;
  readonly drop: ReadonlySet<string>;
}

interface Judged {
  readonly key: string;
  readonly period: number | null;
  readonly missing: number;
  readonly zeros: number;
  readonly available: number;
  readonly nonZero: number | null;
  readonly passes: boolean;
  readonly kept: boolean;
}

/**
 * @param data indicators in natural units
 * @param options by, available, nonZero (shares from 0 to 1, compared by ≥), keep, drop
 * @returns value: the panel without what does not pass; by unit-period all units stay and the cells that do not pass become missing
 */
export function screenUnits(data: Panel, options: Partial<ScreenUnitsOptions> = {}): Result<Panel> {
  const chosen = settle(screenUnitsCard, options);
  checkAsked(chosen);
  const known = chosen.by === "indicator" ? data.variables.map((one) => one.id) : data.units.map((one) => one.code);
  checkLists(chosen, known);

  const asked: Asked = { ...chosen, keep: new Set(chosen.keep), drop: new Set(chosen.drop) };
  const judged = blocksOf(data, chosen.by).map((block) => judge(block, asked));
  if (judged.every((one) => !one.kept)) throw nothingLeft(chosen);
  const dropped = judged.filter((one) => !one.kept);
  const value = without(data, judged, chosen.by);
  return result(screenUnitsCard, {
    options: chosen,
    value,
    tables: () => [screenedTable(judged, chosen.by), panelTable("kept", { en: "Indicators after screening", zh: "筛查后的指标" }, value)],
    trace: {
      judged: judged.length,
      kept: judged.length - dropped.length,
      dropped: dropped.map(label),
      forcedIn: judged.filter((one) => one.kept && !one.passes).map(label),
      forcedOut: judged.filter((one) => !one.kept && one.passes).map(label),
    },
    warnings: droppedWarnings(dropped, chosen.by),
  });
}

/** What is kept or dropped as a whole: how many cells it has, how many are missing, how many are 0. */
interface Block {
  readonly key: string;
  readonly period: number | null;
  readonly cells: number;
  missing: number;
  zeros: number;
}

function blocksOf({ variables, periods, units, values }: Panel, by: ScreenUnitsOptions["by"]): Block[] {
  const empty = { missing: 0, zeros: 0 };
  const blocks: Block[] =
    by === "unit"
      ? units.map(({ code }) => ({ key: code, period: null, cells: variables.length * periods.length, ...empty }))
      : by === "unit-period"
        ? units.flatMap(({ code }) => periods.map((period) => ({ key: code, period, cells: variables.length, ...empty })))
        : variables.map(({ id }) => ({ key: id, period: null, cells: periods.length * units.length, ...empty }));
  let cell = 0;
  for (let v = 0; v < variables.length; v++) {
    for (let t = 0; t < periods.length; t++) {
      for (let i = 0; i < units.length; i++, cell++) {
        const value = values[cell];
        if (value === value && value !== 0) continue;
        const block = blocks[by === "unit" ? i : by === "unit-period" ? i * periods.length + t : v];
        if (value === 0) block.zeros++;
        else block.missing++;
      }
    }
  }
  return blocks;
}

function judge({ key, period, cells, missing, zeros }: Block, { available: least, nonZero: leastNonZero, keep, drop }: Asked): Judged {
  const there = cells - missing;
  const available = there / cells;
  const nonZero = there ? 1 - zeros / there : null;
  const passes =
    (least === undefined || available >= least) && (leastNonZero === undefined || (nonZero !== null && nonZero >= leastNonZero));
  return { key, period, missing, zeros, available, nonZero, passes, kept: !drop.has(key) && (passes || keep.has(key)) };
}

function without(data: Panel, judged: readonly Judged[], by: ScreenUnitsOptions["by"]): Panel {
  if (judged.every((one) => one.kept)) return data;
  const kept = judged.flatMap((one, k) => (one.kept ? [k] : []));
  if (by === "unit") return withUnits(data, kept);
  if (by === "indicator")
    return select(
      data,
      kept.map((k) => judged[k].key),
    );
  const values = Float64Array.from(data.values);
  const flags = Uint8Array.from(data.flags);
  judged.forEach((one, k) => {
    if (one.kept) return;
    const [i, t] = [Math.floor(k / data.periods.length), k % data.periods.length];
    data.variables.forEach((_, v) => {
      values[offset(data, v, t, i)] = Number.NaN;
      flags[offset(data, v, t, i)] = 0;
    });
  });
  return withCells(data, data.variables, values, flags);
}

const label = ({ key, period }: Judged): string => (period === null ? key : `${key} ${period}`);

function screenedTable(judged: readonly Judged[], by: ScreenUnitsOptions["by"]) {
  const yearly = by === "unit-period";
  const key: Readonly<Record<string, Text>> =
    by === "indicator" ? { variable: { en: "indicator", zh: "指标" } } : { unit: { en: "unit", zh: "单位" } };
  const rows = judged.map(
    (one): Record<string, Cell> => ({
      [Object.keys(key)[0]]: one.key,
      period: one.period,
      missing: one.missing,
      zeros: one.zeros,
      available: one.available,
      non_zero: one.nonZero,
      passes: one.passes ? "yes" : "no",
      kept: one.kept ? "yes" : "no",
    }),
  );
  return rowsTable("screened", { en: "Screening", zh: "筛查结果" }, rows, {
    ...key,
    ...(yearly ? { period: { en: "period", zh: "时期" } } : {}),
    missing: { en: "missing cells", zh: "缺失单元格数" },
    zeros: { en: "zeros", zh: "零值数" },
    available: { en: "share available", zh: "可得比例" },
    non_zero: { en: "share not 0", zh: "非零比例" },
    passes: { en: "passes", zh: "是否通过" },
    kept: { en: "kept", zh: "是否保留" },
  });
}

function droppedWarnings(dropped: readonly Judged[], by: ScreenUnitsOptions["by"]): Warning[] {
  if (dropped.length === 0) return [];
  const which = listed(dropped.map(label));
  const words = {
    unit: {
      en: `${dropped.length} units are left out: ${which.en}. Pooled bounds, weights and ranks are those of the others`,
      zh: `剔除 ${dropped.length} 个单位：${which.zh}。合并口径的上下限、权重与位次均只依据其余单位`,
    },
    "unit-period": {
      en: `${dropped.length} unit-years become missing: ${which.en}. The panel is no longer balanced`,
      zh: `${dropped.length} 个单位年份记为缺失：${which.zh}。面板不再平衡`,
    },
    indicator: {
      en: `${dropped.length} indicators are left out: ${which.en}. A framework that names them will miss them`,
      zh: `剔除 ${dropped.length} 项指标：${which.zh}。若指标体系仍引用它们，将无法取得数据`,
    },
  };
  return [{ code: by === "unit-period" ? "unbalanced" : "screened-out", text: words[by] }];
}
