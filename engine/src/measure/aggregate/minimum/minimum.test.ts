import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import type { Panel, Tree } from "../../../table/index.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { minimum } from "./minimum.js";
import reference from "./minimum.reference.json";

const value = fc.double({ min: -100, max: 100, noNaN: true });
const table = fc
  .array(fc.record({ a: value, b: value, c: value }), { minLength: 1, maxLength: 8 })
  .map((rows) => ({ a: rows.map((row) => row.a), b: rows.map((row) => row.b), c: rows.map((row) => row.c) }));
const shape = { index: { upper: ["a", "b"], lower: ["c"] } };
const made = (data: Panel, tree: Tree = treeOf(shape), options = {}) => minimum(data, manualWeights(tree).value, tree, options);
const scores = (data: Panel, tree?: Tree, options = {}): number[] => cellsOf(made(data, tree, options).value.scores, "index") as number[];
const weakest = (data: Panel, tree?: Tree) => made(data, tree).tables.find((one) => one.id === "weakest")?.columns[2].values;

describe("weakest link: laws", () => {
  it("is the smallest value, whatever the tree and the weights above 0", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (x, heavy) => {
        const least = x.a.map((_, i) => Math.min(x.a[i], x.b[i], x.c[i]));
        expect(scores(panelOf(x), treeOf(shape, { weight: { a: heavy, upper: heavy } }))).toEqual(least);
        expect(scores(panelOf(x), treeOf({ index: { all: ["a", "b", "c"] } }))).toEqual(least);
      }),
    );
  });
  it("does not change when any but the weakest rises", () => {
    fc.assert(
      fc.property(table, (x) => {
        const data = panelOf(x);
        const lifted = x.c.map((one, i) => (weakest(data)?.[i] === "c" ? one : one + 50));
        expect(scores(panelOf({ ...x, c: lifted }))).toEqual(scores(data));
      }),
    );
  });
});

describe("weakest link: edges", () => {
  it("names the indicator that decides, the first of several", () => {
    expect(weakest(panelOf({ a: [3, 2, 1], b: [2, 3, 1], c: [4, 1, 1] }))).toEqual(["b", "c", "a"]);
  });
  it("does not look at a part without weight", () => {
    const tree = treeOf({ index: { group: ["a", "b"] } }, { weight: { b: 0 } });
    expect(scores(panelOf({ a: [4, 9], b: [0, -1] }), tree)).toEqual([4, 9]);
    expect(weakest(panelOf({ a: [4, 9], b: [0, -1] }), tree)).toEqual(["a", "a"]);
  });
  it("takes what there is, down to the share asked for", () => {
    const data = panelOf({ a: [null, 2, null], b: [5, 1, null], c: [7, 3, null] });
    const allow = { changingComposition: "allow" };
    expect(scores(data, undefined, allow)).toEqual([5, 1, null]);
    expect(scores(data, undefined, { ...allow, available: 0.8 })).toEqual([null, 1, null]);
    expect(made(data, undefined, allow).tables.at(-1)?.columns[2].values).toEqual(["b", "b", null]);
    expect(() => made(data)).toThrow(Fault);
  });
});

describe("weakest link: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const tree = treeOf(
      { index: input.groups as unknown as Record<string, string[]> },
      { weight: input.weights as unknown as Record<string, number> },
    );
    scores(panelOf(input.columns as unknown as Record<string, (number | null)[]>), tree).forEach((score, i) => {
      expect(Math.abs(score - expected[i])).toBeLessThanOrEqual(tolerance);
    });
  });
});
