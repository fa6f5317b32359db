/**
 * Weakest link S = min z over the parts with weight, level by level from the indicators to each root.
 * Source: OECD/JRC Handbook (2008), step 6 (non-compensatory aggregation), doi:10.1787/9789264043466-en.
 * Fails never; the size of a weight has no effect, only whether it is above 0. One noisy indicator decides the score.
 */
import { keyColumns, panelColumn, type Result, type ResultTable, result, settle } from "../../../method/index.js";
import { type Index, type Panel, pathOf, series, type Tree, type Weights } from "../../../table/index.js";
import { aggregateTree } from "../aggregate-tree.js";
import { minimum as smallest } from "../means.js";
import { type MinimumOptions, minimumCard } from "./minimum.method.js";

/**
 * @param normalised indicators on one scale
 * @param weights of the same tree
 * @param options available, changingComposition
 * @returns value: scores of the roots and of every inner node; table `weakest` names the indicator that decides each root's score
 */
export function minimum(normalised: Panel, weights: Weights, tree: Tree, options: Partial<MinimumOptions> = {}): Result<Index> {
  const chosen = settle(minimumCard, options);
  const parts = aggregateTree(normalised, weights, tree, chosen, () => smallest, false);
  return result(minimumCard, { options: chosen, ...parts, tables: () => [...parts.tables(), weakestTable(parts.value)] });
}

/** The first indicator, in the tree's order, whose value is the root's score. */
function weakestTable({ scores, normalised, weights, tree }: Index): ResultTable {
  return {
    id: "weakest",
    names: { en: "Weakest indicator", zh: "最弱指标" },
    columns: [
      ...keyColumns(scores),
      ...scores.variables.map((root, v) => {
        const score = series(scores, v);
        const below = tree.leaves
          .filter((leaf) => weights.effective[leaf.id] > 0 && pathOf(tree, leaf.id)[0].id === root.id)
          .map((leaf) => ({ id: leaf.id, cells: series(normalised, leaf.id) }));
        const found = Float64Array.from(score, (value, c) => below.findIndex((one) => one.cells[c] === value));
        return { id: root.id, names: root.names, values: panelColumn(scores, found).map((k) => below[k as number]?.id ?? null) };
      }),
    ],
  };
}
