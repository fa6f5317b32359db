/**
 * Change of a measure of inequality between two dates. By groups: what the groups' shares of the population, their means and the
 * distributions inside them did, each averaged over all orders in which the three can change (so the parts add up exactly). For the
 * Gini of the same units: progressivity P of growth, re-ranking R, and new weights: ΔG = weights + R − P.
 * Sources: Shorrocks (2013), doi:10.1007/s10888-011-9214-z; Jenkins & Van Kerm (2006), doi:10.1093/oep/gpl014; for L by groups:
 * Mookherjee & Shorrocks (1982), doi:10.2307/2232673. Fails when a group is missing or has nothing at one date.
 */
import { Fault } from "../../../ground/fault/index.js";
import type { Text } from "../../../ground/words/index.js";
import { finite, type Result, result, rowsTable, settle } from "../../../method/index.js";
import { type Group, grouped, inGroups, ungrouped } from "../../groups.js";
import { type Rows, rowsAsGiven, shareFault, weightedMean } from "../../rows.js";
import { measureOf } from "../measure-of.js";
import { type Measure, measureNames } from "../measures.js";
import { rankCovariance } from "../rank-covariance.js";
import { shapleyValues } from "../shapley-values.js";
import { type InequalityChangeOptions, inequalityChangeCard } from "./inequality-change.method.js";

export interface Snapshot {
  readonly values: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
  /** group of each row, "" = in none */
  readonly by?: readonly string[];
}

export interface InequalityChange {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** by groups: the groups' shares of the population, their means, the distributions inside them; null without groups */
  readonly shares: number | null;
  readonly means: number | null;
  readonly within: number | null;
  /** Gini of the same units: change = reweighting + reranking − progressivity; null for other measures and other units */
  readonly progressivity: number | null;
  readonly reranking: number | null;
  readonly reweighting: number | null;
}

/**
 * @param before values, weights and groups at the first date; NaN rows, rows of weight 0 and rows in no group are left out and counted
 * @param after the same at the second date; with `paired` the same units in the same order, and rows missing at one date are left out at both
 * @param options measure, paired (first and last tell a panel's periods apart and are printed)
 * @returns value: both measures, their difference and its parts; tables `inequality-change` and, by groups, `groups`
 */
export function inequalityChange(
  before: Snapshot,
  after: Snapshot,
  options: Partial<InequalityChangeOptions> = {},
): Result<InequalityChange> {
  const chosen = settle(inequalityChangeCard, options);
  const { measure, paired } = chosen;
  if (paired && before.values.length !== after.values.length) throw pairsFault(before.values.length, after.values.length);
  const both = paired ? present(before, after) : undefined;
  const [rows0, rows1] = [before, after].map((one) => rowsOf(one, both));
  const worth = (x: Float64Array, p: Float64Array): number => {
    const found = measureOf(measure, x, p);
    if (!Number.isFinite(found)) throw undefinedFault(measure);
    return found;
  };
  const [start, end] = [worth(rows0.x, rows0.p), worth(rows1.x, rows1.p)];
  const groups = before.by && after.by && sideBySide(grouped(rows0, before.by).groups, grouped(rows1, after.by).groups);
  const parts = groups && shapleyValues(3, (changed) => worth(...counterfactual(groups, changed)));
  const value: InequalityChange = {
    before: start,
    after: end,
    change: end - start,
    shares: parts ? parts[0] : null,
    means: parts ? parts[1] : null,
    within: parts ? parts[2] : null,
    ...(paired && measure === "gini" ? mobility(rows0, rows1, start, end) : { progressivity: null, reranking: null, reweighting: null }),
  };
  const outside = before.by?.filter((key) => key === "").length ?? 0;
  return result(inequalityChangeCard, {
    options: chosen,
    value,
    variant: `${inequalityChangeCard.variant(chosen)} · ${before.weights || after.weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [
      rowsTable("inequality-change", inequalityChangeCard.names, [{ ...value }], {
        before: named(measureNames[measure], { en: "first", zh: "起始" }),
        after: named(measureNames[measure], { en: "last", zh: "结束" }),
        ...partColumns,
      }),
      ...(groups
        ? [rowsTable("groups", { en: "Groups", zh: "各组" }, groups.map(groupRow(worth, rows0.mean, rows1.mean)), pairColumns)]
        : []),
    ],
    trace: { rows: [rows0.n, rows1.n], dropped: [rows0.dropped, rows1.dropped], mean: [rows0.mean, rows1.mean], groups: groups?.length },
    warnings: ungrouped(outside),
  });
}

/** For every row whether it counts at both dates. */
function present(before: Snapshot, after: Snapshot): Uint8Array {
  const counts = ({ values, weights, by }: Snapshot, i: number): boolean => values[i] === values[i] && weights?.[i] !== 0 && by?.[i] !== "";
  return Uint8Array.from({ length: before.values.length }, (_, i) => (counts(before, i) && counts(after, i) ? 1 : 0));
}

function rowsOf({ values, weights, by }: Snapshot, both: Uint8Array | undefined): Rows {
  const kept = by ? inGroups(values, by).values : values;
  const rows = rowsAsGiven(both ? Float64Array.from(kept, (one, i) => (both[i] ? one : Number.NaN)) : kept, weights);
  if (!(rows.mean > 0)) throw shareFault(rows.mean);
  const least = rows.x.reduce((a, b) => Math.min(a, b));
  if (least < 0) throw shareFault(least);
  return rows;
}

type Pair = readonly [Group, Group];

/** Groups of both dates side by side; a group must have somebody, and something, at both. */
function sideBySide(before: readonly Group[], after: readonly Group[]): Pair[] {
  const keys = new Set([...before, ...after].map(({ key }) => key));
  const dates = [before, after].map((groups) => new Map(groups.map((each) => [each.key, each])));
  return [...keys].map((key) => {
    const [one, other] = dates.map((groups) => groups.get(key));
    if (!one || !other || !(one.mean > 0) || !(other.mean > 0)) throw groupFault(key);
    return [one, other];
  });
}

/** All rows with the factors in `changed` (1 shares, 2 means, 4 within) as at the second date and the others as at the first. */
function counterfactual(groups: readonly Pair[], changed: number): [Float64Array, Float64Array] {
  const [shares, means, within] = [1, 2, 4].map((bit) => (changed & bit ? 1 : 0));
  const n = groups.reduce((sum, pair) => sum + pair[within].n, 0);
  const [x, p] = [new Float64Array(n), new Float64Array(n)];
  let at = 0;
  for (const pair of groups) {
    const { x: own, p: inside, mean } = pair[within];
    for (let i = 0; i < own.length; i++, at++) {
      x[at] = (own[i] / mean) * pair[means].mean;
      p[at] = inside[i] * pair[shares].populationShare;
    }
  }
  return [x, p];
}

function mobility(before: Rows, after: Rows, start: number, end: number) {
  const mean = weightedMean(after.x, before.p);
  const along = (2 * rankCovariance(after.x, before.x, before.p)) / mean;
  const held = (2 * rankCovariance(after.x, after.x, before.p)) / mean;
  return { progressivity: start - along, reranking: held - along, reweighting: end - held };
}

const groupRow =
  (worth: (x: Float64Array, p: Float64Array) => number, mean0: number, mean1: number) =>
  ([one, other]: Pair) => ({
    group: one.key,
    population_share_before: one.populationShare,
    population_share_after: other.populationShare,
    relative_mean_before: one.mean / mean0,
    relative_mean_after: other.mean / mean1,
    inside_before: finite(worth(one.x, one.p)),
    inside_after: finite(worth(other.x, other.p)),
  });

const named = ({ en, zh }: Text, date: Text): Text => ({ en: `${en}, ${date.en} date`, zh: `${zh}，${date.zh}时点` });
const partColumns = {
  change: { en: "change", zh: "变动" },
  shares: { en: "from the groups' shares of the population", zh: "人口份额变动的贡献" },
  means: { en: "from the groups' means", zh: "组均值变动的贡献" },
  within: { en: "from the distributions inside groups", zh: "组内分配变动的贡献" },
  progressivity: { en: "progressivity of growth, lowers the Gini", zh: "增长的累进性（降低基尼系数）" },
  reranking: { en: "re-ranking, raises it back", zh: "位次变动（抵消部分）" },
  reweighting: { en: "from the weights", zh: "权重变动的贡献" },
};
const pairColumns = {
  group: { en: "group", zh: "组别" },
  population_share_before: { en: "share of the population, first date", zh: "人口份额，起始时点" },
  population_share_after: { en: "share of the population, last date", zh: "人口份额，结束时点" },
  relative_mean_before: { en: "mean over the whole mean, first date", zh: "相对均值，起始时点" },
  relative_mean_after: { en: "mean over the whole mean, last date", zh: "相对均值，结束时点" },
  inside_before: { en: "inequality inside, first date", zh: "组内不平等，起始时点" },
  inside_after: { en: "inequality inside, last date", zh: "组内不平等，结束时点" },
};

const pairsFault = (before: number, after: number): Fault =>
  new Fault({
    code: "not-paired",
    place: { path: "paired" },
    found: { en: `${before} rows at the first date, ${after} at the second`, zh: `起始时点 ${before} 行，结束时点 ${after} 行` },
    expected: { en: "expected the same units at both dates", zh: "两个时点应为同一批单位" },
    next: { en: "use paired: false for other units", zh: "若单位不同，请用 paired: false" },
  });

const groupFault = (key: string): Fault =>
  new Fault({
    code: "lone-group",
    place: { path: "by" },
    found: { en: `group "${key}" is missing or has nothing at one of the dates`, zh: `组“${key}”在某一时点缺失或总量为零` },
    expected: { en: "expected every group with a positive mean at both dates", zh: "各组在两个时点均应存在且均值为正" },
    next: { en: "join it to another group, or leave it out", zh: "请与其他组合并，或剔除该组" },
  });

const undefinedFault = (measure: Measure): Fault =>
  new Fault({
    code: "undefined-measure",
    found: { en: `${measureNames[measure].en} is not defined here: a value is 0`, zh: `${measureNames[measure].zh}在此无定义：有值为 0` },
    expected: { en: "expected values above 0", zh: "各值应大于 0" },
    next: { en: "use gini, T or GE2, which take 0, or leave these rows out", zh: "请改用可含 0 的 gini、T 或 GE2，或剔除这些行" },
  });
