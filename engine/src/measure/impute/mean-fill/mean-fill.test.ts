import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { describeWith } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { mean } from "../../../ground/sums/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { meanFill } from "./mean-fill.js";
import reference from "./mean-fill.reference.json";

const cell = fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }), { nil: null, freq: 2 });
const values = fc.array(cell, { minLength: 1, maxLength: 20 });
const filled = (x: readonly (number | null)[]) => meanFill(panelOf({ x }));

describe("mean-fill: laws", () => {
  it("leaves the mean of every indicator where it was", () => {
    fc.assert(
      fc.property(values, (x) => {
        const there = Float64Array.from(x.filter((one) => one !== null));
        const made = cellsOf(filled(x).value, "x");
        fc.pre(there.length > 0);
        expect(mean(Float64Array.from(made as number[]))).toBeCloseTo(mean(there), 6);
      }),
    );
  });
  it("leaves observed cells alone, flags exactly what it filled, and changes nothing when it runs again", () => {
    fc.assert(
      fc.property(values, (x) => {
        const { value } = filled(x);
        const made = cellsOf(value, "x");
        x.forEach((one, i) => {
          if (one !== null) expect(made[i]).toBe(one);
        });
        expect([...flagsOf(value, "x")]).toEqual(x.map((one, i) => (one === null && made[i] !== null ? Flag.imputed : 0)));
        expect([...meanFill(value).value.values]).toEqual([...value.values]);
      }),
    );
  });
});

describe("mean-fill: edges", () => {
  it("leaves an indicator without any value missing, with a warning", () => {
    const made = filled([null, null]);
    expect(cellsOf(made.value, "x")).toEqual([null, null]);
    expect(made.warnings.map((one) => one.code)).toEqual(["still-missing"]);
  });
  it("looks at each period by itself", () => {
    expect(cellsOf(meanFill(panelOf({ x: [1, null, 3, null] }, { periods: [2020, 2021] })).value, "x")).toEqual([1, 1, 3, 3]);
  });
  it("leaves a cell that a decision emptied for good, without a warning", () => {
    const made = meanFill(panelOf({ x: [1, null, null, 3] }, { flags: { x: [0, Flag.withheld, 0, 0] } }));
    expect([cellsOf(made.value, "x"), made.warnings]).toEqual([[1, null, 2, 3], []]);
  });
  it("names the donors of each cell", () => {
    const [imputed] = meanFill(panelOf({ x: [1, null, 3] })).tables;
    expect(Object.fromEntries(imputed.columns.map((one) => [one.id, one.values[0]]))).toEqual({
      unit: "u2",
      period: 2020,
      variable: "x",
      value: 2,
      rule: "mean",
      donors: 2,
      from: "all",
    });
  });
  it("never touches a protected indicator, says so, and faults on an unknown one", () => {
    const made = meanFill(panelOf({ x: [1, null] }), { never: ["x"] });
    expect(cellsOf(made.value, "x")).toEqual([1, null]);
    expect(made.warnings.map((one) => one.code)).toEqual(["protected-series"]);
    expect(() => meanFill(panelOf({ x: [1, null] }), { never: ["z"] })).toThrow(Fault);
  });
});

describe("mean-fill: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    expect(cellsOf(filled(input.values).value, "x")).toEqual(expected);
  });
  describeWith("coinr", "COINr's imputed tables")("COINr", () => {
    it("fills the ASEM indicators as mean.csv does", () => {
      expect(largestGap(meanFill(asemPanel("default/Denominated.csv")).value, asemPanel("impute/mean.csv"))).toBeLessThan(1e-12);
    });
  });
});
