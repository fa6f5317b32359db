import type { Text } from "../../ground/words/index.js";
import { type Cell, finite, type ResultTable, rowsTable } from "../../method/index.js";
import type { DeprivationRule } from "./deprivation.js";
import type { PovertyMeasures, RuleMeasures } from "./poverty-measures.js";

/** What was measured in one period: everyone (group "") first, then each group. */
export interface PeriodFound {
  readonly period: number;
  readonly whole: PovertyMeasures;
  readonly parts: readonly {
    readonly group: string;
    readonly n: number;
    readonly share: number;
    readonly measured: PovertyMeasures;
    readonly errors: Readonly<Record<"se_h" | "se_a" | "se_m0", number | null>>;
    readonly rules: readonly RuleMeasures[];
  }[];
  readonly grid: readonly (PovertyMeasures & { readonly k: number })[];
}

const period: Text = { en: "period", zh: "时期" };
const group: Text = { en: "group (empty: everyone)", zh: "组别（空为全体）" };
const measures = {
  h: { en: "share poor, H", zh: "贫困发生率 H" },
  a: { en: "intensity, A", zh: "平均剥夺强度 A" },
  m0: { en: "adjusted headcount, M0", zh: "调整后发生率 M0" },
  m1: { en: "adjusted gap, M1", zh: "调整后贫困缺口 M1" },
  m2: { en: "adjusted squared gap, M2", zh: "调整后平方贫困缺口 M2" },
};
const contribution: Text = { en: "part of M0", zh: "对 M0 的贡献" };
const share: Text = { en: "share of M0", zh: "对 M0 的贡献率" };

export const povertyTable = (found: readonly PeriodFound[]): ResultTable =>
  rowsTable(
    "poverty",
    { en: "Multidimensional poverty", zh: "多维贫困" },
    found.flatMap((one) =>
      one.parts.map((part) => ({
        period: one.period,
        group: part.group,
        n: part.n,
        population_share: part.share,
        ...part.measured,
        ...part.errors,
        m0_share: finite((part.share * part.measured.m0) / one.whole.m0),
      })),
    ),
    {
      period,
      group,
      n: { en: "units", zh: "单位数" },
      population_share: { en: "share of the population", zh: "人口份额" },
      ...measures,
      se_h: { en: "standard error of H", zh: "H 的标准误" },
      se_a: { en: "standard error of A", zh: "A 的标准误" },
      se_m0: { en: "standard error of M0", zh: "M0 的标准误" },
      m0_share: share,
    },
  );

export const indicatorsTable = (
  found: readonly PeriodFound[],
  rules: readonly DeprivationRule[],
  dimension: readonly string[],
): ResultTable =>
  rowsTable(
    "indicators",
    { en: "By indicator", zh: "按指标分解" },
    found.flatMap((one) =>
      one.parts.flatMap((part) =>
        rules.map(({ id, weight, cutoff, side }, j) => ({
          period: one.period,
          group: part.group,
          indicator: id,
          dimension: dimension[j],
          side,
          cutoff,
          weight,
          ...part.rules[j],
          share: finite(part.rules[j].contribution / part.measured.m0),
        })),
      ),
    ),
    {
      period,
      group,
      indicator: { en: "indicator", zh: "指标" },
      dimension: { en: "dimension", zh: "维度" },
      side: { en: "deprived on this side", zh: "剥夺方向" },
      cutoff: { en: "of this value", zh: "剥夺临界值" },
      weight: { en: "weight", zh: "权重" },
      headcount: { en: "share deprived (uncensored)", zh: "未删失剥夺率" },
      censored: { en: "share poor and deprived (censored)", zh: "删失剥夺率" },
      contribution,
      share,
    },
  );

export function dimensionsTable(
  found: readonly PeriodFound[],
  rules: readonly DeprivationRule[],
  dimension: readonly string[],
): ResultTable {
  const ids = [...new Set(dimension)];
  const rows = found.flatMap((one) =>
    one.parts.flatMap((part) =>
      ids.map((id) => {
        const own = rules.map((_, j) => j).filter((j) => dimension[j] === id);
        const total = own.reduce((all, j) => all + part.rules[j].contribution, 0);
        const weight = own.reduce((all, j) => all + rules[j].weight, 0);
        return {
          period: one.period,
          group: part.group,
          dimension: id,
          weight,
          contribution: total,
          share: finite(total / part.measured.m0),
        };
      }),
    ),
  );
  return rowsTable("dimensions", { en: "By dimension", zh: "按维度分解" }, rows, {
    period,
    group,
    dimension: { en: "dimension", zh: "维度" },
    weight: { en: "weight", zh: "权重" },
    contribution,
    share,
  });
}

export const cutoffsTable = (found: readonly PeriodFound[]): ResultTable =>
  rowsTable(
    "cutoffs",
    { en: "From union to intersection", zh: "由并集到交集" },
    found.flatMap((one) => one.grid.map((row): Record<string, Cell> => ({ period: one.period, ...row }))),
    { period, k: { en: "poverty cut-off, k", zh: "贫困临界值 k" }, ...measures },
  );

export const changesTable = (rows: readonly Record<string, Cell>[]): ResultTable =>
  rowsTable("changes", { en: "Changes between periods", zh: "时期间变动" }, rows, {
    from: { en: "from", zh: "起始时期" },
    to: { en: "to", zh: "截止时期" },
    measure: { en: "measure", zh: "度量" },
    before: { en: "before", zh: "此前" },
    after: { en: "after", zh: "此后" },
    change: { en: "change", zh: "变动" },
    se: { en: "standard error of the change", zh: "变动的标准误" },
  });
