import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manualWeights } from "./manual-weights.js";

const group = (parent: string, shares: readonly number[]) => shares.map((share, k) => ({ id: `${parent}${k}`, parent, share }));

describe("weights by hand", () => {
  it("give the node its share and the others of its group the rest in proportion; the group sums to 1", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 0, max: 100 }),
        (parts, percent) => {
          const all = parts.reduce((sum, one) => sum + one, 0);
          const nodes = group(
            "E",
            parts.map((one) => one / all),
          );
          const made = manualWeights(nodes, "E0", percent / 100, null);
          expect(made.E0).toBeCloseTo(percent / 100, 4);
          expect(Object.values(made).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 2);
          for (let k = 2; k < parts.length; k++) expect(made[`E${k}`] * parts[1]).toBeCloseTo(made.E1 * parts[k], 1);
        },
      ),
    );
  });
  it("keep what is in force elsewhere, and leave groups of equal standing out", () => {
    const nodes = [...group("E", [0.2, 0.8]), ...group("Q", [0.5, 0.5]), ...group("P", [0.25, 0.75])];
    expect(manualWeights(nodes, "E0", 0.5, null)).toEqual({ E0: 0.5, E1: 0.5, P0: 0.25, P1: 0.75 });
    expect(manualWeights(nodes, "E0", 0.5, { Q0: 3 })).toEqual({ Q0: 3, E0: 0.5, E1: 0.5 });
  });
  it("give an only child everything, and a group without weight equal parts of the rest", () => {
    expect(manualWeights(group("E", [1]), "E0", 0.3, {})).toEqual({ E0: 1 });
    expect(manualWeights(group("E", [1, 0, 0]), "E0", 0.5, {})).toEqual({ E0: 0.5, E1: 0.25, E2: 0.25 });
  });
});
