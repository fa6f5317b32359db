import { Fault, nearest } from "../../ground/fault/index.js";
import { sum } from "../../ground/sums/index.js";
import { quote } from "../../ground/words/index.js";
import { type Cell, type ResultTable, rowsTable } from "../../method/index.js";
import {
  effectiveShares,
  everyNode,
  type Leaf,
  nodesAt,
  pathOf,
  type Tree,
  type TreeNode,
  type Weights,
  weightedLeaves,
} from "../../table/index.js";

/** The level inside which a method weighs, an index into `tree.levels`; by default the level above the indicators. */
export function levelIndex(tree: Tree, within: string | undefined): number {
  const inner = tree.levels.slice(0, -1).map((level) => level.id);
  if (within === undefined) return inner.length - 1;
  const k = inner.indexOf(within);
  if (k >= 0) return k;
  const near = nearest(within, inner);
  throw new Fault({
    code: "unknown-level",
    place: { path: "within" },
    found: { en: `within is ${quote(within)}`, zh: `within 为 ${quote(within)}` },
    expected: { en: `expected a level above the indicators: ${inner.join(", ")}`, zh: `应为指标之上的层级：${inner.join("、")}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "choose one of these levels", zh: "请选择其中之一" },
  });
}

interface Group {
  readonly node: TreeNode;
  readonly leaves: readonly Leaf[];
}

const found = new WeakMap<Tree, (readonly Group[])[]>();

/** The groups inside which weights are set: nodes of one level with the indicators that enter them. Found once a tree. */
export function groupsAt(tree: Tree, level: number): readonly Group[] {
  let levels = found.get(tree);
  if (!levels) found.set(tree, (levels = []));
  return (levels[level] ??= nodesAt(tree, level)
    .map((node) => ({ node, leaves: weightedLeaves(tree, node.id) }))
    .filter(({ leaves }) => leaves.length > 0));
}

/**
 * Weights of the whole tree from weights of its indicators inside the nodes of one level.
 * @param leafWeight a non-negative number per indicator id, of any scale; every group needs one above 0
 * @param above how nodes at that level and above stand beside their siblings: all equal, or by the tree's own weights
 */
export function completeWeights(
  tree: Tree,
  level: number,
  leafWeight: Readonly<Record<string, number>>,
  above: "equal" | "own",
): Omit<Weights, "byPeriod"> {
  const share: Record<string, number> = {};
  for (const { id } of everyNode(tree)) share[id] = 0;
  const groups = groupsAt(tree, level);

  const standing = new Map<string, Map<string, number>>();
  for (const { node, leaves } of groups) {
    const total = sum(leaves.map((leaf) => leafWeight[leaf.id]));
    const mass = new Map<string, number>([[node.id, 1]]);
    const below: (TreeNode | Leaf)[] = [];
    const add = (one: TreeNode | Leaf, part: number): void => {
      const before = mass.get(one.id);
      if (before === undefined) below.push(one);
      mass.set(one.id, (before ?? 0) + part);
    };
    for (const leaf of leaves) {
      const path = pathOf(tree, leaf.id);
      for (let k = level + 1; k < path.length; k++) add(path[k], leafWeight[leaf.id] / total);
    }
    for (const { id, parent } of below) {
      const above = mass.get(parent as string) as number;
      share[id] = above > 0 ? (mass.get(id) as number) / above : 0;
    }
    for (const { id, parent, weight } of pathOf(tree, node.id)) {
      const group = parent ?? `root ${id}`;
      const beside = standing.get(group) ?? new Map<string, number>();
      standing.set(group, beside.set(id, above === "equal" ? 1 : weight));
    }
  }
  for (const beside of standing.values()) {
    const total = sum([...beside.values()]);
    for (const [id, weight] of beside) share[id] = weight / total;
  }
  return { kind: "weights", within: tree.levels[level].id, share, effective: effectiveShares(tree, share) };
}

/** The weights of every node and indicator, in the order of the tree; `extra` adds columns for indicators. */
export function weightsTable(
  tree: Tree,
  weights: Pick<Weights, "share">,
  extra: Readonly<
    Record<string, { readonly names: { en: string; zh: string }; readonly of: Readonly<Record<string, number | null>> }>
  > = {},
): ResultTable {
  const rows = everyNode(tree).map((node): Record<string, Cell> => {
    const path = pathOf(tree, node.id);
    return {
      id: node.id,
      name_en: node.names.en,
      name_zh: node.names.zh,
      level: tree.levels[path.length - 1].id,
      parent: node.parent,
      share: weights.share[node.id],
      effective: path.reduce((product, one) => product * weights.share[one.id], 1),
      ...Object.fromEntries(Object.entries(extra).map(([key, { of }]) => [key, of[node.id] ?? null])),
    };
  });
  return rowsTable("weights", { en: "Weights", zh: "权重" }, rows, {
    id: { en: "node", zh: "节点" },
    name_en: { en: "name (English)", zh: "英文名称" },
    name_zh: { en: "name (Chinese)", zh: "中文名称" },
    level: { en: "level", zh: "层级" },
    parent: { en: "parent", zh: "上级" },
    share: { en: "weight beside its siblings", zh: "同级权重" },
    effective: { en: "weight in its system", zh: "在所属系统中的权重" },
    ...Object.fromEntries(Object.entries(extra).map(([key, { names }]) => [key, names])),
  });
}
