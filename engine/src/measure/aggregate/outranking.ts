import type { Contest, Rule } from "./node-cells.js";

/**
 * Share of the weight for which unit i is above unit k, ties counting half, over the parts both have; rounded to 12 decimals,
 * so that .1 + .2 + .2 against .2 + .2 + .1 is one half. NaN when they share no part.
 */
export function outranking(parts: readonly Float64Array[], shares: readonly number[], i: number, k: number): number {
  let above = 0;
  let total = 0;
  for (let j = 0; j < parts.length; j++) {
    const own = parts[j][i];
    const other = parts[j][k];
    if (own !== own || other !== other) continue;
    const share = shares[j];
    total += share;
    if (own > other) above += share;
    else if (own === other) above += share / 2;
  }
  return Math.round((above / total) * 1e12) / 1e12;
}

/** Every unit against every other: those it outranks less those that outrank it. */
const contest: Contest = (parts, shares, scored) => {
  const scores = new Float64Array(parts[0].length).fill(Number.NaN);
  for (const i of scored) scores[i] = 0;
  for (let a = 0; a < scored.length; a++) {
    const i = scored[a];
    for (let b = a + 1; b < scored.length; b++) {
      const share = outranking(parts, shares, i, scored[b]);
      if (share > 0.5) {
        scores[i]++;
        scores[scored[b]]--;
      } else if (share < 0.5) {
        scores[i]--;
        scores[scored[b]]++;
      }
    }
  }
  return scores;
};

export const copelandRule: Rule = { among: contest };
