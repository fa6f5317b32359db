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
import { geometricMean } from "../geometric-mean/geometric-mean.js";
import { harmonicMean } from "./harmonic-mean.js";
import reference from "./harmonic-mean.reference.json";

const positive = fc.double({ min: 1e-3, max: 100, noNaN: true });
const table = fc
  .array(fc.record({ a: positive, b: positive, c: positive }), { minLength: 1, maxLength: 8 })
  .map((rows) => ({ a: rows.map((row) => row.a), b: rows.map((row) => row.b), c: rows.map((row) => row.c) }));
const weight = fc.record({ a: fc.integer({ min: 1, max: 9 }), b: fc.integer({ min: 1, max: 9 }), upper: fc.integer({ min: 1, max: 9 }) });
const shape = { index: { upper: ["a", "b"], lower: ["c"] } };
const pair = treeOf({ index: { group: ["a", "b"] } });

const made = (data: Panel, tree: Tree = treeOf(shape), options = {}) => harmonicMean(data, manualWeights(tree).value, tree, options);
const scores = (data: Panel, tree?: Tree, options = {}): number[] => cellsOf(made(data, tree, options).value.scores, "index") as number[];

describe("harmonic mean: laws", () => {
  it("min ≤ harmonic ≤ geometric ≤ arithmetic", () => {
    fc.assert(
      fc.property(table, weight, (x, weights) => {
        const tree = treeOf(shape, { weight: weights });
        const given = manualWeights(tree).value;
        const middle = cellsOf(geometricMean(panelOf(x), given, tree).value.scores, "index") as number[];
        const above = cellsOf(arithmeticMean(panelOf(x), given, tree).value.scores, "index") as number[];
        scores(panelOf(x), tree).forEach((score, i) => {
          expect(score).toBeGreaterThanOrEqual(Math.min(x.a[i], x.b[i], x.c[i]) * (1 - 1e-14));
          expect(score).toBeLessThanOrEqual(middle[i] * (1 + 1e-14));
          expect(middle[i]).toBeLessThanOrEqual(above[i] * (1 + 1e-14));
        });
      }),
    );
  });
  it("is the reciprocal of the arithmetic mean of reciprocals", () => {
    fc.assert(
      fc.property(table, weight, (x, weights) => {
        const tree = treeOf(shape, { weight: weights });
        const turned = (values: readonly number[]) => values.map((one) => 1 / one);
        const flat = panelOf({ a: turned(x.a), b: turned(x.b), c: turned(x.c) });
        const mean = cellsOf(arithmeticMean(flat, manualWeights(tree).value, tree).value.scores, "index") as number[];
        scores(panelOf(x), tree).forEach((score, i) => {
          expect(score * mean[i]).toBeCloseTo(1, 12);
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
});

describe("harmonic mean: edges", () => {
  it.each([
    ["0", [1, 0], "not-positive"],
    ["a negative value", [1.0001, -1], "not-positive"],
  ])("faults on %s and names its place", (_, b, code) => {
    const run = () => made(panelOf({ a: [1, 1], b }), pair);
    expect(run).toThrow(Fault);
    expect(run).toThrow(expect.objectContaining({ code, place: { path: "b, unit u2, period 2020" } }));
  });
  it("does not look at a part without weight", () => {
    expect(scores(panelOf({ a: [4, 9], b: [0, -1] }), treeOf({ index: { group: ["a", "b"] } }, { weight: { b: 0 } }))).toEqual([4, 9]);
  });
  it("rescales the weights over the parts there are", () => {
    const data = panelOf({ a: [2, null], b: [6, 6] });
    expect(scores(data, pair)).toEqual([3, 6]);
    expect(scores(data, pair, { available: 0.6 })).toEqual([3, null]);
  });
  it("drops a constant column with a warning instead of carrying it along", () => {
    const result = made(minMax(panelOf({ a: [5, 5, 5], b: [0, 1, 2] }), { range: [1, 100] }).value, pair);
    expect(cellsOf(result.value.scores, "index")).toEqual([1, 50.5, 100]);
    expect(result.warnings.map((one) => one.code)).toEqual(["constant"]);
  });
  it("keeps its digits for huge and tiny values", () =>
    expect(scores(panelOf({ a: [1e300, 1e-300], b: [1e300, 1e-300] }), pair)).toEqual([1e300, 1e-300]));
});

describe("harmonic mean: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const tree = treeOf(
      { index: input.groups as unknown as Record<string, string[]> },
      { weight: input.weights as unknown as Record<string, number> },
    );
    scores(panelOf(input.columns as unknown as Record<string, (number | null)[]>), tree).forEach((score, i) => {
      expect(Math.abs(score - expected[i])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "COINr's harmonic means"))("COINr, ASEM: 8 pillars, 2 sub-indices, index, on 1–100", () => {
    const scaled = minMax(asemPanel("default/Treated.csv"), { range: [1, 100] }).value;
    expect(largestGap(made(scaled, asemTree()).value.nodes, asemPanel("aggregate/hmean.csv"))).toBeLessThan(1e-12);
  });
});
