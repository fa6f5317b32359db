import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { hasReference } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { zScore } from "./z-score.js";
import reference from "./z-score.reference.json";

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 }).filter((x) => new Set(x).size > 1);
const scored = (x: readonly (number | null)[], options = {}, direction: -1 | 0 | 1 = 1) =>
  cellsOf(zScore(panelOf({ x }, { direction: { x: direction } }), options).value, "x") as number[];

describe("z-score: laws", () => {
  it("has the mean and the standard deviation asked for", () => {
    fc.assert(
      fc.property(values, (x) => {
        const z = scored(x, { mean: 100, sd: 10 });
        const mean = z.reduce((a, b) => a + b) / z.length;
        expect(mean).toBeCloseTo(100, 9);
        expect(Math.sqrt(z.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (z.length - 1))).toBeCloseTo(10, 9);
      }),
    );
  });
  it("does not change under x → a + bx with b > 0", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 50 }), (x, a, b) => {
        const moved = scored(x.map((one) => a + b * one));
        scored(x).forEach((one, k) => {
          expect(moved[k]).toBeCloseTo(one, 10);
        });
      }),
    );
  });
  it("gives for direction −1 what direction +1 gives for −x", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(scored(x, {}, -1)).toEqual(scored(x.map((one) => -one)));
      }),
    );
  });
});

describe("z-score: edges", () => {
  it("makes a constant column missing and leaves missing missing", () => {
    const made = zScore(panelOf({ x: [5, 5, null], y: [1, null, 3], w: [null, null, null] }));
    expect(cellsOf(made.value, "x")).toEqual([null, null, null]);
    expect(cellsOf(made.value, "y")).toEqual([-Math.SQRT1_2, null, Math.SQRT1_2].map((one) => one && expect.closeTo(one, 15)));
    expect(made.value.variables.map((one) => one.constant)).toEqual([true, undefined, undefined]);
    expect(made.warnings.map((one) => one.code)).toEqual(["constant"]);
    expect(cellsOf(zScore(panelOf({ x: [7] })).value, "x")).toEqual([null]);
  });
  it("measures pooled, in each period, or in a base period", () => {
    const data = panelOf({ x: [0, 2, 10, 14] }, { periods: [2020, 2021] });
    const of = (options: object) => cellsOf(zScore(data, options).value, "x") as number[];
    const half = Math.SQRT1_2;
    expect(of({ scope: "per-period" })).toEqual([-half, half, -half, half].map((one) => expect.closeTo(one, 14)));
    expect(of({ scope: "base-period" })).toEqual([-half, half, 9 * half, 13 * half].map((one) => expect.closeTo(one, 13)));
    expect(of({})[0]).toBeCloseTo(-6.5 / Math.sqrt((6.5 ** 2 + 4.5 ** 2 + 3.5 ** 2 + 7.5 ** 2) / 3), 14);
    expect(zScore(data, { scope: "per-period" }).warnings.map((one) => one.code)).toEqual(["per-period"]);
  });
  it("prints mean and deviation in the column's own unit, and the direction", () => {
    const made = zScore(panelOf({ x: [2, 6] }, { direction: { x: -1 } }));
    const row = Object.fromEntries(made.tables[1].columns.map((one) => [one.id, one.values[0]]));
    expect(row).toEqual({ variable: "x", period: null, direction: "-", mean: 4, sd: expect.closeTo(Math.sqrt(8), 14) });
    expect(made.value.variables[0].unit.en).toBe("mean 0, sd 1, direction − (reversed)");
  });
  it("keeps its digits for huge, tiny and close values", () => {
    expect(scored([1e300, 3e300])[1]).toBeCloseTo(Math.SQRT1_2, 14);
    expect(scored([1e-300, 3e-300])[1]).toBeCloseTo(Math.SQRT1_2, 14);
    expect(scored([1e15, 1e15 + 1, 1e15 + 2])).toEqual([-1, 0, 1]);
    expect(scored([-1.7e308, 1.7e308])[1]).toBeCloseTo(Math.SQRT1_2, 14);
  });
  it.each([
    ["a deviation of 0", { sd: 0 }],
    ["a base that is no period", { scope: "base-period", base: 1999 }],
    ["a base without its scope", { base: 2020 }],
    ["an override of an unknown indicator", { overrides: [{ indicators: ["z"] }] }],
  ])("faults on %s", (_, options) => expect(() => scored([1, 2], options)).toThrow(Fault));
});

describe("z-score: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    scored(input.values, input.options, input.direction as 1).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "COINr's z-scores")).each([
    ["normalise/zscore_0_1.csv", {}],
    ["normalise/zscore_100_10.csv", { mean: 100, sd: 10 }],
  ])("COINr, 51 countries × 49 indicators, %s", (file, options) => {
    expect(largestGap(zScore(asemPanel("default/Treated.csv"), options).value, asemPanel(file))).toBeLessThan(1e-12);
  });
});
