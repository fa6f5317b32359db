/**
 * Regression of the recentered influence function of a statistic (Gini, quantile, variance) on columns: the coefficient of a column is
 * what a small shift of it everywhere does to the statistic. The mean of the function is the statistic itself.
 * Sources: Firpo, Fortin & Lemieux (2009), doi:10.3982/ECTA6822; Gini: Firpo, Fortin & Lemieux (2018), doi:10.3390/econometrics6020028.
 * Fails when columns are collinear, rows too few, the Gini has negative values or a mean of 0, or the outcome does not vary.
 */
import { isFault } from "../../../ground/fault/index.js";
import { studentT } from "../../../ground/special/index.js";
import { mean, sum } from "../../../ground/sums/index.js";
import { type Result, result, rowsTable, settle } from "../../../method/index.js";
import { bootstrapWeights } from "../../measure/bootstrap-weights.js";
import { weightedMean } from "../../rows.js";
import { influence } from "../influence.js";
import { outcomeAndParts, type Parts } from "../parts.js";
import { type FittedTerm, termColumns, weightedFit } from "../weighted-fit.js";
import { type RifRegressionOptions, rifRegressionCard } from "./rif-regression.method.js";

type Options = Partial<RifRegressionOptions> & { weights?: ArrayLike<number> };

export interface RifFit {
  readonly statistic: number;
  readonly terms: readonly FittedTerm[];
  readonly r2: number;
  /** the function itself, one number a complete row, in their order */
  readonly rif: readonly number[];
}

/**
 * @param values the outcome, one number a row, any unit; rows with it or a regressor missing, or of weight 0, are left out and counted
 * @param regressors columns of the same rows; a factor as columns of 0 and 1 with one level left out
 * @param options statistic, quantile, rule, bandwidth, spread, errors, replicates, seed; weights: one non-negative number a row
 * @returns value: the statistic, the coefficients (constant first) with robust standard errors, and the function; tables `rif-regression`, `terms`
 */
export function rifRegression(values: ArrayLike<number>, regressors: Parts, { weights, ...options }: Options = {}): Result<RifFit> {
  const chosen = settle(rifRegressionCard, options);
  const { names, y, x, p, n, dropped, weight } = outcomeAndParts(values, regressors, weights);
  const found = influence(y, p, chosen);
  const fit = weightedFit(found.rif, names, x, p);
  const { r2 } = fit;
  const terms = chosen.errors === "robust" ? fit.terms : resampled({ y, names, x, p }, fit.terms, chosen);
  return result(rifRegressionCard, {
    options: chosen,
    value: { statistic: found.statistic, terms, r2, rif: Array.from(found.rif) },
    variant: `${rifRegressionCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [
      rowsTable("rif-regression", rifRegressionCard.names, [{ statistic: found.statistic, r2, n, mean: weightedMean(y, p) }], fitColumns),
      rowsTable(
        "terms",
        { en: "Coefficients", zh: "系数" },
        terms.map((one) => ({ ...one })),
        chosen.errors === "robust" ? termColumns : { ...termColumns, error: { en: "standard error (bootstrap)", zh: "标准误（自助法）" } },
      ),
    ],
    trace: { rows: n, dropped, weight, bandwidth: found.bandwidth, density: found.density },
  });
}

interface Data {
  readonly y: Float64Array;
  readonly names: readonly string[];
  readonly x: readonly Float64Array[];
  readonly p: Float64Array;
}

/**
 * The terms with the spread of their coefficients over replicates in which the whole is done again, statistic and density included;
 * t and intervals as before. Replicates that cannot be fitted (a factor drawn empty) are left out.
 */
function resampled({ y, names, x, p }: Data, terms: readonly FittedTerm[], chosen: RifRegressionOptions): readonly FittedTerm[] {
  const n = y.length;
  const rows = Uint32Array.from(y.keys());
  const weightsOf = bootstrapWeights(p, { psu: rows, stratumOf: new Uint32Array(n), strata: 1, single: "null" }, chosen.seed);
  const found = terms.map((): number[] => []);
  for (let b = 0; b < chosen.replicates; b++) {
    const drawn = weightsOf(b);
    const total = sum(drawn);
    const again = refitted({ y, names, x, p: drawn.map((one) => one / total) }, chosen);
    again?.forEach((one, k) => {
      found[k].push(one);
    });
  }
  const law = studentT(n - terms.length);
  const far = law.quantile(0.975);
  return terms.map((one, k) => {
    const centre = mean(found[k]);
    const error = Math.sqrt(sum(found[k].map((each) => (each - centre) * (each - centre))) / Math.max(1, found[k].length - 1));
    const t = error > 0 ? one.coefficient / error : null;
    return {
      ...one,
      error,
      t,
      p: t === null ? null : Math.min(1, 2 * law.upper(Math.abs(t))),
      low: one.coefficient - far * error,
      high: one.coefficient + far * error,
    };
  });
}

/** The coefficients of the rows that were drawn; null where they cannot be fitted. */
function refitted({ y, names, x, p }: Data, chosen: RifRegressionOptions): readonly number[] | null {
  const there = Array.from(p.keys()).filter((i) => p[i] > 0);
  const taken = (from: Float64Array): Float64Array => Float64Array.from(there, (i) => from[i]);
  const [own, shares] = [taken(y), taken(p)];
  try {
    const { rif } = influence(own, shares, chosen);
    return weightedFit(rif, names, x.map(taken), shares).terms.map(({ coefficient }) => coefficient);
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

const fitColumns = {
  statistic: { en: "statistic", zh: "统计量" },
  r2: { en: "R² of the regression", zh: "回归的 R²" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean of the outcome", zh: "被解释变量均值" },
};
