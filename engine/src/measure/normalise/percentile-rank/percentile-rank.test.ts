import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { hasReference } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { percentileRank } from "./percentile-rank.js";
import reference from "./percentile-rank.reference.json";

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 30 }).filter((x) => new Set(x).size > 1);
const placed = (x: readonly (number | null)[], options = {}, direction: -1 | 1 = 1) =>
  cellsOf(percentileRank(panelOf({ x }, { direction: { x: direction } }), options).value, "x") as number[];

describe("percentile rank: laws", () => {
  it("is the share of the others that lie below", () => {
    fc.assert(
      fc.property(values, (x) => {
        placed(x).forEach((one, k) => {
          expect(one).toBeCloseTo(x.filter((other) => other < x[k]).length / (x.length - 1), 15);
        });
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
  it("lies in the range, from its lower end", () => {
    fc.assert(
      fc.property(values, (x) => {
        const z = placed(x, { range: [1, 100] });
        expect(Math.min(...z)).toBe(1);
        expect(Math.max(...z)).toBeLessThanOrEqual(100 + 1e-12);
      }),
    );
  });
});

describe("percentile rank: edges", () => {
  it("makes a constant column and a single value missing, and leaves missing missing", () => {
    const made = percentileRank(panelOf({ x: [5, 5, null], y: [1, null, 3], w: [null, 4, null] }));
    expect(cellsOf(made.value, "x")).toEqual([null, null, null]);
    expect(cellsOf(made.value, "y")).toEqual([0, null, 1]);
    expect(made.value.variables.map((one) => one.constant)).toEqual([true, undefined, true]);
    expect(made.warnings.map((one) => one.code)).toEqual(["constant", "constant"]);
  });
  it("places within each period, or among the values of a base period", () => {
    const data = panelOf({ x: [1, 2, 5, 4] }, { periods: [2020, 2021] });
    const of = (options: object) => cellsOf(percentileRank(data, options).value, "x");
    expect(of({ scope: "per-period" })).toEqual([0, 1, 1, 0]);
    expect(of({ scope: "base-period", base: 2021 })).toEqual([0, 0, 1, 0]);
    expect(of({ scope: "base-period" })).toEqual([0, 1, 2, 2]);
  });
  it("uses other settings where an override says so", () => {
    const data = panelOf({ x: [1, 2], y: [3, 4] });
    const made = percentileRank(data, { overrides: [{ indicators: ["y"], range: [1, 100] }] });
    expect([cellsOf(made.value, "x"), cellsOf(made.value, "y")]).toEqual([
      [0, 1],
      [1, 100],
    ]);
    expect(made.value.variables[1].unit.en).toContain("1–100");
  });
  it("faults on an empty range", () => expect(() => placed([1, 2], { range: [1, 1] })).toThrow(Fault));
});

describe("percentile rank: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    placed(input.values, input.options, input.direction as 1).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "COINr's percentile ranks"))("COINr, 51 countries × 49 indicators", () => {
    expect(largestGap(percentileRank(asemPanel("default/Treated.csv")).value, asemPanel("normalise/prank.csv"))).toBeLessThan(1e-15);
  });
});
