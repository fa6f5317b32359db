/**
 * Scatter degree weights (纵横向拉开档次法): H = Σ_t X_t'X_t over standardised X_t; w is the eigenvector of the largest
 * eigenvalue, rescaled to sum to 1. It maximises Σ_t Σ_i y_it², the scatter of the scores over regions and periods.
 * Source: 郭亚军 (2002), 综合评价理论与方法, 科学出版社.
 * Fails when an entry of the vector is negative, unless the best weights that are not negative are asked for.
 */
import { fromRows, symmetricEigen } from "../../../ground/matrix/index.js";
import { dot, mean, sum } from "../../../ground/sums/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import { type Panel, present, type Tree, type Weights } from "../../../table/index.js";
import { standardDeviation } from "../../moments.js";
import { completeRows, upright } from "../../principal-components.js";
import { negativeWeightFault, negativeWeightWarning } from "../negative-weight.js";
import { type Block, weighGroups } from "../weigh-groups.js";
import { type ScatterDegreeWeightsOptions, scatterDegreeWeightsCard } from "./scatter-degree-weights.method.js";

/**
 * @param normalised indicators with their direction applied; rows with a missing cell in the group are left out
 * @param options within, bounds, standardise, negativeWeight
 * @returns value: weights, the same in every period; trace per group: H, eigenvalues, vector, rows
 */
export function scatterDegreeWeights(normalised: Panel, tree: Tree, options: Partial<ScatterDegreeWeightsOptions> = {}): Result<Weights> {
  const chosen = settle(scatterDegreeWeightsCard, options);
  const found = weighGroups(normalised, tree, chosen, (block) => {
    const { columns } = completeRows(standardised(block, chosen.standardise));
    const H = columns.map((one) => columns.map((other) => dot(one, other)));
    const { values, vectors } = symmetricEigen(fromRows(H));
    const n = columns.length;
    const vector = upright(Array.from({ length: n }, (_, j) => vectors.values[j * n]));
    const below = block.ids.filter((_, j) => vector[j] < 0);
    if (below.length > 0 && chosen.negativeWeight === "fault") throw negativeWeightFault(block.place, block.ids, vector, "constrain");
    const weights = below.length > 0 ? constrained(H) : vector;
    return {
      weights,
      trace: { rows: columns[0].length, H, eigenvalues: Array.from(values), vector, scatter: quadratic(H, unit(weights)) },
      warnings: below.length
        ? [
            negativeWeightWarning(block.place, below, {
              en: "the best weights that are not negative are used",
              zh: "已改用非负约束下的最优权重",
            }),
          ]
        : [],
    };
  });
  return result(scatterDegreeWeightsCard, { options: chosen, ...found });
}

/** z-scores with n − 1 over the whole block or over each of its periods; a column that does not vary there becomes 0. */
function standardised(block: Block, how: ScatterDegreeWeightsOptions["standardise"]): Block {
  if (how === "none") return block;
  const parts = how === "pooled" ? 1 : block.periods;
  const columns = block.columns.map((column) => {
    const out = new Float64Array(column.length);
    const size = column.length / parts;
    for (let t = 0; t < parts; t++) {
      const part = column.subarray(t * size, (t + 1) * size);
      const there = present(part);
      const centre = mean(there);
      const spread = there.every((one) => one === there[0]) ? 1 : standardDeviation(part);
      out.set(
        part.map((one) => (one - centre) / spread),
        t * size,
      );
    }
    return out;
  });
  return { ...block, columns };
}

const unit = (vector: readonly number[]): number[] => {
  const length = Math.sqrt(sum(vector.map((one) => one * one)));
  return vector.map((one) => one / length);
};
const times = (H: readonly (readonly number[])[], w: readonly number[]): number[] => H.map((row) => dot(row, w));
const quadratic = (H: readonly (readonly number[])[], w: readonly number[]): number => dot(times(H, w), w);

/**
 * The unit vector without negative entries of largest w'Hw: from every axis and the diagonal, w ← (Hw)₊/|(Hw)₊|, which never
 * lowers it because H is positive semidefinite; the best end is taken.
 */
function constrained(H: readonly (readonly number[])[]): number[] {
  const starts = [...H.map((_, j) => H.map((__, k) => (k === j ? 1 : 0))), unit(H.map(() => 1))];
  const ends = starts.map((start): number[] => {
    let w: number[] = start;
    for (let step = 0; step < 10000; step++) {
      const next = unit(times(H, w).map((one) => Math.max(0, one)));
      const moved = Math.max(...next.map((one, j) => Math.abs(one - w[j])));
      w = next;
      if (moved < 1e-14) break;
    }
    return w;
  });
  return ends.reduce((best, one) => (quadratic(H, one) > quadratic(H, best) * (1 + 1e-13) ? one : best));
}
