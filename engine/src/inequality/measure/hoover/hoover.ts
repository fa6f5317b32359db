/**
 * Hoover index (also Robin Hood, Schutz, Pietra) H = ½ Σ p |x/μ − 1|: the greatest gap between the Lorenz curve and the line of equality.
 * Source: Hoover (1936), doi:10.2307/1927875.
 * Fails when a value is negative or nothing is shared.
 */
import { dot } from "../../../ground/sums/index.js";
import { type Result, result, rowsTable } from "../../../method/index.js";
import { rowsAsGiven, shareFault } from "../../rows.js";
import { hooverCard } from "./hoover.method.js";

/**
 * @param values one number a row, any unit; NaN rows and rows of weight 0 are left out and counted in the trace
 * @param options weights: one non-negative number a row
 * @returns value: H in [0, 1), below 1 − 1/n without weights; table `hoover` with the amount a head to be moved, in the unit of the values
 */
export function hoover(values: ArrayLike<number>, { weights }: { readonly weights?: ArrayLike<number> } = {}): Result<number> {
  const { x, p, n, mean, dropped, total } = rowsAsGiven(values, weights);
  if (!(mean > 0)) throw shareFault(mean);
  const least = x.reduce((a, b) => Math.min(a, b));
  if (least < 0) throw shareFault(least);
  const amount =
    dot(
      p,
      x.map((one) => Math.abs(one - mean)),
    ) / 2;
  const value = amount / mean;
  return result(hooverCard, {
    options: {},
    value,
    variant: `${hooverCard.variant({})} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: [
      rowsTable("hoover", hooverCard.names, [{ hoover: value, amount, n, mean }], {
        hoover: hooverCard.names,
        amount: { en: "amount a head to be moved", zh: "人均需转移量" },
        n: { en: "rows", zh: "行数" },
        mean: { en: "mean", zh: "均值" },
      }),
    ],
    trace: { rows: n, dropped, weight: total, mean },
  });
}
