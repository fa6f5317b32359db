import { Stream } from "../random/index.js";

/**
 * Latin hypercube in [0, 1)^d: along every axis each of n equal slices holds exactly one point, at a random place inside it
 * (McKay, Beckman & Conover 1979, doi:10.1080/00401706.1979.10489755). Dimension k draws from the stream `k` of the seed.
 */
export function latinHypercube(n: number, d: number, seed: number): Float64Array[] {
  const axes = Array.from({ length: d }, (_, k) => {
    const stream = new Stream(seed, k);
    return Array.from(stream.permutation(n), (slice) => (slice + stream.uniform()) / n);
  });
  return Array.from({ length: n }, (_, i) => Float64Array.from(axes, (axis) => Math.min(axis[i], 1 - 2.220446049250313e-16)));
}
