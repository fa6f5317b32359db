/**
 * Weights by branch: the shares of the children of a node, and of all below them, come from the step named for it; a node further
 * down may name another. Since siblings always come from one step, they still sum to 1.
 * Source of the idea that levels and branches may be weighed apart: OECD/JRC Handbook (2008), step 6, doi:10.1787/9789264043466-en.
 */
import { Fault, nearest } from "../../../ground/fault/index.js";
import { quote } from "../../../ground/words/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import { type PeriodWeights, pathOf, type Tree, type Weights } from "../../../table/index.js";
import { checkSameTree, commonPeriods, sharesAt, type WeightsByStep } from "../combine-weights.js";
import { weightsTable } from "../complete-weights.js";
import { byPeriodTable, meanWeights } from "../mean-weights.js";
import { noWeightFault } from "../no-weight-fault.js";
import { perPeriodWarning } from "../weigh-groups.js";
import { type BranchWeightsOptions, branchWeightsCard } from "./branch-weights.method.js";

/**
 * @param of weights of two or more steps, by name, made with the same tree; the first holds wherever `below` says nothing
 * @param options below: name of a step by id of a node
 * @returns value: weights; trace: the step of every node and indicator
 */
export function branchWeights(of: WeightsByStep, tree: Tree, options: Pick<BranchWeightsOptions, "below">): Result<Weights> {
  const chosen = settle(branchWeightsCard, options);
  const names = Object.keys(of);
  for (const name of names) checkSameTree(of[name], name, tree);
  for (const [node, name] of Object.entries(chosen.below)) {
    checkKnown(
      node,
      tree.nodes.map((one) => one.id),
      `below ${node}`,
      { en: "node with children", zh: "有下级的节点" },
    );
    checkKnown(name, names, `below ${node}`, { en: "step named in of", zh: "of 中列出的步骤" });
  }
  const all = [...tree.nodes, ...tree.leaves];
  const stepOf = Object.fromEntries(
    all.map(({ id }) => {
      const above = pathOf(tree, id).slice(0, -1);
      return [id, above.reduce((step, node) => chosen.below[node.id] ?? step, names[0])];
    }),
  );
  const at = (period: number | null): Pick<Weights, "share" | "effective"> => {
    const share = Object.fromEntries(all.map(({ id }) => [id, sharesAt(of[stepOf[id]], period)[id]]));
    const product = (id: string): number => pathOf(tree, id).reduce((weight, node) => weight * share[node.id], 1);
    return { share, effective: Object.fromEntries(tree.leaves.map(({ id }) => [id, product(id)])) };
  };
  const level = tree.levels.length - 2;
  const periods = commonPeriods(Object.fromEntries([...new Set(Object.values(stepOf))].map((name) => [name, of[name]])));
  const byPeriod = periods?.map((period): PeriodWeights => ({ period, ...at(period) }));
  const value: Weights = byPeriod ? meanWeights(tree, level, byPeriod) : { kind: "weights", within: tree.levels[level].id, ...at(null) };
  if (!tree.leaves.some(({ id }) => value.effective[id] > 0)) throw noWeightFault("tree");
  return result(branchWeightsCard, {
    options: chosen,
    value,
    tables: [weightsTable(tree, value), ...(byPeriod ? [byPeriodTable(tree, byPeriod)] : [])],
    trace: { of: names, stepOf },
    warnings: byPeriod ? [perPeriodWarning] : [],
  });
}

function checkKnown(id: string, known: readonly string[], path: string, kind: { en: string; zh: string }): void {
  if (known.includes(id)) return;
  const near = nearest(id, known);
  throw new Fault({
    code: "unknown-name",
    place: { path },
    found: { en: `${quote(id)} is no ${kind.en}`, zh: `${quote(id)} 不是${kind.zh}` },
    expected: { en: `expected one of: ${known.join(", ")}`, zh: `应为以下之一：${known.join("、")}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "choose one of these", zh: "请选择其中之一" },
  });
}
