/**
 * Urban–rural Theil index of every unit, Σ (yᵢ/y) ln[(yᵢ/y)/(zᵢ/z)] over town and country, and the Theil index of all of them split
 * between regions, between the units in them, and within units, that is between town and country.
 * Sources: Theil (1967); Shorrocks (1980), doi:10.2307/1913126; nested form: Akita (2003), doi:10.1007/s001680200107.
 * Fails when a column it needs is not given; a unit-period with a missing cell, or with an urban share outside 0 to 1, is left out.
 */
import { Fault } from "../../../ground/fault/index.js";
import type { Text } from "../../../ground/words/index.js";
import {
  type Cell,
  type Column,
  finite,
  keyColumns,
  type Result,
  type ResultTable,
  result,
  rowsTable,
  settle,
  type Warning,
} from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { groupColumns } from "../../groups.js";
import { relativeEntropy } from "../../relative-entropy.js";
import type { NestedParts } from "../nested-parts.js";
import { nestedTheil } from "../nested-theil/nested-theil.js";
import { type UrbanRuralCells, urbanRuralCells, wholeCell } from "../urban-rural-cells.js";
import { type UrbanRuralTheilOptions, urbanRuralTheilCard } from "./urban-rural-theil.method.js";

interface Around {
  /** residents: all, urban */
  readonly people?: Panel;
  /** income per head of all residents */
  readonly total?: Panel;
  /** region of every unit, "" for none */
  readonly by?: readonly string[];
}
type Options = Partial<UrbanRuralTheilOptions> & Around;

export interface PeriodTheil extends NestedParts {
  readonly period: number;
  readonly units: number;
}

/**
 * @param incomes a panel of two variables: income per head in town and in the country, in one unit of money
 * @param options weights, index, unweighted; people: panel of two variables, all and urban residents; total: panel of income per head of
 *   all residents; by: region of each unit, "" = none
 * @returns value: by period the whole, the parts `between` (regions first when given, then units) and `within` (town and country);
 *   tables `urban-rural-theil`, `units` (every unit's own index) and `groups`
 */
export function urbanRuralTheil(incomes: Panel, { people, total, by, ...options }: Options = {}): Result<readonly PeriodTheil[]> {
  const chosen = settle(urbanRuralTheilCard, options);
  const cells = urbanRuralCells(incomes, { people, total }, chosen);
  const { units, periods } = incomes;
  const found = periods.flatMap((period, t) => {
    const at = units.flatMap((_, i) => (wholeCell(cells, t * units.length + i) ? [i] : []));
    if (at.length === 0) return [];
    const cell = (i: number): number => t * units.length + i;
    const made = nestedTheil(
      at.flatMap((i) => [cells.urban[cell(i)], cells.rural[cell(i)]]),
      [...(by ? [by] : []), units.map(({ code }) => code)].map((keys) => at.flatMap((i) => [keys[i], keys[i]])),
      {
        index: chosen.index,
        weights: at.flatMap((i) => [cells.share[cell(i)], 1 - cells.share[cell(i)]].map((w) => w * cells.people[cell(i)])),
      },
    );
    return [{ period, units: at.length, made }];
  });
  if (found.length === 0) throw nothingFault();
  const value = found.map(({ period, units: count, made }) => ({ period, units: count, ...made.value }));
  const left = cells.urban.length - value.reduce((sum, one) => sum + one.units, 0);
  return result(urbanRuralTheilCard, {
    options: chosen,
    value,
    variant: urbanRuralTheilCard.variant({ ...chosen, unweighted: chosen.unweighted || !people }),
    tables: () => [totalTable(value, by !== undefined), unitsTable(incomes, cells, chosen), groupsTable(found)],
    trace: { weights: chosen.weights, cells: cells.urban.length, left, regions: by !== undefined },
    warnings: [...(left ? [leftOut(left)] : []), ...found.flatMap(({ period, made }) => made.warnings.map((one) => ofPeriod(one, period)))],
  });
}

const partNames: Readonly<Record<"regions" | "units" | "within", Text>> = {
  regions: { en: "between regions", zh: "地区间差距" },
  units: { en: "between units", zh: "单位间差距" },
  within: { en: "between town and country, within units", zh: "城乡间差距（单位内）" },
};

function totalTable(value: readonly PeriodTheil[], regions: boolean): ResultTable {
  const parts = [...(regions ? (["regions", "units"] as const) : (["units"] as const)), "within" as const];
  const part = (one: PeriodTheil, k: number): number => (k < one.between.length ? one.between[k] : one.within);
  const id = (name: (typeof parts)[number]): string => (name === "within" ? name : `between_${name}`);
  const column = (key: string, names: Text, cell: (one: PeriodTheil) => Cell): Column => ({ id: key, names, values: value.map(cell) });
  return {
    id: "urban-rural-theil",
    names: urbanRuralTheilCard.names,
    columns: [
      column("period", { en: "period", zh: "时期" }, (one) => one.period),
      column("theil", { en: "Theil index", zh: "泰尔指数" }, (one) => one.theil),
      ...parts.map((name, k) => column(id(name), partNames[name], (one) => part(one, k))),
      ...parts.map((name, k) =>
        column(`${id(name)}_share`, { en: `share ${partNames[name].en}`, zh: `${partNames[name].zh}贡献率` }, (one) =>
          finite(part(one, k) / one.theil),
        ),
      ),
      column("units", { en: "units", zh: "单位数" }, (one) => one.units),
    ],
  };
}

function unitsTable(incomes: Panel, cells: UrbanRuralCells, { index }: UrbanRuralTheilOptions): ResultTable {
  const { units, periods } = incomes;
  const column = (id: string, names: Text, cell: (c: number) => number): Column => ({
    id,
    names,
    values: units.flatMap((_, i) => periods.map((__, t) => finite(cell(t * units.length + i)))),
  });
  const own = (c: number): number => {
    const share = [cells.share[c], 1 - cells.share[c]];
    const mean = share[0] * cells.urban[c] + share[1] * cells.rural[c];
    return mean > 0 ? relativeEntropy([cells.urban[c], cells.rural[c]], share, mean, index === "T" ? 1 : 0) : Number.NaN;
  };
  return {
    id: "units",
    names: { en: "Urban–rural gap of every unit", zh: "各单位城乡差距" },
    columns: [
      ...keyColumns(incomes),
      column("theil", urbanRuralTheilCard.names, (c) => (wholeCell(cells, c) ? own(c) : Number.NaN)),
      column("ratio", { en: "urban over rural income", zh: "城乡收入比" }, (c) => cells.urban[c] / cells.rural[c]),
      column("urban_share", { en: "urban share used", zh: "所用城镇人口比重" }, (c) => cells.share[c]),
      column("urban_share_resident", { en: "urban share of residents", zh: "常住人口城镇比重" }, (c) => cells.resident?.[c] ?? Number.NaN),
      column(
        "urban_share_survey",
        { en: "urban share the total implies", zh: "总体收入隐含的城镇比重" },
        (c) => cells.survey?.[c] ?? Number.NaN,
      ),
    ],
  };
}

/** The groups of every period, one table below the other. */
const groupsTable = (found: readonly { readonly period: number; readonly made: Result<NestedParts> }[]): ResultTable => {
  const tables = found.map(({ period, made }) => ({ period, columns: made.tables[2].columns }));
  const rows = tables.flatMap(({ period, columns }) =>
    columns[0].values.map((_, row) => ({ period, ...Object.fromEntries(columns.map(({ id, values }) => [id, values[row]])) })),
  );
  const names = Object.fromEntries(tables[0].columns.map(({ id, names }) => [id, names]));
  return rowsTable("groups", { en: "Regions and units", zh: "地区与单位" }, rows, {
    period: { en: "period", zh: "时期" },
    ...names,
    n: groupColumns.n,
  });
};

const ofPeriod = ({ code, text }: Warning, period: number): Warning => ({
  code,
  text: { en: `${text.en} (${period})`, zh: `${text.zh}（${period}）` },
});

const leftOut = (count: number): Warning => ({
  code: "cells-left-out",
  text: {
    en: `${count} unit-periods are left out: a cell is missing or the urban share is not from 0 to 1`,
    zh: `${count} 个单位时期因数据缺失或城镇比重不在 0 到 1 之间而剔除`,
  },
});

const nothingFault = (): Fault =>
  new Fault({
    code: "no-cells",
    found: { en: "no unit-period with all it needs", zh: "没有数据齐全的单位时期" },
    expected: { en: "expected incomes of at least 0 and an urban share from 0 to 1", zh: "收入应不小于 0，城镇比重应在 0 到 1 之间" },
    next: { en: "check that the columns are those meant", zh: "请检查各列是否正确" },
  });
