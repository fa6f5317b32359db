import erfc from "@stdlib/math-base-special-erfc";
import { exp, ln } from "../elementary/index.js";
import { type Distribution, probability } from "./tails.js";

const rootHalf = Math.SQRT1_2;
const rootTwoPi = 2.5066282746310002;

/** Density of the standard normal distribution. */
export const normalDensity = (x: number): number => exp(-0.5 * x * x) / rootTwoPi;

// Wichura 1988, algorithm AS 241 (PPND16), doi:10.2307/2347330: coefficients of its three ratios, highest power first.
const centreAbove = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513, 133.14166789178438,
  3.3871328727963665,
];
const centreBelow = [
  5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579, 42.31333070160091, 1,
];
const sideAbove = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691,
  4.630337846156546, 1.4234371107496835,
];
const sideBelow = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038,
  2.053191626637759, 1,
];
const farAbove = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
  5.463784911164114, 6.657904643501103,
];
const farBelow = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615, 0.1369298809227358,
  0.599832206555888, 1,
];

function polynomial(coefficients: readonly number[], r: number): number {
  let value = 0;
  for (const c of coefficients) value = value * r + c;
  return value;
}
const ratio = (above: readonly number[], below: readonly number[], r: number): number => polynomial(above, r) / polynomial(below, r);

function quantile(p: number): number {
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425) return centred * ratio(centreAbove, centreBelow, 0.180625 - centred * centred);
  const r = Math.sqrt(-ln(p < 0.5 ? p : 1 - p));
  const size = r <= 5 ? ratio(sideAbove, sideBelow, r - 1.6) : ratio(farAbove, farBelow, r - 5);
  return centred < 0 ? -size : size;
}

/** The standard normal distribution. */
export const normal: Distribution = {
  cdf: (x) => 0.5 * erfc(-x * rootHalf),
  upper: (x) => 0.5 * erfc(x * rootHalf),
  quantile: (p) => quantile(probability(p)),
  upperQuantile: (q) => 0 - quantile(probability(q)),
};
