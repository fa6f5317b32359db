/**
 * Digital divide, from a table of groups: gap and ratio of the least to the most advantaged group of every axis, Theil, Gini and concentration
 * between groups, who is still without, the trend of each gap, the leaks on the way access → use → outcome, and the elderly.
 * Source: concentration index of a bounded variable: Wagstaff (2005), doi:10.1002/hec.953; Erreygers (2009), doi:10.1016/j.jhealeco.2008.02.003.
 * Fails when a value leaves its scale, a cell stands twice or a level is unknown. Without population shares the groups count the same, with a warning.
 */
import { Fault } from "../../../ground/fault/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import { type DivideAxis, type DivideCell, divideAxes, divideCells } from "../divide-axes.js";
import { elderlyTable, gapsTable, leaksTable, trendsTable, valuesTable } from "../divide-result-tables.js";
import { type DivideRow, type DivideTable, divideRows } from "../divide-table.js";
import { type Elderly, elderlyRows } from "../elderly.js";
import { type Gap, gapOf } from "../gap-measures.js";
import { type GapTrend, gapTrends } from "../gap-trends.js";
import { chainsOf, type Leak, leaks } from "../leaks.js";
import { type DigitalDivideOptions, digitalDivideCard } from "./digital-divide.method.js";

interface Divide {
  readonly gaps: readonly Gap[];
  readonly trends: readonly GapTrend[];
  readonly leaks: readonly Leak[];
  readonly elderly: readonly Elderly[];
}

/**
 * @param table one row a place, indicator, axis, group and period; rows on the empty axis, or of a group named as a total, are everyone
 * @param options scale, order, totals, chains, elderly, margin
 * @returns value: gaps, trends, leaks and elderly, one row each; tables of the same and `values`, everything in per cent and points
 */
export function digitalDivide(table: DivideTable, options: Partial<DigitalDivideOptions> = {}): Result<Divide> {
  const chosen = settle(digitalDivideCard, options);
  const { rows, totals, missing } = divideRows(table, chosen.scale, chosen.totals);
  if (rows.length + totals.length === 0) throw emptyFault(missing);
  checkOrder(rows, chosen.order ?? {});
  const axes = divideAxes(rows, chosen.order ?? {});
  const cells = divideCells(rows, axes);
  const gaps = cells.filter(({ axis }) => axis.groups.length > 1).map(gapOf);
  const { chains, warnings } = chainsOf([...rows, ...totals], chosen.chains);
  const everyone = totals.map((row): DivideRow => ({ ...row, axis: "", group: "total" }));
  const value: Divide = {
    gaps,
    trends: gapTrends(gaps, chosen.margin),
    leaks: leaks([...everyone, ...rows], axes, chains),
    elderly: elderlyRows(rows, totals, chosen.elderly),
  };
  return result(digitalDivideCard, {
    options: chosen,
    value,
    tables: () => [
      gapsTable(value.gaps),
      valuesTable(cells),
      trendsTable(value.trends),
      leaksTable(value.leaks),
      elderlyTable(value.elderly),
    ],
    trace: {
      rows: rows.length,
      totals: totals.length,
      missing,
      axes: axes.map(({ axis, groups, order }) => ({ axis, groups, order })),
      chains,
    },
    warnings: [...warnings, ...divideWarnings(axes, cells, value, missing)],
  });
}

function divideWarnings(axes: readonly DivideAxis[], cells: readonly DivideCell[], value: Divide, missing: number): Warning[] {
  const said = (code: string, when: boolean, en: string, zh: string): Warning[] => (when ? [{ code, text: { en, zh } }] : []);
  const byData = axes.filter(({ order, groups }) => order === "data" && groups.length > 1).map(({ axis }) => axis);
  const equal = [...new Set(cells.filter((one) => !one.sharesKnown && one.groups.length > 1).map((one) => one.axis.axis))];
  const ends = value.gaps.filter(({ gap }) => gap === null).length;
  const swollen = value.leaks.filter(({ lost_use, lost_outcome }) => lost_use < 0 || (lost_outcome ?? 0) < 0).length;
  return [
    ...said(
      "order-by-data",
      byData.length > 0,
      `no order is known for the groups of ${byData.join(", ")}: they are ordered by their mean values, the ratio cannot exceed 1 on average, and there is no concentration index; name the order`,
      `${byData.join("、")} 的组别次序未知，按各组均值排序，因而不给集中指数；请用 order 指明次序`,
    ),
    ...said(
      "equal-shares",
      equal.length > 0,
      `no population shares for ${equal.join(", ")}: means, Theil, Gini and those without count every group the same`,
      `${equal.join("、")} 缺人口份额：均值、泰尔指数、基尼系数与未覆盖比例按各组等权计算`,
    ),
    ...said(
      "end-missing",
      ends > 0,
      `${ends} gaps are empty: the least or the most advantaged group has no value there`,
      `有 ${ends} 处差距留空：弱势组或优势组在该处无值`,
    ),
    ...said(
      "not-nested",
      swollen > 0,
      `${swollen} rows of the leak table have more at a later step: the indicators do not follow from one another`,
      `流失表有 ${swollen} 行后一环节大于前一环节：所选指标并非层层递进`,
    ),
    ...said("missing", missing > 0, `${missing} rows without a value are left out`, `${missing} 行无值，已剔除`),
  ];
}

function checkOrder(rows: readonly DivideRow[], order: Readonly<Record<string, readonly string[]>>): void {
  for (const [axis, groups] of Object.entries(order)) {
    const there = new Set(rows.filter((one) => one.axis === axis).map(({ group }) => group));
    const stranger = groups.find((group, k) => !there.has(group) || groups.indexOf(group) !== k);
    if (stranger === undefined && there.size > 0) continue;
    const known = [...(there.size ? there : new Set(rows.map((one) => one.axis)))];
    throw new Fault({
      code: "bad-order",
      place: { path: `order.${axis}` },
      found: there.size
        ? { en: `"${stranger}" is no group of ${axis}, or stands twice`, zh: `“${stranger}”不是 ${axis} 的组别，或重复出现` }
        : { en: `there is no axis "${axis}"`, zh: `没有分组维度“${axis}”` },
      expected: { en: `expected some of: ${known.join(", ")}`, zh: `应为以下各项：${known.join("、")}` },
      next: { en: "write the names as the table has them", zh: "请按表中的写法书写" },
    });
  }
}

const emptyFault = (missing: number): Fault =>
  new Fault({
    code: "no-rows",
    found: { en: `no row has a value; ${missing} have none`, zh: `没有一行有值，${missing} 行缺值` },
    expected: { en: "expected at least one", zh: "至少应有一行" },
    next: { en: "check the column of values", zh: "请检查数值列" },
  });
