import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../proof/reference-files.js";
import { gaussianDensity } from "./gaussian-density.js";

const even = (n: number): Float64Array => new Float64Array(n).fill(1 / n);
const sorted = (x: readonly number[]): Float64Array => Float64Array.from(x).sort();

/** The kernel sum, term by term. */
const direct = (x: Float64Array, p: Float64Array, h: number, at: Float64Array): Float64Array =>
  at.map((y) => x.reduce((s, one, j) => s + p[j] * Math.exp(-0.5 * ((y - one) / h) ** 2), 0) / (h * Math.sqrt(2 * Math.PI)));

describe("gaussianDensity", () => {
  const value = fc.oneof(
    fc.double({ min: 0, max: 10, noNaN: true }),
    fc.integer({ min: 0, max: 5 }),
    fc.double({ min: 0, max: 1e6, noNaN: true }),
  );
  it("is the sum over all rows, to rounding, whatever the bandwidth and however far the outliers", () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }).map(sorted),
        fc.array(value, { minLength: 1, maxLength: 20 }).map(sorted),
        fc.constantFrom(0.01, 0.3, 2, 50, 1e5),
        (x, at, h) => {
          const p = even(x.length);
          const [found, wanted] = [gaussianDensity(x, p, h, at), direct(x, p, h, at)];
          found.forEach((one, i) => {
            expect(Math.abs(one - wanted[i])).toBeLessThanOrEqual(2e-14 * wanted[i] + 1e-20 / h);
          });
        },
      ),
    );
  });
  it("keeps the density of a lone row among a million others", () => {
    const x = Float64Array.from({ length: 1_000_001 }, (_, i) => (i < 1_000_000 ? i / 1e6 : 1.8));
    const p = even(x.length);
    const h = 0.08;
    const [found] = gaussianDensity(x, p, h, Float64Array.of(1.8));
    const [wanted] = direct(x, p, h, Float64Array.of(1.8));
    expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-11 * wanted);
  });
  it("integrates to 1", () => {
    const x = sorted([1, 2, 2.5, 9]);
    const at = Float64Array.from({ length: 4001 }, (_, i) => -5 + i * 0.005);
    const total = gaussianDensity(x, even(4), 0.7, at).reduce((a, b) => a + b, 0) * 0.005;
    expect(total).toBeCloseTo(1, 10);
  });

  describeWith("inequality", "kernel densities of R")("with R", () => {
    it("relative incomes of 48 states in 2009 under four bandwidths", () => {
      const income = sorted(referenceRows("inequality/data/us_income.csv").map((row) => numberOf(row["2009"])));
      const mean = income.reduce((a, b) => a + b) / income.length;
      const x = income.map((one) => one / mean);
      const { values } = referenceJson("inequality/ref_r_peers.json") as {
        values: { "kde.us_2009_relative": Record<string, { bw: number; x: number[]; exact: number[] }> };
      };
      for (const one of Object.values(values["kde.us_2009_relative"])) {
        const found = gaussianDensity(x, even(x.length), one.bw, Float64Array.from(one.x));
        found.forEach((f, i) => {
          expect(Math.abs(f - one.exact[i])).toBeLessThanOrEqual(1e-10 * one.exact[i] + 1e-14);
        });
      }
    });
  });
});
