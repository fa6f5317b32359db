/**
 * Copeland outranking, level by level: unit i beats unit k when the weights of the parts in which it is above, and half of those in which
 * they tie, exceed one half; S = victories − defeats within the period.
 * Sources: Copeland (1951); Munda and Nardo (2009), doi:10.1080/00036840601019364.
 * Fails never; compares within one period only, so scores say nothing over time, and a further unit can change the order of the others.
 */
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import type { Index, Panel, Tree, Weights } from "../../../table/index.js";
import { aggregateTree } from "../aggregate-tree.js";
import { copelandRule } from "../outranking.js";
import { type CopelandOptions, copelandCard } from "./copeland.method.js";

/**
 * @param normalised indicators turned so that more is better; only their order matters
 * @param weights of the same tree
 * @param options available, changingComposition
 * @returns value: scores from −(n−1) to n−1 of the roots and of every inner node; a pair is judged by the parts both units have
 */
export function copeland(normalised: Panel, weights: Weights, tree: Tree, options: Partial<CopelandOptions> = {}): Result<Index> {
  const chosen = settle(copelandCard, options);
  const parts = aggregateTree(normalised, weights, tree, chosen, () => copelandRule, false);
  const warnings = [...(parts.warnings ?? []), ...(normalised.periods.length > 1 ? [withinPeriod] : [])];
  return result(copelandCard, { options: chosen, ...parts, warnings });
}

const withinPeriod: Warning = {
  code: "per-period",
  text: {
    en: "units are compared within each period: scores do not compare over time",
    zh: "单位仅在同期内比较：得分不可跨期比较",
  },
};
