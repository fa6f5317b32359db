/**
 * Theil's T or mean log deviation L, split exactly over nested groups: between the groups of each level inside those of the level
 * above, and within the finest. Every part is a sum of inequalities, so none is below 0.
 * Sources: Theil (1967); Shorrocks (1980), doi:10.2307/1913126; two stages: Akita (2003), doi:10.1007/s001680200107.
 * Fails when a value is negative or nothing is shared; L fails on a value of 0 (in T, 0·ln 0 = 0).
 */
import { ln } from "../../../ground/elementary/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { sum } from "../../../ground/sums/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import { type Group, grouped, inGroups, ungrouped } from "../../groups.js";
import { relativeEntropy, zeroFault } from "../../relative-entropy.js";
import { type Rows, rowsAsGiven, shareFault } from "../../rows.js";
import {
  type Level,
  type NestedGroup,
  type NestedParts,
  nestedGroupsTable,
  nestedLevelsTable,
  nestedTotalTable,
  pathStep,
} from "../nested-parts.js";
import { type NestedTheilOptions, nestedTheilCard } from "./nested-theil.method.js";

type Options = Partial<NestedTheilOptions> & { weights?: ArrayLike<number> };

/**
 * @param values one number a row, any unit; NaN rows, rows of weight 0 and rows without a group at some level are left out and counted
 * @param by two or more groupings, the coarsest first, each with the group of every row, "" = in none; a group of a finer level is told
 *   apart by the groups it lies in, so "urban" may occur in every region
 * @param options index T or L; weights: one non-negative number a row
 * @returns value: the whole, the part of every level, and what is left within; tables `nested-theil`, `levels` and `groups`
 */
export function nestedTheil(
  values: ArrayLike<number>,
  by: readonly (readonly string[])[],
  { weights, ...options }: Options = {},
): Result<NestedParts> {
  const chosen = settle(nestedTheilCard, options);
  if (by.length < 1) throw levelsFault();
  const paths = pathsOf(values.length, by);
  const kept = inGroups(values, paths[paths.length - 1]);
  const all = rowsAsGiven(kept.values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  const least = all.x.reduce((a, b) => Math.min(a, b));
  if (least < 0) throw shareFault(least);
  if (chosen.index === "L" && least === 0) throw zeroFault();

  const alpha = chosen.index === "T" ? 1 : 0;
  const levels = levelsOf(all, paths);
  const shareOf = (one: Group): number => (alpha === 1 ? one.incomeShare : one.populationShare);
  const whole = { populationShare: 1, incomeShare: 1, mean: all.mean };
  const between = levels.map(({ groups, parent }, d) => {
    const above = d === 0 ? [whole] : levels[d - 1].groups;
    const children = above.map((): Group[] => []);
    groups.forEach((one, j) => {
      children[parent[j]].push(one);
    });
    const parts = above.map(({ mean, incomeShare, populationShare }, k) => {
      if (!(mean > 0)) return 0;
      const means = children[k].map((one) => one.mean);
      const shares = children[k].map((one) => one.populationShare / populationShare);
      return (alpha === 1 ? incomeShare : populationShare) * relativeEntropy(means, shares, mean, alpha);
    });
    return sum(parts);
  });
  const inside = (one: Group): number | null => (one.mean > 0 ? relativeEntropy(one.x, one.p, one.mean, alpha) : null);
  const own = levels[levels.length - 1].groups.map((one) => shareOf(one) * (inside(one) ?? 0));
  const value = { theil: relativeEntropy(all.x, all.p, all.mean, alpha), between, within: sum(own) };
  const nodes = (): NestedGroup[] =>
    levels.flatMap(({ groups, parent }, d) =>
      groups.map((group, j): NestedGroup => {
        const { mean } = d === 0 ? whole : levels[d - 1].groups[parent[j]];
        const signed = group.mean > 0 ? (alpha === 1 ? group.incomeShare : -group.populationShare) * ln(group.mean / mean) : 0;
        return { level: d + 1, group, inside: inside(group), between: signed, within: d === levels.length - 1 ? own[j] : null };
      }),
    );
  return result(nestedTheilCard, {
    options: chosen,
    value,
    variant: `${nestedTheilCard.variant(chosen)} · ${weights ? "rows weighted" : "unweighted, each row counts once"}`,
    tables: () => [
      nestedTotalTable(nestedTheilCard.names, value, all.n, all.mean),
      nestedLevelsTable(value, levels),
      nestedGroupsTable(nodes(), value.theil),
    ],
    trace: {
      rows: all.n,
      dropped: all.dropped,
      weight: all.total,
      mean: all.mean,
      groups: levels.map(({ groups }) => groups.length),
      ungrouped: kept.outside,
    },
    warnings: ungrouped(kept.outside),
  });
}

function levelsOf(all: Rows, paths: readonly (readonly string[])[]): Level[] {
  let above: Uint32Array = new Uint32Array(all.n);
  return paths.map((keys) => {
    const { groups, of } = grouped(all, keys);
    const parent = new Uint32Array(groups.length);
    for (let i = 0; i < all.n; i++) parent[of[i]] = above[i];
    above = of;
    return { groups, parent };
  });
}

/** Level by level, the path of every row down to that level; "" where the row has no group at some level. */
function pathsOf(rows: number, by: readonly (readonly string[])[]): string[][] {
  const outside = Uint8Array.from({ length: rows }, (_, i) => (by.some((keys) => keys[i] === "") ? 1 : 0));
  return by.map((keys, d) => {
    if (keys.length !== rows) inGroups(new Float64Array(rows), keys);
    return keys.map((_, i) =>
      outside[i]
        ? ""
        : by
            .slice(0, d + 1)
            .map((each) => each[i])
            .join(pathStep),
    );
  });
}

const levelsFault = (): Fault =>
  new Fault({
    code: "no-levels",
    place: { path: "by" },
    found: { en: "no grouping", zh: "没有分组" },
    expected: { en: "expected one or more groupings, the coarsest first", zh: "应有一个以上分组，由粗到细" },
    next: { en: "give by: [region, urban], or use gini or theil without groups", zh: "请给出 by，如 [地区, 城乡]，或改用不分组的 theil" },
  });
