import { leadingDigits, turned, upperWord } from "./leading-digits.js";

const few = 256;
const farthest = 32;

export interface Ordered {
  /** the values in increasing order */
  readonly values: Float64Array;
  /** where each stood */
  readonly order: Uint32Array;
}

/** Positions of the values in increasing order, equal values (0 and −0 are equal) in the order given. No value may be NaN. */
export const increasingOrder = (values: ArrayLike<number>): Uint32Array => ordered(new Float64Array(values)).order;

/**
 * The values in increasing order with their positions, equal values (0 and −0 are equal) in the order given. Takes the array over: what
 * it holds afterwards is not said. No value may be NaN; −0 becomes 0.
 * A radix sort by the leading digits, finished by insertion; values that share all leading digits are sorted by comparison.
 */
export function ordered(values: Float64Array): Ordered {
  const n = values.length;
  let order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    order[i] = i;
    values[i] += 0;
  }
  if (n < few) {
    order.sort((a, b) => values[a] - values[b] || a - b);
    return { values: values.sort(), order };
  }
  let from = values;
  const { least, below, passes } = leadingDigits(words(from), n);
  let to = passes.length === 0 ? from : new Float64Array(n);
  let next = passes.length === 0 ? order : new Uint32Array(n);
  for (const { shift, mask, start } of passes) {
    const halves = words(from);
    for (let i = 0; i < n; i++) {
      const key = turned(halves[2 * i + upperWord]) - least;
      const place = start[(key >>> shift) & mask]++;
      to[place] = from[i];
      next[place] = order[i];
    }
    [from, to, order, next] = [to, from, next, order];
  }
  const halves = words(from);
  const digits = (i: number): number => (turned(halves[2 * i + upperWord]) - least) >>> below;
  finish(from, order, digits);
  return { values: from, order };
}

const words = (values: Float64Array): Int32Array => new Int32Array(values.buffer, values.byteOffset, 2 * values.length);

function finish(values: Float64Array, order: Uint32Array, digits: (i: number) => number): void {
  const n = values.length;
  for (let i = 1; i < n; i++) {
    const value = values[i];
    if (values[i - 1] <= value) continue;
    const stop = Math.max(0, i - farthest);
    const place = order[i];
    let j = i;
    while (j > stop && values[j - 1] > value) {
      values[j] = values[j - 1];
      order[j] = order[j - 1];
      j--;
    }
    values[j] = value;
    order[j] = place;
    if (j === stop && j > 0 && values[j - 1] > value) {
      const own = digits(i);
      let [start, end] = [j, i + 1];
      while (start > 0 && digits(start - 1) === own) start--;
      while (end < n && digits(end) === own) end++;
      compare(values.subarray(start, end), order.subarray(start, end));
      i = end - 1;
    }
  }
}

/** Sort a stretch in place, equal values by their positions. */
function compare(values: Float64Array, order: Uint32Array): void {
  const [old, places] = [values.slice(), order.slice()];
  const by = Uint32Array.from(old, (_, k) => k).sort((a, b) => old[a] - old[b] || places[a] - places[b]);
  by.forEach((from, k) => {
    values[k] = old[from];
    order[k] = places[from];
  });
}
