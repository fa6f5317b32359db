/**
 * Kendall's τ-b of two lists, ties counted; pairs in which a value is missing are left out.
 * Kendall 1945, doi:10.1093/biomet/33.3.239. n log n by merging (Knight 1966, doi:10.1080/01621459.1966.10480879).
 * @returns NaN when one list does not vary
 */
export function kendall(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const pairs = Array.from({ length: a.length }, (_, i) => i).filter((i) => a[i] === a[i] && b[i] === b[i]);
  pairs.sort((i, j) => a[i] - a[j] || b[i] - b[j]);
  const n = pairs.length;
  const all = (n * (n - 1)) / 2;
  const tiedA = tied(n, (k) => a[pairs[k]] === a[pairs[k - 1]]);
  const tiedBoth = tied(n, (k) => a[pairs[k]] === a[pairs[k - 1]] && b[pairs[k]] === b[pairs[k - 1]]);
  const y = Float64Array.from(pairs, (i) => b[i]);
  const swaps = sortCountingSwaps(y, new Float64Array(n), 0, n);
  const tiedB = tied(n, (k) => y[k] === y[k - 1]);
  const size = Math.sqrt((all - tiedA) * (all - tiedB));
  return size > 0 ? Math.max(-1, Math.min(1, (all - tiedA - tiedB + tiedBoth - 2 * swaps) / size)) : Number.NaN;
}

function tied(n: number, same: (k: number) => boolean): number {
  let pairs = 0;
  let run = 1;
  for (let k = 1; k <= n; k++) {
    if (k < n && same(k)) {
      run++;
      continue;
    }
    pairs += (run * (run - 1)) / 2;
    run = 1;
  }
  return pairs;
}

function sortCountingSwaps(y: Float64Array, room: Float64Array, from: number, to: number): number {
  if (to - from < 2) return 0;
  const middle = (from + to) >> 1;
  let swaps = sortCountingSwaps(y, room, from, middle) + sortCountingSwaps(y, room, middle, to);
  let left = from;
  let right = middle;
  for (let k = from; k < to; k++) {
    if (right >= to || (left < middle && y[left] <= y[right])) room[k] = y[left++];
    else {
      swaps += middle - left;
      room[k] = y[right++];
    }
  }
  for (let k = from; k < to; k++) y[k] = room[k];
  return swaps;
}
