import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemTree } from "../../../../../proof/asem.js";
import { hasReference, referenceRows } from "../../../../../proof/reference-files.js";
import { treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { equalWeights } from "./equal-weights.js";
import reference from "./equal-weights.reference.json";

const total = (of: Readonly<Record<string, number>>, ids: readonly string[]): number => ids.reduce((sum, id) => sum + of[id], 0);

/** Groups of some indicators each, in one or two wheels; weights 0 or more. */
const trees = fc
  .array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 })
  .filter((groups) => groups.some((group) => group.some((weight) => weight > 0)))
  .map((groups) => {
    const ids = groups.map((group, g) => group.map((_, k) => `i${g}-${k}`));
    const weight = Object.fromEntries(groups.flatMap((group, g) => group.map((one, k) => [ids[g][k], one])));
    return { ids, weight, tree: treeOf({ wheel: Object.fromEntries(ids.map((group, g) => [`g${g}`, group])) }, { weight }) };
  });

describe("equal weights: laws", () => {
  it("sum to 1 inside every group that has weight, and over the indicators of a root", () => {
    fc.assert(
      fc.property(trees, ({ tree, ids, weight }) => {
        const { share, effective } = equalWeights(tree).value;
        for (const group of ids) {
          expect(total(share, group)).toBeCloseTo(group.some((id) => weight[id] > 0) ? 1 : 0, 14);
        }
        expect(total(effective, ids.flat())).toBeCloseTo(1, 14);
      }),
    );
  });
  it("are the same for every indicator with weight in a group, whatever the weight, and 0 for the others", () => {
    fc.assert(
      fc.property(trees, ({ tree, ids, weight }) => {
        const { share } = equalWeights(tree).value;
        for (const group of ids) {
          const inside = group.filter((id) => weight[id] > 0);
          for (const id of group) expect(share[id]).toBe(weight[id] > 0 ? 1 / inside.length : 0);
        }
      }),
    );
  });
  it("are the same for all indicators of the root when that is the level", () => {
    fc.assert(
      fc.property(trees, ({ tree, ids, weight }) => {
        const { effective } = equalWeights(tree, { within: "wheel" }).value;
        const inside = ids.flat().filter((id) => weight[id] > 0);
        for (const id of inside) expect(effective[id]).toBeCloseTo(1 / inside.length, 14);
      }),
    );
  });
});

describe("equal weights: edges", () => {
  const tree = treeOf({ a: { a1: ["x", "y"], a2: ["z"] }, b: { b1: ["u"] } });

  it("gives every root the sum 1 of its own", () => {
    const { effective, share, within } = equalWeights(tree).value;
    expect(effective).toEqual({ x: 0.25, y: 0.25, z: 0.5, u: 1 });
    expect([share.a, share.b, share.a1, share.a2, within]).toEqual([1, 1, 0.5, 0.5, "mechanism"]);
  });
  it("weighs groups inside the wheel by how many indicators they hold, when indicators count the same there", () => {
    const { share, effective } = equalWeights(tree, { within: "wheel" }).value;
    expect([share.a1, share.a2]).toEqual([2 / 3, 1 / 3].map((one) => expect.closeTo(one, 15)));
    expect(effective.x).toBeCloseTo(1 / 3, 15);
  });
  it("leaves out a group of weight 0 with all below it, and says so", () => {
    const made = equalWeights(treeOf({ a: { a1: ["x", "y"], a2: ["z"] } }, { weight: { a1: 0 } }));
    expect(made.value.effective).toEqual({ x: 0, y: 0, z: 1 });
    expect(made.value.share.a1).toBe(0);
    expect(made.trace.leftOut).toEqual(["x", "y"]);
  });
  it("faults when nothing has weight, and names the nearest level to an unknown one", () => {
    expect(() => equalWeights(treeOf({ a: { a1: ["x"] } }, { weight: { x: 0 } }))).toThrow(Fault);
    expect(() => equalWeights(tree, { within: "wheels" })).toThrow(
      expect.objectContaining({ next: { en: 'did you mean "wheel"?', zh: expect.any(String) } }),
    );
    expect(() => equalWeights(tree, { within: "indicator" })).toThrow(Fault);
  });
});

describe("equal weights: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const tree = treeOf(
      { root: input.groups as unknown as Record<string, string[]> },
      { weight: input.weights as unknown as Record<string, number> },
    );
    const { effective } = equalWeights(tree, input.options).value;
    for (const [id, weight] of Object.entries(expected)) expect(Math.abs(effective[id] - weight)).toBeLessThanOrEqual(tolerance);
  });
  it.runIf(hasReference("coinr", "COINr's effective weights"))("COINr, ASEM: effective weights of 49 indicators", () => {
    const rows = referenceRows("coinr/default/effective_weights.csv").filter((row) => row.Level === "1");
    const { effective } = equalWeights(asemTree()).value;
    expect(rows).toHaveLength(49);
    for (const row of rows) expect(effective[row.iCode]).toBeCloseTo(Number(row.EffWeight), 14);
  });
});
