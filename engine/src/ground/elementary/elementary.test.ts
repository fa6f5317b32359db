import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Stream } from "../random/index.js";
import { cos, exp, expm1, ln, log1p, pow, sin } from "./elementary.js";

const { NaN: nan, POSITIVE_INFINITY: infinity, MAX_VALUE: most, MIN_VALUE: least } = Number;

// Whole-number arithmetic: a number v stands for v / 2^320.
const places = 320;
const one = 1n << BigInt(places);
const product = (a: bigint, b: bigint): bigint => (a * b) >> BigInt(places);
const double = new Float64Array(1);
const word = new BigUint64Array(double.buffer);

/** A finite double as mantissa · 2^exponent. */
function parts(x: number): { mantissa: bigint; exponent: number } {
  double[0] = x;
  const biased = Number((word[0] >> 52n) & 0x7ffn);
  const fraction = word[0] & 0xfffffffffffffn;
  const size = biased ? fraction | (1n << 52n) : fraction;
  return { mantissa: x < 0 ? -size : size, exponent: Math.max(biased, 1) - 1075 };
}
const shifted = (v: bigint, by: number): bigint => (by >= 0 ? v << BigInt(by) : v >> BigInt(-by));
const exact = (x: number): bigint => shifted(parts(x).mantissa, parts(x).exponent + places);

/** Sum of a series whose terms follow from one another. */
function series(first: bigint, next: (term: bigint, k: number) => bigint, weight: (k: number) => number): bigint {
  let total = 0n;
  for (let k = 0, term = first; term !== 0n && term !== -1n; term = next(term, ++k)) total += term / BigInt(weight(k));
  return total;
}
const atanh = (z: bigint): bigint =>
  series(
    z,
    (t) => product(product(t, z), z),
    (k) => 2 * k + 1,
  );
const atanOfInverse = (n: number): bigint =>
  series(
    one / BigInt(n),
    (t) => -t / BigInt(n * n),
    (k) => 2 * k + 1,
  );
const ln2 = 2n * atanh(one / 3n);
const halfPi = 8n * atanOfInverse(5) - 2n * atanOfInverse(239);

/** eˣ as value · 2^power, value near 1. */
function exponential(x: bigint): { value: bigint; power: number } {
  const power = x / ln2;
  let value = series(
    (x - power * ln2) >> 10n,
    (t, k) => product(t, (x - power * ln2) >> 10n) / BigInt(k + 1),
    () => 1,
  );
  value += one;
  for (let k = 0; k < 10; k++) value = product(value, value);
  return { value, power: Number(power) };
}
function logarithm(value: bigint): bigint {
  const power = value.toString(2).length - places;
  const near = shifted(value, -power);
  return 2n * atanh(((near - one) << BigInt(places)) / (near + one)) + BigInt(power) * ln2;
}
function sine(x: bigint, quarter: number): bigint {
  const turns = x / halfPi;
  const rest = x - turns * halfPi;
  const place = (Number(turns % 4n) + quarter + 8) % 4;
  const square = product(rest, rest);
  const start = place % 2;
  const sum = series(
    start ? one : rest,
    (t, k) => -product(t, square) / BigInt((2 * k - start) * (2 * k + 1 - start)),
    () => 1,
  );
  return place < 2 ? sum : -sum;
}

/** Distance of a double from value · 2^power, in units of the double's last place. */
function ulps(got: number, value: bigint, power = 0): number {
  const { mantissa, exponent } = parts(got);
  const wanted = shifted(value, power - places - exponent + 40);
  return Math.abs(Number((mantissa << 40n) - wanted)) / 2 ** 40;
}

describe("elementary: digits, at most one unit in the last place from whole-number arithmetic", () => {
  const draws = 2000;
  const magnitude = (s: Stream, low: number, high: number): number => (s.uniform() + 1) * 2 ** (low + s.below(high - low + 1));
  const signed = (s: Stream, low: number, high: number): number => magnitude(s, low, high) * (s.below(2) ? 1 : -1);
  const rows: [string, (s: Stream) => readonly number[], (...x: number[]) => number, (...x: number[]) => number][] = [
    ["exp", (s) => [signed(s, -50, 8)], exp, (got, x) => ulps(got, exponential(exact(x)).value, exponential(exact(x)).power)],
    [
      "expm1",
      (s) => [signed(s, -50, 7)],
      expm1,
      (got, x) => ulps(got, shifted(exponential(exact(x)).value, exponential(exact(x)).power) - one),
    ],
    ["ln", (s) => [magnitude(s, s.below(2) ? -1 : -200, s.below(2) ? 0 : 200)], ln, (got, x) => ulps(got, logarithm(exact(x)))],
    ["log1p", (s) => [s.below(4) ? signed(s, -50, -2) : magnitude(s, -2, 100)], log1p, (got, x) => ulps(got, logarithm(one + exact(x)))],
    [
      "pow",
      (s) => [magnitude(s, -8, 8), signed(s, -20, 5)],
      pow,
      (got, b, x) => {
        const { value, power } = exponential(product(logarithm(exact(b)), exact(x)));
        return ulps(got, value, power);
      },
    ],
    ["sin", (s) => [signed(s, -30, 60)], sin, (got, x) => ulps(got, sine(exact(x), 0))],
    ["cos", (s) => [signed(s, -30, 60)], cos, (got, x) => ulps(got, sine(exact(x), 1))],
  ];
  it.each(rows)("%s", (name, draw, value, distance) => {
    const stream = new Stream(1, name.length);
    for (let k = 0; k < draws; k++) {
      const x = draw(stream);
      expect(distance(value(...x), ...x), `${name}(${x})`).toBeLessThanOrEqual(1);
    }
  });
  it("the arithmetic itself knows ln 2, π and e, and sees a wrong last digit", () => {
    expect([ulps(Math.LN2, ln2) <= 0.5, ulps(Math.PI, 2n * halfPi) <= 0.5, ulps(Math.E, exponential(one).value, 1) <= 0.5]).toEqual([
      true,
      true,
      true,
    ]);
    expect(ulps(2.718281828459046, exponential(one).value, exponential(one).power)).toBeGreaterThan(1);
  });
  it.each([
    ["sin 1e22", sin(1e22), -0.8522008497671888],
    ["cos 1e22", cos(1e22), 0.523214785395139],
    ["exp −744", exp(-744), 2 * least],
    ["ln 2", ln(2), Math.LN2],
    ["ln of the smallest number", ln(least), -744.4400719213812],
    ["log1p 1e-20", log1p(1e-20), 1e-20],
    ["expm1 1e-20", expm1(1e-20), 1e-20],
    ["2 ^ −1074", pow(2, -1074), least],
    ["3 ^ 20", pow(3, 20), 3486784401],
    ["(−2) ^ 3", pow(-2, 3), -8],
    ["10 ^ 22", pow(10, 22), 1e22],
  ])("%s", (_, got, wanted) => expect(got).toBe(wanted));
});

describe("elementary: laws", () => {
  const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
  const modest = fc.double({ min: -700, max: 700, noNaN: true });
  const close = (a: number, b: number, tolerance: number): void => {
    expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance);
  };
  const eps = Number.EPSILON;

  it("exp undoes ln, and ln undoes exp", () => {
    fc.assert(fc.property(positive, (x) => close(exp(ln(x)) / x, 1, eps * (2 + Math.abs(ln(x))))));
    fc.assert(fc.property(modest, (x) => close(ln(exp(x)), x, eps * (2 + Math.abs(x)))));
  });
  it("expm1 and log1p undo each other and agree with exp and ln", () => {
    fc.assert(fc.property(fc.double({ min: -30, max: 700, noNaN: true }), (x) => close(expm1(x), exp(x) - 1, 2 * eps * exp(x) + eps)));
    fc.assert(fc.property(fc.double({ min: -0.5, max: 0.5, noNaN: true }), (x) => close(log1p(expm1(x)), x, 4 * eps * Math.abs(x))));
  });
  it("powers multiply, and the power ½ is the root", () => {
    const base = fc.double({ min: 0.01, max: 100, noNaN: true });
    const exponent = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(fc.property(base, exponent, exponent, (b, x, y) => close((pow(b, x) * pow(b, y)) / pow(b, x + y), 1, 300 * eps)));
    fc.assert(fc.property(positive, (x) => close(pow(x, 0.5) / Math.sqrt(x), 1, eps)));
  });
  it("sine is odd, cosine even, their squares add up to one", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(sin(-x)).toBe(-sin(x));
        expect(cos(-x)).toBe(cos(x));
        close(sin(x) * sin(x) + cos(x) * cos(x), 1, 2 * eps);
      }),
    );
  });
});

describe("elementary: special values", () => {
  it.each([
    ["exp", [exp(0), exp(-0), exp(infinity), exp(-infinity), exp(710), exp(-746), exp(nan)], [1, 1, infinity, 0, infinity, 0, nan]],
    ["expm1", [expm1(0), expm1(-0), expm1(infinity), expm1(-infinity), expm1(nan)], [0, -0, infinity, -1, nan]],
    ["ln", [ln(1), ln(0), ln(-0), ln(infinity), ln(-1), ln(nan)], [0, -infinity, -infinity, infinity, nan, nan]],
    ["log1p", [log1p(0), log1p(-0), log1p(-1), log1p(infinity), log1p(-2), log1p(nan)], [0, -0, -infinity, infinity, nan, nan]],
    ["sin", [sin(0), sin(-0), sin(infinity), sin(nan)], [0, -0, nan, nan]],
    ["cos", [cos(0), cos(-0), cos(-infinity), cos(nan)], [1, 1, nan, nan]],
    ["pow to 0 and of 1", [pow(0, 0), pow(infinity, 0), pow(5, -0), pow(1, 1e300), pow(nan, 0)], [1, 1, 1, 1, nan]],
    ["pow of 0", [pow(0, 2), pow(-0, 3), pow(0, -1), pow(-0, -1), pow(-0, -2)], [0, -0, infinity, -infinity, infinity]],
    ["pow at infinity", [pow(2, infinity), pow(2, -infinity), pow(0.5, infinity), pow(-infinity, 3)], [infinity, 0, 0, -infinity]],
    ["pow out of range", [pow(most, 2), pow(most, -2), pow(-8, 1 / 3), pow(2, nan)], [infinity, 0, nan, nan]],
  ])("%s", (_, got, wanted) => expect(got).toEqual(wanted));
});
