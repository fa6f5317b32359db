/**
 * Ranks within each period, 1 for the highest, equal scores the smallest of theirs; scores are compared after rounding to 12 decimals
 * of the period's largest. A missing score has no rank (NaN).
 * @param scores periods × units
 */
export function ranksWithin(scores: Float64Array, periods: number): Float64Array {
  const width = scores.length / periods;
  const ranks = new Float64Array(scores.length).fill(Number.NaN);
  const order = new Uint32Array(width);
  const rounded = new Float64Array(width);
  for (let t = 0; t < periods; t++) {
    const start = t * width;
    let largest = 0;
    for (let i = 0; i < width; i++) if (Math.abs(scores[start + i]) > largest) largest = Math.abs(scores[start + i]);
    let n = 0;
    for (let i = 0; i < width; i++) {
      const score = scores[start + i];
      if (score !== score) continue;
      rounded[i] = largest > 0 ? Math.round((score / largest) * 1e12) : 0;
      order[n++] = i;
    }
    const sorted = order.subarray(0, n).sort((a, b) => rounded[b] - rounded[a] || a - b);
    for (let k = 0; k < n; k++) {
      const i = sorted[k];
      ranks[start + i] = k > 0 && rounded[sorted[k - 1]] === rounded[i] ? ranks[start + sorted[k - 1]] : k + 1;
    }
  }
  return ranks;
}
