import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longPanel } from "../../../../../proof/long-panel.js";
import { describeWith } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { constantFill } from "./constant-fill.js";
import reference from "./constant-fill.reference.json";

const series = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null, freq: 2 }), {
  minLength: 1,
  maxLength: 12,
});
const years = (x: readonly unknown[]): number[] => x.map((_, k) => 2000 + k);
const filled = (x: readonly (number | null)[], options = {}) => constantFill(panelOf({ x }, { periods: years(x) }), options);

describe("constant-fill: laws", () => {
  it("leaves observed cells alone and changes nothing when it runs again", () => {
    fc.assert(
      fc.property(series, (x) => {
        const once = filled(x).value;
        x.forEach((one, k) => {
          if (one !== null) expect(cellsOf(once, "x")[k]).toBe(one);
        });
        expect([...constantFill(once).value.values]).toEqual([...once.values]);
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

describe("constant-fill: edges", () => {
  it("carries the only value to both ends", () => expect(cellsOf(filled([null, 7, null]).value, "x")).toEqual([7, 7, 7]));
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

describe("constant-fill: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    expect(cellsOf(filled(input.values).value, "x")).toEqual(expected);
  });
  describeWith("coinr", "COINr's imputed panels")("COINr", () => {
    it("fills the toy panel as COINr does", () => {
      const made = constantFill(longPanel("coinr/impute/toy_panel_input.csv")).value;
      const expected = longPanel("coinr/impute/toy_panel_constant.csv");
      const key = (p: typeof made) =>
        p.units.flatMap(({ code }, i) => p.variables.map(({ id }) => [code, id, cellsOf(p, id).filter((_, k) => k % 3 === i)]));
      expect(key(made)).toEqual(key(expected));
    });
  });
});
