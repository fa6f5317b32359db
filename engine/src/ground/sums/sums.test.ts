import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dot, mean, sum } from "./index.js";

/** Exact total of doubles as a whole number of 2⁻¹⁰⁷⁴. */
function exact(values: readonly number[]): bigint {
  const word = new BigUint64Array(1);
  const double = new Float64Array(word.buffer);
  return values.reduce((total, value) => {
    double[0] = Math.abs(value);
    const biased = word[0] >> 52n;
    const fraction = word[0] & 0xfffffffffffffn;
    const size = biased ? (fraction | (1n << 52n)) << (biased - 1n) : fraction;
    return value < 0 ? total - size : total + size;
  }, 0n);
}
const size = (v: bigint): bigint => (v < 0n ? -v : v);

const anyNumber = fc.double({ min: -1e150, max: 1e150, noNaN: true });

describe("sum", () => {
  it("is within one rounding of the exact total, plus a second-order term of the sizes", () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 60 }), (values) => {
        const total = exact(values);
        const sizes = exact(values.map(Math.abs));
        // |error| ≤ ε |total| + n² ε² Σ|x|
        const bound = size(total) / 2n ** 52n + (BigInt(values.length * values.length) * sizes) / 2n ** 104n + 1n;
        expect(size(exact([sum(values)]) - total) <= bound).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  it("keeps what a plain loop loses", () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(Array(10).fill(0.1))).toBe(1);
    expect(
      Array(10)
        .fill(0.1)
        .reduce((a, b) => a + b),
    ).not.toBe(1);
    expect(sum(new Float64Array(1e6).fill(0.1))).toBe(100000);
  });
  it("of nothing is 0, of missing is missing", () => {
    expect(sum([])).toBe(0);
    expect(sum([1, Number.NaN, 2])).toBeNaN();
  });
});

describe("dot and mean", () => {
  it("dot is the sum of the products", () => {
    const modest = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(modest, modest), { maxLength: 40 }), (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        expect(dot(a, b)).toBe(sum(pairs.map(([x, y]) => x * y)));
      }),
    );
    expect(dot([1e8, 1, -1e8], [1e8, 1, 1e8])).toBe(1);
  });
  it("mean is the sum over the count; of nothing, missing", () => {
    expect(mean([1e100, 1, 4, 1, -1e100])).toBe(6 / 5);
    expect(mean([])).toBeNaN();
  });
});
