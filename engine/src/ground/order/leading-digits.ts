/** Where the upper half of a double stands in its two words of 32 bits. */
export const upperWord = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/** The upper half of a double turned so that halves order like the numbers when read as whole numbers without sign. */
export const turned = (upper: number): number => (upper ^ ((upper >> 31) | 0x80000000)) >>> 0;

/**
 * The digits to sort doubles by first: two or three of at most eleven bits, the leading ones in which the upper halves differ, so many
 * that few values share them all.
 */
export interface LeadingDigits {
  /** the least of the turned upper halves */
  readonly least: number;
  /** bits below the digits that are left to the finishing sort */
  readonly below: number;
  readonly passes: readonly { readonly shift: number; readonly mask: number; readonly start: Uint32Array }[];
}

/** `words`: the values' upper and lower halves. */
export function leadingDigits(words: Int32Array, n: number): LeadingDigits {
  let [least, most] = [0xffffffff, 0];
  for (let i = upperWord; i < 2 * n; i += 2) {
    const key = turned(words[i]);
    if (key < least) least = key;
    if (key > most) most = key;
  }
  const differing = 32 - Math.clz32(most - least);
  const used = Math.min(differing, 33 - Math.clz32(n));
  const below = differing - used;
  const width = Math.ceil(used / (used > 22 ? 3 : 2));
  const mask = (1 << width) - 1;
  const [first, second, third] = [new Uint32Array(mask + 1), new Uint32Array(mask + 1), new Uint32Array(mask + 1)];
  for (let i = upperWord; i < 2 * n; i += 2) {
    const key = (turned(words[i]) - least) >>> below;
    first[key & mask]++;
    second[(key >>> width) & mask]++;
    third[(key >>> (2 * width)) & mask]++;
  }
  const passes = [first, second, third].flatMap((counts, k) => {
    const shift = below + k * width;
    return counts.includes(n) ? [] : [{ shift, mask, start: starts(counts) }];
  });
  return { least, below, passes };
}

function starts(counts: Uint32Array): Uint32Array {
  let before = 0;
  for (let d = 0; d < counts.length; d++) {
    const here = counts[d];
    counts[d] = before;
    before += here;
  }
  return counts;
}
