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
import { harmonicMean } from "../harmonic-mean/harmonic-mean.js";
import { powerMean } from "./power-mean.js";
import reference from "./power-mean.reference.json";

const positive = fc.double({ min: 1e-3, max: 100, noNaN: true });
const table = fc
  .array(fc.record({ a: positive, b: positive, c: positive }), { minLength: 1, maxLength: 8 })
  .map((rows) => ({ a: rows.map((row) => row.a), b: rows.map((row) => row.b), c: rows.map((row) => row.c) }));
const weight = fc.record({ a: fc.integer({ min: 1, max: 9 }), b: fc.integer({ min: 1, max: 9 }), upper: fc.integer({ min: 1, max: 9 }) });
const shape = { index: { upper: ["a", "b"], lower: ["c"] } };
const pair = treeOf({ index: { group: ["a", "b"] } });
type Power = number | "min" | "max";
const made = (data: Panel, p: Power, tree: Tree = treeOf(shape), options = {}) =>
  powerMean(data, manualWeights(tree).value, tree, { p, ...options });
const scores = (data: Panel, p: Power, tree?: Tree, options = {}): number[] =>
  cellsOf(made(data, p, tree, options).value.scores, "index") as number[];

describe("power mean: laws", () => {
  it("rises with its exponent, from the smallest part to the largest", () => {
    fc.assert(
      fc.property(table, weight, (x, weights) => {
        const tree = treeOf(shape, { weight: weights });
        const rising = (["min", -30, -2, -1, 0, 0.5, 1, 2, 30, "max"] as const).map((p) => scores(panelOf(x), p, tree));
        for (let k = 1; k < rising.length; k++) {
          rising[k].forEach((score, i) => {
            expect(score).toBeGreaterThanOrEqual(rising[k - 1][i] * (1 - 1e-13));
          });
        }
        x.a.forEach((_, i) => {
          expect(rising[0][i]).toBe(Math.min(x.a[i], x.b[i], x.c[i]));
          expect(rising.at(-1)?.[i]).toBe(Math.max(x.a[i], x.b[i], x.c[i]));
        });
      }),
    );
  });
  it.each([
    [1, arithmeticMean],
    [0, geometricMean],
    [1e-8, geometricMean],
    [-1e-8, geometricMean],
    [-1, harmonicMean],
  ] as const)("p = %s meets the mean of that name", (p, mean) => {
    fc.assert(
      fc.property(table, weight, (x, weights) => {
        const tree = treeOf(shape, { weight: weights });
        const named = cellsOf(mean(panelOf(x), manualWeights(tree).value, tree).value.scores, "index") as number[];
        scores(panelOf(x), p, tree).forEach((score, i) => {
          expect(Math.abs(score / named[i] - 1)).toBeLessThan(Math.abs(p) === 1 ? 1e-12 : 1e-6);
        });
      }),
    );
  });
  it("returns equal parts exactly", () => {
    fc.assert(
      fc.property(table, fc.double({ min: -50, max: 50, noNaN: true }), (x, p) => {
        expect(scores(panelOf({ a: x.a, b: x.a, c: x.a }), p)).toEqual(x.a);
      }),
    );
  });
});

describe("power mean: edges", () => {
  it("leaves out missing parts like every other mean", () => {
    const data = panelOf({ a: [3, null], b: [4, 4] });
    expect(scores(data, 2, pair)).toEqual([expect.closeTo(Math.sqrt(12.5), 12), 4]);
    expect(scores(data, -2, pair)[1]).toBe(4);
  });
  it("takes 0 for p above 0, and refuses it below", () => {
    expect(scores(panelOf({ a: [0, 0], b: [4, 0] }), 0.5, pair)).toEqual([expect.closeTo(1, 14), 0]);
    expect(() => made(panelOf({ a: [0], b: [4] }), -2, pair)).toThrow(expect.objectContaining({ code: "not-positive" }));
  });
  it("refuses negative values, but for min and max", () => {
    const data = panelOf({ a: [-1], b: [4] });
    expect(() => made(data, 2, pair)).toThrow(Fault);
    expect([scores(data, "min", pair), scores(data, "max", pair)]).toEqual([[-1], [4]]);
  });
  it("neither overflows nor vanishes for a large p", () => {
    expect(scores(panelOf({ a: [1e200], b: [1e199] }), 500, pair)[0] / 1e200).toBeCloseTo(0.5 ** (1 / 500), 12);
    expect(scores(panelOf({ a: [1e-200], b: [1e-199] }), -500, pair)[0] / 1e-200).toBeCloseTo(2 ** (1 / 500), 12);
  });
  it("asks for an exponent", () => {
    const tree = pair;
    const run = () => powerMean(panelOf({ a: [1], b: [1] }), manualWeights(tree).value, tree, {} as { p: number });
    expect(run).toThrow(Fault);
  });
});

describe("power mean: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const tree = treeOf({ index: { g: ["a", "b"] } }, { weight: input.weights as unknown as Record<string, number> });
    scores(panelOf(input.columns), input.options.p, tree).forEach((score, i) => {
      expect(Math.abs(score - expected[i])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "COINr's generalised means")).each([
    [2, "genmean_p2"],
    [-2, "genmean_pm2"],
    [0.5, "genmean_p05"],
  ])("COINr, ASEM: 8 pillars, 2 sub-indices, index, p = %s", (p, file) => {
    const scaled = minMax(asemPanel("default/Treated.csv"), { range: [1, 100] }).value;
    expect(largestGap(made(scaled, p, asemTree()).value.nodes, asemPanel(`aggregate/${file}.csv`))).toBeLessThan(1e-12);
  });
});
