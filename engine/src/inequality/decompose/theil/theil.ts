/**
 * Theil index T = Σ p (x/μ) ln(x/μ), or mean log deviation L = −Σ p ln(x/μ), with the exact split into between and within groups:
 * T = Σ s ln(s/p) + Σ s T_j and L = Σ p ln(p/s) + Σ p L_j; p, s = a group's share of the population and of the income.
 * Sources: Theil (1967); decomposition: Shorrocks (1980), doi:10.2307/1913126.
 * Fails when a value is negative or nothing is shared; L fails on a value of 0 (in T, 0·ln 0 = 0).
 */
import { ln, log1p } from "../../../ground/elementary/index.js";
import { dot, sum } from "../../../ground/sums/index.js";
import type { Text } from "../../../ground/words/index.js";
import { type Column, finite, type Result, type ResultTable, result, rowsTable, settle } from "../../../method/index.js";
import { type Group, groupCells, groupColumns, grouped, inGroups, ungrouped } from "../../groups.js";
import { zeroFault } from "../../relative-entropy.js";
import { type Rows, rowsAsGiven, shareFault } from "../../rows.js";
import { type TheilOptions, theilCard } from "./theil.method.js";

type Index = TheilOptions["index"];
type Options = Partial<TheilOptions> & { weights?: ArrayLike<number>; by?: readonly string[] };

interface Part extends Group {
  /** inequality inside the group; null when it has nothing to share */
  readonly inside: number | null;
  /** s ln(s/p), or p ln(p/s) for L: negative for a group below (for L: above) the mean; the sum over the groups is not */
  readonly between: number;
  readonly within: number;
}

/**
 * @param values one number a row, any unit; NaN rows, rows of weight 0 and rows in no group are left out and counted in the trace
 * @param options index T or L; weights: one non-negative number a row; by: group of each row, "" = in none
 * @returns value: T or L in nats (T at most ln n without weights); tables `theil` (with between and within) and, by groups, `groups`
 */
export function theil(values: ArrayLike<number>, { weights, by, ...options }: Options = {}): Result<number> {
  const chosen = settle(theilCard, options);
  const inside = by ? inGroups(values, by) : { values, outside: 0 };
  const all = rowsAsGiven(inside.values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  const least = all.x.reduce((a, b) => Math.min(a, b));
  if (least < 0) throw shareFault(least);
  const zeros = all.x.reduce((count, x) => count + (x === 0 ? 1 : 0), 0);
  if (chosen.index === "L" && zeros > 0) throw zeroFault();

  const value = inequality(all.x, all.p, all.mean, chosen.index);
  const groups = by && grouped(all, by).groups.map((one) => part(one, all, chosen.index));
  return result(theilCard, {
    options: chosen,
    value,
    variant: `${theilCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: groups ? [totalTable(all, value, chosen.index, groups), groupsTable(groups, value)] : [totalTable(all, value, chosen.index)],
    trace: {
      rows: all.n,
      dropped: all.dropped,
      weight: all.total,
      mean: all.mean,
      zeros,
      ...(groups ? { groups: groups.length, ungrouped: inside.outside } : {}),
    },
    warnings: ungrouped(inside.outside),
  });
}

/** Σ p (r ln r − r + 1) or Σ p (r − 1 − ln r), r = x/μ: every term is at least 0, so small inequalities keep their digits. */
function inequality(x: ArrayLike<number>, p: ArrayLike<number>, mean: number, index: Index): number {
  const terms = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const h = (x[i] - mean) / mean;
    const log = Math.abs(h) < 0.5 ? log1p(h) : ln(x[i] / mean);
    terms[i] = x[i] === 0 ? 1 : index === "T" ? (1 + h) * log - h : h - log;
  }
  return Math.max(0, dot(p, terms));
}

/** What a group adds between and within. */
function part(group: Group, all: Rows, index: Index): Part {
  const { x, p, mean, populationShare, incomeShare } = group;
  const inside = mean > 0 ? inequality(x, p, mean, index) : null;
  return {
    ...group,
    inside,
    between: mean > 0 ? (index === "T" ? incomeShare * ln(mean / all.mean) : populationShare * ln(all.mean / mean)) : 0,
    within: (index === "T" ? incomeShare : populationShare) * (inside ?? 0),
  };
}

function totalTable(all: Rows, value: number, index: Index, groups?: readonly Part[]): ResultTable {
  const column = (id: string, names: Text, cell: number | null): Column => ({ id, names, values: [cell] });
  const parts = groups && {
    between: inequality(
      groups.map((one) => one.mean),
      groups.map((one) => one.populationShare),
      all.mean,
      index,
    ),
    within: sum(groups.map((one) => one.within)),
  };
  return {
    id: "theil",
    names: theilCard.names,
    columns: [
      column("theil", theilCard.names, value),
      ...(parts
        ? [
            column("between", { en: "between groups", zh: "组间差距" }, parts.between),
            column("within", { en: "within groups", zh: "组内差距" }, parts.within),
            column("between_share", { en: "share between groups", zh: "组间贡献率" }, finite(parts.between / value)),
            column("within_share", { en: "share within groups", zh: "组内贡献率" }, finite(parts.within / value)),
          ]
        : []),
      column("n", { en: "rows", zh: "行数" }, all.n),
      column("mean", { en: "mean", zh: "均值" }, all.mean),
    ],
  };
}

const groupsTable = (groups: readonly Part[], value: number): ResultTable =>
  rowsTable(
    "groups",
    { en: "Groups", zh: "各组" },
    groups.map((one) => ({
      ...groupCells(one),
      theil: one.inside,
      between: one.between,
      within: one.within,
      within_share: finite(one.within / value),
    })),
    {
      ...groupColumns,
      theil: { en: "inequality inside", zh: "组内泰尔指数" },
      between: { en: "part of the inequality between", zh: "对组间差距的贡献" },
      within: { en: "part of the inequality within", zh: "对组内差距的贡献" },
      within_share: { en: "share of the whole, from inside", zh: "组内贡献率" },
    },
  );
