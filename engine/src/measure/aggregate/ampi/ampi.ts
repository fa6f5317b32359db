/**
 * Adjusted Mazziotta–Pareto index S = M ∓ V/M, M and V the weighted mean and population variance of the parts on a scale of 70 to 130,
 * level by level from the indicators to each root.
 * Source: Mazziotta and Pareto (2016), doi:10.1007/s11205-015-0998-2.
 * Fails on an empty scale and on parts at 0 or below, 70 units under the lower end. Compares over time only with declared goalposts.
 */
import { type Result, result, settle } from "../../../method/index.js";
import { type Index, type Panel, type Tree, type Weights, withCells } from "../../../table/index.js";
import { checkRange, shareOfWay } from "../../normalise/scaled.js";
import { aggregateTree } from "../aggregate-tree.js";
import type { Rule } from "../node-cells.js";
import { type AmpiOptions, ampiCard } from "./ampi.method.js";

/**
 * @param normalised indicators on the scale named, best by goalposts
 * @param weights of the same tree; equal weights give the published index
 * @param options scale, penalty, available, changingComposition
 * @returns value: scores of the roots and of every inner node around 100; its indicators are those on 70–130
 */
export function ampi(normalised: Panel, weights: Weights, tree: Tree, options: Partial<AmpiOptions> = {}): Result<Index> {
  const chosen = settle(ampiCard, options);
  checkRange(chosen.scale);
  const [low, high] = chosen.scale;
  const around = Float64Array.from(normalised.values, (z) => 70 + 60 * shareOfWay(z, low, high));
  const scaled = withCells(normalised, normalised.variables, around, Uint8Array.from(normalised.flags));
  const rule = balanced(chosen.penalty === "minus" ? -1 : 1);
  return result(ampiCard, { options: chosen, ...aggregateTree(scaled, weights, tree, chosen, () => rule, false) });
}

const balanced = (sign: -1 | 1): Rule => ({
  domain: "positive",
  each: (values, shares, n) => {
    let mean = 0;
    for (let k = 0; k < n; k++) mean += shares[k] * values[k];
    let variance = 0;
    for (let k = 0; k < n; k++) variance += shares[k] * (values[k] - mean) * (values[k] - mean);
    return mean + (sign * variance) / mean;
  },
});
