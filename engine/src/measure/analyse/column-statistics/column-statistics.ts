/**
 * Minimum, maximum, mean, median (type 7), standard deviation (n − 1), skewness G1 and excess kurtosis G2 of every column, and the
 * shares of it that are available, not zero, different from each other, and equal to the most frequent value.
 * Source: Joanes & Gill (1998), doi:10.1111/1467-9884.00122; OECD/JRC Handbook (2008), step 2.
 * Fails never; what too few cells cannot give is null with a warning. A share or shape that reaches its threshold is marked.
 */
import { quantile } from "../../../ground/designs/index.js";
import { mean } from "../../../ground/sums/index.js";
import { listed } from "../../../ground/words/index.js";
import { finite, type Result, type ResultTable, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { type Panel, present, series } from "../../../table/index.js";
import { standardDeviation } from "../../moments.js";
import { passes, shapeOf } from "../../treat/shape.js";
import { type ColumnStatisticsOptions, columnStatisticsCard } from "./column-statistics.method.js";

interface ColumnRow {
  readonly variable: string;
  /** null when all periods are taken together */
  readonly period: number | null;
  readonly n: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  readonly median: number | null;
  readonly sd: number | null;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  /** of all cells */
  readonly available: number;
  /** these three of the available cells */
  readonly nonZero: number | null;
  readonly unique: number | null;
  readonly mostFrequent: number | null;
  /** any of available, non-zero, unique, shape; empty when nothing is marked */
  readonly marks: readonly string[];
}

/**
 * @param data columns in natural units
 * @param options scope and thresholds
 * @returns value: one row a column (and period); a mean, spread or shape that too few cells give is null
 */
export function columnStatistics(data: Panel, options: Partial<ColumnStatisticsOptions> = {}): Result<readonly ColumnRow[]> {
  const chosen = settle(columnStatisticsCard, options);
  const width = data.units.length;
  const rows = data.variables.flatMap(({ id }, v) => {
    const cells = series(data, v);
    return chosen.scope === "pooled"
      ? [describe(id, null, cells, chosen)]
      : data.periods.map((period, t) => describe(id, period, cells.subarray(t * width, (t + 1) * width), chosen));
  });
  return result(columnStatisticsCard, { options: chosen, value: rows, tables: [statisticsTable(rows)], warnings: shapeless(rows) });
}

function describe(variable: string, period: number | null, cells: Float64Array, limits: ColumnStatisticsOptions): ColumnRow {
  const sorted = present(cells).sort();
  const n = sorted.length;
  const shape = shapeOf(sorted);
  const { unique, largest } = runsOf(sorted);
  const available = n / cells.length;
  const nonZero = n > 0 ? sorted.filter((one) => one !== 0).length / n : null;
  const different = n > 0 ? unique / n : null;
  return {
    variable,
    period,
    n,
    min: n > 0 ? sorted[0] : null,
    max: n > 0 ? sorted[n - 1] : null,
    mean: n > 0 ? finite(mean(sorted)) : null,
    median: n > 0 ? finite(quantile(sorted, 0.5)) : null,
    sd: n > 1 ? finite(standardDeviation(sorted)) : null,
    skewness: shape && finite(shape.skewness),
    kurtosis: shape && finite(shape.kurtosis),
    available,
    nonZero,
    unique: different,
    mostFrequent: n > 0 ? largest / n : null,
    marks: [
      ...(available <= limits.available ? ["available"] : []),
      ...(nonZero !== null && nonZero <= limits.nonZero ? ["non-zero"] : []),
      ...(different !== null && different <= limits.unique ? ["unique"] : []),
      ...(passes(shape, limits.skewness, limits.kurtosis) ? [] : ["shape"]),
    ],
  };
}

/** How many different values a sorted list has, and how often the most frequent occurs. */
function runsOf(sorted: Float64Array): { unique: number; largest: number } {
  let [unique, largest, run] = [0, 0, 0];
  for (let k = 0; k < sorted.length; k++) {
    run = k > 0 && sorted[k] === sorted[k - 1] ? run + 1 : 1;
    if (run === 1) unique++;
    largest = Math.max(largest, run);
  }
  return { unique, largest };
}

const statisticsTable = (rows: readonly ColumnRow[]): ResultTable =>
  rowsTable(
    "statistics",
    columnStatisticsCard.names,
    rows.map(({ marks, ...row }) => ({ ...row, marks: marks.join(" ") })),
    {
      variable: { en: "column", zh: "列" },
      period: { en: "period; empty: all together", zh: "时期；空为合并计算" },
      n: { en: "cells", zh: "有值单元格数" },
      min: { en: "minimum", zh: "最小值" },
      max: { en: "maximum", zh: "最大值" },
      mean: { en: "mean", zh: "均值" },
      median: { en: "median", zh: "中位数" },
      sd: { en: "standard deviation", zh: "标准差" },
      skewness: { en: "skewness G1", zh: "偏度 G1" },
      kurtosis: { en: "excess kurtosis G2", zh: "超额峰度 G2" },
      available: { en: "share available", zh: "有值份额" },
      nonZero: { en: "share not zero", zh: "非零份额" },
      unique: { en: "share different", zh: "互异份额" },
      mostFrequent: { en: "share of the most frequent value", zh: "最频值份额" },
      marks: { en: "marks", zh: "标记" },
    },
  );

function shapeless(rows: readonly ColumnRow[]): Warning[] {
  const ids = [...new Set(rows.filter((row) => row.skewness === null).map((row) => row.variable))];
  if (ids.length === 0) return [];
  const which = listed(ids);
  return [
    {
      code: "no-shape",
      text: {
        en: `no skewness and kurtosis where fewer than 4 cells are there or they do not vary: ${which.en}`,
        zh: `有值单元格不足 4 个或无变化处，无偏度与峰度：${which.zh}`,
      },
    },
  ];
}
