import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { minMax } from "../min-max/min-max.js";
import { reciprocal } from "./reciprocal.js";
import reference from "./reciprocal.reference.json";

const values = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 20 }).filter((x) => new Set(x).size > 1);
const scaled = (x: readonly (number | null)[], options = {}, direction: -1 | 1 = -1) =>
  cellsOf(reciprocal(panelOf({ x }, { direction: { x: direction } }), options).value, "x") as number[];

describe("reciprocal: laws", () => {
  it("keeps the order of a reversal and lies never above it", () => {
    fc.assert(
      fc.property(values, (x) => {
        const plain = cellsOf(minMax(panelOf({ x }, { direction: { x: -1 } })).value, "x") as number[];
        scaled(x).forEach((one, i) => {
          expect(one).toBeLessThanOrEqual(plain[i] + 1e-12);
          x.forEach((other, k) => {
            if (other < x[i]) expect(scaled(x)[k]).toBeGreaterThan(one);
          });
        });
      }),
      { numRuns: 30 },
    );
  });
  it("does not depend on the unit of measure", () => {
    fc.assert(
      fc.property(values, (x) => {
        const other = scaled(x.map((one) => 8 * one));
        scaled(x).forEach((one, i) => {
          expect(other[i]).toBeCloseTo(one, 12);
        });
      }),
    );
  });
  it("is min–max where more is better", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(scaled(x, {}, 1)).toEqual(cellsOf(minMax(panelOf({ x })).value, "x"));
      }),
    );
  });
});

describe("reciprocal: edges", () => {
  it("warns that spacing changes, naming who is turned", () => {
    const made = reciprocal(panelOf({ x: [1, 2], y: [1, 2] }, { direction: { x: -1 } }));
    expect(made.warnings.map((one) => [one.code, one.text.en.split(":")[0]])).toEqual([["reciprocal", "x"]]);
  });
  it("prints the bounds in the indicator's own unit, lower first", () => {
    const made = reciprocal(panelOf({ x: [2, 8] }, { direction: { x: -1 } }));
    expect(made.tables[1].columns.slice(3).map((one) => one.values)).toEqual([[2], [8]]);
  });
  it("faults on 0 and on negative values where less is better, and takes them where more is", () => {
    expect(() => scaled([0, 1])).toThrow(Fault);
    expect(() => scaled([-1, 1])).toThrow(expect.objectContaining({ code: "not-positive" }));
    expect(scaled([-1, 0, 1], {}, 1)).toEqual([0, 0.5, 1]);
  });
  it("leaves missing missing and a constant column without scale", () => {
    expect(scaled([1, null, 2])).toEqual([1, null, 0]);
    expect(scaled([3, 3])).toEqual([null, null]);
  });
});

describe("reciprocal: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    scaled(input.values, input.options, input.direction as 1).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
});
