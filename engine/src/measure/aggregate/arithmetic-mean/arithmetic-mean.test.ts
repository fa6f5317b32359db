import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, asemTree, largestGap } from "../../../../../proof/asem.js";
import { describeWith, referenceRows } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf, type Panel, type Tree } from "../../../table/index.js";
import { minMax } from "../../normalise/min-max/min-max.js";
import { entropyWeights } from "../../weigh/entropy-weights/entropy-weights.js";
import { equalWeights } from "../../weigh/equal-weights/equal-weights.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { arithmeticMean } from "./arithmetic-mean.js";
import reference from "./arithmetic-mean.reference.json";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const table = fc.integer({ min: 1, max: 8 }).chain((n) => fc.record({ a: column(n), b: column(n), c: column(n) }));
const column = (n: number) => fc.array(share, { minLength: n, maxLength: n });
const holed = fc
  .array(fc.record({ a: fc.option(share), b: fc.option(share), c: share }), { minLength: 1, maxLength: 8 })
  .map((rows) => ({ a: rows.map((row) => row.a), b: rows.map((row) => row.b), c: rows.map((row) => row.c) }));
const weight = fc.record({ a: fc.integer({ min: 1, max: 9 }), b: fc.integer({ min: 1, max: 9 }), upper: fc.integer({ min: 1, max: 9 }) });
const shape = { index: { upper: ["a", "b"], lower: ["c"] } };

const made = (data: Panel, tree: Tree = treeOf(shape), options = {}) => arithmeticMean(data, manualWeights(tree).value, tree, options);
const scores = (data: Panel, tree?: Tree, options = {}): number[] => cellsOf(made(data, tree, options).value.scores, "index") as number[];

describe("arithmetic mean: laws", () => {
  it("lies between the smallest and the largest part and returns equal parts", () => {
    fc.assert(
      fc.property(table, weight, (x, weights) => {
        scores(panelOf(x), treeOf(shape, { weight: weights })).forEach((score, i) => {
          const parts = [x.a[i], x.b[i], x.c[i]];
          expect(score).toBeGreaterThanOrEqual(Math.min(...parts) - 1e-15);
          expect(score).toBeLessThanOrEqual(Math.max(...parts) + 1e-15);
        });
        scores(panelOf({ a: x.a, b: x.a, c: x.a })).forEach((score, i) => {
          expect(score).toBeCloseTo(x.a[i], 15);
        });
      }),
    );
  });
  it("moves with its parts: a + b·z of every indicator gives a + b·score", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), (x, a, b) => {
        const moved = (values: readonly number[]) => values.map((one) => a + b * one);
        const after = scores(panelOf({ a: moved(x.a), b: moved(x.b), c: moved(x.c) }));
        scores(panelOf(x)).forEach((score, i) => {
          expect(after[i]).toBeCloseTo(a + b * score, 12);
        });
      }),
    );
  });
  it("rises by the effective weight when one indicator rises by 1", () => {
    fc.assert(
      fc.property(table, weight, (x, weights) => {
        const tree = treeOf(shape, { weight: weights });
        const effective = manualWeights(tree).value.effective.a;
        const after = scores(panelOf({ ...x, a: x.a.map((one) => one + 1) }), tree);
        scores(panelOf(x), tree).forEach((score, i) => {
          expect(after[i] - score).toBeCloseTo(effective, 13);
        });
      }),
    );
  });
  it("is the sum of its contributions in every cell, also where parts are missing", () => {
    fc.assert(
      fc.property(holed, weight, (x, weights) => {
        const result = made(panelOf(x), treeOf(shape, { weight: weights }), { changingComposition: "allow" });
        const contributions = result.tables.find((one) => one.id === "contributions");
        cellsOf(result.value.scores, "index").forEach((score, i) => {
          const parts = contributions?.columns.slice(2).map((one) => one.values[i] as number | null) ?? [];
          expect(parts.reduce((sum: number, part) => sum + (part ?? 0), 0)).toBeCloseTo(score as number, 14);
        });
      }),
    );
  });
});

describe("arithmetic mean: edges", () => {
  const pair = treeOf({ index: { group: ["a", "b"] } });

  it("rescales the weights over the parts there are, and says in how many cells", () => {
    const result = made(panelOf({ a: [0.2, null, 1], b: [0.6, 0.4, 0] }), treeOf({ index: { group: ["a", "b"] } }, { weight: { a: 3 } }));
    expect(cellsOf(result.value.scores, "index")).toEqual([0.3, 0.4, 0.75].map((one) => expect.closeTo(one, 15)));
    expect(result.trace.rescaledCells).toBe(1);
    expect(result.warnings.map((one) => one.code)).toEqual(["rescaled"]);
  });
  it("gives no score where fewer parts than asked are there, and none where all are missing", () => {
    const data = panelOf({ a: [0.2, null, null], b: [0.6, 0.4, null] });
    const half = made(data, pair, { available: 0.5, changingComposition: "allow" });
    expect(cellsOf(half.value.scores, "index")).toEqual([0.4, 0.4, null]);
    const all = made(data, pair, { available: 1, changingComposition: "allow" });
    expect(cellsOf(all.value.scores, "index")).toEqual([0.4, null, null]);
    expect(all.trace.belowAvailable).toBe(1);
    expect(all.warnings.map((one) => one.code)).toContain("missing-score");
  });
  it("faults when an indicator with weight is missing for most units of a period, unless it is allowed or weighs nothing", () => {
    const data = panelOf({ a: [0.1, 0.2, 0.3, null, null, 0.3], b: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] }, { periods: [2020, 2021] });
    expect(() => made(data, pair)).toThrow(Fault);
    expect(made(data, pair, { changingComposition: "allow" }).warnings.map((one) => one.code)).toContain("changing-composition");
    expect(made(data, treeOf({ index: { group: ["a", "b"] } }, { weight: { a: 0 } })).warnings).toEqual([]);
  });
  it("drops a constant column with a warning, and faults when a group has no other", () => {
    const scaled = minMax(panelOf({ a: [5, 5, 5], b: [0, 1, 2] })).value;
    const result = made(scaled, pair);
    expect(cellsOf(result.value.scores, "index")).toEqual([0, 0.5, 1]);
    expect(result.value.weights.effective).toEqual({ a: 0, b: 1 });
    expect(result.warnings.map((one) => one.code)).toEqual(["constant"]);
    expect(() => made(minMax(panelOf({ a: [5, 5], b: [2, 2] })).value, pair)).toThrow(Fault);
  });
  it("faults on a column that is constant in one period of a per-period scale, unless it is allowed", () => {
    const scaled = minMax(panelOf({ a: [5, 5, 0, 1], b: [0, 1, 2, 3] }, { periods: [2020, 2021] }), { scope: "per-period" }).value;
    expect(() => made(scaled, pair)).toThrow(Fault);
    expect(cellsOf(made(scaled, pair, { changingComposition: "allow" }).value.scores, "index")).toEqual([0, 1, 0, 1]);
  });
  it("has no scale for a single unit, but takes its scores as they are", () => {
    expect(() => made(minMax(panelOf({ a: [3], b: [4] })).value, pair)).toThrow(Fault);
    expect(scores(panelOf({ a: [0.25], b: [0.75] }), pair)).toEqual([0.5]);
  });
  it("applies a direction once: the scale turns the column, the mean does not turn it back", () => {
    const scaled = minMax(panelOf({ a: [1, 2, 3], b: [0, 1, 2] }, { direction: { a: -1 } })).value;
    expect(scores(scaled, treeOf({ index: { group: ["a", "b"] } }, { direction: { a: -1 } }))).toEqual([0.5, 0.5, 0.5]);
  });
  it("needs no column of an indicator without weight, and lists it with weight 0", () => {
    const result = made(panelOf({ a: [0.2] }), treeOf({ index: { group: ["a", "shown"] } }, { weight: { shown: 0 } }));
    expect(cellsOf(result.value.scores, "index")).toEqual([0.2]);
    expect(result.tables.find((one) => one.id === "framework")?.columns.at(-1)?.values).toEqual([1, 0]);
    expect(result.tables.find((one) => one.id === "contributions")?.columns.map((one) => one.id)).toEqual(["unit", "period", "a"]);
  });
  it("marks a score one of whose parts was imputed", () => {
    const result = made(panelOf({ a: [0.1, 0.2], b: [0.1, 0.2] }, { flags: { a: [0, Flag.imputed] } }), pair);
    expect([...flagsOf(result.value.scores, "index")]).toEqual([0, Flag.imputed]);
    expect(result.trace.imputedScores).toEqual({ index: 1 });
  });
  it("weighs every period by its own weights when they differ", () => {
    const data = panelOf({ a: [0, 1, 0, 1], b: [0, 1, 0.5, 1] }, { periods: [2020, 2021] });
    const weights = entropyWeights(data, pair, { scope: "per-period" }).value;
    const result = arithmeticMean(data, weights, pair);
    const second = weights.byPeriod?.[1].share as Record<string, number>;
    expect(cellsOf(result.value.scores, "index")[2]).toBeCloseTo(second.b * 0.5, 15);
    expect(second.b).not.toBeCloseTo(weights.share.b, 3);
    expect(result.warnings.map((one) => one.code)).toEqual(["per-period"]);
    const later = panelOf({ a: [0, 1], b: [0, 1] }, { periods: [2022] });
    expect(() => arithmeticMean(later, weights, pair)).toThrow(Fault);
  });
  it("faults on weights of another tree and on a panel without one of the indicators", () => {
    const other = manualWeights(treeOf({ index: { group: ["a", "z"] } })).value;
    expect(() => arithmeticMean(panelOf({ a: [0], b: [1] }), other, pair)).toThrow(Fault);
    expect(() => made(panelOf({ a: [0] }), pair)).toThrow(Fault);
    expect(() => made(panelOf({ a: [0], b: [1] }), pair, { available: 2 })).toThrow(Fault);
  });
});

describe("arithmetic mean: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const tree = treeOf(
      { index: input.groups as unknown as Record<string, string[]> },
      { weight: input.weights as unknown as Record<string, number> },
    );
    scores(panelOf(input.columns as unknown as Record<string, (number | null)[]>), tree).forEach((score, i) => {
      expect(Math.abs(score - expected[i])).toBeLessThanOrEqual(tolerance);
    });
  });
  describeWith("coinr", "COINr's arithmetic means")("COINr, ASEM: 8 pillars, 2 sub-indices, index", () => {
    const scaled = (range: [number, number]) => minMax(asemPanel("default/Treated.csv"), { range }).value;
    it("with the weights of the portal, on 1–100", () => {
      const tree = asemTree();
      const { nodes, scores: roots } = arithmeticMean(scaled([1, 100]), manualWeights(tree).value, tree).value;
      expect(largestGap(nodes, asemPanel("aggregate/amean.csv"))).toBeLessThan(1e-12);
      expect(roots.variables.map((one) => one.id)).toEqual(["Index"]);
    });
    it("with equal weights", () => {
      const tree = asemTree();
      const { nodes } = arithmeticMean(scaled([1, 100]), equalWeights(tree).value, tree).value;
      expect(largestGap(nodes, asemPanel("aggregate/amean_w_equal.csv"))).toBeLessThan(1e-12);
    });
    it.each([
      ["weights/opt_infomax_L2.csv", "aggregate/amean_w_infomax_L2.csv"],
      ["weights/opt_balance_equal_L3.csv", "aggregate/amean_w_balance_equal_L3.csv"],
    ])("with unequal weights, %s", (weights, file) => {
      const tree = asemTree();
      const set = Object.fromEntries(referenceRows(`coinr/${weights}`).map((row) => [row.iCode, Number(row.Weight)]));
      const { nodes } = arithmeticMean(scaled([1, 100]), manualWeights(tree, { set }).value, tree).value;
      expect(largestGap(nodes, asemPanel(file))).toBeLessThan(1e-12);
    });
  });
});
