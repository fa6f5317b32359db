import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { increasingOrder } from "./index.js";

/** Compared pair by pair: what the order must be. */
const compared = (values: readonly number[]): number[] => values.map((_, i) => i).sort((a, b) => values[a] - values[b] || a - b);

describe("increasingOrder", () => {
  const any = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }), fc.constantFrom(0, -0, 5e-324, -5e-324));

  it("is the order of pairwise comparison, equal values as given, for few and for many", () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(any, { maxLength: 40 }), fc.array(any, { minLength: 256, maxLength: 700, size: "max" })), (values) => {
        expect(Array.from(increasingOrder(values))).toEqual(compared(values));
      }),
    );
  });

  it("of nothing is nothing; of equal values the order given", () => {
    expect(increasingOrder([])).toHaveLength(0);
    const equal = increasingOrder(new Float64Array(1000).fill(7));
    expect(equal.every((i, k) => i === k)).toBe(true);
  });
});
