import { Fault } from "../../ground/fault/index.js";
import { sum } from "../../ground/sums/index.js";
import type { Tree } from "../../table/index.js";
import { groupsAt } from "./complete-weights.js";
import type { Bounds } from "./weigh-options.js";

/** Which indicators a floor or a cap holds, group by group. */
export interface ActiveBounds {
  readonly group: string;
  readonly floor: readonly string[];
  readonly cap: readonly string[];
}

type LeafWeights = Readonly<Record<string, number>>;

/**
 * Weights of indicators kept inside bounds, group by group, with the bounds that hold; the same weights when none are asked for.
 * @param exempt indicators that stay without weight: their columns do not vary
 */
export function boundWeights(
  tree: Tree,
  level: number,
  weight: LeafWeights,
  bounds: Bounds | undefined,
  exempt: readonly string[] = [],
): { readonly weight: LeafWeights; readonly active: readonly ActiveBounds[] } {
  if (bounds === undefined) return { weight, active: [] };
  const kept: Record<string, number> = { ...weight };
  const active = groupsAt(tree, level).flatMap(({ node, leaves }): ActiveBounds[] => {
    const ids = leaves.map((leaf) => leaf.id).filter((id) => !exempt.includes(id));
    const shares = clipShares(
      ids.map((id) => weight[id]),
      bounds,
      node.id,
    );
    ids.forEach((id, k) => {
      kept[id] = shares[k];
    });
    if (ids.length < 2) return [];
    const at = (bound: number): string[] => ids.filter((_, k) => shares[k] === bound);
    const [floor, cap] = bounds.map(at);
    return floor.length + cap.length ? [{ group: node.id, floor, cap }] : [];
  });
  return { weight: kept, active };
}

/**
 * clip(λw, lo, hi) with λ such that the sum is 1, by bisection; what no bound holds keeps its proportions.
 * @param weights at least 0, of any scale; a single one gets 1. Those of 0 rise to the floor, and above it only when the caps of the
 * others leave something over
 */
export function clipShares(weights: readonly number[], bounds: Bounds, group: string): number[] {
  if (weights.length < 2) return weights.map(() => 1);
  checkBounds(weights.length, bounds, group);
  const [lo, hi] = bounds;
  const largest = Math.max(...weights);
  const w = weights.map((one) => Math.max(nothing, largest > 0 ? one / largest : 1));
  const clip = (scale: number): number[] => w.map((one) => Math.min(hi, Math.max(lo, scale * one)));
  let low = 0;
  let high = 1;
  while (sum(clip(high)) < 1 && high < Number.MAX_VALUE / 4) high *= 2;
  for (let step = 0; step < 2100; step++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (sum(clip(middle)) < 1) low = middle;
    else high = middle;
  }
  const at = clip(high);
  const held = (k: number): boolean => at[k] === lo || at[k] === hi;
  const left = 1 - sum(at.filter((_, k) => held(k)));
  const free = sum(w.filter((_, k) => !held(k)));
  return at.map((one, k) => (held(k) ? one : w[k] === nothing && one < 1e-100 ? 0 : (left * w[k]) / free));
}

/** Stands for a weight of 0 in proportions: far below any real one, far above what cannot be multiplied. */
const nothing = 1e-200;

/** A fault when no weights of `count` indicators inside the bounds sum to 1. */
export function checkBounds(count: number, [lo, hi]: Bounds, group: string): void {
  const slack = 1e-12;
  if (count < 2 || (lo <= hi && lo * count <= 1 + slack && hi * count >= 1 - slack)) return;
  throw new Fault({
    code: "infeasible-bounds",
    place: { path: group },
    found: {
      en: `bounds are [${lo}, ${hi}] and ${group} has ${count} indicators with weight`,
      zh: `bounds 为 [${lo}, ${hi}]，而 ${group} 中有 ${count} 个计入权重的指标`,
    },
    expected: {
      en: `expected a floor of at most 1/${count} and a cap of at least 1/${count}, so that the weights can sum to 1`,
      zh: `下限应不大于 1/${count}，上限应不小于 1/${count}，否则权重之和无法为 1`,
    },
    next: { en: "widen the bounds, or weigh within a higher level", zh: "请放宽 bounds，或在更高层级之内赋权" },
  });
}
