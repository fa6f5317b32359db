/**
 * Atkinson index A(ε) = 1 − (Σ p r^(1−ε))^(1/(1−ε)), r = x/μ; at ε = 1 the geometric mean in place of the power mean.
 * Computed from GE(1−ε), of which it is a change of scale: small inequalities keep their digits.
 * Source: Atkinson (1970), doi:10.1016/0022-0531(70)90039-6.
 * Fails when a value is negative or nothing is shared; a value of 0 with ε ≥ 1 gives 1 with a warning.
 */
import { expm1, log1p } from "../../../ground/elementary/index.js";
import { type Result, result, rowsTable, settle } from "../../../method/index.js";
import { relativeEntropy } from "../../relative-entropy.js";
import { type Rows, rowsAsGiven, shareFault } from "../../rows.js";
import { type AtkinsonOptions, atkinsonCard } from "./atkinson.method.js";

type Options = Partial<AtkinsonOptions> & { weights?: ArrayLike<number> };

/**
 * @param values one number a row, any unit; NaN rows and rows of weight 0 are left out and counted in the trace
 * @param options epsilon in (0, 10]; weights: one non-negative number a row
 * @returns value: A in [0, 1]; table `atkinson` with the equally distributed equivalent μ(1 − A), in the unit of the values
 */
export function atkinson(values: ArrayLike<number>, { weights, ...options }: Options = {}): Result<number> {
  const chosen = settle(atkinsonCard, options);
  const all = rowsAsGiven(values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  const least = all.x.reduce((a, b) => Math.min(a, b));
  if (least < 0) throw shareFault(least);
  const floor = least === 0 && chosen.epsilon >= 1 - 1e-8;
  const value = floor ? 1 : index(all, 1 - chosen.epsilon);
  return result(atkinsonCard, {
    options: chosen,
    value,
    variant: `${atkinsonCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: [
      rowsTable("atkinson", atkinsonCard.names, [{ atkinson: value, equivalent: all.mean * (1 - value), n: all.n, mean: all.mean }], {
        atkinson: atkinsonCard.names,
        equivalent: { en: "equally distributed equivalent", zh: "均等分配等价值" },
        n: { en: "rows", zh: "行数" },
        mean: { en: "mean", zh: "均值" },
      }),
    ],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean },
    warnings: floor
      ? [
          {
            code: "zero-value",
            text: { en: "a value of 0 makes the index 1 for ε of 1 or more", zh: "ε 不小于 1 时，只要有值为 0，指数即为 1" },
          },
        ]
      : [],
  });
}

function index({ x, p, mean }: Rows, power: number): number {
  const entropy = relativeEntropy(x, p, mean, power);
  return Math.abs(power) < 1e-8 ? -expm1(-entropy) : -expm1(log1p(power * (power - 1) * entropy) / power);
}
