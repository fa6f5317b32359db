/**
 * Growth of every unit and column: percent change and compound annual rate between the first and the last value with the actual gap in
 * years, OLS slope of ln x, Theil–Sen slope (median of all pairwise slopes) with the Mann–Kendall test.
 * Source: Mann (1945), doi:10.2307/1907187; Sen (1968), doi:10.1080/01621459.1968.10480934.
 * Fails when the window holds no two periods. Rates need positive values: otherwise null with the reason. Imputed cells are counted,
 * because a straight fill makes a trend look surer than it is.
 */
import { quantile } from "../../../ground/designs/index.js";
import { expm1, ln } from "../../../ground/elementary/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { dot, mean } from "../../../ground/sums/index.js";
import { finite, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { Flag, flagsOf, type Panel, series } from "../../../table/index.js";
import { kendallTest } from "../kendall-test.js";
import { type TrendOptions, trendCard } from "./trend.method.js";

interface TrendRow {
  readonly unit: string;
  readonly variable: string;
  /** periods with a value in the window, and how many of these cells are imputed */
  readonly n: number;
  readonly imputed: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly from: number | null;
  readonly to: number | null;
  /** shares, not percent: 0.05 is 5% */
  readonly change: number | null;
  readonly cagr: number | null;
  /** per year, of ln x */
  readonly log_slope: number | null;
  /** per year, in the column's unit */
  readonly sen_slope: number | null;
  readonly mann_kendall_s: number | null;
  readonly mann_kendall_p: number | null;
  readonly test: "exact" | "normal" | null;
  /** why something is missing: one-value, not-positive, no-change */
  readonly reason: string;
}

/**
 * @param columns variables × periods × units; periods are years
 * @param options first and last period of the window
 * @returns value: one row a unit and column
 */
export function trend(columns: Panel, options: Partial<TrendOptions> = {}): Result<readonly TrendRow[]> {
  const chosen = settle(trendCard, options);
  const { periods, units, variables } = columns;
  const window = [...periods.keys()].filter((t) => periods[t] >= (chosen.first ?? periods[t]) && periods[t] <= (chosen.last ?? periods[t]));
  if (window.length < 2) throw tooShort(window.map((t) => periods[t]));
  const rows = units.flatMap(({ code }, i) =>
    variables.map(({ id }, v): TrendRow => {
      const [cells, flags] = [series(columns, v), flagsOf(columns, v)];
      const known = window.map((t) => t * units.length + i).filter((c) => cells[c] === cells[c]);
      const years = Float64Array.from(known, (c) => periods[Math.floor(c / units.length)]);
      const values = Float64Array.from(known, (c) => cells[c]);
      const imputed = known.filter((c) => flags[c] & Flag.imputed).length;
      return { unit: code, variable: id, n: known.length, imputed, ...moved(years, values) };
    }),
  );
  return result(trendCard, {
    options: chosen,
    value: rows,
    tables: [
      rowsTable(
        "trends",
        trendCard.names,
        rows.map((row) => ({ ...row })),
        heads,
      ),
    ],
    trace: { imputed: rows.reduce((total, row) => total + row.imputed, 0), cells: rows.reduce((total, row) => total + row.n, 0) },
    warnings: warningsOf(rows),
  });
}

type Moved = Omit<TrendRow, "unit" | "variable" | "n" | "imputed">;

function moved(years: Float64Array, values: Float64Array): Moved {
  const n = values.length;
  const ends = { first: years[0] ?? null, last: years[n - 1] ?? null, from: values[0] ?? null, to: values[n - 1] ?? null };
  const rates = { change: null, cagr: null, log_slope: null, sen_slope: null };
  const untested = { mann_kendall_s: null, mann_kendall_p: null, test: null };
  if (n < 2) return { ...ends, ...rates, ...untested, reason: "one-value" };
  const [from, to] = [values[0], values[n - 1]];
  const positive = from > 0 && to > 0;
  const test = values.some((one) => one !== from) ? kendallTest(years, values, true) : null;
  return {
    ...ends,
    change: from > 0 ? finite((to - from) / from) : null,
    cagr: positive ? finite(expm1(ln(to / from) / (years[n - 1] - years[0]))) : null,
    log_slope: values.every((one) => one > 0) ? finite(slope(years, values.map(ln))) : null,
    sen_slope: finite(medianSlope(years, values)),
    ...(test && n > 2 ? { mann_kendall_s: test.s, mann_kendall_p: test.p, test: test.rule } : untested),
    reason: [...(values.every((one) => one > 0) ? [] : ["not-positive"]), ...(test ? [] : ["no-change"])].join(" "),
  };
}

function slope(x: Float64Array, y: Float64Array): number {
  const [a, b] = [mean(x), mean(y)];
  const away = x.map((one) => one - a);
  return (
    dot(
      away,
      y.map((one) => one - b),
    ) / dot(away, away)
  );
}

function medianSlope(x: Float64Array, y: Float64Array): number {
  const slopes = new Float64Array((x.length * (x.length - 1)) / 2);
  let k = 0;
  for (let s = 0; s < x.length; s++) for (let t = s + 1; t < x.length; t++) slopes[k++] = (y[t] - y[s]) / (x[t] - x[s]);
  return quantile(slopes.sort(), 0.5);
}

const heads = {
  unit: { en: "unit", zh: "单位" },
  variable: { en: "column", zh: "列" },
  n: { en: "periods with a value", zh: "有值的期数" },
  imputed: { en: "of these imputed", zh: "其中插补" },
  first: { en: "first period", zh: "首期" },
  last: { en: "last period", zh: "末期" },
  from: { en: "first value", zh: "首值" },
  to: { en: "last value", zh: "末值" },
  change: { en: "change, share of the first value", zh: "变动（占首值的比例）" },
  cagr: { en: "compound annual growth rate", zh: "年均复合增长率" },
  log_slope: { en: "OLS slope of the logarithm, per year", zh: "对数值的最小二乘斜率（每年）" },
  sen_slope: { en: "Theil–Sen slope, per year", zh: "Theil–Sen 斜率（每年）" },
  mann_kendall_s: { en: "Mann–Kendall S", zh: "Mann–Kendall S 统计量" },
  mann_kendall_p: { en: "p-value, two-sided", zh: "p 值（双侧）" },
  test: { en: "p-value by", zh: "p 值算法" },
  reason: { en: "why something is missing", zh: "缺项原因" },
};

function warningsOf(rows: readonly TrendRow[]): Warning[] {
  const count = (code: string): number => rows.filter((row) => row.reason.split(" ").includes(code)).length;
  const imputed = rows.filter((row) => row.imputed > 0).length;
  const [one, signed] = [count("one-value"), count("not-positive")];
  const said = (code: string, n: number, en: string, zh: string): Warning[] =>
    n > 0 ? [{ code, text: { en: `${n} of ${rows.length} rows ${en}`, zh: `${rows.length} 行中有 ${n} 行${zh}` } }] : [];
  return [
    ...said("one-value", one, "have fewer than two values and no trend", "有值不足两期，无趋势可言"),
    ...said(
      "not-positive",
      signed,
      "hold values that are not above 0: rates that need them are empty",
      "含不大于 0 的值：需要正值的增长率留空",
    ),
    ...said(
      "imputed",
      imputed,
      "rest on imputed cells in part: their trend looks surer than it is",
      "部分依据插补值：趋势看似比实际更确定",
    ),
  ];
}

const tooShort = (periods: readonly number[]): Fault =>
  new Fault({
    code: "too-few-periods",
    found: { en: `periods in the window: ${periods.join(", ") || "none"}`, zh: `窗口内的时期：${periods.join("、") || "无"}` },
    expected: { en: "expected at least two", zh: "至少应有两期" },
    next: { en: "widen first and last, or bring more periods", zh: "请放宽 first 与 last，或补充更多时期" },
  });
