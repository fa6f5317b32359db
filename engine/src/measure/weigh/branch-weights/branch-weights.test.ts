import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { entropyWeights } from "../entropy-weights/entropy-weights.js";
import { equalWeights } from "../equal-weights/equal-weights.js";
import { manualWeights } from "../manual-weights/manual-weights.js";
import { branchWeights } from "./branch-weights.js";
import reference from "./branch-weights.reference.json";

const tree = treeOf({ wheel: { g: ["a", "b"], h: ["c", "d"] } });
const set = { a: 9, b: 1, c: 7, d: 3, g: 8, h: 2 };
const of = { equal: equalWeights(tree).value, written: manualWeights(tree, { set }).value };
const steps = fc.constantFrom("equal", "written");

describe("weights by branch: laws", () => {
  it("sum to 1 beside siblings and over the root, whichever step holds where", () => {
    fc.assert(
      fc.property(steps, steps, steps, (wheel, g, h) => {
        const { share, effective } = branchWeights(of, tree, { below: { wheel, g, h } }).value;
        for (const [one, other] of [
          ["a", "b"],
          ["c", "d"],
          ["g", "h"],
        ]) {
          expect(share[one] + share[other]).toBeCloseTo(1, 14);
        }
        expect(Object.values(effective).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 14);
      }),
    );
  });
  it("are those of one step when it holds everywhere", () => {
    expect(branchWeights(of, tree, { below: {} }).value.effective).toEqual(of.equal.effective);
    expect(branchWeights(of, tree, { below: { wheel: "written" } }).value.share).toEqual(of.written.share);
  });
});

describe("weights by branch: edges", () => {
  it("says which step every node comes from: the nearest node above decides", () => {
    const made = branchWeights(of, tree, { below: { wheel: "written", h: "equal" } });
    expect(made.trace.stepOf).toEqual({ wheel: "equal", g: "written", h: "written", a: "written", b: "written", c: "equal", d: "equal" });
    expect(made.method.variant).toBe("below wheel: written · below h: equal · elsewhere: the first step");
  });
  it("differ between periods only where a step in use does", () => {
    const data = panelOf({ a: [0, 1, 1, 0], b: [1, 0, 0.5, 1], c: [1, 0, 0.2, 1], d: [0, 1, 1, 0.4] }, { periods: [2020, 2021] });
    const yearly = entropyWeights(data, tree, { scope: "per-period" }).value;
    const made = branchWeights({ ...of, yearly }, tree, { below: { g: "yearly" } });
    expect(made.value.byPeriod?.map(({ share }) => share.c)).toEqual([0.5, 0.5]);
    expect(made.value.byPeriod?.[0].share.a).toBe(yearly.byPeriod?.[0].share.a);
    expect(made.warnings.map((one) => one.code)).toEqual(["per-period"]);
    expect(branchWeights({ ...of, yearly }, tree, { below: { g: "written" } }).value.byPeriod).toBeUndefined();
  });
  it("keep what a step says about nodes when another differs between periods", () => {
    const data = panelOf({ a: [0, 1, 1, 0], b: [1, 0, 0.5, 1], c: [1, 0, 0.2, 1], d: [0, 1, 1, 0.4] }, { periods: [2020, 2021] });
    const yearly = entropyWeights(data, tree, { scope: "per-period" }).value;
    const { share, effective } = branchWeights({ written: of.written, yearly }, tree, { below: { g: "yearly" } }).value;
    expect(share).toMatchObject({ wheel: 1, g: expect.closeTo(0.8, 14), h: expect.closeTo(0.2, 14), c: expect.closeTo(0.7, 14) });
    expect(effective.a + effective.b).toBeCloseTo(0.8, 14);
  });
  it("fault on an unknown node, on an indicator, which has nothing below it, and on an unknown step", () => {
    for (const below of [{ gg: "equal" }, { a: "equal" }, { g: "entropy" }])
      expect(() => branchWeights(of, tree, { below: below as unknown as Record<string, string> })).toThrow(
        expect.objectContaining({ code: "unknown-name" }),
      );
  });
});

describe("weights by branch: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const { effective } = branchWeights(of, tree, { below: input.below as unknown as Record<string, string> }).value;
    for (const [id, one] of Object.entries(expected)) expect(Math.abs(effective[id] - one)).toBeLessThanOrEqual(tolerance);
  });
});
