/**
 * Sen welfare μ(1 − G), the mean of the smaller of two incomes drawn at random, and Atkinson's equally distributed equivalent μ(1 − A(ε)),
 * the income that, had by all, would be as good as the incomes there are.
 * Source: Sen (1976), Review of Economic Studies 43:19; Atkinson (1970), doi:10.1016/0022-0531(70)90039-6.
 * Fails when a value is negative or nothing is shared; a value of 0 with ε ≥ 1 makes the equivalent 0, with a warning.
 */
import { type Result, result, rowsTable, settle } from "../../../method/index.js";
import { atkinson } from "../atkinson/atkinson.js";
import { gini } from "../gini/gini.js";
import { type WelfareOptions, welfareCard } from "./welfare.method.js";

type Options = Partial<WelfareOptions> & { weights?: ArrayLike<number> };

export interface Welfare {
  /** μ(1 − G), in the unit of the values */
  readonly sen: number;
  /** μ(1 − A(ε)), in the unit of the values */
  readonly equivalent: number;
}

/**
 * @param values one number a row, any unit; NaN rows and rows of weight 0 are left out and counted in the trace
 * @param options epsilon in (0, 10]; weights: one non-negative number a row
 * @returns value: both welfare levels, between the least value and the mean; table `welfare` with the indices they take off
 */
export function welfare(values: ArrayLike<number>, { weights, ...options }: Options = {}): Result<Welfare> {
  const chosen = settle(welfareCard, options);
  const byGini = gini(values, { weights });
  const byAtkinson = atkinson(values, { weights, epsilon: chosen.epsilon });
  const { rows: n, dropped, weight, mean } = byGini.trace as Record<"rows" | "dropped" | "weight" | "mean", number>;
  const [G, A] = [byGini.value as number, byAtkinson.value];
  const value = { sen: mean * (1 - G), equivalent: mean * (1 - A) };
  return result(welfareCard, {
    options: chosen,
    value,
    variant: `${welfareCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: [
      rowsTable("welfare", welfareCard.names, [{ ...value, mean, gini: G, atkinson: A, epsilon: chosen.epsilon, n }], {
        sen: { en: "Sen welfare, μ(1 − G)", zh: "森福利 μ(1 − G)" },
        equivalent: { en: "equally distributed equivalent, μ(1 − A)", zh: "均等分配等价值 μ(1 − A)" },
        mean: { en: "mean", zh: "均值" },
        gini: { en: "Gini coefficient", zh: "基尼系数" },
        atkinson: { en: "Atkinson index", zh: "阿特金森指数" },
        epsilon: { en: "aversion ε", zh: "厌恶程度 ε" },
        n: { en: "rows", zh: "行数" },
      }),
    ],
    trace: { rows: n, dropped, weight, mean },
    warnings: byAtkinson.warnings,
  });
}
