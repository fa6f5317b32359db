/**
 * Geometric aggregation S = exp(Σ w ln z), level by level from the indicators to each root; weights are rescaled over the parts there are.
 * Source: OECD/JRC Handbook (2008), step 6, doi:10.1787/9789264043466-en.
 * Fails on negative values (z-scores). A single 0 makes the score 0: normalise to [1, 100] if that is not meant.
 */
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import { type Index, type Panel, series, type Tree, type Weights } from "../../../table/index.js";
import { aggregateTree } from "../aggregate-tree.js";
import { geometric } from "../means.js";
import { type GeometricMeanOptions, geometricMeanCard } from "./geometric-mean.method.js";

/**
 * @param normalised indicators on one scale, none negative
 * @param weights of the same tree
 * @param options available, changingComposition
 * @returns value: scores of the roots and of every inner node
 */
export function geometricMean(normalised: Panel, weights: Weights, tree: Tree, options: Partial<GeometricMeanOptions> = {}): Result<Index> {
  const chosen = settle(geometricMeanCard, options);
  const parts = aggregateTree(normalised, weights, tree, chosen, () => geometric, false);
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
