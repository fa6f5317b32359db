/**
 * Gini coefficient G = 1 − Σ pᵢ(Lᵢ + Lᵢ₋₁): the area between the Lorenz curve and the line of equality, doubled.
 * Source: Gini (1912); weighted form: Lerman & Yitzhaki (1989), doi:10.1016/0304-4076(89)90074-2.
 * Fails when a value is negative (unless allowed and the mean is positive) and when nothing is shared (sum 0).
 */
import { finite, type Result, result, settle } from "../../../method/index.js";
import { evenRows, shareFault, weightedRows } from "../../rows.js";
import { type GiniOptions, giniCard } from "./gini.method.js";

type Options = Partial<GiniOptions> & { weights?: ArrayLike<number> };

/**
 * @param values one number a row, any unit; NaN rows and rows of weight 0 are left out and counted in the trace
 * @param options form, allowNegative; weights: one non-negative number a row
 * @returns value: G in [0, 1] (up to n/(n−1) in sample form); null with a warning when the sample form has one row
 */
export function gini(values: ArrayLike<number>, { weights, ...options }: Options = {}): Result<number | null> {
  const chosen = settle(giniCard, options);
  const { x, p, mean, n, dropped, total } = weights ? weightedRows(values, weights) : evenRows(values);
  if (!(mean > 0)) throw shareFault(mean);
  if (x[0] < 0 && !chosen.allowNegative) throw shareFault(x[0]);

  let lorenz = 0;
  let area = 0;
  for (let i = 0; i < n; i++) {
    const share = typeof p === "number" ? p : p[i];
    const before = lorenz;
    lorenz += (share * x[i]) / mean;
    area += share * (lorenz + before);
  }
  const population = x[0] === x[n - 1] ? 0 : 1 - area / lorenz;
  const value = finite(chosen.form === "sample" ? (population * n) / (n - 1) : population);

  return result(giniCard, {
    options: chosen,
    value,
    tables: [
      {
        id: "gini",
        names: giniCard.names,
        columns: [
          { id: "gini", names: giniCard.names, values: [value] },
          { id: "n", names: { en: "rows", zh: "行数" }, values: [n] },
          { id: "mean", names: { en: "mean", zh: "均值" }, values: [mean] },
        ],
      },
    ],
    trace: { rows: n, dropped, weight: total, mean },
    warnings:
      value === null ? [{ code: "one-row", text: { en: "the sample form needs at least two rows", zh: "样本式至少需要两行" } }] : [],
  });
}
