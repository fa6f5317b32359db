/**
 * Power mean S = (Σ w zᵖ)^(1/p), level by level from the indicators to each root; |p| < 1e-8 is the geometric mean, min and max are its limits.
 * Source: OECD/JRC Handbook (2008), step 6, doi:10.1787/9789264043466-en.
 * Fails on negative values, and on 0 when p is below 0. Missing parts are left out and the weights rescaled, as in every mean.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Index, Panel, Tree, Weights } from "../../../table/index.js";
import { aggregateTree } from "../aggregate-tree.js";
import { maximum, minimum, power } from "../means.js";
import { type PowerMeanOptions, powerMeanCard } from "./power-mean.method.js";

/**
 * @param normalised indicators on one scale, none negative (any number for p: min or max)
 * @param weights of the same tree
 * @param options p, available, changingComposition
 * @returns value: scores of the roots and of every inner node
 */
export function powerMean(
  normalised: Panel,
  weights: Weights,
  tree: Tree,
  options: Pick<PowerMeanOptions, "p"> & Partial<PowerMeanOptions>,
): Result<Index> {
  const chosen = settle(powerMeanCard, options);
  const rule = chosen.p === "min" ? minimum : chosen.p === "max" ? maximum : power(chosen.p);
  return result(powerMeanCard, { options: chosen, ...aggregateTree(normalised, weights, tree, chosen, () => rule, false) });
}
