import { mean, sum } from "../../ground/sums/index.js";
import { type Cell, type ResultTable, rowsTable } from "../../method/index.js";
import { type PeriodWeights, pathOf, type Tree, type Weights } from "../../table/index.js";

/**
 * One set of weights for display from those of each period: the means of the effective weights, and the shares that follow from what
 * the indicators below a node weigh together. Roots keep their share, which is the same in every period.
 */
export function meanWeights(tree: Tree, level: number, byPeriod: readonly PeriodWeights[]): Weights {
  const effective = Object.fromEntries(tree.leaves.map((leaf) => [leaf.id, mean(byPeriod.map((one) => one.effective[leaf.id]))]));
  const parts = new Map<string, number[]>();
  for (const leaf of tree.leaves) for (const { id } of pathOf(tree, leaf.id)) parts.set(id, [...(parts.get(id) ?? []), effective[leaf.id]]);
  const mass = (id: string): number => sum(parts.get(id) ?? []);
  const share = Object.fromEntries(
    [...tree.nodes, ...tree.leaves].map(({ id, parent }) => {
      if (parent === null) return [id, byPeriod[0].share[id]];
      const above = mass(parent);
      return [id, above > 0 ? mass(id) / above : 0];
    }),
  );
  return { kind: "weights", within: tree.levels[level].id, share, effective, byPeriod };
}

/** Shares and effective weights of every node in every period. */
export function byPeriodTable(tree: Tree, byPeriod: readonly PeriodWeights[]): ResultTable {
  const rows = byPeriod.flatMap(({ period, share, effective }) =>
    [...tree.nodes, ...tree.leaves].map(
      (node): Record<string, Cell> => ({ period, id: node.id, share: share[node.id], effective: effective[node.id] ?? null }),
    ),
  );
  return rowsTable("weights-by-period", { en: "Weights by period", zh: "逐期权重" }, rows, {
    period: { en: "period", zh: "时期" },
    id: { en: "node", zh: "节点" },
    share: { en: "weight beside its siblings", zh: "同级权重" },
    effective: { en: "weight in its system", zh: "在所属系统中的权重" },
  });
}
