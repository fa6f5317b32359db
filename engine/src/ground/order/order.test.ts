import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { increasing, increasingOrder, ordered, orderedWith } from "./index.js";

/** Compared pair by pair: what the order must be. */
const compared = (values: readonly number[]): number[] => values.map((_, i) => i).sort((a, b) => values[a] - values[b] || a - b);

const any = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }), fc.constantFrom(0, -0, 5e-324, -5e-324));
/** values that differ in their last bits only, so that no leading digit tells them apart */
const close = fc.integer({ min: -1000, max: 1000 }).map((k) => 1 + k * Number.EPSILON);
const lists = fc.oneof(
  fc.array(any, { maxLength: 40 }),
  fc.array(any, { minLength: 256, maxLength: 700, size: "max" }),
  fc.array(close, { minLength: 256, maxLength: 700, size: "max" }),
  fc.array(fc.oneof(close, any), { minLength: 256, maxLength: 700, size: "max" }),
);
/** many values drawn evenly over two doublings, positive and negative */
const many = Float64Array.from({ length: 30_000 }, (_, i) => (((i * 7919) % 30_011) / 30_011 + 1) * (i % 3 === 0 ? -2 : 1));

describe("increasingOrder", () => {
  it("is the order of pairwise comparison, equal values as given, for few and for many", () => {
    fc.assert(
      fc.property(lists, (values) => {
        expect(Array.from(increasingOrder(values))).toEqual(compared(values));
      }),
    );
    expect(Array.from(increasingOrder(many))).toEqual(compared(Array.from(many)));
  });

  it("of nothing is nothing; of equal values the order given", () => {
    expect(increasingOrder([])).toHaveLength(0);
    const equal = increasingOrder(new Float64Array(1000).fill(7));
    expect(equal.every((i, k) => i === k)).toBe(true);
  });

  it("leaves what it is given as it is", () => {
    const given = many.slice();
    increasingOrder(given);
    expect(given).toEqual(many);
  });
});

describe("increasing and ordered", () => {
  const positive = (values: ArrayLike<number>): number[] => Array.from(values, (one) => one + 0);

  it("are the values in the order of pairwise comparison", () => {
    fc.assert(
      fc.property(lists, (values) => {
        const wanted = positive(compared(values).map((i) => values[i]));
        expect(Array.from(increasing(Float64Array.from(values)))).toEqual(wanted);
        const both = ordered(Float64Array.from(values));
        expect(Array.from(both.values)).toEqual(wanted);
        expect(Array.from(both.order)).toEqual(compared(values));
        const moved = orderedWith(
          Float64Array.from(values),
          Float64Array.from(values, (_, i) => i / 2),
        );
        expect(Array.from(moved.values)).toEqual(wanted);
        expect(Array.from(moved.beside, (half) => 2 * half)).toEqual(compared(values));
      }),
    );
    const wanted = Array.from(many).sort((a, b) => a - b);
    expect(Array.from(increasing(many.slice()))).toEqual(wanted);
    expect(Array.from(ordered(many.slice()).values)).toEqual(wanted);
  });
});
