import { leadingDigits, turned, upperWord } from "./leading-digits.js";

const few = 256;
/** How far the finishing sort carries a value down before all that share its leading digits are compared. */
const farthest = 32;

export interface Ordered {
  /** the values in increasing order */
  readonly values: Float64Array;
  /** where each stood */
  readonly order: Uint32Array;
}

/** Positions of the values in increasing order, equal values (0 and −0 are equal) in the order given. No value may be NaN. */
export function increasingOrder(values: ArrayLike<number>): Uint32Array {
  const copy = new Float64Array(values.length);
  copy.set(values); // `new Float64Array(values)` walks an iterator once any code on the page has touched iterators
  return ordered(copy).order;
}

/** The values in increasing order with their positions. Takes the array over: what it holds afterwards is not said; −0 becomes 0. */
export function ordered(values: Float64Array): Ordered {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  const sorted = sort(values, order);
  return { values: sorted.values, order: sorted.order as Uint32Array };
}

/**
 * The values in increasing order, and what belongs to each moved along with it; equal values in the order given. Takes both arrays over,
 * as `ordered` does.
 */
export function orderedWith(values: Float64Array, beside: Float64Array): { readonly values: Float64Array; readonly beside: Float64Array } {
  const sorted = sort(values, beside);
  return { values: sorted.values, beside: sorted.order as Float64Array };
}

/** The values in increasing order. Takes the array over, as `ordered` does; no value may be NaN. */
export const increasing = (values: Float64Array): Float64Array => sort(values, null).values;

/** Positions, or numbers that belong to the values. */
type Beside = Uint32Array | Float64Array;

interface Sorted {
  readonly values: Float64Array;
  readonly order: Beside | null;
}

/** Radix sort by the leading digits, finished by insertion; long stretches that share all leading digits are compared. */
function sort(values: Float64Array, order: Beside | null): Sorted {
  const n = values.length;
  for (let i = 0; i < n; i++) values[i] += 0;
  if (n < few) {
    compare(values, order);
    return { values, order };
  }
  const { least, below, passes } = leadingDigits(words(values), n);
  let [from, places] = [values, order];
  let [to, next] =
    passes.length === 0
      ? [from, places]
      : [new Float64Array(n), order && (order instanceof Uint32Array ? new Uint32Array(n) : new Float64Array(n))];
  for (const { shift, mask, start } of passes) {
    const halves = words(from);
    for (let i = 0; i < n; i++) {
      const key = turned(halves[2 * i + upperWord]) - least;
      const place = start[(key >>> shift) & mask]++;
      to[place] = from[i];
      if (next !== null && places !== null) next[place] = places[i];
    }
    [from, to, places, next] = [to, from, next, places];
  }
  const halves = words(from);
  finish(from, places, (i) => (turned(halves[2 * i + upperWord]) - least) >>> below);
  return { values: from, order: places };
}

const words = (values: Float64Array): Int32Array => new Int32Array(values.buffer, values.byteOffset, 2 * values.length);

function finish(values: Float64Array, order: Beside | null, digits: (i: number) => number): void {
  const n = values.length;
  for (let i = 1; i < n; i++) {
    if (values[i - 1] <= values[i]) continue;
    const stop = Math.max(0, i - farthest);
    const j = carriedDown(values, order, i, stop);
    if (j === 0 || j > stop || values[j - 1] <= values[j]) continue;
    const own = digits(j);
    let [start, end] = [j, i + 1];
    while (start > 0 && digits(start - 1) === own) start--;
    while (end < n && digits(end) === own) end++;
    compare(values.subarray(start, end), order?.subarray(start, end) ?? null);
    i = end - 1;
  }
}

/** Insertion of value i among those before it, no further down than `stop`; where it came to stand. */
function carriedDown(values: Float64Array, order: Beside | null, i: number, stop: number): number {
  const value = values[i];
  const place = order === null ? 0 : order[i];
  let j = i;
  for (; j > stop && values[j - 1] > value; j--) {
    values[j] = values[j - 1];
    if (order !== null) order[j] = order[j - 1];
  }
  values[j] = value;
  if (order !== null) order[j] = place;
  return j;
}

/** Sort in place by comparison, equal values as they stand: the passes before keep them in the order given. */
function compare(values: Float64Array, order: Beside | null): void {
  if (order !== null) {
    const by = Uint32Array.from(values, (_, k) => k).sort((a, b) => values[a] - values[b] || a - b);
    order.set(Array.from(by, (k) => order[k]));
  }
  values.sort();
}
