/** A(xᵢ) = Σⱼ pⱼ|xᵢ − xⱼ| for values in increasing order, in two passes whose terms are all at least 0. */
export function alienation(x: Float64Array, p: Float64Array): Float64Array {
  const n = x.length;
  const away = new Float64Array(n);
  for (let i = 1, weight = 0, reach = 0; i < n; i++) {
    weight += p[i - 1];
    reach += (x[i] - x[i - 1]) * weight;
    away[i] = reach;
  }
  for (let i = n - 2, weight = 0, reach = 0; i >= 0; i--) {
    weight += p[i + 1];
    reach += (x[i + 1] - x[i]) * weight;
    away[i] += reach;
  }
  return away;
}
