import { sum } from "../../ground/sums/index.js";
import type { Bounds } from "./weigh-options.js";

/** The nearest point with entries inside the bounds and sum 1: clip(x − τ, lo, hi), τ by bisection. */
export function projectOnSimplex(x: readonly number[], [lo, hi]: Bounds): number[] {
  const clip = (shift: number): number[] => x.map((one) => Math.min(hi, Math.max(lo, one - shift)));
  let low = Math.min(...x) - hi;
  let high = Math.max(...x) - lo;
  for (let step = 0; step < 200; step++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (sum(clip(middle)) > 1) low = middle;
    else high = middle;
  }
  const at = clip(high);
  const free = at.filter((one) => one > lo && one < hi).length;
  const missing = 1 - sum(at);
  // What bisection leaves over is of the size of rounding; it goes to the entries that no bound holds.
  return free === 0 ? at : at.map((one) => (one > lo && one < hi ? one + missing / free : one));
}
