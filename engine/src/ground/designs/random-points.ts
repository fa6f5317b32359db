import { Stream } from "../random/index.js";

/** Independent uniform points in [0, 1)^d; point i draws from replicate i of the seed, so it does not depend on n. */
export const randomPoints = (n: number, d: number, seed: number): Float64Array[] =>
  Array.from({ length: n }, (_, i) => new Stream(seed, 0, i).uniforms(new Float64Array(d)));
