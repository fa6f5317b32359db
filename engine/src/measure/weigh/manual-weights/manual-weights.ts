/**
 * Manual weights: w = ω/Σω over the weighted siblings, at every level; ω as the framework or the user wrote them.
 * Source: OECD/JRC Handbook (2008), step 6, doi:10.1787/9789264043466-en.
 * Fails when an id is unknown or no indicator keeps a weight above 0. The original numbers stay in the trace.
 */
import { Fault, nearest } from "../../../ground/fault/index.js";
import { quote } from "../../../ground/words/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import { everyNode, type Tree, type TreeNode, tree as treeOf, type Weights, weightedLeaves } from "../../../table/index.js";
import { boundWeights } from "../bound-weights.js";
import { completeWeights, weightsTable } from "../complete-weights.js";
import { noWeightFault } from "../no-weight-fault.js";
import { type ManualWeightsOptions, manualWeightsCard } from "./manual-weights.method.js";

/**
 * @param tree carries the weight of every node and indicator beside its siblings
 * @param options set: weights by id that replace the tree's; bounds: floor and cap of an indicator in its group
 * @returns value: share beside siblings and effective weight in the root
 */
export function manualWeights(tree: Tree, options: Partial<ManualWeightsOptions> = {}): Result<Weights> {
  const chosen = settle(manualWeightsCard, options);
  checkKnown(Object.keys(chosen.set), everyNode(tree));
  const given = <N extends TreeNode>(node: N): N => ({ ...node, weight: chosen.set[node.id] ?? node.weight });
  const written = Object.keys(chosen.set).length > 0 ? treeOf(tree.levels, tree.nodes.map(given), tree.leaves.map(given)) : tree;
  const leaves = weightedLeaves(written, null);
  if (leaves.length === 0) throw noWeightFault("tree");
  const level = tree.levels.length - 2;
  const { weight, active } = boundWeights(written, level, Object.fromEntries(leaves.map((leaf) => [leaf.id, leaf.weight])), chosen.bounds);
  const value: Weights = completeWeights(written, level, weight, "own");
  return result(manualWeightsCard, {
    options: chosen,
    value,
    tables: () => [
      weightsTable(written, value, {
        original: {
          names: { en: "weight as written", zh: "原始权重" },
          of: originals(written),
        },
      }),
    ],
    trace: {
      original: originals(written),
      leftOut: tree.leaves.filter((leaf) => !leaves.some((one) => one.id === leaf.id)).map((leaf) => leaf.id),
      ...(chosen.bounds ? { activeBounds: active } : {}),
    },
  });
}

const originals = (tree: Tree): Record<string, number> => Object.fromEntries(everyNode(tree).map((node) => [node.id, node.weight]));

function checkKnown(ids: readonly string[], all: readonly TreeNode[]): void {
  const known = all.map((node) => node.id);
  const stranger = ids.find((id) => !known.includes(id));
  if (stranger === undefined) return;
  const near = nearest(stranger, known);
  throw new Fault({
    code: "unknown-node",
    place: { path: "set" },
    found: { en: `set names ${quote(stranger)}, which the framework does not have`, zh: `set 中的 ${quote(stranger)} 不在指标体系中` },
    expected: { en: `expected ids of the ${known.length} nodes and indicators`, zh: `应为 ${known.length} 个节点与指标的标识之一` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove the line", zh: "请删去此行" },
  });
}
