/**
 * Weights by coefficient of variation: v_j = σ_j/|x̄_j|, w = v/Σv, on positive columns in natural units.
 * Source of v: Pearson (1896), doi:10.1098/rsta.1896.0007. The scale must have a true zero: a shift changes every weight.
 * Fails when a mean is as good as 0 or all columns of a group are constant; a column with negative values is named in a warning.
 */
import { mean } from "../../../ground/sums/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import { type Panel, present, type Tree, type Weights } from "../../../table/index.js";
import { standardDeviation } from "../../moments.js";
import { meanFault } from "../mean-fault.js";
import { weighGroups } from "../weigh-groups.js";
import { type CvWeightsOptions, cvWeightsCard } from "./cv-weights.method.js";

/**
 * @param data indicators in natural units, not normalised: min–max would move the zero
 * @param options scope, within, bounds
 * @returns value: weights; trace: mean, sd and v per group. The direction of an indicator does not enter
 */
export function cvWeights(data: Panel, tree: Tree, options: Partial<CvWeightsOptions> = {}): Result<Weights> {
  const chosen = settle(cvWeightsCard, options);
  const found = weighGroups(data, tree, chosen, ({ ids, columns, place }) => {
    const sd = columns.map(standardDeviation);
    const means = columns.map((column) => mean(present(column)));
    const weights = means.map((centre, j) => {
      if (Math.abs(centre) <= 1e-6 * sd[j]) throw meanFault(`${place}, ${ids[j]}`, centre);
      return sd[j] / Math.abs(centre);
    });
    const negative = ids.filter((_, j) => columns[j].some((one) => one < 0));
    return {
      weights,
      trace: { mean: means, sd, v: weights },
      columns: { v: { names: { en: "coefficient of variation", zh: "变异系数" }, of: weights } },
      warnings: negative.map(negativeWarning),
    };
  });
  return result(cvWeightsCard, { options: chosen, ...found });
}

const negativeWarning = (id: string): Warning => ({
  code: "negative-values",
  text: {
    en: `${id} holds negative values: its coefficient of variation depends on where its zero lies`,
    zh: `${id} 含有负值：其变异系数取决于零点的位置`,
  },
});
