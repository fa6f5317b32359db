import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { treeOf } from "../../../../../proof/small-tables.js";
import type { Weights } from "../../../table/index.js";
import { equalWeights } from "../equal-weights/equal-weights.js";
import { manualWeights } from "../manual-weights/manual-weights.js";
import { multiplicativeWeights } from "./multiplicative-weights.js";
import reference from "./multiplicative-weights.reference.json";

const flat = treeOf({ index: { group: ["x", "y", "z"] } });
const vector = ([x, y, z]: readonly number[]): Weights => manualWeights(flat, { set: { x, y, z } }).value;
const combined = (vectors: readonly (readonly number[])[], options = {}) =>
  multiplicativeWeights(Object.fromEntries(vectors.map((one, k) => [`w${k + 1}`, vector(one)])), flat, options);
const weight = fc.integer({ min: 1, max: 50 });
const some = fc.tuple(weight, weight, weight);

describe("combination by product and mix: laws", () => {
  it("sums to 1 under every rule, whatever the order of the steps", () => {
    fc.assert(
      fc.property(some, some, fc.constantFrom("product", "geometric", "linear"), (one, other, rule) => {
        const { share } = combined([one, other], { rule }).value;
        expect(share.x + share.y + share.z).toBeCloseTo(1, 13);
        expect(combined([other, one], { rule }).value.share.x).toBeCloseTo(share.x, 12);
      }),
    );
  });
  it("returns weights unchanged when multiplied by equal ones, and what all agree on under mean and mix", () => {
    fc.assert(
      fc.property(some, (one) => {
        const { share } = vector(one);
        expect(combined([one, [1, 1, 1]]).value.share.x).toBeCloseTo(share.x, 12);
        for (const rule of ["geometric", "linear"]) expect(combined([one, one], { rule }).value.share.x).toBeCloseTo(share.x, 12);
      }),
    );
  });
  it("is one of the steps when the whole part is given to it", () => {
    fc.assert(
      fc.property(some, some, fc.constantFrom("geometric", "linear"), (one, other, rule) => {
        expect(combined([one, other], { rule, parts: [0, 5] }).value.share.y).toBeCloseTo(vector(other).share.y, 12);
      }),
    );
  });
});

describe("combination by product and mix: edges", () => {
  it("gives no weight in a product to what has none in one step, and faults when nothing is left", () => {
    expect(
      combined([
        [1, 1, 0],
        [1, 3, 4],
      ]).value.share,
    ).toMatchObject({ x: 0.25, y: 0.75, z: 0 });
    expect(
      combined(
        [
          [1, 1, 0],
          [1, 3, 4],
        ],
        { rule: "linear" },
      ).value.share.z,
    ).toBeCloseTo(0.25, 15);
    expect(() =>
      combined([
        [1, 1, 0],
        [0, 0, 4],
      ]),
    ).toThrow(expect.objectContaining({ code: "no-weight" }));
  });
  it("keeps weights inside bounds and shows the shares of every step", () => {
    const made = combined(
      [
        [6, 3, 1],
        [2, 5, 3],
      ],
      { bounds: [0.2, 0.6] },
    );
    expect(made.value.share.z).toBe(0.2);
    expect(made.trace.activeBounds).toMatchObject([{ group: "group", floor: ["z"] }]);
    expect(made.tables[0].columns.map((one) => one.id)).toEqual(expect.arrayContaining(["w1", "w2"]));
  });
  it("leaves out a group that no step weighs", () => {
    const tree = treeOf({ wheel: { g: ["a", "b"], h: ["c"] } }, { weight: { h: 0 } });
    const equal = equalWeights(tree).value;
    expect(multiplicativeWeights({ equal, other: equal }, tree).value.effective).toEqual({ a: 0.5, b: 0.5, c: 0 });
  });
  it.each([
    ["parts for a product", { parts: [1, 2] }],
    ["parts for another number of steps", { rule: "linear", parts: [1, 2, 3] }],
    ["parts that are all 0", { rule: "linear", parts: [0, 0] }],
  ])("faults on %s", (_, options) => {
    expect(() =>
      combined(
        [
          [1, 1, 1],
          [1, 2, 3],
        ],
        options,
      ),
    ).toThrow(expect.objectContaining({ code: "parts" }));
  });
});

describe("combination by product and mix: agreement", () => {
  it.each(reference)("$from", ({ input, options, expected, tolerance }) => {
    const { share } = combined(input, options).value;
    expected.forEach((one, k) => {
      expect(Math.abs([share.x, share.y, share.z][k] - one)).toBeLessThanOrEqual(tolerance);
    });
  });
});
