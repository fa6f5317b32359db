import { listed } from "../../ground/words/index.js";
import type { Cell, ResultParts, Warning } from "../../method/index.js";
import { Flag, flagsOf, offset, type Panel, withCells } from "../../table/index.js";
import { checkNamed } from "../named-columns.js";
import { imputedTables, protectedWarnings } from "./imputed.js";

/** A value for one missing cell of one unit's series, and the positions of the observed cells it comes from. */
export interface Fill {
  readonly at: number;
  readonly value: number;
  readonly rule: "interpolated" | "grown" | "carried end" | "carried forward";
  readonly donors: readonly number[];
}

/**
 * How one series is filled.
 * @param years of every position
 * @param values NaN = missing; at least one observed
 * @param observed positions that hold a value, in order
 */
export type FillRule = (years: readonly number[], values: ArrayLike<number>, observed: readonly number[]) => Fill[];

/** Fill every unit's series of every variable by one rule, flag what was filled and say where each value comes from. */
export function fillPanel(data: Panel, never: readonly string[], rule: FillRule): Omit<ResultParts<Panel>, "options"> {
  const { periods, units, variables } = data;
  checkNamed(data, never, "never");
  const values = data.values.slice();
  const flags = data.flags.slice();
  const rows: Record<string, Cell>[] = [];
  const counts: Record<string, Record<string, number>> = {};
  const empty: string[] = [];
  const kept: Record<string, number> = {};
  let withheld = 0;

  variables.forEach(({ id }, v) => {
    const own = flagsOf(data, v);
    for (let i = 0; i < units.length; i++) {
      const series = periods.map((_, t) => data.values[offset(data, v, t, i)]);
      const observed = periods.map((_, t) => t).filter((t) => series[t] === series[t]);
      if (observed.length === periods.length) continue;
      if (never.includes(id)) {
        kept[id] = (kept[id] ?? 0) + periods.length - observed.length;
        continue;
      }
      if (observed.length === 0) empty.push(`${id} ${units[i].code}`);
      const fills = observed.length ? rule(periods, series, observed) : [];
      for (const fill of fills.sort((a, b) => a.at - b.at)) {
        const cell = offset(data, v, fill.at, i);
        if (flags[cell] & Flag.withheld) {
          withheld++;
          continue;
        }
        values[cell] = fill.value;
        const donorFlags = fill.donors.reduce((bits, t) => bits | own[t * units.length + i], 0);
        flags[cell] |= Flag.imputed | (donorFlags & (Flag.suspect | Flag.estimated));
        counts[id] ??= { "carried end": 0, interpolated: 0, "carried forward": 0 };
        counts[id][fill.rule] = (counts[id][fill.rule] ?? 0) + 1;
        rows.push(fillRow(data, id, i, fill));
      }
    }
  });

  const value = withCells(data, variables, values, flags);
  const left = value.values.reduce((count, cell) => count + (cell !== cell ? 1 : 0), 0);
  const total = (name: Fill["rule"]): number => Object.values(counts).reduce((sum, one) => sum + (one[name] ?? 0), 0);
  const grown = total("grown");
  return {
    value,
    tables: () => imputedTables(rows, donorPeriods, value),
    trace: {
      imputed: rows.length,
      interpolated: total("interpolated"),
      ...(grown ? { grown } : {}),
      carriedEnds: total("carried end"),
      carriedForward: total("carried forward"),
      byVariable: counts,
      protected: kept,
      emptySeries: empty,
      stillMissing: left,
    },
    warnings: [...emptyWarning(empty), ...protectedWarnings(kept), ...leftWarning(left - withheld, empty, kept, periods.length)],
  };
}

const fillRow = ({ units, periods }: Panel, id: string, i: number, fill: Fill): Record<string, Cell> => ({
  unit: units[i].code,
  period: periods[fill.at],
  variable: id,
  value: fill.value,
  rule: fill.rule,
  donor_from: periods[fill.donors[0]],
  donor_to: periods[fill.donors[fill.donors.length - 1]],
  distance: Math.min(...fill.donors.map((t) => Math.abs(periods[t] - periods[fill.at]))),
});

const donorPeriods = {
  donor_from: { en: "donor period, first", zh: "来源时期（起）" },
  donor_to: { en: "donor period, last", zh: "来源时期（止）" },
  distance: { en: "years to the nearest donor", zh: "距最近来源年数" },
};

function emptyWarning(empty: readonly string[]): Warning[] {
  if (empty.length === 0) return [];
  const which = listed(empty);
  return [
    {
      code: "empty-series",
      text: {
        en: `${empty.length} series have no value at all and stay missing: ${which.en}`,
        zh: `${empty.length} 个序列没有任何数值，保持缺失：${which.zh}`,
      },
    },
  ];
}

function leftWarning(left: number, empty: readonly string[], kept: Readonly<Record<string, number>>, periods: number): Warning[] {
  const explained = empty.length * periods + Object.values(kept).reduce((a, b) => a + b, 0);
  if (left <= explained) return [];
  return [
    {
      code: "still-missing",
      text: {
        en: `${left - explained} further cells lie where this rule does not reach and stay missing`,
        zh: `另有 ${left - explained} 个单元格不在该规则适用范围内，保持缺失`,
      },
    },
  ];
}
