/**
 * Philox4x32-10: a block cipher of ten rounds used as a random number generator. A block is a pure function of its
 * counter and key, so any draw can be made alone, in any order, on any worker.
 * Source: Salmon, Moraes, Dror & Shaw 2011, SC'11, doi:10.1145/2063384.2063405.
 */
const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const weyl0 = 0x9e3779b9;
const weyl1 = 0xbb67ae85;
const rounds = 10;

/** High 32 bits of the 64-bit product of two unsigned 32-bit integers. */
function high(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) >>> 0;
  const carry = (Math.imul(aLow, bHigh) + (middle & 0xffff)) >>> 16;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + carry) | 0;
}

/** Write the block of four unsigned 32-bit words of a counter (four words) and a key (two words) into `out`. */
export function philox(c0: number, c1: number, c2: number, c3: number, key0: number, key1: number, out: Uint32Array): void {
  let x0 = c0;
  let x1 = c1;
  let x2 = c2;
  let x3 = c3;
  let k0 = key0;
  let k1 = key1;
  for (let round = 0; round < rounds; round++) {
    const high0 = high(multiplier0, x0);
    const high1 = high(multiplier1, x2);
    const low0 = Math.imul(multiplier0, x0);
    const low1 = Math.imul(multiplier1, x2);
    x0 = high1 ^ x1 ^ k0;
    x1 = low1;
    x2 = high0 ^ x3 ^ k1;
    x3 = low0;
    k0 = (k0 + weyl0) | 0;
    k1 = (k1 + weyl1) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/**
 * Fill `out`, a whole number of blocks, with the blocks of the counters (first, c1), (first + 1, c1) … : the words `philox` writes one
 * block at a time. `first` may not pass 2³² on the way.
 */
export function philoxBlocks(first: number, c1: number, c2: number, c3: number, key0: number, key1: number, out: Uint32Array): void {
  const high0 = multiplier0 >>> 16;
  const low0 = multiplier0 & 0xffff;
  const high1 = multiplier1 >>> 16;
  const low1 = multiplier1 & 0xffff;
  for (let at = 0; at + 4 <= out.length; at += 4) {
    let x0 = (first + at / 4) | 0;
    let x1 = c1 | 0;
    let x2 = c2 | 0;
    let x3 = c3 | 0;
    let k0 = key0 | 0;
    let k1 = key1 | 0;
    for (let round = 0; round < rounds; round++) {
      const a = x0 & 0xffff;
      const b = x2 & 0xffff;
      const middle0 = (Math.imul(x0 >>> 16, low0) + (Math.imul(a, low0) >>> 16)) | 0;
      const middle1 = (Math.imul(x2 >>> 16, low1) + (Math.imul(b, low1) >>> 16)) | 0;
      const upper0 = (Math.imul(x0 >>> 16, high0) + (middle0 >>> 16) + ((Math.imul(a, high0) + (middle0 & 0xffff)) >>> 16)) | 0;
      const upper1 = (Math.imul(x2 >>> 16, high1) + (middle1 >>> 16) + ((Math.imul(b, high1) + (middle1 & 0xffff)) >>> 16)) | 0;
      const last = x1;
      x1 = Math.imul(x2, multiplier1);
      x2 = upper0 ^ x3 ^ k1;
      x3 = Math.imul(x0, multiplier0);
      x0 = upper1 ^ last ^ k0;
      k0 = (k0 + weyl0) | 0;
      k1 = (k1 + weyl1) | 0;
    }
    out[at] = x0;
    out[at + 1] = x1;
    out[at + 2] = x2;
    out[at + 3] = x3;
  }
}
