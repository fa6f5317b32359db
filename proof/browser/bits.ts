import * as elementary from "../../engine/src/ground/elementary/index.js";
import { hash } from "../../engine/src/ground/hash/index.js";
import { Stream } from "../../engine/src/ground/random/index.js";
import { normal } from "../../engine/src/ground/special/index.js";

/** What must give the same bits in Node and in a browser; runs in both. */
export const count = 100_000;
const seed = 20_260_101;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

/** A number of any sign with 52 random bits and a binary exponent between two bounds. */
function mixed(stream: Stream, least: number, most: number): number {
  const sign = stream.below(2) * 2147483648;
  halves[0] = stream.word();
  halves[1] = sign + (1023 + least + stream.below(most - least + 1)) * 1048576 + (stream.word() >>> 12);
  return double[0];
}

interface Case {
  readonly arguments: (stream: Stream) => readonly number[];
  readonly value: (...x: number[]) => number;
}

/** Each function with a generator of arguments over the whole of its useful range. */
export const cases: Readonly<Record<string, Case>> = {
  exp: { arguments: (s) => [mixed(s, -60, 9)], value: elementary.exp },
  expm1: { arguments: (s) => [mixed(s, -60, 9)], value: elementary.expm1 },
  ln: { arguments: (s) => [Math.abs(mixed(s, s.below(2) ? -1 : -1022, s.below(2) ? 1 : 1023))], value: elementary.ln },
  log1p: { arguments: (s) => [Math.max(-1 + 2 ** -53, mixed(s, -60, s.below(2) ? 0 : 60))], value: elementary.log1p },
  pow: { arguments: (s) => [Math.abs(mixed(s, -8, 8)), mixed(s, -20, 6)], value: elementary.pow },
  sin: { arguments: (s) => [mixed(s, -40, s.below(4) ? 8 : 1000)], value: elementary.sin },
  cos: { arguments: (s) => [mixed(s, -40, s.below(4) ? 8 : 1000)], value: elementary.cos },
  "normal quantile": { arguments: (s) => [s.open()], value: normal.quantile },
};

export function argumentsOf(name: string): (readonly number[])[] {
  const stream = new Stream(seed, Object.keys(cases).indexOf(name));
  return Array.from({ length: count }, () => cases[name].arguments(stream));
}

export const valuesOf = (name: string): Float64Array => Float64Array.from(argumentsOf(name), (x) => cases[name].value(...x));

/** SHA-256 over the bytes of the values. */
export const digest = (values: Float64Array): string => hash(new Uint8Array(values.buffer));
export const digestOf = (name: string): string => digest(valuesOf(name));

/** Position of the first value whose bits differ; −1 when none does. */
export function firstDifference(a: Float64Array, b: Float64Array): number {
  const [left, right] = [a, b].map((one) => new BigUint64Array(one.buffer));
  return a.length === b.length ? left.findIndex((bits, k) => bits !== right[k]) : Math.min(a.length, b.length);
}
