/**
 * Rank intervals: the plan is run once a draw with other choices; ranks are taken within each period of each draw.
 * Source: Saisana, Saltelli & Tarantola (2005), doi:10.1111/j.1467-985X.2005.00350.x; OECD/JRC Handbook (2008), step 7.
 * Fails when the plan fails as written, or under every draw. A draw that fails is counted and listed, never replaced.
 */
import { levelOf } from "../../../ground/designs/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { mean } from "../../../ground/sums/index.js";
import { meanAbsoluteChange, type RankInterval, rankIntervals, ranksWithin } from "../../../measure/uncertainty/index.js";
import { type Cell, finite, type Plan, type Result, type ResultTable, result, rowsTable, settle } from "../../../method/index.js";
import { degreeTables } from "../draws/degree-tables.js";
import { drawsOf, failuresTable, nominalOf, succeeded } from "../draws/draw-plan.js";
import { neighboursTable, outrankingTable } from "../draws/order-tables.js";
import { type UncertaintyOptions, uncertaintyCard } from "./uncertainty.method.js";

export interface UnitInterval extends RankInterval {
  readonly column: string;
  readonly unit: string;
  readonly period: number;
}

/** Units up to which the latest period is told unit by unit: all pairs, and every unit under every alternative. */
const allPairs = 100;

/**
 * @param plan what can be run again: choices, columns, `evaluate`
 * @param options vary (already in the plan's choices), design, replications, bounds, top
 * @returns value: the interval of every unit, period and column; tables: rank-intervals, neighbours, outranking (latest period),
 *   choices (how far each alternative moves ranks), moves (the same for each unit, latest period), failures; of degrees with classes
 *   also degrees (their own interval, and how often the class stays) and class-shares
 */
export async function uncertainty(
  plan: Plan,
  options: Partial<UncertaintyOptions> & Pick<UncertaintyOptions, "vary">,
): Promise<Result<{ readonly intervals: readonly UnitInterval[]; readonly draws: number; readonly failed: number }>> {
  const chosen = settle(uncertaintyCard, options);
  const { choices, columns, units, periods } = plan;
  const draws = drawsOf(plan, chosen);
  const [written, ...outcomes] = await plan.evaluate([null, ...draws]);
  const values = nominalOf(written);
  const nominal = values.map((scores) => ranksWithin(scores, periods.length));
  const kept = outcomes.flatMap((outcome, r) => (succeeded(outcome) ? [{ u: draws[r], values: outcome.values }] : []));
  if (kept.length === 0) throw allFail(draws.length);
  const ranked = columns.map((_, c) => kept.map(({ values }) => ranksWithin(values[c], periods.length)));

  const intervals = columns.flatMap((column, c) => {
    const found = rankIntervals(nominal[c], ranked[c], chosen.bounds, chosen.top);
    return units.flatMap(({ code }, i) =>
      periods.flatMap((period, t): UnitInterval[] => {
        const one = found[t * units.length + i];
        return one ? [{ column: column.id, unit: code, period, ...one }] : [];
      }),
    );
  });
  const failed = outcomes.length - kept.length;
  return result(uncertaintyCard, {
    options: chosen,
    value: { intervals, draws: draws.length, failed },
    tables: [
      intervalsTable(intervals, chosen),
      neighboursTable(plan, nominal, ranked),
      ...(units.length <= allPairs ? [outrankingTable(plan, ranked)] : []),
      choicesTable(
        plan,
        nominal,
        ranked,
        kept.map(({ u }) => u),
      ),
      ...(units.length <= allPairs
        ? [
            movesTable(
              plan,
              ranked,
              kept.map(({ u }) => u),
            ),
          ]
        : []),
      ...degreeTables(plan, { nominal: values, draws: kept }, chosen.bounds),
      failuresTable(choices, draws, outcomes),
    ],
    trace: {
      choices: choices.map(({ name, alternatives }) => ({ name, alternatives: alternatives ?? "continuous" })),
      draws: draws.length,
      failed,
      seed: plan.seed,
    },
    warnings: failed
      ? [
          {
            code: "failed-draws",
            text: {
              en: `${failed} of ${draws.length} draws failed and are left out; table failures lists them`,
              zh: `${draws.length} 次抽样中有 ${failed} 次失败，已略去；详见表 failures`,
            },
          },
        ]
      : [],
  });
}

function intervalsTable(intervals: readonly UnitInterval[], { bounds, top }: Pick<UncertaintyOptions, "bounds" | "top">): ResultTable {
  const percent = bounds.map((one) => `${Number((one * 100).toPrecision(6))} %`);
  return rowsTable(
    "rank-intervals",
    { en: "Ranks and their intervals", zh: "名次及其区间" },
    intervals.map((one) => ({ ...one, width: one.upper - one.lower })),
    {
      column: { en: "of", zh: "对象" },
      unit: { en: "unit", zh: "单位" },
      period: { en: "period", zh: "时期" },
      nominal: { en: "rank as the plan is written", zh: "按原计划的名次" },
      mean: { en: "mean rank", zh: "平均名次" },
      median: { en: "median rank", zh: "名次中位数" },
      lower: { en: `${percent[0]} quantile`, zh: `${percent[0]} 分位` },
      upper: { en: `${percent[1]} quantile`, zh: `${percent[1]} 分位` },
      width: { en: "width of the interval", zh: "区间宽度" },
      top: { en: `share of draws with a rank of at most ${top}`, zh: `名次不超过 ${top} 的比例` },
    },
  );
}

/** How far ranks are from the plan's own, on average, in the draws that take an alternative. */
function choicesTable(
  { choices, columns }: Plan,
  nominal: readonly Float64Array[],
  ranked: readonly (readonly Float64Array[])[],
  draws: readonly Float64Array[],
): ResultTable {
  const changes = columns.map((_, c) => ranked[c].map((ranks) => meanAbsoluteChange(nominal[c], ranks)));
  const rows = choices.flatMap(({ name, alternatives }, k) =>
    (alternatives ?? []).flatMap((alternative, level) => {
      const own = draws.flatMap((u, r) => (levelOf(u[k], alternatives?.length ?? 1) === level ? [r] : []));
      return columns.map((column, c): Record<string, Cell> => {
        const there = own.map((r) => changes[c][r]).filter((one) => one === one);
        return { choice: name, alternative, column: column.id, draws: own.length, change: finite(mean(there)) };
      });
    }),
  );
  return rowsTable("choices", { en: "How far each alternative moves ranks", zh: "各备选项使名次变动的幅度" }, rows, {
    choice: { en: "choice", zh: "选择" },
    alternative: { en: "alternative", zh: "备选项" },
    column: { en: "of", zh: "对象" },
    draws: { en: "draws", zh: "抽样数" },
    change: { en: "mean absolute change of rank", zh: "名次平均绝对变动" },
  });
}

/** Each unit's mean rank in the latest period over the draws that take an alternative. */
function movesTable(
  { choices, columns, units, periods }: Plan,
  ranked: readonly (readonly Float64Array[])[],
  draws: readonly Float64Array[],
): ResultTable {
  const start = (periods.length - 1) * units.length;
  const rows = choices.flatMap(({ name, alternatives }, k) =>
    (alternatives ?? []).flatMap((alternative, level) => {
      const own = draws.flatMap((u, r) => (levelOf(u[k], alternatives?.length ?? 1) === level ? [r] : []));
      return columns.flatMap((column, c) =>
        units.map(({ code }, i): Record<string, Cell> => {
          const there = own.map((r) => ranked[c][r][start + i]).filter((one) => one === one);
          return { choice: name, alternative, column: column.id, unit: code, rank: finite(mean(there)) };
        }),
      );
    }),
  );
  return rowsTable(
    "moves",
    { en: `Each unit under each alternative, ${periods.at(-1)}`, zh: `${periods.at(-1)} 年各单位在各备选项下的名次` },
    rows,
    {
      choice: { en: "choice", zh: "选择" },
      alternative: { en: "alternative", zh: "备选项" },
      column: { en: "of", zh: "对象" },
      unit: { en: "unit", zh: "单位" },
      rank: { en: "mean rank", zh: "平均名次" },
    },
  );
}

const allFail = (draws: number): Fault =>
  new Fault({
    code: "all-draws-fail",
    found: { en: `all ${draws} draws failed`, zh: `${draws} 次抽样全部失败` },
    expected: { en: "expected at least one combination of choices that runs", zh: "至少应有一种选择组合能够运行" },
    next: { en: "run the alternatives one by one to see why", zh: "请逐个运行备选项以查明原因" },
  });
