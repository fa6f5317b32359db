/**
 * Harmonic aggregation S = 1/Σ(w/z), level by level from the indicators to each root; weights are rescaled over the parts there are.
 * Source: OECD/JRC Handbook (2008), step 6, doi:10.1787/9789264043466-en.
 * Fails on values of 0 or less: h(−1, 1.0001) would be −20002. Normalise to [1, 100].
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Index, Panel, Tree, Weights } from "../../../table/index.js";
import { aggregateTree } from "../aggregate-tree.js";
import { harmonic } from "../means.js";
import { type HarmonicMeanOptions, harmonicMeanCard } from "./harmonic-mean.method.js";

/**
 * @param normalised indicators on one scale, all above 0
 * @param weights of the same tree
 * @param options available, changingComposition
 * @returns value: scores of the roots and of every inner node
 */
export function harmonicMean(normalised: Panel, weights: Weights, tree: Tree, options: Partial<HarmonicMeanOptions> = {}): Result<Index> {
  const chosen = settle(harmonicMeanCard, options);
  return result(harmonicMeanCard, { options: chosen, ...aggregateTree(normalised, weights, tree, chosen, () => harmonic, false) });
}
