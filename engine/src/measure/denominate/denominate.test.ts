import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../proof/asem.js";
import { describeWith, referenceRows } from "../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../proof/small-tables.js";
import { Fault } from "../../ground/fault/index.js";
import { Flag, flagsOf, panel } from "../../table/index.js";
import { denominate } from "./denominate.js";
import reference from "./denominate.reference.json";

const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const divide = (x: readonly (number | null)[], d: readonly (number | null)[], scale = 1) =>
  denominate(panelOf({ x, d }), { columns: ["x"], by: "d", scale });

describe("denominate: laws", () => {
  it("does not change when both sides are measured in another unit by a power of two", () => {
    fc.assert(
      fc.property(number, positive, fc.integer({ min: -20, max: 20 }), (x, d, power) => {
        const factor = 2 ** power;
        expect(cellsOf(divide([x * factor], [d * factor]).value, "x")).toEqual(cellsOf(divide([x], [d]).value, "x"));
      }),
    );
  });
  it("gives 1 where a column meets its equal, and scale times that", () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 1, max: 100_000 }), (d, scale) => {
        expect(cellsOf(divide([d], [d], scale).value, "x")).toEqual([scale]);
      }),
    );
  });
  it("leaves the denominator and every other column as they were", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, positive), { minLength: 1, maxLength: 9 }), (rows) => {
        const [x, d] = [rows.map(([one]) => one), rows.map(([, one]) => one)];
        const made = denominate(panelOf({ x, y: x, d }), { columns: ["x"], by: "d" }).value;
        expect(cellsOf(made, "d")).toEqual(d);
        expect(cellsOf(made, "y")).toEqual(x);
      }),
    );
  });
});

describe("denominate: edges", () => {
  it("is missing where an input is, and where the denominator is 0, with the cells listed", () => {
    const made = divide([1, null, 3, 0, null], [2, 2, null, 0, 0]);
    expect(cellsOf(made.value, "x")).toEqual([0.5, null, null, null, null]);
    expect(made.warnings.map((one) => one.code)).toEqual(["zero-denominator"]);
    expect(made.tables[1].columns.map((one) => one.values)).toEqual([["u4"], [2020], ["x"], [0]]);
  });
  it("joins the flags of both sides, and names both columns", () => {
    const data = panelOf({ x: [1, 1], d: [2, 2] }, { flags: { x: [Flag.suspect, 0], d: [Flag.break, 0] } });
    const made = denominate(data, { columns: ["x"], by: "d", scale: 100 }).value;
    expect([...flagsOf(made, "x")]).toEqual([Flag.suspect | Flag.break, 0]);
    expect(made.variables[0].derivedFrom).toEqual(["x", "d"]);
    expect(made.variables[0].unit.en).toBe("1 / d × 100");
  });
  it("stops where two releases meet, and warns when that is allowed", () => {
    const release = (id: string, year: string) => ({ id, vintage: { en: `release of ${year}`, zh: `${year} 年发布` } });
    const data = panel({
      variables: [release("x", "2019"), release("y", "2021"), release("d", "2021")],
      periods: [2018],
      units: [{ code: "u1" }],
      values: Float64Array.of(6, 4, 2),
    });
    expect(() => denominate(data, { columns: ["x"], by: "d" })).toThrow(/release of 2019/);
    expect(denominate(data, { columns: ["y"], by: "d" }).warnings).toEqual([]);
    const made = denominate(data, { columns: ["x"], by: "d", vintages: "allow" });
    expect(cellsOf(made.value, "x")).toEqual([3]);
    expect(made.warnings.map((one) => one.code)).toEqual(["vintage"]);
  });
  it.each([
    ["a negative denominator", [1], [-2], "x", "d"],
    ["an unknown column", [1], [2], "z", "d"],
    ["an unknown denominator", [1], [2], "x", "people"],
    ["a column divided by itself", [1], [2], "d", "d"],
  ])("faults on %s", (_, x, d, column, by) => {
    expect(() => denominate(panelOf({ x, d }), { columns: [column], by })).toThrow(Fault);
  });
});

describe("denominate: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    expect(cellsOf(divide(input.total, input.people, input.scale).value, "x")).toEqual(expected);
  });
  describeWith("coinr", "COINr's denominated data")("COINr", () => {
    it("divides the raw ASEM columns by population, product, area or energy", () => {
      const wanted = referenceRows("coinr/raw/ASEM_iMeta.csv").filter((row) => row.Denominator);
      const denominators = [...new Set(wanted.map((row) => row.Denominator))];
      const made = denominators.reduce(
        (data, by) => denominate(data, { columns: wanted.filter((row) => row.Denominator === by).map((row) => row.iCode), by }).value,
        asemPanel("raw/ASEM_iData.csv", ["Area", "Energy", "GDP", "Population"]),
      );
      expect(denominators).toHaveLength(4);
      expect(largestGap(made, asemPanel("default/Denominated.csv"))).toBeLessThan(1e-12);
    });
  });
});
