import { exp, ln, pow } from "../elementary/index.js";
import { outOfRange } from "../fault/index.js";
import { normal } from "../special/index.js";
import { philox, philoxBlocks } from "./philox.js";

const word32 = 4294967296;

/**
 * Random numbers keyed by (seed, stream, replicate): the same key gives the same numbers, bit by bit, on every engine and
 * for any number of workers; two keys give unrelated numbers. Philox4x32-10 with the seed as key and
 * (block, stream, replicate) as counter.
 * `seed` is a whole number from 0 to 2⁵³ − 1, `stream` and `replicate` from 0 to 2³² − 1; anything else is a fault.
 */
export class Stream {
  readonly #key0: number;
  readonly #key1: number;
  readonly #stream: number;
  readonly #replicate: number;
  readonly #words = new Uint32Array(4);
  #block = 0;
  #left = 0;

  constructor(seed: number, stream = 0, replicate = 0) {
    whole("seed", seed, Number.MAX_SAFE_INTEGER);
    this.#key0 = seed % word32;
    this.#key1 = Math.floor(seed / word32);
    this.#stream = whole("stream", stream, word32 - 1);
    this.#replicate = whole("replicate", replicate, word32 - 1);
  }

  /** Go on with the first of the four words of a block, numbered from 0; blocks need not be visited in order. */
  jump(block: number): this {
    this.#block = whole("block", block, Number.MAX_SAFE_INTEGER);
    this.#left = 0;
    return this;
  }

  /** A whole number from 0 to 2³² − 1, all equally likely. */
  word(): number {
    if (this.#left === 0) {
      const block = this.#block++;
      philox(block % word32, Math.floor(block / word32), this.#stream, this.#replicate, this.#key0, this.#key1, this.#words);
      this.#left = 4;
    }
    return this.#words[4 - this.#left--];
  }

  /** Fill `out` with the next words. */
  words(out: Uint32Array): Uint32Array {
    let at = 0;
    while (this.#left > 0 && at < out.length) out[at++] = this.word();
    const blocks = Math.floor((out.length - at) / 4);
    const low = this.#block % word32;
    if (low + blocks <= word32) {
      const upper = Math.floor(this.#block / word32);
      philoxBlocks(low, upper, this.#stream, this.#replicate, this.#key0, this.#key1, out.subarray(at, at + 4 * blocks));
      this.#block += blocks;
      at += 4 * blocks;
    }
    while (at < out.length) out[at++] = this.word();
    return out;
  }

  /** A number in [0, 1) with 53 random bits. */
  uniform(): number {
    return ((this.word() >>> 5) * 67108864 + (this.word() >>> 6)) / 9007199254740992;
  }

  /** A number strictly between 0 and 1, on a grid symmetric around ½ (52 random bits). */
  open(): number {
    return ((this.word() >>> 6) * 67108864 + (this.word() >>> 6) + 0.5) / 4503599627370496;
  }

  /** A whole number from 0 to n − 1, without bias; n from 1 to 2³². */
  below(n: number): number {
    whole("n", n, word32, 1);
    const limit = word32 - (word32 % n);
    let word = this.word();
    while (word >= limit) word = this.word();
    return word % n;
  }

  /** Standard normal by the inverse distribution function: one uniform a draw, increasing in it. */
  normal(): number {
    return normal.quantile(this.open());
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -ln(this.open());
  }

  /** Gamma with scale 1 and a shape above 0 (Marsaglia & Tsang 2000, doi:10.1145/358407.358414). */
  gamma(shape: number): number {
    if (!(shape > 0 && shape < Number.POSITIVE_INFINITY)) throw outOfRange("shape", shape, { en: "a number above 0", zh: "大于 0 的数" });
    if (shape < 1) return this.gamma(shape + 1) * pow(this.open(), 1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      if (this.open() < exp(0.5 * x * x + d * (1 - v + ln(v)))) return d * v;
    }
  }

  uniforms(out: Float64Array): Float64Array {
    for (let i = 0; i < out.length; i++) out[i] = this.uniform();
    return out;
  }

  normals(out: Float64Array): Float64Array {
    for (let i = 0; i < out.length; i++) out[i] = this.normal();
    return out;
  }

  /** Put the entries into random order, in place (Fisher–Yates: every order equally likely). */
  shuffle<T extends { readonly length: number; [index: number]: unknown }>(items: T): T {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [items[i], items[j]] = [items[j], items[i]];
    }
    return items;
  }

  /** The numbers 0 … n − 1 in random order. */
  permutation(n: number): Uint32Array {
    return this.shuffle(Uint32Array.from({ length: n }, (_, i) => i));
  }

  /** Positions from 0 … n − 1, drawn with replacement: so many, or as many as fill `into`. */
  resample(n: number, into: number | Uint32Array = n): Uint32Array {
    const out = typeof into === "number" ? new Uint32Array(into) : into;
    const limit = word32 - (word32 % whole("n", n, word32, 1));
    const n32 = n >>> 0; // 0 for 2³²; said to be unsigned, the remainder is taken in whole numbers
    for (let kept = 0; kept < out.length; ) {
      const words = this.words(kept === 0 ? out : out.subarray(kept));
      for (let i = 0; i < words.length; i++) {
        const word = words[i];
        if (word < limit) out[kept++] = n32 === 0 ? word : word % n32;
      }
    }
    return out;
  }
}

function whole(name: string, value: number, most: number, least = 0): number {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw outOfRange(name, value, { en: `a whole number from ${least} to ${most}`, zh: ` ${least} 到 ${most} 之间的整数` });
}
