import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf, treeOf } from "../../../../proof/small-tables.js";
import { Fault } from "../../ground/fault/index.js";
import { Flag, flagsOf, panel, series } from "../../table/index.js";
import { derive } from "./derive.js";
import reference from "./derive.reference.json";

const one = (formula: string) => treeOf({ w: { m: ["x"] } }, { formula: { x: formula } });
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("derive: laws", () => {
  it("evaluates from left to right, in the very bits of plain arithmetic", () => {
    fc.assert(
      fc.property(number, fc.double({ min: 0.001, max: 1e6, noNaN: true }), number, (a, b, c) => {
        const raw = panelOf({ a: [a], b: [b], c: [c] });
        expect(cellsOf(derive(raw, one("a/b*10000-c*3/7")).value, "x")).toEqual([(a / b) * 10000 - (c * 3) / 7]);
      }),
    );
  });
  it("gives a ratio that does not change when both columns change unit", () => {
    fc.assert(
      fc.property(number, fc.double({ min: 1, max: 1e6, noNaN: true }), (a, b) => {
        const plain = derive(panelOf({ a: [a], b: [b] }), one("a/b")).value.values[0];
        expect(derive(panelOf({ a: [a * 1000], b: [b * 1000] }), one("a/b")).value.values[0]).toBeCloseTo(plain, 9);
      }),
    );
  });
  it("chains a level so that its growth is the index, forward and backward", () => {
    const growth = fc.array(fc.double({ min: 80, max: 130, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(growth, fc.double({ min: 1, max: 1e5, noNaN: true }), fc.integer({ min: 2013, max: 2017 }), (index, level, base) => {
        const periods = [2013, 2014, 2015, 2016, 2017];
        const raw = panelOf({ level: periods.map(() => level), index }, { periods });
        const x = series(derive(raw, one(`chain(level, index, ${base})`)).value, "x");
        expect(x[base - 2013]).toBe(level);
        for (let t = 1; t < 5; t++) expect((x[t] / x[t - 1]) * 100).toBeCloseTo(index[t], 9);
      }),
    );
  });
  it("does not change the raw panel", () => {
    const raw = panelOf({ a: [1, 2], b: [0, 4] });
    derive(raw, one("a/b"));
    expect(cellsOf(raw, "a")).toEqual([1, 2]);
  });
});

describe("derive: edges", () => {
  it("is missing where an input is, without a warning", () => {
    const made = derive(panelOf({ a: [1, null, 3], b: [2, 2, null] }), one("a/b"));
    expect(cellsOf(made.value, "x")).toEqual([0.5, null, null]);
    expect(made.warnings).toEqual([]);
    expect(made.trace.missing).toEqual({ x: 2 });
  });
  it("is missing with a counted warning where the denominator is 0", () => {
    const made = derive(panelOf({ a: [1, 0, 3, null], b: [0, 0, 2, 0] }), one("a/b"));
    expect(cellsOf(made.value, "x")).toEqual([null, null, 1.5, null]);
    expect(made.warnings[0].code).toBe("zero-denominator");
    expect(made.warnings[0].text.en).toContain("2 cells");
  });
  it.each([
    ["ln(a)", [0, -1, 1], [null, null, 0], "log-domain"],
    ["log1p(a)", [-1, -2, 0], [null, null, 0], "log-domain"],
    ["theil2(a, 1; 1, 1)", [-1, 0, 1], [null, Math.LN2, 0], "theil"],
    ["a*a", [1e300, 1e10, 2], [null, 1e20, 4], "overflow"],
    ["a*100/(b-1)", [1, 2, 3], [null, null, null], "zero-denominator"],
  ])("warns of %s outside its domain", (formula, a, expected, code) => {
    const made = derive(panelOf({ a: a as number[], b: [1, 1, 1] }), one(formula));
    expect(cellsOf(made.value, "x")).toEqual(expected);
    expect(made.warnings.map((warning) => warning.code)).toEqual([code]);
  });
  it("stops at a negative denominator, naming unit and period, unless it is allowed", () => {
    const raw = panelOf({ a: [1, 1], b: [2, -2] }, { periods: [2019, 2020] });
    expect(() => derive(raw, one("a/b"))).toThrow(Fault);
    try {
      derive(raw, one("a/b"));
    } catch (error) {
      expect((error as Fault).place.path).toBe("x, unit u1, period 2020");
    }
    expect(cellsOf(derive(raw, one("a/b"), { negativeDenominator: "allow" }).value, "x")).toEqual([0.5, -0.5]);
    expect(cellsOf(derive(raw, one("a/-2")).value, "x")).toEqual([-0.5, -0.5]);
  });
  it("breaks a chain at a missing link, and everything beyond it", () => {
    const periods = [2013, 2014, 2015, 2016];
    const raw = panelOf({ v: [100, null, null, null], i: [105, 110, null, 110] }, { periods });
    expect(cellsOf(derive(raw, one("chain(v,i,2013)")).value, "x")).toEqual([100, 110, null, null]);
  });
  it("carries the flags of the inputs, and along a chain those of every link", () => {
    const periods = [2013, 2014, 2015];
    const flags = { a: [0, Flag.suspect, 0], b: [Flag.break, Flag.break, 0], i: [0, Flag.estimated, 0] };
    const raw = panelOf({ a: [1, 2, 3], b: [1, 1, 1], i: [100, 101, 102] }, { periods, flags });
    expect([...flagsOf(derive(raw, one("a/b")).value, "x")]).toEqual([Flag.break, Flag.break | Flag.suspect, 0]);
    expect([...flagsOf(derive(raw, one("chain(b,i,2013)")).value, "x")]).toEqual([
      Flag.break,
      Flag.break | Flag.estimated,
      Flag.break | Flag.estimated,
    ]);
  });
  it("takes the raw column of its own id where a leaf has no formula", () => {
    const made = derive(panelOf({ x: [4, 5], y: [1, 1] }), treeOf({ w: { m: ["x"] } }));
    expect(cellsOf(made.value, "x")).toEqual([4, 5]);
    expect(made.value.variables[0].derivedFrom).toEqual(["x"]);
  });
  it("describes each indicator by its leaf and its columns", () => {
    const note = { en: "new survey", zh: "新口径" };
    const raw = panel({
      variables: [
        { id: "a", source: { en: "Yearbook 1", zh: "年鉴一" }, breaks: [{ period: 2015, note }] },
        {
          id: "b",
          source: { en: "Yearbook 2", zh: "年鉴二" },
          breaks: [
            { period: 2015, note },
            { period: 2016, note },
          ],
        },
        { id: "c", source: { en: "unused", zh: "未用" } },
      ],
      periods: [2020],
      units: [{ code: "u1" }],
      values: Float64Array.of(1, 2, 3),
    });
    const [x] = derive(raw, treeOf({ w: { m: ["x"] } }, { formula: { x: "a/b" }, direction: { x: -1 } })).value.variables;
    expect(x.source).toEqual({ en: "Yearbook 1; Yearbook 2", zh: "年鉴一；年鉴二" });
    expect(x.breaks.map((one) => one.period)).toEqual([2015, 2016]);
    expect([x.direction, x.derivedFrom]).toEqual([-1, ["a", "b"]]);
  });
  it("warns when two systems are computed from the same columns", () => {
    const tree = treeOf({ q: { m: ["ratio"] }, p: { n: ["gap", "size"] } }, { formula: { ratio: "u/r", gap: "u-r", size: "u/p" } });
    const made = derive(panelOf({ u: [3], r: [1], p: [5] }), tree);
    expect(made.warnings.map((warning) => [warning.code, /size/.test(warning.text.en)])).toEqual([["shared-columns", false]]);
  });
  it.each([
    ["an unknown column, with the nearest", "brodband/pop", /broadband/],
    ["a formula that cannot be read", "broadband/", /mend/],
    ["a base year outside the data", "chain(broadband, pop, 1999)", /inside/],
  ])("faults on %s", (_, formula, next) => {
    const raw = panelOf({ broadband: [1], pop: [2] });
    expect(() => derive(raw, one(formula))).toThrow(Fault);
    try {
      derive(raw, one(formula));
    } catch (error) {
      expect((error as Fault).place.path).toMatch(/^x, position \d+$/);
      expect((error as Fault).next.en).toMatch(next);
    }
  });
  it("faults on a chain over a gap in the years and on a leaf without column", () => {
    expect(() => derive(panelOf({ v: [1, 2], i: [100, 100] }, { periods: [2010, 2012] }), one("chain(v,i,2010)"))).toThrow(/gap/);
    expect(() => derive(panelOf({ y: [1] }), treeOf({ w: { m: ["x"] } }))).toThrow(Fault);
  });
});

describe("derive: agreement", () => {
  it.each(reference)("$formula: $from", ({ formula, columns, expected, tolerance }) => {
    const made = derive(panelOf(columns as unknown as Record<string, number[]>), one(formula)).value;
    cellsOf(made, "x").forEach((cell, k) => {
      expect(Math.abs((cell as number) - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
});
