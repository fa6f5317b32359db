/**
 * Compensated sum (Neumaier 1974, doi:10.1002/zamm.19740540106): the error does not grow with the number of terms.
 * NaN terms make the sum NaN; leave missing cells out before.
 * @param unit in which the values are counted
 */
export function sum(values: ArrayLike<number>, unit = 1): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] / unit;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Compensated sum of products Σ aᵢ·(bᵢ − from); the products themselves are rounded once. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>, from = 0): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < a.length; i++) {
    const value = a[i] * (b[i] - from);
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean by compensated summation; NaN for no values. */
export const mean = (values: ArrayLike<number>): number => sum(values) / values.length;
