/**
 * One node of the tree, one unit or one period left out at a time: mean absolute change of rank among those that have one both times,
 * and in the latest period who gains and who loses most.
 * Source: OECD/JRC Handbook (2008), step 7; Saisana, Saltelli & Tarantola (2005), doi:10.1111/j.1467-985X.2005.00350.x.
 * Fails when the plan fails as written or its first choice has no alternatives. A removal that fails is listed.
 */
import { factorial } from "../../../ground/designs/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { meanAbsoluteChange, ranksWithin } from "../../../measure/uncertainty/index.js";
import { type Cell, finite, type Plan, type Result, type ResultTable, result, rowsTable, settle } from "../../../method/index.js";
import { failuresTable, nominalOf, succeeded } from "../draws/draw-plan.js";
import { isRows } from "../vary/vary-schema.js";
import { type RemoveOneOptions, removeOneCard } from "./remove-one.method.js";

export interface Removal {
  readonly removed: string;
  readonly column: string;
  /** mean absolute change of rank over all units and periods that have a score both times, ranked among these */
  readonly change: number | null;
  /** in the latest period: places gained (above 0) by the unit that gains most, and by the one that loses most */
  readonly gainer: string | null;
  readonly gain: number | null;
  readonly loser: string | null;
  readonly loss: number | null;
}

/**
 * @param plan its only choice: what is left out, the first alternative leaving out none
 * @param options level, below (already in the plan's choice)
 * @returns value: one entry per node left out and column; table `ranks-without`: ranks of the latest period
 */
export async function removeOne(plan: Plan, options: Partial<RemoveOneOptions> = {}): Promise<Result<readonly Removal[]>> {
  const chosen = settle(removeOneCard, options);
  const { choices, columns, units, periods } = plan;
  const ids = choices[0]?.alternatives?.slice(1) ?? [];
  if (ids.length === 0) throw nothingToRemove(chosen.level);
  const draws = factorial([ids.length + 1]).slice(1);
  const [written, ...outcomes] = await plan.evaluate([null, ...draws]);
  const nominal = nominalOf(written);
  const without = outcomes.map((one) => (succeeded(one) ? one.values : undefined));
  const latest = (periods.length - 1) * units.length;

  const removals = ids.flatMap((removed, k) =>
    columns.map((column, c): Removal => {
      const scores = without[k]?.[c];
      if (!scores) return { removed, column: column.id, change: null, gainer: null, gain: null, loser: null, loss: null };
      const before = ranksWithin(among(nominal[c], scores), periods.length);
      const ranks = ranksWithin(among(scores, nominal[c]), periods.length);
      const moves = units.flatMap(({ code }, i) => {
        const places = before[latest + i] - ranks[latest + i];
        return places === places ? [{ code, places }] : [];
      });
      const most = moves.reduce((best, one) => (one.places > best.places ? one : best), { code: "", places: 0 });
      const least = moves.reduce((worst, one) => (one.places < worst.places ? one : worst), { code: "", places: 0 });
      return {
        removed,
        column: column.id,
        change: finite(meanAbsoluteChange(before, ranks)),
        gainer: most.code || null,
        gain: most.code ? most.places : null,
        loser: least.code || null,
        loss: least.code ? least.places : null,
      };
    }),
  );
  return result(removeOneCard, {
    options: chosen,
    value: removals,
    tables: [
      rowsTable(
        "removed",
        { en: "How far ranks move without it", zh: "剔除后名次的变动" },
        removals.map((one) => ({ ...one })),
        {
          removed: { en: "left out", zh: "剔除项" },
          column: { en: "of", zh: "对象" },
          change: { en: "mean absolute change of rank", zh: "名次平均绝对变动" },
          gainer: { en: `gains most, ${periods.at(-1)}`, zh: `${periods.at(-1)} 年上升最多` },
          gain: { en: "places gained", zh: "上升位数" },
          loser: { en: `loses most, ${periods.at(-1)}`, zh: `${periods.at(-1)} 年下降最多` },
          loss: { en: "places", zh: "变动位数" },
        },
      ),
      ...(ids.length <= mostRemovals ? [ranksTable(plan, ids, nominal, without)] : []),
      failuresTable(choices, draws, outcomes),
    ],
    trace: { left: ids, failed: outcomes.filter((one) => !succeeded(one)).length },
  });
}

/** Removals up to which the table of ranks has a column each. */
const mostRemovals = 200;

/** The scores of the cells that have one in both. */
const among = (scores: Float64Array, others: Float64Array): Float64Array =>
  scores.map((one, cell) => (others[cell] === others[cell] ? one : Number.NaN));

function ranksTable(
  { columns, units, periods }: Plan,
  ids: readonly string[],
  nominal: readonly Float64Array[],
  without: readonly (readonly Float64Array[] | undefined)[],
): ResultTable {
  const latest = (periods.length - 1) * units.length;
  const cells = (of: (c: number) => Float64Array | undefined): Cell[] =>
    columns.flatMap((_, c) => {
      const ranks = ranksWithin(of(c)?.subarray(latest) ?? new Float64Array(units.length).fill(Number.NaN), 1);
      return Array.from(ranks, finite);
    });
  return {
    id: "ranks-without",
    names: { en: `Ranks without each, ${periods.at(-1)}`, zh: `${periods.at(-1)} 年逐一剔除后的名次` },
    columns: [
      { id: "column", names: { en: "of", zh: "对象" }, values: columns.flatMap(({ id }) => units.map(() => id)) },
      { id: "unit", names: { en: "unit", zh: "单位" }, values: columns.flatMap(() => units.map(({ code }) => code)) },
      { id: "none", names: { en: "nothing left out", zh: "不剔除" }, values: cells((c) => nominal[c]) },
      ...ids.map((id, k) => ({ id, names: { en: `without ${id}`, zh: `剔除 ${id}` }, values: cells((c) => without[k]?.[c]) })),
    ],
  };
}

const nothingToRemove = (level: string): Fault =>
  new Fault({
    code: "nothing-to-remove",
    found: { en: `no ${level} can be left out`, zh: `没有可剔除的 ${level}` },
    expected: isRows(level)
      ? { en: "expected at least two in the data", zh: "数据中应至少有两个" }
      : { en: "expected at least one node with weight at that level", zh: "该层级应至少有一个计入权重的节点" },
    next: isRows(level)
      ? { en: "leave out something else", zh: "请另选剔除对象" }
      : { en: "choose another level or other nodes in below", zh: "请另选层级，或更改 below" },
  });
