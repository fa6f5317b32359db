/**
 * Arithmetic aggregation S = Σ w z, level by level from the indicators to each root; weights are rescaled over the parts there are.
 * Source: OECD/JRC Handbook (2008), step 6, doi:10.1787/9789264043466-en.
 * Fails when weights belong to another tree, or an indicator with weight is missing for most units of one period (unless allowed).
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Index, Panel, Tree, Weights } from "../../../table/index.js";
import { aggregateTree } from "../aggregate-tree.js";
import { arithmetic } from "../means.js";
import { type ArithmeticMeanOptions, arithmeticMeanCard } from "./arithmetic-mean.method.js";

/**
 * @param normalised indicators on one scale
 * @param weights of the same tree
 * @param options available, changingComposition
 * @returns value: scores of the roots and of every inner node; table `contributions`: what each indicator adds to its root
 */
export function arithmeticMean(
  normalised: Panel,
  weights: Weights,
  tree: Tree,
  options: Partial<ArithmeticMeanOptions> = {},
): Result<Index> {
  const chosen = settle(arithmeticMeanCard, options);
  return result(arithmeticMeanCard, { options: chosen, ...aggregateTree(normalised, weights, tree, chosen, () => arithmetic, true) });
}
