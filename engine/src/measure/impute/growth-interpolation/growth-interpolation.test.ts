import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { growthInterpolation } from "./growth-interpolation.js";
import reference from "./growth-interpolation.reference.json";

const positive = fc.option(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { nil: null, freq: 2 });
const series = fc.array(positive, { minLength: 1, maxLength: 12 });
const years = (x: readonly unknown[]): number[] => x.map((_, k) => 2000 + k);
const filled = (x: readonly (number | null)[], options = {}, periods = years(x)) =>
  growthInterpolation(panelOf({ x }, { periods }), options);

describe("growth-interpolation: laws", () => {
  it("grows at one rate between two values", () => {
    fc.assert(
      fc.property(series, (x) => {
        const made = cellsOf(filled(x).value, "x");
        for (let t = 1; t + 1 < x.length; t++) {
          const [a, b, c] = [made[t - 1], made[t], made[t + 1]];
          if (x[t] === null && a !== null && b !== null && c !== null) expect(b / a / (c / b)).toBeCloseTo(1, 9);
        }
      }),
    );
  });
  it("commutes with a change of unit", () => {
    fc.assert(
      fc.property(series, (x) => {
        const made = cellsOf(filled(x).value, "x");
        cellsOf(filled(x.map((one) => (one === null ? null : one * 1000))).value, "x").forEach((one, t) => {
          if (one === null) expect(made[t]).toBeNull();
          else expect(one / 1000 / (made[t] as number)).toBeCloseTo(1, 9);
        });
      }),
    );
  });
  it("leaves observed cells alone, flags exactly what it filled, and changes nothing when it runs again", () => {
    fc.assert(
      fc.property(series, (x) => {
        const { value } = filled(x);
        const made = cellsOf(value, "x");
        x.forEach((one, t) => {
          if (one !== null) expect(made[t]).toBe(one);
        });
        expect([...flagsOf(value, "x")]).toEqual(x.map((one, t) => (one === null && made[t] !== null ? Flag.imputed : 0)));
        expect([...growthInterpolation(value).value.values]).toEqual([...value.values]);
      }),
    );
  });
});

describe("growth-interpolation: edges", () => {
  it("stays constant between equal values, to the last bit", () => {
    expect(cellsOf(filled([0.1, null, null, 0.1]).value, "x")).toEqual([0.1, 0.1, 0.1, 0.1]);
  });
  it("fills no gap beside 0, and warns", () => {
    const made = filled([0, null, 4]);
    expect(cellsOf(made.value, "x")).toEqual([0, null, 4]);
    expect(made.warnings.map((one) => one.code)).toEqual(["still-missing"]);
  });
  it("does not stop at a series with one value or none", () => {
    expect(filled([null, 7, null]).warnings.map((one) => one.code)).toEqual(["still-missing"]);
    expect(filled([null, null]).warnings.map((one) => one.code)).toEqual(["empty-series"]);
  });
  it("carries the ends when asked, and names both rules", () => {
    const made = filled([null, 2, null, 2, null], { ends: "nearest" });
    expect(cellsOf(made.value, "x")).toEqual([2, 2, 2, 2, 2]);
    expect(made.tables[0].columns.find((one) => one.id === "rule")?.values).toEqual(["carried end", "grown", "carried end"]);
    expect([made.trace.grown, made.trace.carriedEnds]).toEqual([1, 2]);
  });
  it("never touches a protected series and faults on an unknown one", () => {
    expect(cellsOf(filled([1, null, 3], { never: ["x"] }).value, "x")).toEqual([1, null, 3]);
    expect(() => filled([1, null], { never: ["z"] })).toThrow(Fault);
  });
});

describe("growth-interpolation: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    cellsOf(filled(input.values, {}, input.periods).value, "x").forEach((one, t) => {
      if (expected[t] === null) expect(one).toBeNull();
      else expect(Math.abs((one as number) - expected[t])).toBeLessThanOrEqual(tolerance);
    });
  });
});
