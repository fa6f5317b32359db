import { dot, mean } from "../../ground/sums/index.js";

export interface ProjectionIndex {
  /** standard deviation of the projections, n − 1 */
  readonly s: number;
  /** local density: Σ over all ordered pairs, a point with itself included, of (R − r_ij) where that is positive */
  readonly d: number;
  readonly q: number;
}

/** Q = S · D of the projection z = Σ a_j x_j with window R = share · S; n log n by sorting. */
export function projectionIndex(columns: readonly Float64Array[], a: readonly number[], share: number): ProjectionIndex {
  const n = columns[0].length;
  const z = new Float64Array(n);
  columns.forEach((column, j) => {
    for (let i = 0; i < n; i++) z[i] += a[j] * column[i];
  });
  const centre = mean(z);
  for (let i = 0; i < n; i++) z[i] -= centre;
  const s = Math.sqrt(dot(z, z) / (n - 1));
  const radius = share * s;
  z.sort();
  let pairs = 0;
  let inside = 0;
  for (let from = 0, to = 0; to < n; to++) {
    // `inside` is the sum of z over from … to − 1
    while (z[to] - z[from] >= radius && from < to) inside -= z[from++];
    pairs += (to - from) * (radius - z[to]) + inside;
    inside += z[to];
  }
  const d = n * radius + 2 * pairs;
  return { s, d, q: s * d };
}
