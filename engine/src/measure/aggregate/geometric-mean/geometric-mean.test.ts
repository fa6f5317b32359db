import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, asemTree, largestGap } from "../../../../../proof/asem.js";
import { hasReference } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import type { Panel, Tree } from "../../../table/index.js";
import { minMax } from "../../normalise/min-max/min-max.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { arithmeticMean } from "../arithmetic-mean/arithmetic-mean.js";
import { geometricMean } from "./geometric-mean.js";
import reference from "./geometric-mean.reference.json";

const positive = fc.double({ min: 1e-3, max: 100, noNaN: true });
const table = fc
  .array(fc.record({ a: positive, b: positive, c: positive }), { minLength: 1, maxLength: 8 })
  .map((rows) => ({ a: rows.map((row) => row.a), b: rows.map((row) => row.b), c: rows.map((row) => row.c) }));
const weight = fc.record({ a: fc.integer({ min: 1, max: 9 }), b: fc.integer({ min: 1, max: 9 }), upper: fc.integer({ min: 1, max: 9 }) });
const shape = { index: { upper: ["a", "b"], lower: ["c"] } };
const pair = treeOf({ index: { group: ["a", "b"] } });

const made = (data: Panel, tree: Tree = treeOf(shape), options = {}) => geometricMean(data, manualWeights(tree).value, tree, options);
const scores = (data: Panel, tree?: Tree, options = {}): number[] => cellsOf(made(data, tree, options).value.scores, "index") as number[];

describe("geometric mean: laws", () => {
  it("lies between the smallest part and the arithmetic mean", () => {
    fc.assert(
      fc.property(table, weight, (x, weights) => {
        const tree = treeOf(shape, { weight: weights });
        const above = cellsOf(arithmeticMean(panelOf(x), manualWeights(tree).value, tree).value.scores, "index") as number[];
        scores(panelOf(x), tree).forEach((score, i) => {
          expect(score).toBeGreaterThanOrEqual(Math.min(x.a[i], x.b[i], x.c[i]) * (1 - 1e-14));
          expect(score).toBeLessThanOrEqual(above[i] * (1 + 1e-14));
        });
      }),
    );
  });
  it("returns equal parts exactly", () => {
    fc.assert(
      fc.property(table, weight, (x, weights) => {
        expect(scores(panelOf({ a: x.a, b: x.a, c: x.a }), treeOf(shape, { weight: weights }))).toEqual(x.a);
      }),
    );
  });
  it("multiplies when every part is multiplied, and by k^w when one of them is", () => {
    fc.assert(
      fc.property(table, weight, (x, weights) => {
        const tree = treeOf(shape, { weight: weights });
        const before = scores(panelOf(x), tree);
        const times = (values: readonly number[]) => values.map((one) => 16 * one);
        const all = scores(panelOf({ a: times(x.a), b: times(x.b), c: times(x.c) }), tree);
        const one = scores(panelOf({ ...x, a: times(x.a) }), tree);
        const factor = 16 ** manualWeights(tree).value.effective.a;
        before.forEach((score, i) => {
          expect(all[i] / score).toBeCloseTo(16, 11);
          expect(one[i] / score).toBeCloseTo(factor, 11);
        });
      }),
    );
  });
  it("rises when a part rises", () => {
    fc.assert(
      fc.property(table, (x) => {
        const after = scores(panelOf({ ...x, b: x.b.map((one) => one * 1.5) }));
        scores(panelOf(x)).forEach((score, i) => {
          expect(after[i]).toBeGreaterThan(score);
        });
      }),
    );
  });
});

describe("geometric mean: edges", () => {
  it("is 0 where a part with weight is 0, with a warning that counts them", () => {
    const result = made(panelOf({ a: [0, 4, 0], b: [9, 9, 0] }), pair);
    expect(cellsOf(result.value.scores, "index")).toEqual([0, expect.closeTo(6, 14), 0]);
    expect(result.trace.zeroScores).toEqual({ index: 2 });
    expect(result.warnings.map((one) => one.code)).toEqual(["zero-score"]);
  });
  it("does not look at a zero or a negative number without weight", () => {
    const tree = treeOf({ index: { group: ["a", "b"] } }, { weight: { b: 0 } });
    expect(scores(panelOf({ a: [4, 9], b: [0, -1] }), tree)).toEqual([4, 9]);
  });
  it("faults on a negative value and names its place", () => {
    const run = () => made(panelOf({ a: [1, 2], b: [3, -0.5] }), pair);
    expect(run).toThrow(Fault);
    expect(run).toThrow(expect.objectContaining({ place: { path: "b, unit u2, period 2020" } }));
  });
  it("rescales the weights over the parts there are, and gives no score below the share asked for", () => {
    const data = panelOf({ a: [4, null, null], b: [9, 9, null] });
    const result = made(data, pair, { changingComposition: "allow" });
    expect(cellsOf(result.value.scores, "index")).toEqual([expect.closeTo(6, 14), 9, null]);
    expect(result.warnings.map((one) => one.code)).toEqual(["changing-composition", "missing-score", "rescaled"]);
    expect(scores(data, pair, { available: 0.6, changingComposition: "allow" })).toEqual([expect.closeTo(6, 14), null, null]);
    expect(() => made(data, pair)).toThrow(Fault);
  });
  it("keeps its digits for huge and tiny values", () => {
    expect(scores(panelOf({ a: [1e300, 1e-300], b: [1e300, 1e-300] }), pair)).toEqual([1e300, 1e-300]);
    expect(scores(panelOf({ a: [1e300], b: [1e-300] }), pair)[0]).toBeCloseTo(1, 12);
    expect(scores(panelOf({ a: [5e-324], b: [5e-324] }), pair)).toEqual([5e-324]);
  });
  it("drops a constant column with a warning", () => {
    const scaled = minMax(panelOf({ a: [5, 5, 5], b: [0, 1, 2] }), { range: [1, 100] }).value;
    const result = made(scaled, pair);
    expect(cellsOf(result.value.scores, "index")).toEqual([1, 50.5, 100]);
    expect(result.warnings.map((one) => one.code)).toEqual(["constant"]);
  });
  it("applies a direction once", () => {
    const scaled = minMax(panelOf({ a: [1, 2, 3], b: [1, 2, 3] }, { direction: { a: -1 } }), { range: [1, 3] }).value;
    const tree = treeOf({ index: { group: ["a", "b"] } }, { direction: { a: -1 } });
    expect(scores(scaled, tree)).toEqual([Math.sqrt(3), 2, Math.sqrt(3)].map((one) => expect.closeTo(one, 14)));
  });
});

describe("geometric mean: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const tree = treeOf(
      { index: input.groups as unknown as Record<string, string[]> },
      { weight: input.weights as unknown as Record<string, number> },
    );
    scores(panelOf(input.columns as unknown as Record<string, (number | null)[]>), tree).forEach((score, i) => {
      expect(Math.abs(score - expected[i])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "COINr's geometric means"))("COINr, ASEM: 8 pillars, 2 sub-indices, index, on 1–100", () => {
    const tree = asemTree();
    const scaled = minMax(asemPanel("default/Treated.csv"), { range: [1, 100] }).value;
    const { nodes } = geometricMean(scaled, manualWeights(tree).value, tree).value;
    expect(largestGap(nodes, asemPanel("aggregate/gmean.csv"))).toBeLessThan(1e-12);
  });
});
