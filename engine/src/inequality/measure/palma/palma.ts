/**
 * Palma ratio (1 − L(.9))/L(.4): what the richest tenth has over what the poorest four tenths have; other borders give S80/S20 and the like.
 * Source: Palma (2011), doi:10.1111/j.1467-7660.2011.01694.x; shares from the interpolated Lorenz curve: Gastwirth (1972), doi:10.2307/1937992.
 * Fails when a value is negative or nothing is shared; null with a warning when the bottom has nothing.
 */
import { finite, type Result, result, rowsTable, settle } from "../../../method/index.js";
import { lorenzAt, lorenzCurve } from "../../lorenz-curve.js";
import { rows, shareFault } from "../../rows.js";
import { type PalmaOptions, palmaCard } from "./palma.method.js";

type Options = Partial<PalmaOptions> & { weights?: ArrayLike<number> };

/**
 * @param values one number a row, any unit; NaN rows and rows of weight 0 are left out and counted in the trace
 * @param options top and bottom: shares of the population compared; border; weights: one non-negative number a row
 * @returns value: the ratio, 0 and above; null with a warning when the bottom has nothing; table `palma` with both shares of the total
 */
export function palma(values: ArrayLike<number>, { weights, ...options }: Options = {}): Result<number | null> {
  const chosen = settle(palmaCard, options);
  const all = rows(values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  if (all.x[0] < 0) throw shareFault(all.x[0]);
  const curve = lorenzCurve(all);
  const top = 1 - lorenzAt(curve, 1 - chosen.top, chosen.border);
  const bottom = lorenzAt(curve, chosen.bottom, chosen.border);
  const value = finite(top / bottom);
  return result(palmaCard, {
    options: chosen,
    value,
    variant: `${palmaCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: [
      rowsTable("palma", palmaCard.names, [{ palma: value, top_share: top, bottom_share: bottom, n: all.n, mean: all.mean }], {
        palma: palmaCard.names,
        top_share: { en: "share of the top", zh: "高端份额" },
        bottom_share: { en: "share of the bottom", zh: "低端份额" },
        n: { en: "rows", zh: "行数" },
        mean: { en: "mean", zh: "均值" },
      }),
    ],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean },
    warnings:
      value === null ? [{ code: "empty-bottom", text: { en: "the bottom has nothing: no ratio", zh: "低端份额为 0，无法计算比率" } }] : [],
  });
}
