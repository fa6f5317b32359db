import { Fault } from "../../ground/fault/index.js";
import { quote } from "../../ground/words/index.js";
import type { ResultParts, ResultTable } from "../../method/index.js";
import {
  type Leaf,
  nodesAt,
  type PeriodWeights,
  pathOf,
  type Tree,
  type TreeNode,
  tree as treeOf,
  type Weights,
} from "../../table/index.js";
import { boundWeights } from "./bound-weights.js";
import { completeWeights, groupsAt, levelIndex, weightsTable } from "./complete-weights.js";
import { byPeriodTable, meanWeights } from "./mean-weights.js";
import { noWeightFault } from "./no-weight-fault.js";
import { perPeriodWarning } from "./weigh-groups.js";
import type { Bounds } from "./weigh-options.js";

export type WeightsByStep = Readonly<Record<string, Weights>>;
type Shares = Readonly<Record<string, number>>;

/** What a rule makes of several vectors of weights of the same children, each summing to 1. */
export interface Combination {
  readonly weights: readonly number[];
  readonly trace: Readonly<Record<string, unknown>>;
}

/**
 * Combine weights of several steps: the indicators inside every node of one level, and the nodes from there upwards beside their
 * siblings, by the same rule. Weights that differ between periods are combined period by period.
 */
export function combineWeights(
  of: WeightsByStep,
  tree: Tree,
  choices: { readonly within?: string; readonly bounds?: Bounds },
  combine: (vectors: readonly (readonly number[])[], place: string) => Combination,
) {
  const names = Object.keys(of);
  for (const name of names) checkSameTree(of[name], name, tree);
  const level = levelIndex(tree, choices.within);
  const periods = commonPeriods(of);
  const parts = (periods ?? [null]).map((period) => {
    const shares = names.map((name) => sharesAt(of[name], period));
    const traces: Record<string, unknown>[] = [];
    const together = (place: string, ids: readonly string[], value: (share: Shares, id: string) => number): Shares => {
      const known = ids.filter((id) => shares.some((share) => value(share, id) > 0));
      if (known.length < 2) return Object.fromEntries(ids.map((id) => [id, known.includes(id) ? 1 : 0]));
      const where = period === null ? place : `${place}, period ${period}`;
      const vectors = shares.map((share) => unitSum(known.map((id) => value(share, id))));
      const { weights, trace } = combine(vectors, where);
      if (!weights.some((one) => one > 0))
        throw noWeightFault(where, { en: "no indicator has weight in every step", zh: "没有指标在各步骤中均有权重" });
      traces.push({ group: place, period, children: known, given: vectors, weights, ...trace });
      return Object.fromEntries(ids.map((id) => [id, weights[known.indexOf(id)] ?? 0]));
    };

    const standing: Record<string, number> = {};
    for (const siblings of siblingsDownTo(tree, level)) {
      const place = siblings[0].parent ?? "tree";
      const ids = siblings.map((node) => node.id);
      Object.assign(
        standing,
        siblings[0].parent === null
          ? Object.fromEntries(siblings.map((one) => [one.id, one.weight]))
          : together(place, ids, (share, id) => share[id]),
      );
    }
    const weight: Record<string, number> = {};
    for (const node of nodesAt(tree, level)) {
      const ids = tree.leaves.filter((leaf) => pathOf(tree, leaf.id).some((one) => one.id === node.id)).map((leaf) => leaf.id);
      const below = (share: Shares, id: string): number =>
        pathOf(tree, id)
          .slice(level + 1)
          .reduce((product, one) => product * share[one.id], 1);
      Object.assign(weight, together(node.id, ids, below));
    }
    const given = <N extends TreeNode | Leaf>(node: N): N => ({ ...node, weight: standing[node.id] ?? (weight[node.id] === 0 ? 0 : 1) });
    const written = treeOf(tree.levels, tree.nodes.map(given), tree.leaves.map(given));
    if (groupsAt(written, level).length === 0) throw noWeightFault("tree");
    const bounded = boundWeights(written, level, weight, choices.bounds);
    return { period, traces, active: bounded.active, weights: completeWeights(written, level, bounded.weight, "own") };
  });

  const [first] = parts;
  const byPeriod = parts.map(
    ({ period, weights: { share, effective } }): PeriodWeights => ({ period: period as number, share, effective }),
  );
  const value: Weights = periods ? meanWeights(tree, level, byPeriod) : first.weights;
  const tables: ResultTable[] = [
    weightsTable(
      tree,
      value,
      Object.fromEntries(
        names.map((name) => [name, { names: { en: `share in ${name}`, zh: `${name} 中的同级权重` }, of: of[name].share }]),
      ),
    ),
    ...(periods ? [byPeriodTable(tree, byPeriod)] : []),
  ];
  return {
    value,
    tables,
    trace: {
      of: names,
      within: value.within,
      groups: parts.flatMap((part) => part.traces),
      ...(choices.bounds ? { activeBounds: parts.flatMap(({ period, active }) => active.map((one) => ({ period, ...one }))) } : {}),
    },
    warnings: periods ? [perPeriodWarning] : [],
  } satisfies Omit<ResultParts<Weights>, "options">;
}

/** A fault when weights were made with another framework. */
export function checkSameTree(weights: Weights, name: string, tree: Tree): void {
  const stranger = [...tree.nodes, ...tree.leaves].find((node) => !(weights.share[node.id] >= 0));
  if (stranger === undefined) return;
  throw new Fault({
    code: "other-tree",
    place: { path: `of ${name}` },
    found: { en: `${quote(name)} knows no ${quote(stranger.id)}`, zh: `${quote(name)} 中没有 ${quote(stranger.id)}` },
    expected: { en: "expected weights made with the same framework", zh: "应为用同一指标体系得到的权重" },
    next: { en: "name steps that weigh this framework", zh: "请列出对该指标体系赋权的步骤" },
  });
}

/** The periods of the weights that differ between periods; null when none do. */
export function commonPeriods(of: WeightsByStep): readonly number[] | null {
  const all = Object.entries(of).flatMap(([name, { byPeriod }]) =>
    byPeriod ? [{ name, periods: byPeriod.map((one) => one.period) }] : [],
  );
  if (all.length === 0) return null;
  const [first] = all;
  const other = all.find((one) => one.periods.join() !== first.periods.join());
  if (other === undefined) return first.periods;
  throw new Fault({
    code: "other-periods",
    place: { path: `of ${other.name}` },
    found: {
      en: `${quote(first.name)} and ${quote(other.name)} have different periods`,
      zh: `${quote(first.name)} 与 ${quote(other.name)} 的时期不同`,
    },
    expected: { en: "expected weights of the same periods", zh: "应为相同时期的权重" },
    next: { en: "weigh the same panel in both steps", zh: "两个步骤应对同一面板赋权" },
  });
}

/** The shares in force in a period; those of pooled weights in every period. */
export const sharesAt = (weights: Weights, period: number | null): Shares =>
  weights.byPeriod?.find((one) => one.period === period)?.share ?? weights.share;

const unitSum = (values: readonly number[]): number[] => {
  const total = values.reduce((sum, one) => sum + one, 0);
  return values.map((one) => (total > 0 ? one / total : 0));
};

/** Nodes with the same parent, for every parent, from the roots down to one level. */
function siblingsDownTo(tree: Tree, level: number): TreeNode[][] {
  const groups = new Map<string | null, TreeNode[]>();
  for (let k = 0; k <= level; k++) for (const node of nodesAt(tree, k)) groups.set(node.parent, [...(groups.get(node.parent) ?? []), node]);
  return [...groups.values()];
}
