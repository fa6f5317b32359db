import { Fault, nearest } from "../../../ground/fault/index.js";
import { listed, quote } from "../../../ground/words/index.js";
import { depthOf, type Leaf, nodeOf, pathOf, type Tree, type TreeNode, tree as treeOf, weightedLeaves } from "../../../table/index.js";

/** Nodes of a level that carry weight, so that leaving one out changes something. */
export function nodesToLeaveOut(tree: Tree, level: string, below: readonly string[] | null): (TreeNode | Leaf)[] {
  const depth = tree.levels.findIndex((one) => one.id === level);
  if (depth < 0)
    throw unknownName(
      level,
      tree.levels.map((one) => one.id),
      { en: "no level is called", zh: "没有层级" },
    );
  const all = [...tree.nodes, ...tree.leaves];
  for (const id of below ?? []) {
    if (nodeOf(tree, id)) continue;
    throw unknownName(
      id,
      all.map((one) => one.id),
      { en: "no node is called", zh: "没有节点" },
    );
  }
  const carrying = new Set(weightedLeaves(tree, null).flatMap((leaf) => pathOf(tree, leaf.id).map((node) => node.id)));
  return all.filter(
    ({ id }) =>
      carrying.has(id) && depthOf(tree, id) === depth && (below === null || pathOf(tree, id).some((node) => below.includes(node.id))),
  );
}

/** The tree in which a node weighs nothing; what stands above it and loses its last part weighs nothing either. */
export function withoutNode(tree: Tree, id: string): Tree {
  const gone = new Set([id]);
  const path = pathOf(tree, id);
  for (let k = path.length - 2; k >= 0; k--) {
    const rest = weightedLeaves(tree, path[k].id).some((leaf) => !pathOf(tree, leaf.id).some((node) => gone.has(node.id)));
    if (!rest) gone.add(path[k].id);
  }
  const lighter = <N extends TreeNode>(node: N): N => (gone.has(node.id) ? { ...node, weight: 0 } : node);
  return treeOf(tree.levels, tree.nodes.map(lighter), tree.leaves.map(lighter));
}

function unknownName(name: string, known: readonly string[], found: { en: string; zh: string }): Fault {
  const near = nearest(name, known);
  return new Fault({
    code: "unknown-name",
    found: { en: `${found.en} ${quote(name)}`, zh: `${found.zh} ${quote(name)}` },
    expected: { en: `expected one of: ${listed(known, 20).en}`, zh: `应为以下之一：${listed(known, 20).zh}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "choose one of these", zh: "请选择其中之一" },
  });
}
