import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineFit } from "./line-fit.js";

describe("lineFit", () => {
  it("finds an exact line again, and the mean of y at the mean of x whatever the points", () => {
    const number = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(fc.uniqueArray(number, { minLength: 3, maxLength: 9 }), number, number, (x, a, b) => {
        const fit = lineFit(
          x,
          x.map((one) => a + b * one),
        );
        expect(fit?.slope).toBeCloseTo(b, 10);
        expect(fit?.intercept).toBeCloseTo(a, 9);
        expect(fit?.rSquared).toBeCloseTo(1, 12);
      }),
    );
  });
  it("gives error, R² and p as statistics programs do", () => {
    // by hand: x 1…5, y 2 4 5 4 5: slope 0.6, residual sum of squares 2.4, R² 0.6, se √(0.8/10)
    const fit = lineFit([1, 2, 3, 4, 5], [2, 4, 5, 4, 5]);
    expect(fit?.slope).toBeCloseTo(0.6, 15);
    expect(fit?.intercept).toBeCloseTo(2.2, 14);
    expect(fit?.se).toBeCloseTo(Math.sqrt(0.08), 15);
    expect(fit?.rSquared).toBeCloseTo(0.6, 15);
    expect(fit?.p).toBeCloseTo(0.1240271, 6);
  });
  it("is nothing below three points or when x does not vary; a level line has p = 1", () => {
    expect(lineFit([1, 2], [1, 2])).toBeNull();
    expect(lineFit([3, 3, 3], [1, 2, 3])).toBeNull();
    expect(lineFit([1, 2, 3], [4, 4, 4])).toMatchObject({ slope: 0, se: 0, p: 1 });
  });
});
