import { dot, sum } from "../../ground/sums/index.js";

export interface ShareConcentration {
  /** Herfindahl–Hirschman: Σ s² */
  readonly hhi: number;
  /** Rosenbluth (Hall–Tideman): 1/(2 Σ i s − 1), i = place from the largest */
  readonly rosenbluth: number;
  readonly topShare: number;
}

/** How concentrated a total is on few units; `top` is how many count as the top. Values at least 0 with a positive sum. */
export function shareConcentration(values: ArrayLike<number>, top: number): ShareConcentration {
  const total = sum(values);
  const shares = Float64Array.from(values, (one) => one / total)
    .sort()
    .reverse();
  const places = Float64Array.from(shares, (_, k) => k + 1);
  return { hhi: dot(shares, shares), rosenbluth: 1 / (2 * dot(places, shares) - 1), topShare: sum(shares.subarray(0, top)) };
}
