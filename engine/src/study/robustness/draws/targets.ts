import { sum } from "../../../ground/sums/index.js";
import { kendall, meanAbsoluteChange, ranksWithin } from "../../../measure/uncertainty/index.js";

/** What a draw is reduced to: one number over some of the periods. */
export type TargetName = "mean-absolute-rank-change" | "rank-of" | "share-changed" | "kendall" | "mean";

export interface Reducer {
  /** over the periods from `from` to before `to` */
  readonly of: (values: Float64Array, from: number, to: number) => number;
}

/**
 * @param nominal values of the plan as written, periods × units
 * @param unit position of the unit of `rank-of`
 */
export function reducer(target: TargetName, nominal: Float64Array, periods: number, unit: number): Reducer {
  const width = nominal.length / periods;
  const own = ranksWithin(nominal, periods);
  switch (target) {
    case "mean-absolute-rank-change":
      return { of: (values, from, to) => meanAbsoluteChange(own, ranksWithin(values, periods), from * width, to * width) };
    case "rank-of":
      return {
        of: (values, from, to) => {
          const ranks = ranksWithin(values, periods);
          return meanOf(Float64Array.from({ length: to - from }, (_, k) => ranks[(from + k) * width + unit]));
        },
      };
    case "share-changed":
      return {
        of: (values, from, to) =>
          meanOf(nominal.subarray(from * width, to * width).map((one, c) => differs(one, values[from * width + c]))),
      };
    case "kendall":
      return {
        of: (values, from, to) =>
          meanOf(
            Float64Array.from({ length: to - from }, (_, k) => {
              const block = [(from + k) * width, (from + k + 1) * width] as const;
              return kendall(nominal.subarray(...block), values.subarray(...block));
            }),
          ),
      };
    case "mean":
      return { of: (values, from, to) => meanOf(values.subarray(from * width, to * width)) };
  }
}

function meanOf(values: Float64Array): number {
  const there = values.filter((one) => one === one);
  return sum(there) / there.length;
}

/** 1 where two values differ beyond 12 decimals of the larger, 0 where they agree, missing where one is. */
function differs(a: number, b: number): number {
  if (a !== a || b !== b) return Number.NaN;
  return Math.abs(a - b) > 1e-12 * Math.max(Math.abs(a), Math.abs(b)) ? 1 : 0;
}
