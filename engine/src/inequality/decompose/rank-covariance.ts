import { increasingOrder } from "../../ground/order/index.js";
import { weightedMean } from "../rows.js";

/**
 * Covariance of x with the fractional rank of `by`, for shares p that sum to 1. Rows tied in `by` share their mean rank.
 * Twice this over the mean of x is its concentration index; with `by` = x the Gini coefficient. `order` is that of `by`, if known.
 */
export function rankCovariance(x: Float64Array, by: Float64Array, p: Float64Array, order = increasingOrder(by)): number {
  const mean = weightedMean(x, p);
  let [before, total, lost] = [0, 0, 0];
  for (let start = 0; start < order.length; ) {
    let [end, share, excess] = [start, 0, 0];
    const level = by[order[start]];
    for (; end < order.length && by[order[end]] === level; end++) {
      const i = order[end];
      share += p[i];
      excess += p[i] * (x[i] - mean);
    }
    const part = excess * (before + share / 2 - 0.5);
    const next = total + part;
    lost += Math.abs(total) >= Math.abs(part) ? total - next + part : part - next + total;
    total = next;
    before += share;
    start = end;
  }
  return total + lost;
}
