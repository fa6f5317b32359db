import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf } from "../../../../../proof/small-tables.js";
import { Flag } from "../../../table/index.js";
import { trend } from "./trend.js";
import reference from "./trend.reference.json";

type Cells = readonly (number | null)[];
const yearsOf = (x: Cells): number[] => x.map((_, t) => 2010 + t);
const follow = (x: Cells, periods = yearsOf(x), options = {}) => trend(panelOf({ x }, { periods }), options).value[0];
const values = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 12 });

describe("trend: laws", () => {
  it("of steady growth is that growth in every measure", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 60 }), fc.integer({ min: 3, max: 12 }), (percent, n) => {
        const made = follow(Array.from({ length: n }, (_, t) => 7 * (1 + percent / 100) ** t));
        expect(made.cagr).toBeCloseTo(percent / 100, 12);
        expect(Math.expm1(made.log_slope as number)).toBeCloseTo(percent / 100, 11);
        expect(made.change).toBeCloseTo((1 + percent / 100) ** (n - 1) - 1, 10);
        expect(Math.sign(made.mann_kendall_s ?? 0)).toBe(Math.sign(percent));
      }),
    );
  });
  it("of a straight line is its slope, one wild value or not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: -999, max: 999 }),
        (slope, at, wild) => {
          const line = Array.from({ length: 9 }, (_, t) => 3 + slope * t);
          expect(follow(line).sen_slope).toBeCloseTo(slope, 12);
          expect(follow(line.with(at, wild)).sen_slope).toBeCloseTo(slope, 12);
        },
      ),
    );
  });
  it("does not depend on the unit of measure; slopes follow it", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 90 }), (x, b) => {
        const [plain, moved] = [follow(x), follow(x.map((one) => b * one))];
        expect(moved.cagr).toBeCloseTo(plain.cagr as number, 12);
        expect(moved.log_slope).toBeCloseTo(plain.log_slope as number, 12);
        expect(moved.sen_slope).toBeCloseTo(b * (plain.sen_slope as number), 9);
        expect(moved.mann_kendall_p).toBe(plain.mann_kendall_p);
      }),
    );
  });
  it("turns around with time", () => {
    fc.assert(
      fc.property(values, (x) => {
        const [plain, back] = [follow(x), follow([...x].reverse())];
        expect(back.sen_slope).toBeCloseTo(-(plain.sen_slope as number), 12);
        expect((back.mann_kendall_s ?? 0) + (plain.mann_kendall_s ?? 0)).toBe(0);
        expect(back.mann_kendall_p).toBe(plain.mann_kendall_p);
        expect((1 + (back.cagr as number)) * (1 + (plain.cagr as number))).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("trend: edges", () => {
  it("uses the actual gap in years, between the first and the last value there is", () => {
    const made = follow([null, 100, null, 121, null], [2010, 2012, 2013, 2014, 2020]);
    expect(made).toMatchObject({ n: 2, first: 2012, last: 2014, from: 100, to: 121, reason: "" });
    expect(made.cagr).toBeCloseTo(0.1, 14);
  });
  it("has no rate where a value is not above 0, and says why", () => {
    expect(follow([-2, 1, 4])).toMatchObject({ change: null, cagr: null, log_slope: null, sen_slope: 3, reason: "not-positive" });
    expect(follow([2, 1, -4])).toMatchObject({ change: -3, cagr: null, log_slope: null, reason: "not-positive" });
    expect(follow([2, 0, 4])).toMatchObject({ change: 1, log_slope: null, reason: "not-positive" });
    expect(follow([0, 1, 4])).toMatchObject({ change: null, cagr: null, reason: "not-positive" });
    const made = trend(panelOf({ x: [0, 1, 4] }, { periods: [1, 2, 3] }));
    expect(made.warnings.map((one) => one.code)).toEqual(["not-positive"]);
  });
  it("has nothing to say of one value, and no test of values that do not change", () => {
    expect(follow([null, 4, null])).toMatchObject({ n: 1, first: 2011, from: 4, cagr: null, sen_slope: null, reason: "one-value" });
    expect(follow([null, null])).toMatchObject({ n: 0, first: null, from: null, reason: "one-value" });
    expect(follow([4, 4, 4])).toMatchObject({ cagr: 0, log_slope: 0, sen_slope: 0, mann_kendall_p: null, reason: "no-change" });
  });
  it("counts imputed cells and warns", () => {
    const data = panelOf(
      { x: [1, 2, 3, 4] },
      { periods: [1, 2, 3, 4], flags: { x: [0, Flag.imputed, Flag.imputed | Flag.suspect, Flag.suspect] } },
    );
    const made = trend(data);
    expect(made.value[0].imputed).toBe(2);
    expect(made.trace).toEqual({ imputed: 2, cells: 4 });
    expect(made.warnings.map((one) => one.code)).toEqual(["imputed"]);
  });
  it("keeps to the window, and faults when it holds no two periods", () => {
    expect(follow([9, 100, 110, 9], undefined, { first: 2011, last: 2012 })).toMatchObject({ first: 2011, last: 2012, n: 2 });
    expect(() => follow([1, 2, 3], undefined, { first: 2012 })).toThrow(expect.objectContaining({ code: "too-few-periods" }));
    expect(() => follow([1], [2020])).toThrow(expect.objectContaining({ code: "too-few-periods" }));
  });
  it("follows every unit and column on its own", () => {
    const data = panelOf({ x: [1, 4, 2, 4], y: [1, 1, 3, 2] }, { periods: [2020, 2021] });
    expect(trend(data).value.map(({ unit, variable, change }) => [unit, variable, change])).toEqual([
      ["u1", "x", 1],
      ["u1", "y", 2],
      ["u2", "x", 0],
      ["u2", "y", 1],
    ]);
  });
});

describe("trend: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const made = follow(input.values, input.periods) as unknown as Record<string, unknown>;
    for (const [key, wanted] of Object.entries(expected)) {
      if (typeof wanted === "number") expect(Math.abs((made[key] as number) - wanted)).toBeLessThanOrEqual(tolerance);
      else expect(made[key]).toBe(wanted);
    }
  });
});
