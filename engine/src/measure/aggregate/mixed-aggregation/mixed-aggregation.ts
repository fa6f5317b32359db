/**
 * Mixed aggregation: the score of every node by the mean that is named for it or for its level.
 * Source: OECD/JRC Handbook (2008), step 6, doi:10.1787/9789264043466-en.
 * Fails when a name is neither a level above the indicators nor a node, and where a mean's domain is left (0 or negative values).
 */
import { Fault, nearest } from "../../../ground/fault/index.js";
import { listed, quote } from "../../../ground/words/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import { depthOf, type Index, type Panel, type Tree, type Weights } from "../../../table/index.js";
import { aggregateTree } from "../aggregate-tree.js";
import { arithmetic, geometric, harmonic, minimum, power } from "../means.js";
import type { Rule } from "../node-cells.js";
import { copelandRule } from "../outranking.js";
import { type MixedAggregationOptions, mixedAggregationCard } from "./mixed-aggregation.method.js";

const rules = { arithmetic, geometric, harmonic, minimum, copeland: copelandRule };

/**
 * @param normalised indicators on one scale that suits the means named
 * @param weights of the same tree
 * @param options of (level or node → method), otherwise, available, changingComposition
 * @returns value: scores of the roots and of every inner node; trace `methods` says how each was made
 */
export function mixedAggregation(
  normalised: Panel,
  weights: Weights,
  tree: Tree,
  options: Pick<MixedAggregationOptions, "of"> & Partial<MixedAggregationOptions>,
): Result<Index> {
  const chosen = settle(mixedAggregationCard, options);
  checkNames(tree, Object.keys(chosen.of));
  const chosenFor = (id: string) => chosen.of[id] ?? chosen.of[tree.levels[depthOf(tree, id)].id] ?? chosen.otherwise;
  const ruleOf = (one: MixedAggregationOptions["otherwise"]): Rule => (typeof one === "string" ? rules[one] : power(one.power));
  const parts = aggregateTree(normalised, weights, tree, chosen, (node) => ruleOf(chosenFor(node.id)), false);
  const methods = Object.fromEntries(tree.nodes.map((node) => [node.id, chosenFor(node.id)]));
  return result(mixedAggregationCard, { options: chosen, ...parts, trace: { ...parts.trace, methods } });
}

function checkNames(tree: Tree, names: readonly string[]): void {
  const known = [...tree.levels.slice(0, -1), ...tree.nodes].map((one) => one.id);
  const stranger = names.find((name) => !known.includes(name));
  if (stranger === undefined) return;
  const near = nearest(stranger, known);
  throw new Fault({
    code: "unknown-node",
    place: { path: `of.${stranger}` },
    found: { en: `of names ${quote(stranger)}, which is no level and no node`, zh: `of 中的 ${quote(stranger)} 既非层级也非节点` },
    expected: { en: `expected one of: ${listed(known, 20).en}`, zh: `应为以下之一：${listed(known, 20).zh}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove the line", zh: "请删去此行" },
  });
}
