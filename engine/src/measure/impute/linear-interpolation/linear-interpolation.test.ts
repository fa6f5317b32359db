import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longPanel } from "../../../../../proof/long-panel.js";
import { describeWith } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { linearInterpolation } from "./linear-interpolation.js";
import reference from "./linear-interpolation.reference.json";

const series = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null, freq: 2 }), {
  minLength: 1,
  maxLength: 12,
});
const years = (x: readonly unknown[]): number[] => x.map((_, k) => 2000 + k);
const filled = (x: readonly (number | null)[], options = {}) => linearInterpolation(panelOf({ x }, { periods: years(x) }), options);

describe("linear-interpolation: laws", () => {
  it("leaves observed cells alone and changes nothing when it runs again", () => {
    fc.assert(
      fc.property(series, (x) => {
        const once = filled(x).value;
        x.forEach((one, k) => {
          if (one !== null) expect(cellsOf(once, "x")[k]).toBe(one);
        });
        expect([...linearInterpolation(once).value.values]).toEqual([...once.values]);
      }),
    );
  });
  it("flags exactly the cells it filled", () => {
    fc.assert(
      fc.property(series, (x) => {
        const made = filled(x).value;
        const cells = cellsOf(made, "x");
        expect([...flagsOf(made, "x")]).toEqual(x.map((one, k) => (one === null && cells[k] !== null ? Flag.imputed : 0)));
      }),
    );
  });
});

describe("linear-interpolation: edges", () => {
  it("does not stop at a series with one value: it stays as it is, with a warning", () => {
    const made = filled([null, 7, null]);
    expect(cellsOf(made.value, "x")).toEqual([null, 7, null]);
    expect(made.warnings.map((one) => one.code)).toEqual(["still-missing"]);
  });
  it("leaves an empty series missing with a warning", () => {
    const made = filled([null, null]);
    expect(cellsOf(made.value, "x")).toEqual([null, null]);
    expect(made.warnings.map((one) => one.code)).toEqual(["empty-series"]);
  });
  it("never touches a protected series and faults on an unknown one", () => {
    expect(cellsOf(filled([1, null, 3], { never: ["x"] }).value, "x")).toEqual([1, null, 3]);
    expect(() => filled([1, null], { never: ["z"] })).toThrow(Fault);
  });
});

describe("linear-interpolation: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    expect(cellsOf(filled(input.values, input.options).value, "x")).toEqual(expected);
  });
  describeWith("coinr", "COINr's imputed panels")("COINr", () => {
    it("fills the toy panel as COINr does, and unit C (where COINr stops) not at all", () => {
      const input = longPanel("coinr/impute/toy_panel_input.csv");
      const expected = longPanel("coinr/impute/toy_panel_linear.csv");
      const made = linearInterpolation(input).value;
      const ofAandB = (id: string) => cellsOf(made, id).filter((_, k) => k % 3 < 2);
      for (const id of ["v1", "v2"]) {
        expect(ofAandB(id)).toEqual(cellsOf(expected, id));
        expect(cellsOf(made, id).filter((_, k) => k % 3 === 2)).toEqual(cellsOf(input, id).filter((_, k) => k % 3 === 2));
      }
    });
  });
});
