/** Turns a median absolute deviation into a standard deviation when the values are normal: 1/Φ⁻¹(¾). */
const toSigma = 1.4826;

/** The numbers that are not missing; the array itself is left alone. */
export function present(values: ArrayLike<number>): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (let k = 0; k < values.length; k++) if (values[k] === values[k]) kept[count++] = values[k];
  return kept.subarray(0, count);
}

/** Median of the numbers that are not missing; NaN when there is none. */
export function median(values: ArrayLike<number>): number {
  const kept = present(values);
  const half = kept.length >> 1;
  if (kept.length === 0) return Number.NaN;
  const upper = select(kept, half);
  if (kept.length % 2) return upper;
  let lower = kept[0];
  for (let k = 1; k < half; k++) if (kept[k] > lower) lower = kept[k];
  return (lower + upper) / 2;
}

/** 1.4826 × median |x|: the robust size of deviations that are already centred. */
export function spreadOf(deviations: ArrayLike<number>): number {
  const sizes = new Float64Array(deviations.length);
  for (let k = 0; k < sizes.length; k++) sizes[k] = Math.abs(deviations[k]);
  return toSigma * median(sizes);
}

/**
 * The k-th smallest number, by Hoare's selection: linear in most orders; after 64 rounds what is left is sorted, so that no order
 * makes it quadratic. Reorders the array: what stands before k is not larger than what stands at k.
 */
function select(a: Float64Array, k: number): number {
  let [low, high] = [0, a.length - 1];
  for (let round = 0; low < high; round++) {
    if (round === 64) {
      a.subarray(low, high + 1).sort();
      break;
    }
    const pivot = a[(low + high) >> 1];
    let [i, j] = [low, high];
    while (i <= j) {
      while (a[i] < pivot) i++;
      while (a[j] > pivot) j--;
      if (i <= j) {
        const held = a[i];
        a[i++] = a[j];
        a[j--] = held;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return a[k];
}
