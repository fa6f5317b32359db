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
import { copeland } from "../copeland/copeland.js";
import { geometricMean } from "../geometric-mean/geometric-mean.js";
import { harmonicMean } from "../harmonic-mean/harmonic-mean.js";
import { minimum } from "../minimum/minimum.js";
import { powerMean } from "../power-mean/power-mean.js";
import { mixedAggregation } from "./mixed-aggregation.js";
import type { MixedAggregationOptions } from "./mixed-aggregation.method.js";
import reference from "./mixed-aggregation.reference.json";

const positive = fc.double({ min: 1e-3, max: 100, noNaN: true });
const table = fc
  .array(fc.record({ a: positive, b: positive, c: positive }), { minLength: 1, maxLength: 8 })
  .map((rows) => ({ a: rows.map((row) => row.a), b: rows.map((row) => row.b), c: rows.map((row) => row.c) }));
const weight = fc.record({ a: fc.integer({ min: 1, max: 9 }), b: fc.integer({ min: 1, max: 9 }), upper: fc.integer({ min: 1, max: 9 }) });
const shape = { index: { upper: ["a", "b"], lower: ["c"] } };
type Of = MixedAggregationOptions["of"];
const made = (data: Panel, of: Of, tree: Tree = treeOf(shape), options = {}) =>
  mixedAggregation(data, manualWeights(tree).value, tree, { of, ...options });
const scores = (data: Panel, of: Of, tree?: Tree, options = {}): number[] =>
  cellsOf(made(data, of, tree, options).value.scores, "index") as number[];

describe("mixed aggregation: laws", () => {
  it.each([
    ["arithmetic", arithmeticMean],
    ["geometric", geometricMean],
    ["harmonic", harmonicMean],
    ["minimum", minimum],
    ["copeland", copeland],
  ] as const)("with one method for all it is that method: %s", (name, method) => {
    fc.assert(
      fc.property(table, weight, (x, weights) => {
        const tree = treeOf(shape, { weight: weights });
        const { nodes } = method(panelOf(x), manualWeights(tree).value, tree).value;
        const mixed = made(panelOf(x), {}, tree, { otherwise: name }).value.nodes;
        expect([...mixed.values]).toEqual([...nodes.values]);
      }),
    );
  });
  it("so too the power mean", () => {
    fc.assert(
      fc.property(table, (x) => {
        const tree = treeOf(shape);
        const { nodes } = powerMean(panelOf(x), manualWeights(tree).value, tree, { p: 3 }).value;
        expect([...made(panelOf(x), { wheel: { power: 3 }, mechanism: { power: 3 } }).value.nodes.values]).toEqual([...nodes.values]);
      }),
    );
  });
  it("lies between the arithmetic and the geometric mean when it mixes them", () => {
    fc.assert(
      fc.property(table, (x) => {
        const [low, high] = ["geometric", "arithmetic"].map((one) => scores(panelOf(x), {}, undefined, { otherwise: one }));
        scores(panelOf(x), { mechanism: "arithmetic", wheel: "geometric" }).forEach((score, i) => {
          expect(score).toBeGreaterThanOrEqual(low[i] * (1 - 1e-14));
          expect(score).toBeLessThanOrEqual(high[i] * (1 + 1e-14));
        });
      }),
    );
  });
});

describe("mixed aggregation: edges", () => {
  const data = panelOf({ a: [4], b: [9], c: [1] });
  it("lets a node go before its level, and says how each was made", () => {
    const result = made(data, { mechanism: "arithmetic", upper: "geometric", wheel: "minimum" });
    expect(result.trace.methods).toEqual({ index: "minimum", upper: "geometric", lower: "arithmetic" });
    expect(cellsOf(result.value.nodes, "upper")).toEqual([expect.closeTo(6, 12)]);
    expect(cellsOf(result.value.scores, "index")).toEqual([1]);
  });
  it("faults on a name that is neither level nor node, and on a level of indicators", () => {
    expect(() => made(data, { mechansm: "geometric" })).toThrow(
      expect.objectContaining({ code: "unknown-node", next: expect.objectContaining({ en: 'did you mean "mechanism"?' }) }),
    );
    expect(() => made(data, { indicator: "geometric" })).toThrow(Fault);
  });
  it("faults where a mean's domain is left on the way up", () => {
    const run = () => made(panelOf({ a: [4, 5], b: [9, 8], c: [1, 2] }), { mechanism: "copeland", wheel: "harmonic" });
    expect(run).toThrow(expect.objectContaining({ code: "not-positive" }));
  });
});

describe("mixed aggregation: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    scores(panelOf(input.columns), input.of as unknown as Of).forEach((score, i) => {
      expect(Math.abs(score - expected[i])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "COINr's mixed aggregations")).each([
    ["mixed_amean_gmean_gmean", { pillar: "arithmetic", "sub-index": "geometric", index: "geometric" }],
    ["mixed_amean_amean_copeland", { index: "copeland" }],
    ["mixed_amean_copeland_amean", { "sub-index": "copeland" }],
  ] as const)("COINr, ASEM: %s", (file, of) => {
    const scaled = minMax(asemPanel("default/Treated.csv"), { range: [1, 100] }).value;
    expect(largestGap(made(scaled, of, asemTree()).value.nodes, asemPanel(`aggregate/${file}.csv`))).toBeLessThan(1e-12);
  });
});
