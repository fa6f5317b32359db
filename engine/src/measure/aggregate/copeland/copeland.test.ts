import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, asemTree, largestGap } from "../../../../../proof/asem.js";
import { hasReference, numberOf, referenceRows } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { type Panel, series, type Tree } from "../../../table/index.js";
import { minMax } from "../../normalise/min-max/min-max.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { arithmeticMean } from "../arithmetic-mean/arithmetic-mean.js";
import { outranking } from "../outranking.js";
import { copeland } from "./copeland.js";
import reference from "./copeland.reference.json";

const value = fc.integer({ min: -9, max: 9 });
const table = fc
  .array(fc.record({ a: value, b: value, c: value }), { minLength: 1, maxLength: 10 })
  .map((rows) => ({ a: rows.map((row) => row.a), b: rows.map((row) => row.b), c: rows.map((row) => row.c) }));
const flat = treeOf({ index: { group: ["a", "b", "c"] } });
const made = (data: Panel, tree: Tree = flat, options = {}) => copeland(data, manualWeights(tree).value, tree, options);
const nodes = (data: Panel, tree?: Tree, id = "group", options = {}): number[] =>
  cellsOf(made(data, tree, { changingComposition: "allow", ...options }).value.nodes, id) as number[];
const scores = (data: Panel, tree?: Tree): number[] => nodes(data, tree);

describe("Copeland: laws", () => {
  it("hands out 0 in all, and a unit above all in every part wins every meeting", () => {
    fc.assert(
      fc.property(table, (x) => {
        expect(scores(panelOf(x)).reduce((sum, one) => sum + one, 0)).toBe(0);
        const best = scores(panelOf({ a: [...x.a, 10], b: [...x.b, 10], c: [...x.c, 10] }));
        expect(best.at(-1)).toBe(x.a.length);
      }),
    );
  });
  it("does not change under a rising transform of a column", () => {
    fc.assert(
      fc.property(table, (x) => {
        expect(scores(panelOf({ ...x, b: x.b.map((one) => one ** 3 + 1e6) }))).toEqual(scores(panelOf(x)));
      }),
    );
  });
  it("turns round when all columns are", () => {
    fc.assert(
      fc.property(table, (x) => {
        const back = (values: readonly number[]) => values.map((one) => -one);
        const turned = scores(panelOf({ a: back(x.a), b: back(x.b), c: back(x.c) }));
        expect(turned.map((one) => 0 - one)).toEqual(scores(panelOf(x)).map((one) => one + 0));
      }),
    );
  });
});

describe("Copeland: edges", () => {
  it("ties at one half, whatever the order in which the weights are added", () => {
    const weights = [0.1, 0.2, 0.2, 0.2, 0.2, 0.1];
    const ids = ["a", "b", "c", "d", "e", "f"];
    const tree = treeOf({ index: { group: ids } }, { weight: Object.fromEntries(ids.map((id, k) => [id, weights[k]])) });
    const columns = Object.fromEntries(ids.map((id, k) => [id, k < 3 ? [1, 0] : [0, 1]]));
    expect(scores(panelOf(columns), tree)).toEqual([0, 0]);
    const parts = ids.map((id) => Float64Array.from(columns[id]));
    expect([outranking(parts, weights, 0, 1), outranking(parts, weights, 1, 0)]).toEqual([0.5, 0.5]);
  });
  it("judges a pair by the parts both have; units without a part in common do not meet", () => {
    expect(scores(panelOf({ a: [3, 2, null], b: [null, 1, 5], c: [null, null, null] }))).toEqual([1, -2, 1]);
  });
  it("compares within each period and says so", () => {
    const result = made(panelOf({ a: [1, 2, 9, 8], b: [1, 2, 9, 8], c: [1, 2, 9, 8] }, { periods: [2020, 2021] }));
    expect(cellsOf(result.value.nodes, "group")).toEqual([-1, 1, 1, -1]);
    expect(result.warnings.map((one) => one.code)).toEqual(["per-period"]);
  });
  it("leaves a unit with too few parts out of the contest", () => {
    expect(nodes(panelOf({ a: [3, 2, 1], b: [3, null, 1], c: [3, null, 1] }), flat, "group", { available: 0.5 })).toEqual([1, null, -1]);
  });
  it("takes 3000 units by 8 parts", () => {
    const ids = Array.from({ length: 8 }, (_, k) => `x${k}`);
    const columns = Object.fromEntries(ids.map((id, k) => [id, Array.from({ length: 3000 }, (_, i) => (i * (2 * k + 7919)) % 3001)]));
    const found = scores(panelOf(columns), treeOf({ index: { group: ids } }));
    expect(found).toHaveLength(3000);
  });
});

describe("Copeland: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    const tree = treeOf({ index: { group: Object.keys(input.columns) } }, { weight: input.weights as unknown as Record<string, number> });
    expect(scores(panelOf(input.columns as unknown as Record<string, number[]>), tree)).toEqual(expected);
  });
  const there = hasReference("coinr", "COINr's Copeland scores");
  const scaled = () => minMax(asemPanel("default/Treated.csv"), { range: [1, 100] }).value;
  it.runIf(there)("COINr, ASEM: every level", () => {
    expect(largestGap(made(scaled(), asemTree()).value.nodes, asemPanel("aggregate/copeland_all_levels.csv"))).toBe(0);
  });
  it.runIf(there)("COINr, ASEM: the outranking matrix of five pillars, 362 pairs of full dominance", () => {
    const tree = asemTree();
    const index = arithmeticMean(scaled(), manualWeights(tree).value, tree).value;
    const ids = tree.nodes.filter((node) => node.parent === "Conn").map((node) => node.id);
    const parts = ids.map((id) => series(index.nodes, id));
    const shares = ids.map((id) => index.weights.share[id]);
    let dominant = 0;
    referenceRows("coinr/aggregate/outrank_matrix_Conn_pillars.csv").forEach((row, i) => {
      parts[0].forEach((_, k) => {
        if (i === k) return;
        const share = outranking(parts, shares, i, k);
        expect(share).toBeCloseTo(numberOf(row[`V${k + 1}`]), 12);
        if (share === 1) dominant++;
      });
    });
    expect(dominant).toBe(362);
  });
});
