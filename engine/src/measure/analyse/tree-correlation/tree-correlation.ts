/**
 * Correlations inside an index: siblings with each other, or members of one level with the nodes above them, all on the common scale
 * with directions applied. Inside a group, high means redundant and low conflicting; with the node above, low means it works against it.
 * Source: OECD/JRC Handbook (2008), steps 4 and 9, doi:10.1787/9789264043466-en.
 * Fails on an unknown level. Members without weight take no part; a pair without three common rows has no correlation (null).
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Index } from "../../../table/index.js";
import { type CorrelationRow, correlationRows, correlationTable, correlationWarnings, type Pair } from "../correlation-rows.js";
import { levelNamed, membersAt } from "../index-parts.js";
import { type TreeCorrelationOptions, treeCorrelationCard } from "./tree-correlation.method.js";

/**
 * @param index its normalised indicators and the scores of its nodes
 * @param options level, with, family, kind, scope, high, low
 * @returns value: one row a pair (and period); group is the node above the first of the two when only the family is asked for
 */
export function treeCorrelation(index: Index, options: Partial<TreeCorrelationOptions> = {}): Result<readonly CorrelationRow[]> {
  const chosen = settle(treeCorrelationCard, options);
  const { tree } = index;
  const own = chosen.level === undefined ? tree.levels.length - 1 : levelNamed(tree, chosen.level, "level");
  const other = chosen.with === undefined ? own : levelNamed(tree, chosen.with, "with");
  const firsts = membersAt(index, own);
  const seconds = other === own ? firsts : membersAt(index, other);
  const related = (a: readonly string[], b: readonly string[]): boolean =>
    own === other ? a.at(-2) === b.at(-2) : own > other ? a[other] === b[other] : a[own] === b[own];
  const pairs = firsts.flatMap((first, k) =>
    seconds
      .filter((second, j) => (own !== other || j > k) && (!chosen.family || related(first.path, second.path)))
      .map((second): Pair => ({ group: chosen.family ? (first.path.at(-2) ?? "") : "", first, second })),
  );
  const rows = correlationRows(pairs, index.normalised.periods, chosen);
  return result(treeCorrelationCard, {
    options: chosen,
    value: rows,
    tables: [correlationTable(rows)],
    warnings: correlationWarnings(rows),
  });
}
