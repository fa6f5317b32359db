/**
 * Equal weights w = 1/(number of weighted siblings), at every level of the tree.
 * Source: OECD/JRC Handbook (2008), step 6, doi:10.1787/9789264043466-en.
 * Fails when no indicator has a weight above 0. Equal is a choice too: a group with few indicators gives each of them more.
 */
import { type Result, result, settle } from "../../../method/index.js";
import { type Tree, type Weights, weightedLeaves } from "../../../table/index.js";
import { completeWeights, groupsAt, levelIndex, weightsTable } from "../complete-weights.js";
import { noWeightFault } from "../no-weight-fault.js";
import { type EqualWeightsOptions, equalWeightsCard } from "./equal-weights.method.js";

/**
 * @param tree indicators of weight 0, or below a node of weight 0, are left out (share 0)
 * @param options within: level inside which all indicators count the same
 * @returns value: share beside siblings and effective weight in the root, summing to 1 per group and per root
 */
export function equalWeights(tree: Tree, options: Partial<EqualWeightsOptions> = {}): Result<Weights> {
  const chosen = settle(equalWeightsCard, options);
  const level = levelIndex(tree, chosen.within);
  const leaves = weightedLeaves(tree, null);
  if (leaves.length === 0) throw noWeightFault("tree");
  const alike: Record<string, number> = {};
  for (const { id } of leaves) alike[id] = 1;
  const value: Weights = completeWeights(tree, level, alike, "equal");
  return result(equalWeightsCard, {
    options: chosen,
    value,
    tables: () => [weightsTable(tree, value)],
    trace: {
      within: value.within,
      groups: groupsAt(tree, level).map((group) => ({ group: group.node.id, indicators: group.leaves.map((leaf) => leaf.id) })),
      leftOut: tree.leaves.filter((leaf) => !leaves.includes(leaf)).map((leaf) => leaf.id),
    },
  });
}
