/**
 * Inequality shared out over what explains an outcome: in a regression of ln y, the part of a column is cov(βx, ln y)/var(ln y), that of
 * the residual 1 − R². The shares hold for every measure that meets Shorrocks' axioms, not for the variance of logarithms alone.
 * Sources: Fields (2003), doi:10.1016/S0147-9121(03)22001-X; Shorrocks (1982), doi:10.2307/1912537.
 * Fails when columns are collinear, rows too few, the outcome does not vary, or (log) has values of 0 or less.
 */
import { ln } from "../../../ground/elementary/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { dot } from "../../../ground/sums/index.js";
import { type Result, result, rowsTable, settle } from "../../../method/index.js";
import { weightedMean } from "../../rows.js";
import { outcomeAndParts, type Parts } from "../parts.js";
import { type FittedTerm, termColumns, weightedFit } from "../weighted-fit.js";
import { type FieldsDecompositionOptions, fieldsDecompositionCard } from "./fields-decomposition.method.js";

type Options = Partial<FieldsDecompositionOptions> & { weights?: ArrayLike<number> };

export interface FieldsShare extends FittedTerm {
  /** part of the variance that goes with the column: below 0 when it works against the rest */
  readonly share: number;
}

export interface FieldsFit {
  /** variance explained, of ln y or y */
  readonly variance: number;
  readonly terms: readonly FieldsShare[];
  /** share of the residual, 1 − R² */
  readonly residual: number;
}

/**
 * @param values the outcome, one number a row, any unit; rows with it or a regressor missing, or of weight 0, are left out and counted
 * @param regressors columns of the same rows; the parts of a factor's columns of 0 and 1 may be added
 * @param options scale; weights: one non-negative number a row
 * @returns value: the variance, every column's coefficient and share, the residual's share; tables `fields-decomposition` and `terms`
 */
export function fieldsDecomposition(
  values: ArrayLike<number>,
  regressors: Parts,
  { weights, ...options }: Options = {},
): Result<FieldsFit> {
  const chosen = settle(fieldsDecompositionCard, options);
  const { names, y: given, x, p, n, dropped, weight } = outcomeAndParts(values, regressors, weights);
  const least = given.reduce((a, b) => Math.min(a, b));
  if (chosen.scale === "log" && !(least > 0)) throw logFault(least);
  const y = chosen.scale === "log" ? given.map(ln) : given;
  const mean = weightedMean(y, p);
  const apart = y.map((one) => one - mean);
  const variance = dot(
    p,
    apart.map((one) => one * one),
  );
  if (!(variance > 0)) throw constantFault();

  const { terms, residuals } = weightedFit(y, names, x, p);
  const leaning = apart.map((one, i) => p[i] * one);
  const shareOf = (column: Float64Array): number => dot(leaning, column, weightedMean(column, p)) / variance;
  const shares = terms.slice(1).map((one, k): FieldsShare => ({ ...one, share: one.coefficient * shareOf(x[k]) }));
  const residual = shareOf(residuals);
  return result(fieldsDecompositionCard, {
    options: chosen,
    value: { variance, terms: shares, residual },
    variant: `${fieldsDecompositionCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [
      rowsTable(
        "fields-decomposition",
        fieldsDecompositionCard.names,
        [{ variance, explained: 1 - residual, residual, n, mean }],
        fitColumns,
      ),
      rowsTable(
        "terms",
        { en: "Shares", zh: "各变量份额" },
        [
          ...shares.map((one) => ({ ...one, part: one.share * variance })),
          { term: "residual", share: residual, part: residual * variance },
        ],
        {
          ...termColumns,
          share: { en: "share of the inequality", zh: "不平等贡献率" },
          part: { en: "part of the variance", zh: "对方差的贡献" },
        },
      ),
    ],
    trace: { rows: n, dropped, weight, constant: terms[0].coefficient },
  });
}

const fitColumns = {
  variance: { en: "variance explained", zh: "被分解的方差" },
  explained: { en: "share of the columns, R²", zh: "解释变量合计份额 R²" },
  residual: { en: "share of the residual", zh: "残差份额" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean, on the scale used", zh: "均值（按所用尺度）" },
};

const logFault = (least: number): Fault =>
  new Fault({
    code: "not-positive",
    found: { en: `the smallest value is ${least}`, zh: `最小值为 ${least}` },
    expected: { en: "expected values above 0 for their logarithm", zh: "取对数要求各值大于 0" },
    next: { en: "use scale: level, or leave these rows out", zh: "请改用 scale: level，或剔除这些行" },
  });

const constantFault = (): Fault =>
  new Fault({
    code: "constant-outcome",
    found: { en: "the outcome does not vary", zh: "被解释变量没有变化" },
    expected: { en: "expected some inequality to share out", zh: "应有可供分解的差异" },
    next: { en: "check that the column is the one meant", zh: "请检查所选的列" },
  });
