import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { describeWith } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { minMax } from "./min-max.js";
import reference from "./min-max.reference.json";

const values = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 2, maxLength: 30 });
const varied = values.filter((x) => new Set(x).size > 1);
const scaled = (x: readonly (number | null)[], options = {}, direction: -1 | 0 | 1 = 1) =>
  cellsOf(minMax(panelOf({ x }, { direction: { x: direction } }), options).value, "x") as number[];

describe("min-max: laws", () => {
  it("does not change under x → a + bx with b > 0", () => {
    fc.assert(
      fc.property(varied, fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 50 }), (x, a, b) => {
        const moved = scaled(x.map((one) => a + b * one));
        scaled(x).forEach((one, k) => {
          expect(moved[k]).toBeCloseTo(one, 12);
        });
      }),
    );
  });
  it("gives for direction −1 what direction +1 gives for −x", () => {
    fc.assert(
      fc.property(varied, (x) => {
        const mirrored = scaled(x.map((one) => -one));
        expect(scaled(x, {}, -1)).toEqual(mirrored);
      }),
    );
  });
  it("gives the two ends to the extremes, keeps the order, and stays inside", () => {
    fc.assert(
      fc.property(varied, (x) => {
        const z = scaled(x, { range: [1, 100] });
        expect(Math.min(...z)).toBe(1);
        expect(Math.max(...z)).toBe(100);
        x.forEach((one, i) => {
          x.forEach((other, j) => {
            if (one < other) expect(z[i]).toBeLessThan(z[j]);
          });
        });
      }),
    );
  });
  it("moves with the units when they are shuffled", () => {
    fc.assert(
      fc.property(varied, (x) => {
        expect(scaled([...x].reverse())).toEqual([...scaled(x)].reverse());
      }),
    );
  });
  it("does not commute with adding a year when pooled: earlier scores move", () => {
    const before = minMax(panelOf({ x: [0, 10] }, { periods: [2020] })).value;
    const after = minMax(panelOf({ x: [0, 10, 5, 20] }, { periods: [2020, 2021] })).value;
    expect(cellsOf(before, "x")).toEqual([0, 1]);
    expect(cellsOf(after, "x").slice(0, 2)).toEqual([0, 0.5]);
  });
});

describe("min-max: edges", () => {
  it("makes a constant column missing, marks it and warns", () => {
    const made = minMax(panelOf({ x: [5, 5, null], y: [1, 2, 3] }));
    expect(cellsOf(made.value, "x")).toEqual([null, null, null]);
    expect(made.value.variables.map((one) => one.constant)).toEqual([true, undefined]);
    expect(made.warnings.map((one) => one.code)).toEqual(["constant"]);
    expect(made.trace.constant).toEqual([{ id: "x", period: null }]);
  });
  it("leaves missing cells and flags as they are and does not call an empty column constant", () => {
    const made = minMax(panelOf({ x: [1, null, 3], y: [null, null, null] }, { flags: { x: [0, 0, Flag.imputed] } }));
    expect(cellsOf(made.value, "x")).toEqual([0, null, 1]);
    expect([...flagsOf(made.value, "x")]).toEqual([0, 0, Flag.imputed]);
    expect(made.warnings).toEqual([]);
  });
  it("takes the extremes of each period when asked, and warns that levels do not compare", () => {
    const made = minMax(panelOf({ x: [0, 10, 10, 30], y: [1, 1, 1, 2] }, { periods: [2020, 2021] }), { scope: "per-period" });
    expect(cellsOf(made.value, "x")).toEqual([0, 1, 0, 1]);
    expect(cellsOf(made.value, "y")).toEqual([null, null, 0, 1]);
    expect(made.value.variables[1].constant).toBeUndefined();
    expect(made.warnings.map((one) => one.code)).toEqual(["constant", "per-period"]);
    expect(made.warnings[0].text.en).toContain("2020");
  });
  it("takes the extremes of a base period when asked: other periods may leave the range", () => {
    const data = panelOf({ x: [0, 10, 5, 20], y: [3, 3, 1, 2] }, { periods: [2020, 2021] });
    const first = minMax(data, { scope: "base-period" });
    expect(cellsOf(first.value, "x")).toEqual([0, 1, 0.5, 2]);
    expect(cellsOf(first.value, "y")).toEqual([null, null, null, null]);
    expect(first.value.variables[1].constant).toBe(true);
    expect(cellsOf(minMax(data, { scope: "base-period", base: 2021 }).value, "y")).toEqual([2, 2, 0, 1]);
  });
  it("uses another scope or range for the indicators that override it, and lists the scopes", () => {
    const data = panelOf({ x: [0, 10, 10, 20], y: [0, 10, 10, 20] }, { periods: [2020, 2021] });
    const made = minMax(data, { overrides: [{ indicators: ["y"], scope: "per-period", range: [0, 100] }] });
    expect(cellsOf(made.value, "x")).toEqual([0, 0.5, 0.5, 1]);
    expect(cellsOf(made.value, "y")).toEqual([0, 100, 0, 100]);
    expect(made.trace.scopes).toEqual({ x: "pooled", y: "per-period" });
    expect(made.method.variant).toContain("otherwise for y");
  });
  it("puts the direction and the bounds on the raw scale beside each column", () => {
    const made = minMax(panelOf({ x: [2, 8] }, { direction: { x: -1 } }));
    const bounds = Object.fromEntries(made.tables[1].columns.map((column) => [column.id, column.values]));
    expect(bounds).toEqual({ variable: ["x"], period: [null], direction: ["-"], lower: [2], upper: [8] });
    expect(made.value.variables[0].unit.en).toContain("−");
    expect(cellsOf(made.value, "x")).toEqual([1, 0]);
  });
  it("takes a column without direction as more is better, with a warning", () => {
    expect(minMax(panelOf({ x: [1, 2] }, { direction: { x: 0 } })).warnings.map((one) => one.code)).toEqual(["no-direction"]);
  });
  it("keeps its digits for huge and tiny values", () => {
    expect(scaled([-1.7e308, 0, 1.7e308])).toEqual([0, 0.5, 1]);
    expect(scaled([0, 2e-310, 4e-310])[1]).toBeCloseTo(0.5, 9);
    expect(scaled([1e15, 1e15 + 1, 1e15 + 4])).toEqual([0, 0.25, 1]);
  });
  it.each([
    ["an empty range", { range: [1, 1] }],
    ["a range the wrong way round", { range: [1, 0] }],
    ["a base without its scope", { base: 2020 }],
    ["a base that is no period", { scope: "base-period", base: 1999 }],
    ["an override of an unknown indicator", { overrides: [{ indicators: ["z"], range: [0, 2] }] }],
    ["an override with an empty range", { overrides: [{ indicators: ["x"], range: [2, 2] }] }],
    ["an unknown scope", { scope: "yearly" }],
    ["an unknown option", { rnage: [0, 1] }],
  ])("faults on %s", (_, options) => expect(() => scaled([1, 2], options)).toThrow(Fault));
});

describe("min-max: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    scaled(input.values, input.options as never, input.direction as 1).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
  describeWith("coinr", "COINr's min-max files")("COINr, 51 countries × 49 indicators", () => {
    it.each([
      ["normalise/minmax_0_1.csv", [0, 1]],
      ["normalise/minmax_1_100.csv", [1, 100]],
      ["default/Normalised.csv", [0, 100]],
      ["normalise/dist2max.csv", [0, 1]],
    ])("%s", (file, range) => {
      const made = minMax(asemPanel("default/Treated.csv"), { range: range as [number, number] }).value;
      expect(made.variables).toHaveLength(49);
      expect(largestGap(made, asemPanel(file))).toBeLessThan(1e-12);
    });
  });
});
