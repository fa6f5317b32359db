import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { hasReference } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { rankScore } from "./rank-score.js";
import reference from "./rank-score.reference.json";

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 30 }).filter((x) => new Set(x).size > 1);
const placed = (x: readonly (number | null)[], options = {}, direction: -1 | 1 = 1) =>
  cellsOf(rankScore(panelOf({ x }, { direction: { x: direction } }), options).value, "x") as number[];

describe("rank score: laws", () => {
  it("counts the values below, starting at 1", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(placed(x)).toEqual(x.map((one) => 1 + x.filter((other) => other < one).length));
      }),
    );
  });
  it("does not change under any rising transform, and counts from above for direction −1", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(placed(x.map((one) => one ** 3 + one))).toEqual(placed(x));
        expect(placed(x, {}, -1)).toEqual(placed(x.map((one) => -one)));
      }),
    );
  });
});

describe("rank score: edges", () => {
  it("makes a constant column missing and leaves missing missing", () => {
    const made = rankScore(panelOf({ x: [5, 5, null], y: [1, null, 3] }));
    expect(cellsOf(made.value, "x")).toEqual([null, null, null]);
    expect(cellsOf(made.value, "y")).toEqual([1, null, 2]);
    expect(made.value.variables.map((one) => one.constant)).toEqual([true, undefined]);
    expect(made.warnings.map((one) => one.code)).toEqual(["constant"]);
  });
  it("places within each period, or among the values of a base period", () => {
    const data = panelOf({ x: [1, 2, 5, 4] }, { periods: [2020, 2021] });
    const of = (options: object) => cellsOf(rankScore(data, options).value, "x");
    expect(of({ scope: "per-period" })).toEqual([1, 2, 2, 1]);
    expect(of({ scope: "base-period" })).toEqual([1, 2, 3, 3]);
  });
  it("maps the places onto a range when one is given", () => {
    const made = rankScore(panelOf({ x: [3, 1, 2], y: [3, 1, 2] }), { overrides: [{ indicators: ["y"], range: [1, 100] }] });
    expect(cellsOf(made.value, "y")).toEqual([100, 1, 50.5]);
    expect(made.value.variables.map((one) => one.unit.en)).toEqual(["places, direction +", "1–100, direction +"]);
    expect(placed([3, 1, 2], { range: [0, 1] })).toEqual([1, 0, 0.5]);
  });
  it.each([
    ["an empty range", { range: [1, 1] }],
    ["a base that is no period", { scope: "base-period", base: 1 }],
  ])("faults on %s", (_, options) => expect(() => placed([1, 2], options)).toThrow(Fault));
});

describe("rank score: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    placed(input.values, input.options, input.direction as 1).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "COINr's rank file"))("COINr, 51 countries × 49 indicators", () => {
    expect(largestGap(rankScore(asemPanel("default/Treated.csv")).value, asemPanel("normalise/rank.csv"))).toBe(0);
  });
});
