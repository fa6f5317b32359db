import { sum } from "../../ground/sums/index.js";

/** How far a distribution leans and how heavy its tails are: bias-corrected skewness G1 and excess kurtosis G2. */
export interface Shape {
  readonly skewness: number;
  readonly kurtosis: number;
}

/** Sums of the first four powers of deviations from one centre, and how many there are. */
export interface PowerSums {
  readonly n: number;
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

/** Shape of values without missing cells; null for fewer than four, or when they do not vary. */
export function shapeOf(values: ArrayLike<number>): Shape | null {
  const n = values.length;
  if (n < 4) return null;
  let low = values[0];
  let high = values[0];
  for (let k = 1; k < n; k++) {
    if (values[k] < low) low = values[k];
    if (values[k] > high) high = values[k];
  }
  if (low === high) return null;
  const scale = Math.max(Math.abs(low), Math.abs(high));
  const centre = sum(values, scale) / n;
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let k = 0; k < n; k++) {
    const away = values[k] / scale - centre;
    const square = away * away;
    first += away;
    second += square;
    third += square * away;
    fourth += square * square;
  }
  return shapeFrom({ n, first, second, third, fourth });
}

/** Shape from power sums about a centre near the mean: G1 = g1√(n(n−1))/(n−2), G2 = ((n+1)g2+6)(n−1)/((n−2)(n−3)). */
export function shapeFrom({ n, first, second, third, fourth }: PowerSums): Shape | null {
  const away = first / n;
  const m2 = second / n - away * away;
  if (n < 4 || !(m2 > 0)) return null;
  const m3 = third / n - 3 * away * (second / n) + 2 * away * away * away;
  const m4 = fourth / n - 4 * away * (third / n) + 6 * away * away * (second / n) - 3 * away * away * away * away;
  const g1 = m3 / (m2 * Math.sqrt(m2));
  const g2 = m4 / (m2 * m2) - 3;
  return {
    skewness: (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3)),
  };
}

/** A column passes when it does not lean much, or its tails are not heavy; what cannot be judged passes. */
export const passes = (shape: Shape | null, skew: number, kurt: number): boolean =>
  shape === null || Math.abs(shape.skewness) < skew || shape.kurtosis < kurt;
