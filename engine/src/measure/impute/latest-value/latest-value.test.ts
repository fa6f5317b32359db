import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longPanel } from "../../../../../proof/long-panel.js";
import { describeWith } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { latestValue } from "./latest-value.js";
import reference from "./latest-value.reference.json";

const series = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null, freq: 2 }), {
  minLength: 1,
  maxLength: 12,
});
const years = (x: readonly unknown[]): number[] => x.map((_, k) => 2000 + k);
const filled = (x: readonly (number | null)[], options = {}) => latestValue(panelOf({ x }, { periods: years(x) }), options);

describe("latest-value: laws", () => {
  it("leaves observed cells alone and changes nothing when it runs again", () => {
    fc.assert(
      fc.property(series, (x) => {
        const once = filled(x).value;
        x.forEach((one, k) => {
          if (one !== null) expect(cellsOf(once, "x")[k]).toBe(one);
        });
        expect([...latestValue(once).value.values]).toEqual([...once.values]);
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

describe("latest-value: edges", () => {
  it("fills nothing before the first value, and warns", () => {
    const made = filled([null, 7, null]);
    expect(cellsOf(made.value, "x")).toEqual([null, 7, 7]);
    expect(made.warnings.map((one) => one.code)).toEqual(["still-missing"]);
  });
  it("carries no value further than maxTime, counted in years", () => {
    const data = panelOf({ x: [1, null, null] }, { periods: [2000, 2001, 2003] });
    expect(cellsOf(latestValue(data, { maxTime: 1 }).value, "x")).toEqual([1, 1, null]);
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

describe("latest-value: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    expect(cellsOf(filled(input.values).value, "x")).toEqual(expected);
  });
  describeWith("coinr", "COINr's imputed panels")("COINr", () => {
    it.each([
      ["toy_panel_latest.csv", {}],
      ["toy_panel_latest_max1.csv", { maxTime: 1 }],
    ])("fills the toy panel as in %s", (file, options) => {
      const made = latestValue(longPanel("coinr/impute/toy_panel_input.csv"), options).value;
      expect([...made.values]).toEqual([...longPanel(`coinr/impute/${file}`).values]);
    });
  });
});
