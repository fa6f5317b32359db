/**
 * Gini coefficient split exactly into within groups, net between groups, and transvariation (the overlap of groups): G = Gw + Gnb + Gt.
 * One sort; then one pass whose terms are all at least 0, so that groups that do not overlap have a transvariation of exactly 0.
 * Source: Dagum (1997), doi:10.1007/BF01205777.
 * Fails when a value is negative, nothing is shared, or there are more than 2,000 groups (the pair table has a row for every two).
 */
import { Fault } from "../../../ground/fault/index.js";
import { sum } from "../../../ground/sums/index.js";
import { finite, type Result, type ResultTable, result, rowsTable } from "../../../method/index.js";
import { type Group, groupCells, groupColumns, grouped, inGroups, ungrouped } from "../../groups.js";
import { type Rows, rows, shareFault } from "../../rows.js";
import { dagumCard } from "./dagum.method.js";

const mostGroups = 2000;

export interface DagumParts {
  readonly gini: number;
  readonly within: number;
  readonly netBetween: number;
  readonly transvariation: number;
  /** net between and transvariation together: all that is not within */
  readonly grossBetween: number;
}

interface Pair {
  /** the group with the higher mean */
  readonly richer: Group;
  readonly poorer: Group;
  /** expected lead of a member of the richer group, 0 where it does not lead; and of the poorer group */
  readonly d: number;
  readonly p: number;
  readonly netBetween: number;
  readonly transvariation: number;
}

/**
 * @param values one number a row, any unit; NaN rows, rows of weight 0 and rows in no group are left out and counted in the trace
 * @param by group of each row, "" = in none; groups are ordered by their means here, not by the caller
 * @param options weights: one non-negative number a row
 * @returns value: the Gini and its parts, in [0, 1]; tables `dagum` (totals and shares), `groups` and `pairs` (G_jh, d_jh, p_jh, D_jh)
 */
export function dagum(
  values: ArrayLike<number>,
  by: readonly string[],
  { weights }: { readonly weights?: ArrayLike<number> } = {},
): Result<DagumParts> {
  const kept = inGroups(values, by);
  const all = rows(kept.values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  if (all.x[0] < 0) throw shareFault(all.x[0]);
  const { groups, of } = grouped(all, by);
  if (groups.length > mostGroups) throw manyFault(groups.length);

  const lead = leads(all, of, groups.length);
  const own = groups.map((_, j) => lead[j * groups.length + j] / all.mean);
  const pairs = pairsOf(groups, lead, all.mean);
  const within = sum(own);
  const netBetween = sum(pairs.map((one) => one.netBetween));
  const transvariation = sum(pairs.map((one) => one.transvariation));
  const parts = { within, netBetween, transvariation, grossBetween: netBetween + transvariation };
  const value = { gini: sum(lead) / all.mean, ...parts };
  return result(dagumCard, {
    options: {},
    value,
    variant: `${dagumCard.variant({})} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [totalTable(value, all), groupsTable(groups, own, value.gini), pairsTable(pairs)],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean, groups: groups.length, ungrouped: kept.outside },
    warnings: ungrouped(kept.outside),
  });
}

/**
 * For groups j and h the mean of max(0, y_j − y_h) over all pairs of rows, times p_j p_h; at j·K + h.
 * Going up the sorted rows, `reach` holds for every group how far its rows so far lie below, in total.
 */
function leads({ x, p, n }: Rows, of: Uint32Array, count: number): Float64Array {
  const lead = new Float64Array(count * count);
  const [reach, below] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < n; i++) {
    const step = i === 0 ? 0 : x[i] - x[i - 1];
    const start = of[i] * count;
    for (let h = 0; h < count; h++) {
      reach[h] += step * below[h];
      lead[start + h] += p[i] * reach[h];
    }
    below[of[i]] += p[i];
  }
  return lead;
}

/** Every two groups once, from the richest group down. */
function pairsOf(groups: readonly Group[], lead: Float64Array, mean: number): Pair[] {
  const order = groups.map((_, j) => j).sort((a, b) => groups[b].mean - groups[a].mean || a - b);
  return order.flatMap((j, rank) =>
    order.slice(rank + 1).map((h) => {
      const [richer, poorer] = [groups[j], groups[h]];
      const both = richer.populationShare * poorer.populationShare;
      const back = lead[h * groups.length + j];
      return {
        richer,
        poorer,
        d: lead[j * groups.length + h] / both,
        p: back / both,
        netBetween: (both * (richer.mean - poorer.mean)) / mean,
        transvariation: (2 * back) / mean,
      };
    }),
  );
}

const totalColumns = {
  dagum: { en: "Gini coefficient", zh: "基尼系数" },
  within: { en: "within groups", zh: "组内差距" },
  net_between: { en: "between groups, net", zh: "组间净值差距" },
  transvariation: { en: "transvariation (overlap of groups)", zh: "超变密度" },
  gross_between: { en: "between groups, gross (net and transvariation)", zh: "组间总差距（净值与超变密度）" },
  within_share: { en: "share within groups", zh: "组内贡献率" },
  net_between_share: { en: "share between groups, net", zh: "组间净值贡献率" },
  transvariation_share: { en: "share of transvariation", zh: "超变密度贡献率" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean", zh: "均值" },
};

const ownColumns = {
  ...groupColumns,
  gini: { en: "Gini inside", zh: "组内基尼系数" },
  within: { en: "part of the Gini", zh: "对组内差距的贡献" },
  within_share: { en: "share of the whole", zh: "贡献率" },
};

const pairColumns = {
  richer: { en: "group with the higher mean", zh: "均值较高组" },
  poorer: { en: "group with the lower mean", zh: "均值较低组" },
  gini: { en: "Gini between the two, G_jh", zh: "组间基尼系数 G_jh" },
  d: { en: "expected lead of the richer, d_jh", zh: "较高组的期望领先 d_jh" },
  p: { en: "expected lead of the poorer, p_jh", zh: "较低组的期望领先 p_jh" },
  affluence: { en: "relative affluence, D_jh", zh: "相对富裕程度 D_jh" },
  net_between: { en: "part of net between", zh: "对组间净值的贡献" },
  transvariation: { en: "part of transvariation", zh: "对超变密度的贡献" },
};

function totalTable(value: DagumParts, { n, mean }: Rows): ResultTable {
  const { gini, within, netBetween, transvariation, grossBetween } = value;
  const cells = {
    dagum: gini,
    within,
    net_between: netBetween,
    transvariation,
    gross_between: grossBetween,
    within_share: finite(within / gini),
    net_between_share: finite(netBetween / gini),
    transvariation_share: finite(transvariation / gini),
    n,
    mean,
  };
  return rowsTable("dagum", dagumCard.names, [cells], totalColumns);
}

const groupsTable = (groups: readonly Group[], own: readonly number[], gini: number): ResultTable =>
  rowsTable(
    "groups",
    { en: "Groups", zh: "各组" },
    groups.map((one, j) => ({
      ...groupCells(one),
      gini: finite(own[j] / (one.populationShare * one.incomeShare)),
      within: own[j],
      within_share: finite(own[j] / gini),
    })),
    ownColumns,
  );

const pairsTable = (pairs: readonly Pair[]): ResultTable =>
  rowsTable(
    "pairs",
    { en: "Pairs of groups", zh: "组间两两比较" },
    pairs.map(({ richer, poorer, d, p, netBetween, transvariation }) => ({
      richer: richer.key,
      poorer: poorer.key,
      gini: finite((d + p) / (richer.mean + poorer.mean)),
      d,
      p,
      affluence: d + p > 0 ? Math.max(0, (d - p) / (d + p)) : 0,
      net_between: netBetween,
      transvariation,
    })),
    pairColumns,
  );

const manyFault = (found: number): Fault =>
  new Fault({
    code: "many-groups",
    place: { path: "by" },
    found: { en: `${found} groups`, zh: `${found} 个组` },
    expected: { en: `expected at most ${mostGroups} groups, as every two are compared`, zh: `两两比较，最多 ${mostGroups} 个组` },
    next: { en: "use coarser groups, or theil for the two parts within and between", zh: "请合并组别，或用 theil 只分组内与组间" },
  });
