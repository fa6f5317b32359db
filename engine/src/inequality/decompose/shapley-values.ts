import { Stream } from "../../ground/random/index.js";
import { sum } from "../../ground/sums/index.js";

/** The value of a coalition, given as one bit a player (player k is bit k). */
export type Worth = (coalition: number) => number;

/** Shapley values over all 2^m coalitions of m players: the mean, over all orders, of what a player adds on joining. */
export function shapleyValues(players: number, worth: Worth): Float64Array {
  const worths = Float64Array.from({ length: 1 << players }, (_, coalition) => worth(coalition));
  const size = Uint8Array.from(worths, (_, coalition) => bits(coalition));
  // (s! (m − s − 1)!)/m! for coalitions of s players: 1/m over the number of ways to choose s of the other m − 1
  const weight = Float64Array.from({ length: players }, () => 1 / players);
  for (let s = 1; s < players; s++) weight[s] = (weight[s - 1] * s) / (players - s);
  return Float64Array.from({ length: players }, (_, k) => {
    const added = new Float64Array(worths.length / 2);
    let at = 0;
    for (let coalition = 0; coalition < worths.length; coalition++) {
      if (coalition & (1 << k)) continue;
      added[at++] = weight[size[coalition]] * (worths[coalition | (1 << k)] - worths[coalition]);
    }
    return sum(added);
  });
}

function bits(coalition: number): number {
  let count = 0;
  for (let rest = coalition; rest > 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The same from random orders, each with its reverse; the values of every order add up to the whole, so their means do. `worths` gives
 * the worth of the first 0, 1, … m players of an order.
 */
export function sampledShapley(
  players: number,
  orders: number,
  seed: number,
  worths: (order: Uint32Array) => Float64Array,
): { readonly values: Float64Array; readonly errors: Float64Array } {
  const stream = new Stream(seed);
  const pairs = Math.max(2, Math.ceil(orders / 2));
  const drawn = Array.from({ length: players }, () => new Float64Array(pairs));
  for (let pair = 0; pair < pairs; pair++) {
    const order = stream.permutation(players);
    for (const one of [order, order.slice().reverse()]) {
      const along = worths(one);
      for (let j = 0; j < players; j++) drawn[one[j]][pair] += (along[j + 1] - along[j]) / 2;
    }
  }
  const values = Float64Array.from(drawn, (own) => sum(own) / pairs);
  const errors = Float64Array.from(drawn, (own, k) =>
    Math.sqrt(sum(own.map((one) => (one - values[k]) * (one - values[k]))) / (pairs - 1) / pairs),
  );
  return { values, errors };
}
