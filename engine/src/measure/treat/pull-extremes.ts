import { type PowerSums, passes, type Shape, shapeFrom } from "./shape.js";

export interface Pulled {
  /** values above and below are brought to these */
  readonly low: number;
  readonly high: number;
  /** how many cells were brought there */
  readonly cells: number;
  readonly shape: Shape | null;
}

/**
 * Bring one extreme at a time to the next value (the top when skewness ≥ 0, else the bottom; ties move together)
 * until the column passes or `most` cells have been moved.
 * @param values without missing cells, at least two different ones
 */
export function pullExtremes(values: Float64Array, skew: number, kurt: number, most: number): Pulled {
  const n = values.length;
  const room = new Float64Array(5 * n);
  const sorted = room.subarray(0, n);
  sorted.set(values);
  sorted.sort();
  const sums = room.subarray(n);
  gatherOutward(sorted, sums);
  let [from, to] = [0, n - 1];
  for (;;) {
    const cells = from + n - 1 - to;
    const shape = shapeFrom(pulledSums(sorted, sums, from, to));
    if (shape === null || passes(shape, skew, kurt) || cells >= most) return { low: sorted[from], high: sorted[to], cells, shape };
    const edge = sorted[shape.skewness >= 0 ? to : from];
    if (shape.skewness >= 0) while (to > from && sorted[to] === edge) to--;
    else while (from < to && sorted[from] === edge) from++;
  }
}

/** Where a sorted column is measured from, and in what unit. */
function measureOf(sorted: Float64Array): { readonly centre: number; readonly width: number } {
  const centre = sorted[sorted.length >> 1];
  return { centre, width: Math.max(sorted[sorted.length - 1] - centre, centre - sorted[0]) };
}

/**
 * Four power sums of a sorted column from the middle to each value, that value included, power after power.
 * They are gathered from the middle outward, so that an extreme leaves no rounding behind once it is pulled in.
 */
function gatherOutward(sorted: Float64Array, sums: Float64Array): void {
  const n = sorted.length;
  const middle = n >> 1;
  const { centre, width } = measureOf(sorted);
  for (const step of [1, -1]) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let k = step > 0 ? middle : middle - 1; k >= 0 && k < n; k += step) {
      const away = (sorted[k] - centre) / width;
      const square = away * away;
      sums[k] = first += away;
      sums[n + k] = second += square;
      sums[2 * n + k] = third += square * away;
      sums[3 * n + k] = fourth += square * square;
    }
  }
}

/** Power sums of a sorted column whose values before `from` and after `to` are brought to those two. */
function pulledSums(sorted: Float64Array, sums: Float64Array, from: number, to: number): PowerSums {
  const n = sorted.length;
  const { centre, width } = measureOf(sorted);
  const low = (sorted[from] - centre) / width;
  const high = (sorted[to] - centre) / width;
  const between = (power: number): number => {
    const at = power * n;
    const middle = n >> 1;
    const lower = from < middle ? sums[at + from] - (to < middle - 1 ? sums[at + to + 1] : 0) : 0;
    const upper = to >= middle ? sums[at + to] - (from > middle ? sums[at + from - 1] : 0) : 0;
    return lower + upper;
  };
  const below = from;
  const above = n - 1 - to;
  return {
    n,
    first: between(0) + below * low + above * high,
    second: between(1) + below * (low * low) + above * (high * high),
    third: between(2) + below * (low * low * low) + above * (high * high * high),
    fourth: between(3) + below * (low * low * low * low) + above * (high * high * high * high),
  };
}
