import type { Text } from "../../ground/words/index.js";
import { type ResultTable, rowsTable } from "../../method/index.js";
import type { DivideCell } from "./divide-axes.js";
import type { Elderly } from "./elderly.js";
import type { Gap } from "./gap-measures.js";
import type { GapTrend } from "./gap-trends.js";
import type { Leak } from "./leaks.js";

const place: Text = { en: "place", zh: "地区" };
const indicator: Text = { en: "indicator", zh: "指标" };
const level: Text = { en: "level", zh: "层次" };
const axis: Text = { en: "axis", zh: "分组维度" };
const group: Text = { en: "group", zh: "组别" };
const period: Text = { en: "period", zh: "时期" };

export const gapsTable = (gaps: readonly Gap[]): ResultTable =>
  rowsTable(
    "gaps",
    { en: "Gaps between groups", zh: "组间差距" },
    gaps.map((one) => ({ ...one })),
    {
      place,
      indicator,
      level,
      axis,
      period,
      low: { en: "least advantaged group", zh: "弱势组" },
      high: { en: "most advantaged group", zh: "优势组" },
      low_value: { en: "of the least advantaged, %", zh: "弱势组数值（%）" },
      high_value: { en: "of the most advantaged, %", zh: "优势组数值（%）" },
      gap: { en: "gap, points", zh: "差距（百分点）" },
      ratio: { en: "least over most advantaged, at most 1", zh: "弱势组与优势组之比（上限 1）" },
      mean: { en: "mean of the groups, %", zh: "各组均值（%）" },
      theil: { en: "Theil index between groups", zh: "组间泰尔指数" },
      gini: { en: "Gini coefficient between groups", zh: "组间基尼系数" },
      concentration: { en: "concentration index", zh: "集中指数" },
      erreygers: { en: "concentration index, Erreygers", zh: "集中指数（Erreygers 校正）" },
      wagstaff: { en: "concentration index, Wagstaff", zh: "集中指数（Wagstaff 校正）" },
      without: { en: "still without, %", zh: "尚未覆盖（%）" },
      without_low: { en: "of these, part in the least advantaged group", zh: "其中弱势组所占份额" },
      groups: { en: "groups with a value", zh: "有值的组数" },
    },
  );

export const valuesTable = (cells: readonly DivideCell[]): ResultTable =>
  rowsTable(
    "values",
    { en: "Values of the groups", zh: "各组数值" },
    cells.flatMap((cell) =>
      cell.groups.map((key, g) => ({
        place: cell.place,
        indicator: cell.indicator,
        level: cell.level,
        axis: cell.axis.axis,
        order: cell.axis.order,
        period: cell.period,
        group: key,
        share: cell.sharesKnown ? cell.shares[g] : null,
        value: cell.values[g],
        without: 100 - cell.values[g],
      })),
    ),
    {
      place,
      indicator,
      level,
      axis,
      order: { en: "order of the groups by", zh: "组别次序依据" },
      period,
      group,
      share: { en: "share of the population", zh: "人口份额" },
      value: { en: "value, %", zh: "数值（%）" },
      without: { en: "still without, %", zh: "尚未覆盖（%）" },
    },
  );

export const trendsTable = (trends: readonly GapTrend[]): ResultTable =>
  rowsTable(
    "trends",
    { en: "Trend of the gaps", zh: "差距走势" },
    trends.map((one) => ({ ...one })),
    {
      place,
      indicator,
      axis,
      n: { en: "periods", zh: "期数" },
      first: { en: "first period", zh: "首期" },
      last: { en: "last period", zh: "末期" },
      gap_first: { en: "gap at first, points", zh: "首期差距（百分点）" },
      gap_last: { en: "gap at last, points", zh: "末期差距（百分点）" },
      change: { en: "change, points", zh: "变动（百分点）" },
      slope: { en: "slope, points a year", zh: "斜率（百分点/年）" },
      slope_p: { en: "p-value of the slope", zh: "斜率的 p 值" },
      ratio_first: { en: "ratio at first", zh: "首期比值" },
      ratio_last: { en: "ratio at last", zh: "末期比值" },
      verdict: { en: "verdict", zh: "判断代码" },
      verdict_en: { en: "in words (English)", zh: "判断（英文）" },
      verdict_zh: { en: "in words (Chinese)", zh: "判断（中文）" },
    },
  );

export const leaksTable = (rows: readonly Leak[]): ResultTable =>
  rowsTable(
    "leaks",
    { en: "Who drops where: access, use, outcome", zh: "流失表：接入→使用→成效" },
    rows.map((one) => ({ ...one })),
    {
      place,
      axis,
      group,
      period,
      access_indicator: { en: "indicator of access", zh: "接入指标" },
      use_indicator: { en: "indicator of use", zh: "使用指标" },
      outcome_indicator: { en: "indicator of outcome", zh: "成效指标" },
      access: { en: "access, %", zh: "接入（%）" },
      use: { en: "use, %", zh: "使用（%）" },
      outcome: { en: "outcome, %", zh: "成效（%）" },
      lost_access: { en: "lost before access, points", zh: "未接入（百分点）" },
      lost_use: { en: "lost between access and use, points", zh: "接入而未使用（百分点）" },
      lost_outcome: { en: "lost between use and outcome, points", zh: "使用而无成效（百分点）" },
      kept_use: { en: "use per access", zh: "接入者中使用的比例" },
      kept_outcome: { en: "outcome per use", zh: "使用者中获得成效的比例" },
      worst: { en: "step with the largest loss", zh: "流失最多的环节" },
      behind_access: { en: "part of the distance to the most advantaged: access", zh: "与优势组差距中来自接入的部分" },
      behind_use: { en: "part of the distance: use per access", zh: "差距中来自使用转化的部分" },
      behind_outcome: { en: "part of the distance: outcome per use", zh: "差距中来自成效转化的部分" },
    },
  );

export const elderlyTable = (rows: readonly Elderly[]): ResultTable =>
  rowsTable(
    "elderly",
    { en: "The elderly", zh: "老年群体差距" },
    rows.map((one) => ({ ...one })),
    {
      place,
      indicator,
      period,
      group,
      value: { en: "of the elderly, %", zh: "老年群体（%）" },
      others: { en: "of everyone else, %", zh: "其他人群（%）" },
      others_from: { en: "everyone else from", zh: "其他人群数值来源" },
      total: { en: "of everyone, %", zh: "全体（%）" },
      gap: { en: "gap to everyone else, points", zh: "与其他人群差距（百分点）" },
      gap_to_total: { en: "gap to everyone, points", zh: "与全体差距（百分点）" },
      ratio: { en: "elderly over everyone else, at most 1", zh: "老年群体与其他人群之比（上限 1）" },
      without: { en: "elderly still without, %", zh: "老年群体尚未覆盖（%）" },
    },
  );
