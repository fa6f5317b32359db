import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longPanel } from "../../../../../proof/long-panel.js";
import { describeWith } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { linearConstant } from "./linear-constant.js";
import reference from "./linear-constant.reference.json";

const series = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null, freq: 2 }), {
  minLength: 1,
  maxLength: 12,
});
const years = (x: readonly unknown[]): number[] => x.map((_, k) => 2000 + k);
const filled = (x: readonly (number | null)[], periods = years(x)) => linearConstant(panelOf({ x }, { periods }));

describe("linear-constant: laws", () => {
  it("leaves observed cells alone and fills every series that has a value", () => {
    fc.assert(
      fc.property(series, (x) => {
        const made = cellsOf(filled(x).value, "x");
        x.forEach((one, k) => {
          if (one !== null) expect(made[k]).toBe(one);
        });
        expect(made.includes(null)).toBe(x.every((one) => one === null));
      }),
    );
  });
  it("stays between the smallest and the largest observed value", () => {
    fc.assert(
      fc.property(series, (x) => {
        const seen = x.filter((one) => one !== null);
        fc.pre(seen.length > 0);
        const slack = 1e-9 * Math.max(1, ...seen.map(Math.abs));
        for (const one of cellsOf(filled(x).value, "x") as number[]) {
          expect(one).toBeGreaterThanOrEqual(Math.min(...seen) - slack);
          expect(one).toBeLessThanOrEqual(Math.max(...seen) + slack);
        }
      }),
    );
  });
  it("changes nothing when it runs a second time", () => {
    fc.assert(
      fc.property(series, (x) => {
        const once = filled(x).value;
        const twice = linearConstant(once);
        expect([...twice.value.values]).toEqual([...once.values]);
        expect(twice.trace.imputed).toBe(0);
      }),
    );
  });
  it("recovers a straight line over uneven years", () => {
    const periods = [2000, 2001, 2004, 2010, 2011];
    const line = periods.map((year) => 3 * year - 5);
    const made = filled([line[0], null, null, null, line[4]], periods);
    expect(cellsOf(made.value, "x")).toEqual(line);
  });
});

describe("linear-constant: edges", () => {
  it("carries the only value to both ends", () => expect(cellsOf(filled([null, 7, null, null]).value, "x")).toEqual([7, 7, 7, 7]));
  it("leaves an empty series missing and says whose it is", () => {
    const made = linearConstant(panelOf({ x: [1, null, 2, null] }, { periods: [2000, 2001] }));
    expect(cellsOf(made.value, "x")).toEqual([1, null, 2, null]);
    expect(made.warnings[0]).toMatchObject({ code: "empty-series", text: { en: expect.stringContaining("x u2") } });
  });
  it("never touches a protected series, and says so", () => {
    const data = panelOf({ x: [1, null, 3], y: [1, null, 3] }, { periods: [2000, 2001, 2002] });
    const made = linearConstant(data, { never: ["y"] });
    expect(cellsOf(made.value, "x")).toEqual([1, 2, 3]);
    expect(cellsOf(made.value, "y")).toEqual([1, null, 3]);
    expect(made.warnings.map((one) => one.code)).toEqual(["protected-series"]);
    expect(made.trace.protected).toEqual({ y: 1 });
  });
  it("flags what it filled, keeps the doubt of the donors, and counts ends and inside apart", () => {
    const data = panelOf({ x: [null, 1, null, 3] }, { periods: [2000, 2001, 2002, 2003], flags: { x: [0, Flag.suspect, 0, Flag.break] } });
    const made = linearConstant(data);
    expect([...flagsOf(made.value, "x")]).toEqual([Flag.imputed | Flag.suspect, Flag.suspect, Flag.imputed | Flag.suspect, Flag.break]);
    expect(made.trace).toMatchObject({ imputed: 2, carriedEnds: 1, interpolated: 1, stillMissing: 0 });
    expect([...flagsOf(data, "x")]).toEqual([0, Flag.suspect, 0, Flag.break]);
  });
  it("lists every filled cell with its donors and distance", () => {
    const made = filled([null, 10, null, null, 40], [2000, 2001, 2002, 2005, 2006]);
    const columns = Object.fromEntries(made.tables[0].columns.map((column) => [column.id, column.values]));
    expect(columns).toEqual({
      unit: ["u1", "u1", "u1"],
      period: [2000, 2002, 2005],
      variable: ["x", "x", "x"],
      value: [10, 16, 34],
      rule: ["carried end", "interpolated", "interpolated"],
      donor_from: [2001, 2001, 2001],
      donor_to: [2001, 2006, 2006],
      distance: [1, 1, 1],
    });
  });
  it("leaves a cell that a decision emptied for good, without a warning", () => {
    const flags = { x: [0, Flag.withheld, 0, 0] };
    const made = linearConstant(panelOf({ x: [1, null, null, 4] }, { periods: [2019, 2020, 2021, 2022], flags }));
    expect([cellsOf(made.value, "x"), made.warnings]).toEqual([[1, null, 3, 4], []]);
  });
  it("faults on a protected id that is no indicator", () => {
    expect(() => linearConstant(panelOf({ abc: [1, null] }, { periods: [1, 2] }), { never: ["abd"] })).toThrow(Fault);
  });
});

describe("linear-constant: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    expect(cellsOf(filled(input.values, input.periods).value, "x")).toEqual(expected);
  });
  describeWith("coinr", "COINr's imputed panels")("COINr", () => {
    it("fills the toy panel as COINr does", () => {
      const made = linearConstant(longPanel("coinr/impute/toy_panel_input.csv")).value;
      expect([...made.values]).toEqual([...longPanel("coinr/impute/toy_panel_linear-constant.csv").values]);
    });
    it("leaves a complete panel as it is", () => {
      const groups = ["GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group"];
      const made = linearConstant(longPanel("coinr/raw/ASEM_iData_p.csv", groups)).value;
      expect([...made.values]).toEqual([...longPanel("coinr/impute/panel_linear-constant.csv", groups).values]);
    });
  });
});
