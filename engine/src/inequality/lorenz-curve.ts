import type { Rows } from "./rows.js";

/** The Lorenz curve at the upper end of every row, in increasing order of the values; both end at exactly 1. */
export interface LorenzCurve {
  readonly x: Float64Array;
  /** share of the population up to and with the row */
  readonly population: Float64Array;
  /** share of the total up to and with the row */
  readonly income: Float64Array;
}

/** How a row that straddles a border is counted: in proportion (the curve is linear between rows), or whole with all its ties. */
export type Border = "fractional" | "whole";

export function lorenzCurve({ x, p }: Pick<Rows, "x" | "p">): LorenzCurve {
  const amounts = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) amounts[i] = p[i] * x[i];
  return { x, population: cumulated(p), income: cumulated(amounts) };
}

/** Share of the total held by the poorest share q of the population, q in [0, 1]. */
export function lorenzAt({ x, population, income }: LorenzCurve, q: number, border: Border = "fractional"): number {
  if (q <= 0) return 0;
  const k = firstReaching(population, q);
  if (border === "whole") {
    let last = k;
    while (last + 1 < x.length && x[last + 1] === x[k]) last++;
    return income[last];
  }
  const [p0, l0] = k === 0 ? [0, 0] : [population[k - 1], income[k - 1]];
  const within = Math.min(1, (q - p0) / (population[k] - p0));
  return l0 + within * (income[k] - l0);
}

/** The first place where increasing shares reach q, roundings aside; the last place when none does. */
export function firstReaching(shares: Float64Array, q: number): number {
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (shares[middle] >= q - 1e-12) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Running sums with compensation, as shares of the whole. */
function cumulated(parts: Float64Array): Float64Array {
  const out = new Float64Array(parts.length);
  let total = 0;
  let lost = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    const next = total + part;
    lost += Math.abs(total) >= Math.abs(part) ? total - next + part : part - next + total;
    total = next;
    out[i] = total + lost;
  }
  const whole = total + lost;
  for (let i = 0; i < out.length; i++) out[i] /= whole;
  return out;
}
