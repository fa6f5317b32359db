/**
 * Counting multidimensional poverty: c_i = Σ w_j [y_ij < z_j], poor where c_i ≥ k; H = share poor, A = mean c of the poor, M0 = HA,
 * M1 and M2 = mean of Σ w_j ((z_j − y_ij)/z_j)^α over the poor. Each is split exactly by indicator, dimension and group.
 * Source: Alkire & Foster (2011), doi:10.1016/j.jpubeco.2010.11.006.
 * Fails when cut-offs, weights or dimensions name no column or do not fit together. M1 and M2 are null without ratio scales.
 */
import { Fault } from "../../../ground/fault/index.js";
import { sum } from "../../../ground/sums/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import { type Panel, series } from "../../../table/index.js";
import { groupsFault } from "../../groups.js";
import { hasSingle } from "../../survey-variance.js";
import { deprivation, poorAt } from "../deprivation.js";
import { checkPeople, columnAt, deprivationRules, hasSize } from "../deprivation-rules.js";
import { type Counted, povertyChanges, sampleDesign } from "../poverty-changes.js";
import { errorsOf, type PovertyMeasures, povertyMeasures, ruleMeasures } from "../poverty-measures.js";
import { changesTable, cutoffsTable, dimensionsTable, indicatorsTable, povertyTable } from "../poverty-tables.js";
import { type AlkireFosterOptions, alkireFosterCard } from "./alkire-foster.method.js";

type Options = Partial<AlkireFosterOptions> & Pick<AlkireFosterOptions, "cutoffs"> & { by?: readonly string[] };

interface PeriodPoverty extends PovertyMeasures {
  readonly period: number;
  readonly n: number;
}

/**
 * @param indicators columns of persons or households, one a unit (periods × units); columns without a cut-off play no part
 * @param options cutoffs (required), k, weights or dimensions, ordinal, missing, population, psu, stratum, singlePsu, grid; by: group of each unit
 * @returns value: H, A, M0, M1, M2 of every period; tables `poverty` (with groups and standard errors), `indicators`, `dimensions`, `cutoffs`, `changes`
 */
export function alkireFoster(indicators: Panel, { by, ...options }: Options): Result<readonly PeriodPoverty[]> {
  const chosen = settle(alkireFosterCard, options);
  const width = indicators.units.length;
  if (by && by.length !== width) throw groupsFault(by.length, width, "unit");
  const rules = deprivationRules(indicators, chosen);
  const home = (id: string): string => Object.entries(chosen.dimensions ?? {}).find(([, ids]) => ids.includes(id))?.[0] ?? id;
  const dimension = rules.map(({ id }) => home(id));
  const population = chosen.population === undefined ? -1 : columnAt(indicators, chosen.population, "population");
  if (population >= 0) checkPeople(series(indicators, population), chosen.population as string);
  const least = rules.reduce((low, { weight }) => Math.min(low, weight), 1);
  const k = chosen.k === "union" ? least : chosen.k === "intersection" ? 1 : chosen.k;
  const unsized = rules.filter((rule) => !hasSize(indicators, rule, chosen.ordinal)).map(({ id }) => id);
  const groups = by ? [...new Set(by)].filter((key) => key !== "").sort((a, b) => (a < b ? -1 : 1)) : [];

  const counts = indicators.periods.map((period, t) => {
    const d = deprivation(indicators, t, rules, population, chosen.missing);
    if (d.unit.length === 0) throw emptyFault(period, d.dropped);
    return { period, d, poor: poorAt(d.score, k), design: sampleDesign(indicators, t, d, chosen) };
  });
  const found = counts.map(({ period, d, poor, design: sampled }) => {
    const everyone = d.unit.map((_, r) => r);
    const whole = povertyMeasures(d, poor, everyone, unsized.length === 0);
    const people = sum(d.people);
    const parts = ["", ...groups].flatMap((group) => {
      const inside = group === "" ? everyone : everyone.filter((r) => by?.[d.unit[r]] === group);
      const n = inside.length;
      if (n === 0) return [];
      const measured = group === "" ? whole : povertyMeasures(d, poor, inside, unsized.length === 0);
      const share = sum(Float64Array.from(inside, (r) => d.people[r])) / people;
      return [{ group, n, share, measured, errors: errorsOf(d, poor, inside, measured, sampled), rules: ruleMeasures(d, poor, inside) }];
    });
    const grid = [...new Set([least, ...chosen.grid.filter((one) => one > least && one < 1), 1])].map((cut) => ({
      k: cut,
      ...povertyMeasures(d, poorAt(d.score, cut), everyone, unsized.length === 0),
    }));
    return { period, parts, grid, whole, n: d.unit.length };
  });

  return result(alkireFosterCard, {
    options: chosen,
    value: found.map(({ period, whole, n }) => ({ period, n, ...whole })),
    tables: () => [
      povertyTable(found),
      indicatorsTable(found, rules, dimension),
      dimensionsTable(found, rules, dimension),
      cutoffsTable(found),
      changesTable(povertyChanges(counts, chosen, indicators)),
    ],
    trace: {
      k,
      weights: Object.fromEntries(rules.map(({ id, weight }) => [id, weight])),
      byPeriod: counts.map(({ period, d }) => ({
        period,
        rows: d.unit.length,
        dropped: d.dropped,
        absent: d.absent,
        people: sum(d.people),
      })),
      unsized,
    },
    warnings: warningsOf(counts, found, unsized, chosen),
  });
}

function warningsOf(
  counts: readonly Counted[],
  found: readonly { whole: PovertyMeasures }[],
  unsized: readonly string[],
  { missing, singlePsu }: AlkireFosterOptions,
): Warning[] {
  const dropped = sum(counts.map(({ d }) => d.dropped));
  const rows = sum(counts.map(({ d }) => d.unit.length));
  const said = (code: string, when: boolean, en: string, zh: string): Warning[] => (when ? [{ code, text: { en, zh } }] : []);
  const share = ((100 * dropped) / (rows + dropped)).toFixed(1);
  return [
    ...said(
      "dropped",
      dropped > 0,
      `${dropped} rows (${share} %) left out: missing ${missing === "complete-case" ? "indicators" : "population"}`,
      `剔除 ${dropped} 行（${share} %）：${missing === "complete-case" ? "有指标缺失" : "人数缺失"}`,
    ),
    ...said(
      "no-poor",
      found.some(({ whole }) => whole.h === 0),
      "nobody is poor at this k in some period: A is empty there",
      "有时期在此 k 下无人贫困：该处 A 留空",
    ),
    ...said(
      "no-size",
      unsized.length > 0,
      `M1 and M2 need shortfalls with a size; these have none: ${unsized.join(", ")}`,
      `M1 与 M2 要求缺口有大小，以下指标没有：${unsized.join("、")}`,
    ),
    ...said(
      "single-psu",
      singlePsu === "null" && counts.some((one) => hasSingle(one.design)),
      "a stratum holds one sampling unit: no standard errors",
      "有抽样层仅含一个抽样单元：不给标准误",
    ),
  ];
}

const emptyFault = (period: number, dropped: number): Fault =>
  new Fault({
    code: "no-rows",
    place: { path: `period ${period}` },
    found: { en: `no unit can be judged; ${dropped} have missing indicators`, zh: `没有可判断的单位，其中 ${dropped} 个有指标缺失` },
    expected: { en: "expected at least one", zh: "至少应有一个" },
    next: { en: "choose missing: reweight, or leave the period out", zh: "请选 missing: reweight，或剔除该时期" },
  });
