import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { treeOf } from "../../../../proof/small-tables.js";
import { boundWeights, clipShares } from "./bound-weights.js";

const some = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 12 });
const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

describe("weights inside bounds", () => {
  it("sum to 1, stay inside, keep their order, and keep their proportions where no bound holds", () => {
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (w, low, high) => {
        const lo = low / w.length;
        const hi = (1 + high * (w.length - 1)) / w.length;
        const shares = clipShares(w, [lo, hi], "g");
        expect(total(shares)).toBeCloseTo(1, 12);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(lo - 1e-15);
        expect(Math.max(...shares)).toBeLessThanOrEqual(hi + 1e-12);
        for (let a = 0; a < w.length; a++) {
          for (let b = 0; b < w.length; b++) {
            if (w[a] > w[b]) expect(shares[a]).toBeGreaterThanOrEqual(shares[b] - 1e-12);
            const free = [a, b].every((k) => shares[k] > lo + 1e-9 && shares[k] < hi - 1e-9);
            if (free) expect(shares[a] * w[b]).toBeCloseTo(shares[b] * w[a], 6 - Math.ceil(Math.log10(Math.max(w[a], w[b], 1))) + 3);
          }
        }
      }),
    );
  });
  it("are the plain shares when no bound holds, and the only possible ones when the bounds leave no room", () => {
    expect(clipShares([1, 3], [0, 1], "g")).toEqual([0.25, 0.75]);
    expect(clipShares([1, 3, 4], [1 / 3, 1], "g")).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(clipShares([1, 9], [0, 0.5], "g")).toEqual([0.5, 0.5]);
  });
  it("by hand: 1, 2, 7 with floor 0.2 gives 0.2 and 0.8 shared 2 : 7, where 2 falls below the floor in turn", () => {
    expect(clipShares([1, 2, 7], [0.2, 1], "g")).toEqual([0.2, 0.2, expect.closeTo(0.6, 15)]);
    expect(clipShares([1, 4, 5], [0.2, 1], "g")).toEqual([0.2, expect.closeTo(0.8 * (4 / 9), 15), expect.closeTo(0.8 * (5 / 9), 15)]);
  });
  it("lift what a method gave nothing to the floor, and beyond only as the caps of the others demand", () => {
    expect(clipShares([1, 3, 0], [0.2, 1], "g")).toEqual([0.2, expect.closeTo(0.6, 15), 0.2]);
    expect(clipShares([1, 3, 0], [0, 0.7], "g")).toEqual([expect.closeTo(0.3, 15), 0.7, 0]);
    expect(clipShares([1, 0, 0], [0, 0.5], "g")).toEqual([0.5, expect.closeTo(0.25, 15), expect.closeTo(0.25, 15)]);
  });
  it("leave an only indicator its weight 1 and an exempt one at 0, and name the bounds that hold", () => {
    const tree = treeOf({ wheel: { g: ["a", "b", "z"], h: ["c"] } });
    const { weight, active } = boundWeights(tree, 1, { a: 1, b: 9, z: 0, c: 5 }, [0.2, 0.7], ["z"]);
    expect(weight).toEqual({ a: expect.closeTo(0.3, 15), b: 0.7, z: 0, c: 1 });
    expect(active).toEqual([{ group: "g", floor: [], cap: ["b"] }]);
  });
  it.each([
    ["a floor too high", [0.4, 1]],
    ["a cap too low", [0, 0.3]],
    ["a floor above the cap", [0.5, 0.2]],
  ] as const)("fault on %s for three indicators", (_, bounds) => {
    expect(() => clipShares([1, 2, 3], bounds, "g")).toThrow(expect.objectContaining({ code: "infeasible-bounds" }));
  });
});
