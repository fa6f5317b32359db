import { leadingDigits, turned, upperWord } from "./leading-digits.js";

const few = 256;
/** How far the finishing sort carries a value down before its neighbours are sorted at once. */
const farthest = 32;

/**
 * The values in increasing order. Takes the array over: what it holds afterwards is not said. No value may be NaN; −0 becomes 0.
 * A radix sort by the leading digits, finished by insertion; values that share all leading digits are sorted by comparison.
 */
export function increasing(values: Float64Array): Float64Array {
  const n = values.length;
  for (let i = 0; i < n; i++) values[i] += 0;
  if (n < few) return values.sort();
  let from = values;
  const { least, below, passes } = leadingDigits(words(from), n);
  let to = passes.length === 0 ? from : new Float64Array(n);
  for (const { shift, mask, start } of passes) {
    const halves = words(from);
    for (let i = 0; i < n; i++) {
      const key = turned(halves[2 * i + upperWord]) - least;
      to[start[(key >>> shift) & mask]++] = from[i];
    }
    [from, to] = [to, from];
  }
  const halves = words(from);
  const digits = (i: number): number => (turned(halves[2 * i + upperWord]) - least) >>> below;
  finish(from, digits);
  return from;
}

const words = (values: Float64Array): Int32Array => new Int32Array(values.buffer, values.byteOffset, 2 * values.length);

function finish(values: Float64Array, digits: (i: number) => number): void {
  const n = values.length;
  for (let i = 1; i < n; i++) {
    const value = values[i];
    if (values[i - 1] <= value) continue;
    const stop = Math.max(0, i - farthest);
    let j = i;
    while (j > stop && values[j - 1] > value) {
      values[j] = values[j - 1];
      j--;
    }
    values[j] = value;
    if (j === stop && j > 0 && values[j - 1] > value) {
      const own = digits(i);
      let [start, end] = [j, i + 1];
      while (start > 0 && digits(start - 1) === own) start--;
      while (end < n && digits(end) === own) end++;
      values.subarray(start, end).sort();
      i = end - 1;
    }
  }
}
