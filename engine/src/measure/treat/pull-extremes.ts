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
  const sorted = values.slice().sort();
  const sums = outward(sorted);
  let [from, to] = [0, sorted.length - 1];
  for (;;) {
    const cells = from + sorted.length - 1 - to;
    const shape = shapeFrom(sums(from, to));
    if (shape === null || passes(shape, skew, kurt) || cells >= most) return { low: sorted[from], high: sorted[to], cells, shape };
    const edge = sorted[shape.skewness >= 0 ? to : from];
    if (shape.skewness >= 0) while (to > from && sorted[to] === edge) to--;
    else while (from < to && sorted[from] === edge) from++;
  }
}

/**
 * Power sums of a sorted column whose values before `from` and after `to` are brought to those two.
 * They are gathered from the middle outward, so that an extreme leaves no rounding behind once it is pulled in.
 */
function outward(sorted: Float64Array): (from: number, to: number) => PowerSums {
  const n = sorted.length;
  const middle = n >> 1;
  const centre = sorted[middle];
  const width = Math.max(sorted[n - 1] - centre, centre - sorted[0]);
  const away = new Float64Array(n);
  for (let k = 0; k < n; k++) away[k] = (sorted[k] - centre) / width;
  const [first, second, third, fourth] = [1, 2, 3, 4].map(() => new Float64Array(n));
  const add = (k: number, before: number): void => {
    const square = away[k] * away[k];
    first[k] = away[k] + (before < 0 ? 0 : first[before]);
    second[k] = square + (before < 0 ? 0 : second[before]);
    third[k] = square * away[k] + (before < 0 ? 0 : third[before]);
    fourth[k] = square * square + (before < 0 ? 0 : fourth[before]);
  };
  for (let k = middle; k < n; k++) add(k, k > middle ? k - 1 : -1);
  for (let k = middle - 1; k >= 0; k--) add(k, k < middle - 1 ? k + 1 : -1);
  return (from, to) => {
    const below = from;
    const above = n - 1 - to;
    const total = (power: Float64Array, low: number, high: number): number => {
      const lower = from < middle ? power[from] - (to < middle - 1 ? power[to + 1] : 0) : 0;
      const upper = to >= middle ? power[to] - (from > middle ? power[from - 1] : 0) : 0;
      return lower + upper + below * low + above * high;
    };
    const [low, high] = [away[from], away[to]];
    return {
      n,
      first: total(first, low, high),
      second: total(second, low * low, high * high),
      third: total(third, low * low * low, high * high * high),
      fourth: total(fourth, low * low * low * low, high * high * high * high),
    };
  };
}
