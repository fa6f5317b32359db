import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { describeWith, referenceRows } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { medianFill } from "../median-fill/median-fill.js";
import { groupMedian } from "./group-median.js";
import reference from "./group-median.reference.json";

const cell = fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }), { nil: null, freq: 2 });
const values = fc.array(cell, { minLength: 1, maxLength: 20 });
const filled = (x: readonly (number | null)[], by: readonly string[]) => groupMedian(panelOf({ x }), { by });

describe("group-median: laws", () => {
  it("gives what the plain median gives when all units are in one group", () => {
    fc.assert(
      fc.property(values, (x) => {
        const by = x.map(() => "all");
        expect(cellsOf(filled(x, by).value, "x")).toEqual(cellsOf(medianFill(panelOf({ x })).value, "x"));
      }),
    );
  });
  it("stays inside the extremes of the group and leaves observed cells alone", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.constantFrom("a", "b", "c")), { minLength: 1, maxLength: 20 }), (rows) => {
        const [x, by] = [rows.map(([one]) => one), rows.map(([, one]) => one)];
        const made = cellsOf(filled(x, by).value, "x");
        x.forEach((one, i) => {
          const own = one === null ? x.filter((other, k): other is number => by[k] === by[i] && other !== null) : [one];
          if (own.length === 0) expect(made[i]).toBeNull();
          else {
            expect(made[i]).toBeGreaterThanOrEqual(Math.min(...own));
            expect(made[i]).toBeLessThanOrEqual(Math.max(...own));
          }
        });
      }),
    );
  });
});

describe("group-median: edges", () => {
  it("leaves a group without a value missing, and warns with the cells, never the median of all in silence", () => {
    const made = filled([1, null, null, 5], ["a", "a", "b", ""]);
    expect(cellsOf(made.value, "x")).toEqual([1, 1, null, 5]);
    expect(made.warnings.map((one) => one.code)).toEqual(["still-missing"]);
    expect(made.warnings[0].text.en).toContain("u3");
    expect(made.trace.left).toEqual({ x: ["u3"] });
  });
  it("takes no donor from, and fills no unit of, no group", () => {
    expect(cellsOf(filled([4, null, 9], ["", "", "a"]).value, "x")).toEqual([4, null, 9]);
  });
  it("faults when the groups do not match the units", () => {
    expect(() => filled([1, 2], ["a"])).toThrow(Fault);
  });
  it("looks at each period by itself", () => {
    expect(cellsOf(groupMedian(panelOf({ x: [1, null, 3, null] }, { periods: [2020, 2021] }), { by: ["a", "a"] }).value, "x")).toEqual([
      1, 1, 3, 3,
    ]);
  });
  it("names the donors of each cell", () => {
    const [imputed] = groupMedian(panelOf({ x: [1, null, 3] }), { by: ["a", "a", "a"] }).tables;
    expect(Object.fromEntries(imputed.columns.map((one) => [one.id, one.values[0]]))).toEqual({
      unit: "u2",
      period: 2020,
      variable: "x",
      value: 2,
      rule: "group median",
      donors: 2,
      from: "a",
    });
  });
  it("never touches a protected indicator, says so, and faults on an unknown one", () => {
    const made = groupMedian(panelOf({ x: [1, null] }), { by: ["a", "a"], never: ["x"] });
    expect(cellsOf(made.value, "x")).toEqual([1, null]);
    expect(made.warnings.map((one) => one.code)).toEqual(["protected-series"]);
    expect(() => groupMedian(panelOf({ x: [1, null] }), { by: ["a", "a"], never: ["z"] })).toThrow(Fault);
  });
});

describe("group-median: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    expect(cellsOf(filled(input.values, input.by).value, "x")).toEqual(expected);
  });
  describeWith("coinr", "COINr's imputed tables")("COINr", () => {
    it("fills the ASEM indicators as median_grp_EurAsia.csv does", () => {
      const group = new Map(referenceRows("coinr/raw/ASEM_iData.csv").map((row) => [row.uCode, row.EurAsia_group]));
      const data = asemPanel("default/Denominated.csv");
      const by = data.units.map(({ code }) => group.get(code) as string);
      expect(largestGap(groupMedian(data, { by }).value, asemPanel("impute/median_grp_EurAsia.csv"))).toBeLessThan(1e-12);
    });
  });
});
