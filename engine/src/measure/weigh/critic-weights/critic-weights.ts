/**
 * CRITIC weights: C_j = σ_j Σ_k (1 − r_jk), w = C/ΣC, on normalised columns whose direction is already applied.
 * Source: Diakoulaki, Mavrotas & Papayannakis (1995), doi:10.1016/0305-0548(94)00059-H.
 * Fails when all columns of a group are constant or when all say exactly the same, for then no conflict is left to share out.
 */
import { mean, sum } from "../../../ground/sums/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import { type Panel, present, type Tree, type Weights } from "../../../table/index.js";
import { blockCorrelations } from "../../block-correlations.js";
import { standardDeviation } from "../../moments.js";
import { columnEntropy } from "../column-entropy.js";
import { meanFault } from "../mean-fault.js";
import { refuseNegative } from "../refuse-negative.js";
import { weighGroups } from "../weigh-groups.js";
import { type CriticWeightsOptions, criticWeightsCard } from "./critic-weights.method.js";

/**
 * @param normalised indicators on one scale, direction already applied: reversing a column changes its correlations and so the weights
 * @param options scope, within, bounds, contrast, conflict, correlation
 * @returns value: weights; trace: contrast, r and C per group. A constant column is dropped first, with a warning
 */
export function criticWeights(normalised: Panel, tree: Tree, options: Partial<CriticWeightsOptions> = {}): Result<Weights> {
  const chosen = settle(criticWeightsCard, options);
  if (chosen.contrast === "entropy") refuseNegative(normalised, tree);
  const found = weighGroups(normalised, tree, chosen, (block) => {
    const r = blockCorrelations(block, chosen.correlation);
    const contrast = block.columns.map((column, j) => contrastOf(column, chosen.contrast, `${block.place}, ${block.ids[j]}`));
    const conflict = r.map((row, j) => sum(row.map((one, k) => (k === j ? 0 : 1 - (chosen.conflict === "signed" ? one : Math.abs(one))))));
    const weights = contrast.map((one, j) => one * conflict[j]);
    return {
      weights,
      trace: { contrast, r, conflict, C: weights },
      columns: {
        contrast: { names: { en: "contrast", zh: "对比强度" }, of: contrast },
        conflict: { names: { en: "conflict", zh: "冲突性" }, of: conflict },
      },
    };
  });
  return result(criticWeightsCard, { options: chosen, ...found });
}

function contrastOf(column: Float64Array, kind: CriticWeightsOptions["contrast"], place: string): number {
  if (kind === "entropy") return columnEntropy(column, { name: "limit", amount: 0 }).d;
  const sd = standardDeviation(column);
  if (kind === "sd") return sd;
  const centre = mean(present(column));
  if (Math.abs(centre) <= 1e-6 * sd) throw meanFault(place, centre);
  return sd / Math.abs(centre);
}
