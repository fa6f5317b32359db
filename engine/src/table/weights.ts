import type { Panel } from "./panel.js";
import type { Tree } from "./tree.js";

/** Weights of an indicator tree. */
export interface Weights {
  readonly kind: "weights";
  /** id of the level inside which the method weighed the indicators, e.g. "mechanism" or "wheel" */
  readonly within: string;
  /** weight of every node and leaf beside its siblings; the weighted children of a node sum to 1 */
  readonly share: Readonly<Record<string, number>>;
  /** weight of every leaf in its root: the product of the shares along its path; sums to 1 per root */
  readonly effective: Readonly<Record<string, number>>;
  /** present when the weights differ between periods (scores then do not compare over time); the two above are their means */
  readonly byPeriod?: readonly PeriodWeights[];
}

/** Weight of every leaf in its root: the product of the shares along its path. */
export function effectiveShares(tree: Tree, share: Weights["share"]): Record<string, number> {
  const standing = new Map<string, number>();
  for (const { id, parent } of tree.nodes) standing.set(id, parent === null ? share[id] : (standing.get(parent) as number) * share[id]);
  const effective: Record<string, number> = {};
  for (const { id, parent } of tree.leaves) effective[id] = (standing.get(parent) as number) * share[id];
  return effective;
}

export interface PeriodWeights {
  readonly period: number;
  readonly share: Readonly<Record<string, number>>;
  readonly effective: Readonly<Record<string, number>>;
}

/** What `aggregate` makes: the scores of every inner node, with all they were made from. */
export interface Index {
  readonly kind: "index";
  /** one variable per root of the tree */
  readonly scores: Panel;
  /** one variable per inner node, roots included */
  readonly nodes: Panel;
  readonly normalised: Panel;
  readonly weights: Weights;
  readonly tree: Tree;
}

export const isIndex = (value: unknown): value is Index => (value as Index | null)?.kind === "index";
export const isWeights = (value: unknown): value is Weights => (value as Weights | null)?.kind === "weights";
