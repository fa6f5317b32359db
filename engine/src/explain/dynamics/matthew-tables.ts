import { ln } from "../../ground/elementary/index.js";
import type { Text } from "../../ground/words/index.js";
import { type Cell, type ResultTable, rowsTable } from "../../method/index.js";
import { type ReadingId, readingIds } from "./matthew-readings.js";
import { type MatthewReport, readingNames, signText } from "./matthew-verdict.js";

const variable: Text = { en: "column", zh: "列" };

export const verdictsTable = (reports: readonly MatthewReport[]): ResultTable => {
  const count = ({ readings: { signs } }: MatthewReport, sign: number | null): number =>
    readingIds.filter((id) => signs[id] === sign).length;
  return rowsTable(
    "verdicts",
    { en: "Verdicts", zh: "判断" },
    reports.map((one) => ({
      variable: one.variable,
      verdict: one.verdict,
      n: one.n,
      first: one.first,
      last: one.last,
      for: count(one, 1),
      against: count(one, -1),
      undecided: count(one, 0),
      not_taken: count(one, null),
      all_up: one.readings.allUp,
      all_down: one.readings.allDown,
      said_en: one.said.en,
      said_zh: one.said.zh,
    })),
    {
      variable,
      verdict: { en: "Matthew effect", zh: "马太效应" },
      n: { en: "units", zh: "单位数" },
      first: { en: "first period", zh: "首期" },
      last: { en: "last period", zh: "末期" },
      for: { en: "readings for it", zh: "支持的读数" },
      against: { en: "readings against it", zh: "反对的读数" },
      undecided: { en: "undecided", zh: "不能判定的读数" },
      not_taken: { en: "not taken", zh: "未能读取" },
      all_up: { en: "resamples in which growth on level, spread and concentration all point up", zh: "三者同升的重抽样比例" },
      all_down: { en: "all down", zh: "三者同降的重抽样比例" },
      said_en: { en: "in words (English)", zh: "文字（英文）" },
      said_zh: { en: "in words (Chinese)", zh: "文字（中文）" },
    },
  );
};

export const readingsTable = (reports: readonly MatthewReport[]): ResultTable =>
  rowsTable("readings", { en: "The five readings", zh: "五项读数" }, reports.flatMap(rowsOf), {
    variable,
    reading: { en: "reading", zh: "读数" },
    reading_zh: { en: "reading (Chinese)", zh: "读数（中文）" },
    sign: { en: "speaks", zh: "方向" },
    sign_zh: { en: "speaks (Chinese)", zh: "方向（中文）" },
    statistic: { en: "statistic", zh: "统计量" },
    value: { en: "value", zh: "数值" },
    before: { en: "at first", zh: "首期" },
    after: { en: "at last", zh: "末期" },
    se: { en: "standard error", zh: "标准误" },
    p: { en: "p-value, two-sided", zh: "p 值（双侧）" },
    low: { en: "interval from", zh: "区间下限" },
    high: { en: "interval to", zh: "区间上限" },
  });

function rowsOf({ variable: id, first, last, readings }: MatthewReport): Record<string, Cell>[] {
  const { growth, reverse, spread, kendall, spearman, top, concentration, divergence, signs } = readings;
  const row = (reading: ReadingId, statistic: string, value: Cell, rest: Record<string, Cell> = {}): Record<string, Cell> => ({
    variable: id,
    reading,
    reading_zh: readingNames[reading].zh,
    sign: signText(signs[reading]).en,
    sign_zh: signText(signs[reading]).zh,
    statistic,
    value,
    ...rest,
  });
  const ends = (key: "hhi" | "rosenbluth" | "topShare"): Record<string, Cell> => ({
    before: concentration[0][key],
    after: concentration[concentration.length - 1][key],
  });
  const change = (key: "hhi" | "rosenbluth" | "topShare"): number => concentration[concentration.length - 1][key] - concentration[0][key];
  const span = last - first;
  const interval = (found: readonly [number, number] | null, scale = 1): Record<string, Cell> => ({
    low: found && found[0] / scale,
    high: found && found[1] / scale,
  });
  return [
    row("growth", "b on initial level", growth?.slope ?? null, {
      se: growth?.se ?? null,
      p: growth?.p ?? null,
      ...interval(readings.growthInterval, span),
    }),
    row("growth", "b on final level (reverse check)", reverse?.slope ?? null, { se: reverse?.se ?? null, p: reverse?.p ?? null }),
    row("spread", "t of equal spread (Pitman–Morgan)", spread?.t ?? null, {
      before: spread?.before ?? null,
      after: spread?.after ?? null,
      p: spread?.p ?? null,
    }),
    row(
      "spread",
      "ln(σ at last / σ at first)",
      spread && spread.before > 0 && spread.after > 0 ? ln(spread.after / spread.before) : null,
      interval(readings.spreadInterval),
    ),
    row("persistence", "Kendall τ-b", kendall.r, { p: kendall.p }),
    row("persistence", "Spearman ρ", spearman.r, { p: spearman.p }),
    row("persistence", "top class stays from one period to the next", top.stays),
    row("persistence", "top class at first still there at last", top.kept),
    row("concentration", "change of HHI", change("hhi"), { ...ends("hhi"), ...interval(readings.concentrationInterval) }),
    row("concentration", "change of Rosenbluth", change("rosenbluth"), ends("rosenbluth")),
    row("concentration", "change of the top share", change("topShare"), ends("topShare")),
    row("divergence", "slope of log t", divergence?.slope ?? null),
    row("divergence", "t of log t", divergence?.t ?? null),
  ];
}

export const yearsTable = (reports: readonly MatthewReport[]): ResultTable =>
  rowsTable(
    "years",
    { en: "Over time", zh: "逐期" },
    reports.flatMap((one) =>
      one.years.map(({ period, sigma, mean }, t) => ({
        variable: one.variable,
        period,
        mean,
        sigma,
        hhi: one.readings.concentration[t].hhi,
        rosenbluth: one.readings.concentration[t].rosenbluth,
        top_share: one.readings.concentration[t].topShare,
      })),
    ),
    {
      variable,
      period: { en: "period", zh: "时期" },
      mean: { en: "mean", zh: "均值" },
      sigma: { en: "standard deviation of logarithms, n − 1", zh: "对数标准差（n − 1）" },
      hhi: { en: "Herfindahl–Hirschman index", zh: "赫芬达尔—赫希曼指数" },
      rosenbluth: { en: "Rosenbluth index", zh: "罗森布鲁斯指数" },
      top_share: { en: "share of the top", zh: "前列份额" },
    },
  );
