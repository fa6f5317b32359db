/**
 * Geometric aggregation S = exp(Σ w ln z), level by level from the indicators to each root; weights are rescaled over the parts there are.
 * Source: OECD/JRC Handbook (2008), step 6, doi:10.1787/9789264043466-en.
 * Fails on negative values (z-scores). A single 0 makes the score 0: normalise to [1, 100] if that is not meant.
 */
import { exp, ln } from "../../../ground/elementary/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import { type Index, type Panel, series, type Tree, variableIndex, type Weights } from "../../../table/index.js";
import { aggregateTree } from "../aggregate-tree.js";
import { type GeometricMeanOptions, geometricMeanCard } from "./geometric-mean.method.js";

/**
 * @param normalised indicators on one scale, none negative
 * @param weights of the same tree
 * @param options available, changingComposition
 * @returns value: scores of the roots and of every inner node
 */
export function geometricMean(normalised: Panel, weights: Weights, tree: Tree, options: Partial<GeometricMeanOptions> = {}): Result<Index> {
  const chosen = settle(geometricMeanCard, options);
  refuseNegative(normalised, weights, tree);
  const parts = aggregateTree(normalised, weights, tree, chosen, weightedProduct, false);
  const zeros = Object.fromEntries(
    parts.value.scores.variables.map(({ id }, k) => [
      id,
      series(parts.value.scores, k).reduce((count, score) => count + (score === 0 ? 1 : 0), 0),
    ]),
  );
  return result(geometricMeanCard, {
    options: chosen,
    ...parts,
    trace: { ...parts.trace, zeroScores: zeros },
    warnings: [...(parts.warnings ?? []), ...zeroWarnings(zeros)],
  });
}

/** Relative to the largest part, so that equal parts return themselves exactly; a ratio too small for its digits by its logarithms. */
function weightedProduct(values: Float64Array, shares: Float64Array, n: number): number {
  let largest = 0;
  for (let k = 0; k < n; k++) {
    if (values[k] === 0) return 0;
    if (values[k] > largest) largest = values[k];
  }
  let total = 0;
  for (let k = 0; k < n; k++) {
    const ratio = values[k] / largest;
    total += shares[k] * (ratio > 1e-300 ? ln(ratio) : ln(values[k]) - ln(largest));
  }
  return largest * exp(total);
}

function refuseNegative(normalised: Panel, weights: Weights, tree: Tree): void {
  for (const { id } of tree.leaves) {
    if (!(weights.effective[id] > 0)) continue;
    const cells = series(normalised, variableIndex(normalised, id));
    const cell = cells.findIndex((value) => value < 0);
    if (cell < 0) continue;
    const unit = normalised.units[cell % normalised.units.length].code;
    const period = normalised.periods[Math.floor(cell / normalised.units.length)];
    throw new Fault({
      code: "negative-value",
      place: { path: `${id}, unit ${unit}, period ${period}` },
      found: { en: `${id} is ${cells[cell]}`, zh: `${id} 的值为 ${cells[cell]}` },
      expected: { en: "expected values of at least 0: a product of powers needs them", zh: "几何合成要求各值不小于 0" },
      next: { en: "normalise to [1, 100], or aggregate arithmetically", zh: "请先化到 [1, 100]，或改用算术合成" },
    });
  }
}

const zeroWarnings = (zeros: Readonly<Record<string, number>>): Warning[] =>
  Object.entries(zeros)
    .filter(([, count]) => count > 0)
    .map(([id, count]) => ({
      code: "zero-score",
      text: {
        en: `${id}: ${count} scores are 0 because one of their parts is 0; normalise to [1, 100] if that is not meant`,
        zh: `${id}：因某一分项为 0，${count} 个得分为 0；若非本意，请先化到 [1, 100]`,
      },
    }));
