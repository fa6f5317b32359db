import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf, treeOf } from "../../../../proof/small-tables.js";
import { Fault } from "../../ground/fault/index.js";
import { Flag, flagsOf } from "../../table/index.js";
import { derive } from "../derive/derive.js";
import { deflate } from "./deflate.js";
import reference from "./deflate.reference.json";

const periods = [2010, 2011, 2012];
const three = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 3, maxLength: 3 });
const nominal = three(fc.double({ min: 1, max: 1e6, noNaN: true }));
const links = three(fc.double({ min: 80, max: 130, noNaN: true }));
const real = (x: readonly (number | null)[], p: readonly (number | null)[], options = {}) =>
  deflate(panelOf({ x, p }, { periods }), { columns: ["x"], by: "p", ...options });
const close = (made: readonly (number | null)[], wanted: readonly number[]) =>
  made.forEach((one, k) => {
    expect(Math.abs((one as number) / wanted[k] - 1)).toBeLessThan(1e-12);
  });

describe("deflate: laws", () => {
  it("grows by the nominal growth divided by the price growth, whatever the base", () => {
    fc.assert(
      fc.property(nominal, links, fc.constantFrom(...periods), (x, p, base) => {
        const made = cellsOf(real(x, p, { base }).value, "x") as number[];
        expect(made[periods.indexOf(base)]).toBe(x[periods.indexOf(base)]);
        for (const t of [1, 2]) expect(made[t] / made[t - 1]).toBeCloseTo(x[t] / x[t - 1] / (p[t] / 100), 9);
      }),
    );
  });
  it("gives the same from links as from the fixed-base index they chain to", () => {
    fc.assert(
      fc.property(nominal, links, (x, p) => {
        const fixed = [100, p[1], (p[1] * p[2]) / 100];
        close(cellsOf(real(x, fixed, { index: "fixed" }).value, "x"), cellsOf(real(x, p).value, "x") as number[]);
      }),
    );
  });
  it("agrees with a formula that divides by the same chain", () => {
    fc.assert(
      fc.property(nominal, links, (x, p) => {
        const raw = panelOf({ x, p, one: [1, 1, 1] }, { periods });
        const formula = derive(raw, treeOf({ w: { m: ["y"] } }, { formula: { y: "x / chain(one, p, 2011)" } })).value;
        expect(cellsOf(real(x, p, { base: 2011 }).value, "x")).toEqual(cellsOf(formula, "y"));
      }),
    );
  });
  it("does nothing at constant prices", () => {
    fc.assert(
      fc.property(nominal, (x) => {
        expect(cellsOf(real(x, [100, 100, 100]).value, "x")).toEqual(x);
      }),
    );
  });
});

describe("deflate: edges", () => {
  it("takes one index for all units, and tells its price levels once", () => {
    const data = panelOf({ x: [100, 200, 110, 220, 121, 242] }, { periods });
    const made = deflate(data, { columns: ["x"], by: { 2011: 110, 2012: 110 } });
    close(cellsOf(made.value, "x"), [100, 200, 100, 200, 100, 200]);
    expect(made.tables[1].columns[0].values).toEqual([null, null, null]);
    expect(made.tables[1].columns[3].values[1]).toBeCloseTo(1.1, 12);
  });
  it("leaves missing cells missing and other columns alone, joins flags, and names the prices in the unit", () => {
    const flags = { x: [0, 0, 0], p: [0, Flag.estimated, 0] };
    const made = deflate(panelOf({ x: [1, null, 3], p: [100, 100, 100] }, { periods, flags }), { columns: ["x"], by: "p" });
    expect(cellsOf(made.value, "x")).toEqual([1, null, 3]);
    expect(cellsOf(made.value, "p")).toEqual([100, 100, 100]);
    expect([...flagsOf(made.value, "x")]).toEqual([0, Flag.estimated, Flag.estimated]);
    expect(made.value.variables[0].unit).toEqual({ en: "prices of 2010", zh: "2010 年价" });
    expect(made.value.variables[0].derivedFrom).toEqual(["x", "p"]);
  });
  it("needs no link into the first period", () => {
    expect(cellsOf(real([1, 2, 3], [null, 100, 100], { base: 2012 }).value, "x")).toEqual([1, 2, 3]);
    expect(() => real([1, 2, 3], [null, 100, 100], { index: "fixed" })).toThrow(/missing in 2010/);
  });
  it.each([
    ["a missing link", () => real([1, 2, 3], [100, null, 100])],
    ["an index of 0", () => real([1, 2, 3], [100, 0, 100])],
    ["a base outside the data", () => real([1, 2, 3], [100, 100, 100], { base: 1999 })],
    ["an unknown index", () => real([1, 2, 3], [100, 100, 100], { by: "cpi" })],
    ["an unknown column", () => real([1, 2, 3], [100, 100, 100], { columns: ["y"] })],
    ["an index divided by itself", () => real([1, 2, 3], [100, 100, 100], { columns: ["p"] })],
    ["a common index with a hole", () => real([1, 2, 3], [100, 100, 100], { by: { 2011: 110 } })],
    ["years between two links", () => deflate(panelOf({ x: [1, 2], p: [1, 1] }, { periods: [2010, 2012] }), { columns: ["x"], by: "p" })],
  ])("faults on %s", (_, make) => expect(make).toThrow(Fault));
});

describe("deflate: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    cellsOf(real(input.nominal, input.prices, input.options).value, "x").forEach((one, k) => {
      expect(Math.abs((one as number) - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
});
