import { outOfRange } from "../fault/index.js";
import { Stream } from "../random/index.js";
import { joeKuo } from "./joe-kuo.js";

const bits = 32;
/** Most dimensions the direction numbers reach. */
export const sobolDimensions = joeKuo.length + 1;

export interface SobolOptions {
  /** points left out at the start: 1 leaves out the point of zeros */
  readonly skip?: number;
  /** shift every dimension by random bits of this seed (XOR): still a digital net, no point at 0, unbiased over seeds */
  readonly shift?: number;
}

/**
 * The first points of the Sobol sequence in [0, 1)^d, in Gray-code order (Antonov & Saleev 1979; directions of Joe & Kuo 2008).
 * Every 2^k successive points from a multiple of 2^k on put one into each of 2^k equal slices of every axis.
 * @param n points, at most 2³² with those skipped
 * @param d dimensions, at most `sobolDimensions`
 */
export function sobolSequence(n: number, d: number, { skip = 0, shift }: SobolOptions = {}): Float64Array[] {
  if (!(Number.isInteger(d) && d >= 1 && d <= sobolDimensions))
    throw outOfRange("d", d, { en: `a whole number from 1 to ${sobolDimensions}`, zh: ` 1 到 ${sobolDimensions} 之间的整数` });
  if (!(Number.isInteger(n) && n >= 0 && n + skip <= 4294967296))
    throw outOfRange("n", n, { en: "a whole number of points from 0 to 2^32", zh: " 0 到 2^32 之间的整数" });
  const directions = Array.from({ length: d }, (_, k) => directionsOf(k));
  const stream = shift === undefined ? undefined : new Stream(shift);
  const moved = Uint32Array.from({ length: d }, () => stream?.word() ?? 0);
  const x = moved.slice();
  for (let bit = 0, gray = (skip ^ (skip >>> 1)) >>> 0; gray; bit++, gray >>>= 1) if (gray & 1) turn(x, directions, bit);
  return Array.from({ length: n }, (_, i) => {
    const point = Float64Array.from(x, (word) => word / 4294967296);
    turn(x, directions, trailingOnes(skip + i));
    return point;
  });
}

function turn(x: Uint32Array, directions: readonly Uint32Array[], bit: number): void {
  if (bit < bits) for (let k = 0; k < x.length; k++) x[k] ^= directions[k][bit];
}

/** How many ones end the binary form: the bit in which the Gray code of the next number differs. */
const trailingOnes = (i: number): number => (i === 4294967295 ? bits : 31 - Math.clz32(~i & (i + 1)));

function directionsOf(dimension: number): Uint32Array {
  const v = new Uint32Array(bits);
  if (dimension === 0) return v.map((_, k) => 1 << (bits - 1 - k));
  const [inner, ...m] = joeKuo[dimension - 1];
  const degree = m.length;
  for (let k = 0; k < bits; k++) {
    if (k < degree) {
      v[k] = m[k] << (bits - 1 - k);
      continue;
    }
    v[k] = v[k - degree] ^ (v[k - degree] >>> degree);
    for (let j = 1; j < degree; j++) if ((inner >>> (degree - 1 - j)) & 1) v[k] ^= v[k - j];
  }
  return v;
}
