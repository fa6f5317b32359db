/** Turns a median absolute deviation into a standard deviation when the values are normal: 1/Φ⁻¹(¾). */
const toSigma = 1.4826;

/** Median of the numbers that are not missing; NaN when there is none. Sorts a copy: n log n. */
export function median(values: Iterable<number>): number {
  const sorted = Float64Array.from(values)
    .filter((one) => one === one)
    .sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** 1.4826 × median |x|: the robust size of deviations that are already centred. */
export const spreadOf = (deviations: Float64Array): number => toSigma * median(deviations.map(Math.abs));
