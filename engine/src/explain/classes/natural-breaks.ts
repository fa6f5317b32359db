/**
 * Exact natural breaks (Fisher 1958): sorted values split into k classes with the least sum of squares within; positions where classes start.
 * Divide and conquer over the layers of the dynamic programme: O(k n log n). Equal values are never parted.
 */
export function naturalBreaks(sorted: Float64Array, k: number): number[] {
  const distinct: number[] = [];
  const first: number[] = [];
  sorted.forEach((value, i) => {
    if (i > 0 && value === sorted[i - 1]) return;
    distinct.push(value);
    first.push(i);
  });
  const m = distinct.length;
  const centre = sorted[sorted.length >> 1];
  const weight = new Float64Array(m + 1);
  const total = new Float64Array(m + 1);
  const squares = new Float64Array(m + 1);
  for (let j = 0; j < m; j++) {
    const size = (first[j + 1] ?? sorted.length) - first[j];
    const value = distinct[j] - centre;
    weight[j + 1] = weight[j] + size;
    total[j + 1] = total[j] + size * value;
    squares[j + 1] = squares[j] + size * value * value;
  }
  /** sum of squares within the distinct values from..to − 1 */
  const within = (from: number, to: number): number => {
    const sum = total[to] - total[from];
    return squares[to] - squares[from] - (sum * sum) / (weight[to] - weight[from]);
  };
  let cost = Float64Array.from({ length: m + 1 }, (_, to) => (to === 0 ? 0 : within(0, to)));
  const starts: Int32Array[] = [];
  for (let layer = 1; layer < k; layer++) {
    const next = new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY);
    const start = new Int32Array(m + 1);
    const before = cost;
    const solve = (low: number, high: number, least: number, most: number): void => {
      if (low > high) return;
      const to = (low + high) >> 1;
      for (let from = Math.max(layer, least); from <= Math.min(to - 1, most); from++) {
        const found = before[from] + within(from, to);
        if (found < next[to]) {
          next[to] = found;
          start[to] = from;
        }
      }
      solve(low, to - 1, least, start[to]);
      solve(to + 1, high, start[to], most);
    };
    solve(layer + 1, m, layer, m - 1);
    starts.push(start);
    cost = next;
  }
  const breaks: number[] = [];
  for (let layer = k - 2, to = m; layer >= 0; layer--) {
    to = starts[layer][to];
    breaks.unshift(first[to]);
  }
  return breaks;
}
