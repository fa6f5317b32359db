import { Fault } from "../ground/fault/index.js";
import { quote, type Text } from "../ground/words/index.js";
import type { Chain, Unfilled } from "./chain.js";

export interface Level {
  /** e.g. "wheel", "mechanism", "indicator" */
  readonly id: string;
  readonly names: Text;
}

export interface TreeNode {
  readonly id: string;
  readonly names: Text;
  /** id of the node above; null for a root (a root is a score of its own: empowerment, equity, outcome) */
  readonly parent: string | null;
  /** original weight beside its siblings, ≥ 0; 0 = shown, not aggregated */
  readonly weight: number;
}

export interface Leaf extends TreeNode {
  readonly parent: string;
  readonly unit: Text;
  readonly direction: -1 | 1;
  /** formula over raw columns, as `derive` reads it; absent when the data already hold the indicator */
  readonly formula?: string;
}

/**
 * An indicator tree: `levels` from the top to the leaves, inner nodes with parents before children, leaves in order.
 * Every leaf lies at the last level, so every branch has the same depth.
 */
export interface Tree {
  readonly kind: "tree";
  readonly levels: readonly Level[];
  readonly nodes: readonly TreeNode[];
  readonly leaves: readonly Leaf[];
  /** what must pass from stage to stage over its indicators and nodes */
  readonly chains: readonly Chain[];
  /** indicators the framework defines and no leaf fills as defined */
  readonly unfilled: readonly Unfilled[];
}

export function tree(
  levels: readonly Level[],
  nodes: readonly TreeNode[],
  leaves: readonly Leaf[],
  { chains = [], unfilled = [] }: Partial<Pick<Tree, "chains" | "unfilled">> = {},
): Tree {
  const depth = new Map<string, number>();
  const place = (node: TreeNode, at: number): void => {
    if (depth.has(node.id)) throw treeFault(node.id, `id ${quote(node.id)} occurs twice`, `标识 ${quote(node.id)} 重复`);
    depth.set(node.id, at);
  };
  for (const node of nodes) {
    const above = node.parent === null ? -1 : depth.get(node.parent);
    if (above === undefined)
      throw treeFault(node.id, `parent ${quote(node.parent)} is unknown or comes later`, `上级 ${quote(node.parent)} 不存在或在其后`);
    place(node, above + 1);
  }
  for (const leaf of leaves) {
    if (depth.get(leaf.parent) !== levels.length - 2) {
      throw treeFault(
        leaf.id,
        `parent ${quote(leaf.parent)} is not a ${levels.at(-2)?.id}`,
        `上级 ${quote(leaf.parent)} 不属于层级 ${levels.at(-2)?.id}`,
      );
    }
    place(leaf, levels.length - 1);
  }
  return Object.freeze({
    kind: "tree",
    levels: Object.freeze([...levels]),
    nodes: Object.freeze([...nodes]),
    leaves: Object.freeze([...leaves]),
    chains: Object.freeze([...chains]),
    unfilled: Object.freeze([...unfilled]),
  });
}

/** A tree never changes: what stands where is found once. */
interface Lookup {
  readonly every: readonly (TreeNode | Leaf)[];
  readonly nodes: ReadonlyMap<string, TreeNode | Leaf>;
  readonly children: ReadonlyMap<string | null, readonly (TreeNode | Leaf)[]>;
  readonly paths: ReadonlyMap<string, readonly (TreeNode | Leaf)[]>;
  /** leaves with weight on all their path, below every node of it */
  readonly weighted: ReadonlyMap<string | null, readonly Leaf[]>;
}

const lookups = new WeakMap<Tree, Lookup>();

/** Nodes, children, paths and weighted leaves by id, gathered once a tree: parents stand before their children. */
function lookup(t: Tree): Lookup {
  const known = lookups.get(t);
  if (known) return known;
  const nodes = new Map<string, TreeNode | Leaf>();
  const children = new Map<string | null, (TreeNode | Leaf)[]>();
  const paths = new Map<string, readonly (TreeNode | Leaf)[]>();
  const every = Object.freeze([...t.nodes, ...t.leaves]);
  for (const node of every) {
    nodes.set(node.id, node);
    const beside = children.get(node.parent);
    if (beside) beside.push(node);
    else children.set(node.parent, [node]);
    paths.set(node.id, Object.freeze([...(node.parent === null ? [] : (paths.get(node.parent) ?? [])), node]));
  }
  const weighted = new Map<string | null, Leaf[]>([[null, []]]);
  for (const leaf of t.leaves) {
    const path = paths.get(leaf.id) ?? [];
    if (!path.every((node) => node.weight > 0)) continue;
    for (const id of [null, ...path.map((node) => node.id)]) {
      const below = weighted.get(id);
      if (below) below.push(leaf);
      else weighted.set(id, [leaf]);
    }
  }
  const made = { every, nodes, children, paths, weighted };
  lookups.set(t, made);
  return made;
}

/** Inner nodes, parents before children, then the leaves. */
export const everyNode = (t: Tree): readonly (TreeNode | Leaf)[] => lookup(t).every;

export const nodeOf = (t: Tree, id: string): TreeNode | Leaf | undefined => lookup(t).nodes.get(id);

/** Children of a node (of the whole tree: its roots), leaves included. */
export const childrenOf = (t: Tree, id: string | null): readonly (TreeNode | Leaf)[] => lookup(t).children.get(id) ?? [];

/** The node's ancestors from the root down to itself. */
export const pathOf = (t: Tree, id: string): readonly (TreeNode | Leaf)[] => lookup(t).paths.get(id) ?? [];

/** Which level a node stands on: an index into `levels`. */
export const depthOf = (t: Tree, id: string): number => pathOf(t, id).length - 1;

/** Inner nodes of one level. */
export const nodesAt = (t: Tree, level: number): readonly TreeNode[] => t.nodes.filter((node) => depthOf(t, node.id) === level);

/** Leaves below a node (of the whole tree when null) that enter its score: their own weight and every weight on the way is above 0. */
export const weightedLeaves = (t: Tree, id: string | null): readonly Leaf[] => lookup(t).weighted.get(id) ?? [];

const treeFault = (id: string, en: string, zh: string): Fault =>
  new Fault({
    code: "broken-tree",
    place: { path: id },
    found: { en, zh },
    expected: { en: "expected a tree whose branches all have the same depth and whose ids occur once", zh: "应为各分支等深、标识唯一的树" },
    next: { en: "mend this node", zh: "请更正此节点" },
  });

/** A tree of one group: every variable of a data file as an indicator of equal standing. */
export function flatTree(
  root: { readonly id: string; readonly names: Text },
  variables: readonly { readonly id: string; readonly names: Text; readonly unit: Text }[],
  negative: readonly string[] = [],
): Tree {
  return tree(
    [
      { id: "index", names: { en: "index", zh: "指数" } },
      { id: "indicator", names: { en: "indicator", zh: "指标" } },
    ],
    [{ ...root, parent: null, weight: 1 }],
    variables.map(({ id, names, unit }) => ({ id, names, unit, parent: root.id, weight: 1, direction: negative.includes(id) ? -1 : 1 })),
  );
}
