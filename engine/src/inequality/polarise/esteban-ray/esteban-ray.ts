/**
 * Esteban–Ray polarisation P = Σᵢ Σⱼ pᵢ^(1+α) pⱼ |yᵢ − yⱼ| of groups with population shares p and mean incomes y over the overall mean.
 * One sort: with the alienation A(yᵢ) = Σⱼ pⱼ|yᵢ − yⱼ| from running sums, P = Σᵢ pᵢ^(1+α) A(yᵢ).
 * Source: Esteban & Ray (1994), doi:10.2307/2951734.
 * Fails when a value is negative or nothing is shared. Without groups every row is one, equal values stay apart, and P depends on their number.
 */
import { pow } from "../../../ground/elementary/index.js";
import { increasingOrder } from "../../../ground/order/index.js";
import { sum } from "../../../ground/sums/index.js";
import { type Result, type ResultTable, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { type Group, groupCells, groupColumns, grouped, inGroups, ungrouped } from "../../groups.js";
import { type Rows, rows, shareFault } from "../../rows.js";
import { alienation } from "../alienation.js";
import { type EstebanRayOptions, estebanRayCard } from "./esteban-ray.method.js";

type Options = Partial<EstebanRayOptions> & { weights?: ArrayLike<number>; by?: readonly string[] };

/** Groups in increasing order of their means. */
interface Poles {
  readonly mean: Float64Array;
  readonly share: Float64Array;
  /** empty when every row is a group */
  readonly groups: readonly Group[];
}

/**
 * @param values one number a row, any unit; NaN rows, rows of weight 0 and rows in no group are left out and counted in the trace
 * @param options alpha in (0, 1.6]; weights: one non-negative number a row; by: group of each row, "" = in none
 * @returns value: P, 0 and above; with `by` also the table `groups`, whose contributions add up to P
 */
export function estebanRay(values: ArrayLike<number>, { weights, by, ...options }: Options = {}): Result<number> {
  const chosen = settle(estebanRayCard, options);
  const kept = by ? inGroups(values, by) : { values, outside: 0 };
  const all = rows(kept.values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  if (all.x[0] < 0) throw shareFault(all.x[0]);
  const poles = by ? polesOf(all, by) : { mean: all.x, share: all.p, groups: [] };
  const away = alienation(poles.mean, poles.share);
  const identity = poles.share.map((p) => pow(p, chosen.alpha));
  const parts = poles.share.map((p, i) => p * identity[i] * (away[i] / all.mean));
  const value = sum(parts);
  const total = { esteban_ray: value, groups: poles.share.length, n: all.n, mean: all.mean };
  const summary = rowsTable("esteban-ray", estebanRayCard.names, [total], totalColumns);
  return result(estebanRayCard, {
    options: chosen,
    value,
    variant: `${estebanRayCard.variant(chosen)} · ${by ? "groups as given" : "every row a group"} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: by ? () => [summary, groupsTable(poles.groups, away, identity, parts, all.mean)] : [summary],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean, groups: poles.share.length, ungrouped: kept.outside },
    warnings: [...ungrouped(kept.outside), ...(by ? [] : [rowsAsGroups])],
  });
}

function polesOf(all: Rows, by: readonly string[]): Poles {
  const { groups } = grouped(all, by);
  const order = increasingOrder(groups.map((one) => one.mean));
  const sorted = Array.from(order, (k) => groups[k]);
  return {
    mean: Float64Array.from(sorted, (one) => one.mean),
    share: Float64Array.from(sorted, (one) => one.populationShare),
    groups: sorted,
  };
}

const groupsTable = (
  groups: readonly Group[],
  away: Float64Array,
  identity: Float64Array,
  parts: Float64Array,
  mean: number,
): ResultTable =>
  rowsTable(
    "groups",
    { en: "Groups", zh: "各群体" },
    groups.map((one, i) => ({ ...groupCells(one), alienation: away[i] / mean, identification: identity[i], contribution: parts[i] })),
    columns,
  );

const totalColumns = {
  esteban_ray: estebanRayCard.names,
  groups: { en: "groups", zh: "群体数" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean", zh: "均值" },
};

const columns = {
  ...groupColumns,
  alienation: { en: "alienation: mean distance to all, over the mean income", zh: "疏离：与全体的平均距离除以平均收入" },
  identification: { en: "identification, p^α", zh: "认同 p^α" },
  contribution: { en: "part of the index", zh: "对指数的贡献" },
};

const rowsAsGroups: Warning = {
  code: "rows-as-groups",
  text: {
    en: "every row is a group of its own: the index falls as rows are added, compare only equal numbers of rows",
    zh: "每行自成一个群体：行数越多指数越小，只有行数相同才可比较",
  },
};
