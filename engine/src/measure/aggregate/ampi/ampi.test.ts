import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import type { Panel, Tree } from "../../../table/index.js";
import { goalposts } from "../../normalise/goalposts/goalposts.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { ampi } from "./ampi.js";
import reference from "./ampi.reference.json";

const value = fc.double({ min: 0, max: 1, noNaN: true });
const table = fc
  .array(fc.record({ a: value, b: value, c: value }), { minLength: 1, maxLength: 8 })
  .map((rows) => ({ a: rows.map((row) => row.a), b: rows.map((row) => row.b), c: rows.map((row) => row.c) }));
const flat = treeOf({ index: { group: ["a", "b", "c"] } });
const made = (data: Panel, options = {}, tree: Tree = flat) => ampi(data, manualWeights(tree).value, tree, options);
const scores = (data: Panel, options = {}, tree?: Tree): number[] => cellsOf(made(data, options, tree).value.scores, "index") as number[];

describe("adjusted Mazziotta–Pareto index: laws", () => {
  it("lies below the mean with minus and above it with plus, equally far", () => {
    fc.assert(
      fc.property(table, (x) => {
        const [minus, plus] = [scores(panelOf(x)), scores(panelOf(x), { penalty: "plus" })];
        x.a.forEach((_, i) => {
          const mean = 70 + 20 * (x.a[i] + x.b[i] + x.c[i]);
          expect(minus[i]).toBeLessThanOrEqual(mean + 1e-9);
          expect((minus[i] + plus[i]) / 2).toBeCloseTo(mean, 9);
        });
      }),
    );
  });
  it("is the mean itself when all parts are equal", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (a) => {
        scores(panelOf({ a, b: a, c: a })).forEach((score, i) => {
          expect(score).toBeCloseTo(70 + 60 * a[i], 11);
        });
      }),
    );
  });
  it("with fixed goalposts a further year changes no earlier score", () => {
    fc.assert(
      fc.property(table, (x) => {
        const bounds = { a: [0, 2], b: [0, 2], c: [0, 2] } as Record<string, [number, number]>;
        const twice = { a: [...x.a, ...x.b], b: [...x.b, ...x.c], c: [...x.c, ...x.a] };
        const one = scores(goalposts(panelOf(x), { bounds }).value);
        const two = scores(goalposts(panelOf(twice, { periods: [2020, 2021] }), { bounds }).value);
        expect(two.slice(0, one.length)).toEqual(one);
      }),
    );
  });
});

describe("adjusted Mazziotta–Pareto index: edges", () => {
  it("leaves a scale of 70 to 130 as it is", () => {
    const pair = treeOf({ index: { group: ["a", "b"] } });
    expect(scores(panelOf({ a: [70, 100], b: [130, 100] }), { scale: [70, 130] }, pair)).toEqual([91, 100]);
  });
  it("faults on an empty scale, and on parts 70 units below it", () => {
    const data = panelOf({ a: [0], b: [-2], c: [1] });
    expect(() => made(data, { scale: [1, 1] })).toThrow(Fault);
    expect(() => made(data)).toThrow(expect.objectContaining({ code: "not-positive", place: { path: "b, unit u1, period 2020" } }));
  });
  it("rescales over the parts there are", () => {
    expect(scores(panelOf({ a: [0, null], b: [1, 1], c: [0.5, 0.5] }))[1]).toBeCloseTo(115 - 225 / 115, 12);
  });
});

describe("adjusted Mazziotta–Pareto index: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const tree = treeOf({ index: { g: Object.keys(input.columns) } }, { weight: input.weights as unknown as Record<string, number> });
    scores(panelOf(input.columns as unknown as Record<string, number[]>), input.options as object, tree).forEach((score, i) => {
      expect(Math.abs(score - expected[i])).toBeLessThanOrEqual(tolerance);
    });
  });
});
