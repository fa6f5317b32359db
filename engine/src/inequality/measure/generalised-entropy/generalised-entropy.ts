/**
 * Generalised entropy GE(α), with the exact split into between and within groups: the within weight of a group is p^(1−α) s^α.
 * Source: Shorrocks (1980), doi:10.2307/1913126.
 * Fails when a value is negative or nothing is shared; for α ≤ 0 also on a value of 0.
 */
import { pow } from "../../../ground/elementary/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { sum } from "../../../ground/sums/index.js";
import { finite, type Result, type ResultTable, result, rowsTable, settle } from "../../../method/index.js";
import { type Group, groupCells, groupColumns, grouped, inGroups, ungrouped } from "../../groups.js";
import { relativeEntropy } from "../../relative-entropy.js";
import { rowsAsGiven, shareFault } from "../../rows.js";
import { type GeneralisedEntropyOptions, generalisedEntropyCard } from "./generalised-entropy.method.js";

type Options = Partial<GeneralisedEntropyOptions> & { weights?: ArrayLike<number>; by?: readonly string[] };

interface Part {
  readonly group: Group;
  /** inequality inside the group; null when it has nothing to share */
  readonly inside: number | null;
  readonly within: number;
}

/**
 * @param values one number a row, any unit; NaN rows, rows of weight 0 and rows in no group are left out and counted in the trace
 * @param options alpha; weights: one non-negative number a row; by: group of each row, "" = in none
 * @returns value: GE(α) ≥ 0, null with a warning when it exceeds the largest number; tables `generalised-entropy` and, by groups, `groups`
 */
export function generalisedEntropy(values: ArrayLike<number>, { weights, by, ...options }: Options = {}): Result<number | null> {
  const chosen = settle(generalisedEntropyCard, options);
  const { alpha } = chosen;
  const kept = by ? inGroups(values, by) : { values, outside: 0 };
  const all = rowsAsGiven(kept.values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  const least = all.x.reduce((a, b) => Math.min(a, b));
  if (least < 0) throw shareFault(least);
  if (least === 0 && alpha < 1e-8) throw zeroFault(alpha);

  const value = finite(relativeEntropy(all.x, all.p, all.mean, alpha));
  const parts = by && grouped(all, by).groups.map((group) => partOf(group, alpha));
  const cells = { generalised_entropy: value, n: all.n, mean: all.mean };
  const total = parts ? { ...cells, ...split(parts, all.mean, alpha, value) } : cells;
  return result(generalisedEntropyCard, {
    options: chosen,
    value,
    variant: `${generalisedEntropyCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: [
      rowsTable("generalised-entropy", generalisedEntropyCard.names, [total], parts ? { ...wholeColumns, ...splitColumns } : wholeColumns),
      ...(parts ? [groupsTable(parts)] : []),
    ],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean, ungrouped: kept.outside },
    warnings: [...ungrouped(kept.outside), ...(value === null ? [beyond(alpha)] : [])],
  });
}

function partOf(group: Group, alpha: number): Part {
  if (!(group.mean > 0)) return { group, inside: null, within: 0 };
  const inside = relativeEntropy(group.x, group.p, group.mean, alpha);
  const weight = group.populationShare * pow(group.incomeShare / group.populationShare, alpha);
  return { group, inside: finite(inside), within: weight * inside };
}

function split(parts: readonly Part[], mean: number, alpha: number, value: number | null) {
  const groups = parts.map((one) => one.group);
  const means = groups.map((one) => one.mean);
  const shares = groups.map((one) => one.populationShare);
  const between = relativeEntropy(means, shares, mean, alpha);
  const within = sum(parts.map((one) => one.within));
  const whole = value ?? Number.NaN;
  return {
    between: finite(between),
    within: finite(within),
    between_share: finite(between / whole),
    within_share: finite(within / whole),
  };
}

const wholeColumns = {
  generalised_entropy: generalisedEntropyCard.names,
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean", zh: "均值" },
};
const splitColumns = {
  between: { en: "between groups", zh: "组间差距" },
  within: { en: "within groups", zh: "组内差距" },
  between_share: { en: "share between groups", zh: "组间贡献率" },
  within_share: { en: "share within groups", zh: "组内贡献率" },
};

const groupsTable = (parts: readonly Part[]): ResultTable =>
  rowsTable(
    "groups",
    { en: "Groups", zh: "各组" },
    parts.map(({ group, inside, within }) => ({ ...groupCells(group), inside, within: finite(within) })),
    {
      ...groupColumns,
      inside: { en: "inequality inside", zh: "组内广义熵" },
      within: { en: "part of the inequality within", zh: "对组内差距的贡献" },
    },
  );

const zeroFault = (alpha: number): Fault =>
  new Fault({
    code: "zero-value",
    found: { en: `a value is 0 with α = ${alpha}`, zh: `有值为 0，而 α = ${alpha}` },
    expected: { en: "expected values above 0 when α is 0 or less", zh: "α 不大于 0 时各值应大于 0" },
    next: { en: "use an α above 0, or leave these rows out", zh: "请改用大于 0 的 α，或剔除这些行" },
  });

const beyond = (alpha: number) => ({
  code: "too-large",
  text: { en: `GE(${alpha}) exceeds the largest number that can be held`, zh: `GE(${alpha}) 超出可表示的最大数` },
});
