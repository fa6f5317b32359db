import type { ResultParts, ResultTable, Warning } from "../../method/index.js";
import {
  childrenOf,
  everyNode,
  flagsOf,
  hasVariable,
  type Index,
  type Panel,
  select,
  series,
  type Tree,
  type TreeNode,
  variable,
  variableIndex,
  type Weights,
  withCells,
} from "../../table/index.js";
import { indexTables } from "./index-tables.js";
import { type Counts, nodeCells, type Rule } from "./node-cells.js";
import { checkComposition, weightsInForce } from "./weights-in-force.js";

export interface AggregateOptions {
  readonly available: number;
  readonly changingComposition: "fault" | "allow";
}

/** Climb the tree from the indicators to the roots; every node is made by its rule from the children there are, their shares rescaled. */
export function aggregateTree(
  normalised: Panel,
  given: Weights,
  tree: Tree,
  options: AggregateOptions,
  ruleOf: (node: TreeNode) => Rule,
  additive: boolean,
): Omit<ResultParts<Index>, "options" | "tables"> & { readonly tables: () => readonly ResultTable[] } {
  const { weights, shares, acting, warnings } = weightsInForce(normalised, given, tree);
  const composition = checkComposition(normalised, tree, shares, options.changingComposition);
  const size = normalised.periods.length * normalised.units.length;
  const all = {
    values: new Float64Array(size * tree.nodes.length),
    flags: new Uint8Array(size * tree.nodes.length),
    present: new Float64Array(size * tree.nodes.length),
  };
  const starts = new Map(tree.nodes.map(({ id }, k) => [id, k * size]));
  const startOf = ({ id }: TreeNode): number => starts.get(id) ?? variableIndex(normalised, id) * size;
  const count: Counts = { rescaled: 0, below: 0 };
  for (let k = tree.nodes.length - 1; k >= 0; k--) {
    const node = tree.nodes[k];
    const children = childrenOf(tree, node.id).filter((child) => acting.has(child.id));
    const { values, flags } = children.some(({ id }) => starts.has(id)) ? all : normalised;
    const parts = { values, flags, starts: children.map(startOf) };
    nodeCells({ ...all, start: k * size }, children, parts, shares, normalised, options.available, ruleOf(node), count);
  }

  const origins = originsByNode(normalised, tree, acting);
  const variables = tree.nodes.map(({ id, names }) => variable({ id, names, direction: 1, derivedFrom: origins.get(id) ?? [] }));
  const nodes = withCells(normalised, variables, all.values, all.flags);
  const scores = select(
    nodes,
    tree.nodes.filter((node) => node.parent === null).map((node) => node.id),
  );
  const value: Index = { kind: "index", scores, nodes, normalised, weights, tree };
  return {
    value,
    tables: () => indexTables(value, additive ? contributionCells(value, shares, acting, all.present) : undefined),
    trace: {
      weights: { within: weights.within, effective: weights.effective },
      available: options.available,
      rescaledCells: count.rescaled,
      belowAvailable: count.below,
      imputedScores: Object.fromEntries(
        scores.variables.map((root, k) => [root.id, flagsOf(scores, k).reduce((sum, bits) => sum + (bits & 1), 0)]),
      ),
    },
    warnings: [...warnings, ...composition, ...missingWarnings(scores), ...rescaledWarning(count.rescaled)],
  };
}

interface Origins {
  readonly tree: Tree;
  readonly acting: ReadonlySet<string>;
  readonly byNode: ReadonlyMap<string, readonly string[]>;
}

/** The last origins found for the variables of a panel: a plan that is run again asks for the same ones every time. */
const lastOrigins = new WeakMap<Panel["variables"], Origins>();

/** All that nodes' scores were computed from: the weighted nodes and indicators below them, and the columns these were derived from. */
function originsByNode(normalised: Panel, tree: Tree, acting: ReadonlySet<string>): Origins["byNode"] {
  const last = lastOrigins.get(normalised.variables);
  if (last?.tree === tree && last.acting.size === acting.size && [...acting].every((id) => last.acting.has(id))) return last.byNode;
  const byNode = new Map<string, readonly string[]>();
  for (let k = tree.nodes.length - 1; k >= 0; k--) {
    const below = new Set<string>();
    for (const { id } of childrenOf(tree, tree.nodes[k].id)) {
      if (!acting.has(id)) continue;
      below.add(id);
      const inner = byNode.get(id);
      for (const one of inner?.length ? inner : normalised.variables[variableIndex(normalised, id)].derivedFrom) below.add(one);
    }
    byNode.set(tree.nodes[k].id, [...below]);
  }
  lastOrigins.set(normalised.variables, { tree, acting, byNode });
  return byNode;
}

/**
 * What each indicator adds to its root's score: the share it really has in that cell times its normalised value.
 * @param there sum of the shares of the children there are, cell by cell, node by node
 */
function contributionCells(
  { normalised, nodes, tree }: Index,
  shares: readonly Readonly<Record<string, number>>[],
  acting: ReadonlySet<string>,
  there: Float64Array,
): Map<string, Float64Array> {
  const width = normalised.units.length;
  const size = width * normalised.periods.length;
  const standing = new Map<string, Float64Array>();
  const contributions = new Map<string, Float64Array>();
  for (const { id, parent } of everyNode(tree)) {
    const inner = hasVariable(nodes, id);
    if (!inner && !acting.has(id)) continue;
    const values = series(inner ? nodes : normalised, id);
    const above = parent === null ? undefined : standing.get(parent);
    const start = parent === null ? 0 : variableIndex(nodes, parent) * size;
    const own = new Float64Array(values.length).fill(Number.NaN);
    for (let t = 0; t < shares.length; t++) {
      const share = shares[t][id];
      for (let c = t * width; c < (t + 1) * width; c++) {
        if (values[c] === values[c]) own[c] = above ? (above[c] * share) / there[start + c] : 1;
      }
    }
    standing.set(id, own);
    if (inner) continue;
    const added = new Float64Array(values.length);
    for (let c = 0; c < added.length; c++) added[c] = own[c] * values[c];
    contributions.set(id, added);
  }
  return contributions;
}

const missingWarnings = (scores: Panel): Warning[] =>
  scores.variables.flatMap(({ id }, k) => {
    const missing = series(scores, k).reduce((sum, value) => sum + (value !== value ? 1 : 0), 0);
    if (missing === 0) return [];
    return [
      {
        code: "missing-score",
        text: {
          en: `${id}: ${missing} scores are missing, because too few of their parts are available`,
          zh: `${id}：因可用分项不足，${missing} 个得分缺失`,
        },
      },
    ];
  });

const rescaledWarning = (rescaled: number): Warning[] =>
  rescaled === 0
    ? []
    : [
        {
          code: "rescaled",
          text: {
            en: `in ${rescaled} cells a part is missing and the weights of the others are rescaled`,
            zh: `${rescaled} 个单元格有分项缺失，其余分项的权重已相应调整`,
          },
        },
      ];
