/**
 * Game theory combination: w = Σ a_k w_k with the a that brings w closest to each w_k, min ‖Σ_j a_j w_j − w_k‖², whose first-order
 * conditions are G a = diag(G), G = WW'; then a* = |a|/Σ|a|.
 * Source: 陈加良 (2003), 基于博弈论的组合赋权评价方法研究, 福建电脑 (9).
 * Where the vectors are linearly dependent the a of least length is taken, with a note in the trace.
 * A negative a_k means that step k lies beyond the others; its size is used, as the method prescribes, and a warning says so.
 */
import { fromRows, symmetricEigen } from "../../../ground/matrix/index.js";
import { dot, sum } from "../../../ground/sums/index.js";
import { listed } from "../../../ground/words/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import type { Tree, Weights } from "../../../table/index.js";
import { combineWeights, type WeightsByStep } from "../combine-weights.js";
import { type GameTheoryWeightsOptions, gameTheoryWeightsCard } from "./game-theory-weights.method.js";

/**
 * @param of weights of two or more steps, by name, made with the same tree
 * @param options within, bounds
 * @returns value: weights; trace per group: given, G, a, share (a*), rank of G. Nodes above `within` are combined in the same way
 */
export function gameTheoryWeights(of: WeightsByStep, tree: Tree, options: Partial<GameTheoryWeightsOptions> = {}): Result<Weights> {
  const chosen = settle(gameTheoryWeightsCard, options);
  const negative: { place: string; steps: string[] }[] = [];
  const names = Object.keys(of);
  const found = combineWeights(of, tree, chosen, (vectors, place) => {
    const G = vectors.map((one) => vectors.map((other) => dot(one, other)));
    const { a, rank } = leastLength(G);
    const below = names.filter((_, k) => a[k] < 0);
    if (below.length > 0) negative.push({ place, steps: below });
    const total = sum(a.map(Math.abs));
    const share = a.map((one) => Math.abs(one) / total);
    return { weights: vectors[0].map((_, j) => sum(share.map((one, k) => one * vectors[k][j]))), trace: { G, a, share, rank } };
  });
  return result(gameTheoryWeightsCard, { options: chosen, ...found, warnings: [...found.warnings, ...negative.map(negativeWarning)] });
}

/** The solution of G a = diag(G) of least length, for a symmetric G that may be singular. */
function leastLength(G: readonly (readonly number[])[]): { a: number[]; rank: number } {
  const { values, vectors } = symmetricEigen(fromRows(G));
  const n = G.length;
  const wanted = G.map((row, k) => row[k]);
  const a = new Array<number>(n).fill(0);
  let rank = 0;
  for (let k = 0; k < n; k++) {
    if (values[k] <= values[0] * 1e-12) continue;
    rank++;
    const vector = Array.from({ length: n }, (_, i) => vectors.values[i * n + k]);
    const along = dot(vector, wanted) / values[k];
    for (let i = 0; i < n; i++) a[i] += along * vector[i];
  }
  return { a: a.map((one) => (Math.abs(one) < 1e-12 ? 0 : one)), rank };
}

const negativeWarning = ({ place, steps }: { place: string; steps: string[] }): Warning => ({
  code: "negative-coefficient",
  text: {
    en: `${place}: the coefficient of ${listed(steps).en} is negative; its size is used, as the method prescribes`,
    zh: `${place}：${listed(steps).zh} 的组合系数为负；已按该方法取绝对值`,
  },
});
