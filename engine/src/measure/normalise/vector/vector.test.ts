import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { vector } from "./vector.js";
import reference from "./vector.reference.json";

const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }).filter((x) => Math.max(...x) > 0);
const scaled = (x: readonly (number | null)[], options = {}, direction: -1 | 1 = 1) =>
  cellsOf(vector(panelOf({ x }, { direction: { x: direction } }), options).value, "x") as number[];

describe("vector normalisation: laws", () => {
  it("has length 1", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(scaled(x).reduce((total, one) => total + one * one, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
  it("does not depend on the unit of measure, and keeps proportions", () => {
    fc.assert(
      fc.property(values, (x) => {
        const z = scaled(x);
        expect(scaled(x.map((one) => 8 * one))).toEqual(z);
        x.forEach((one, i) => {
          expect(z[i] * x[0]).toBeCloseTo(z[0] * one, 9);
        });
      }),
    );
  });
});

describe("vector normalisation: edges", () => {
  it("measures pooled or in each period", () => {
    const data = panelOf({ x: [3, 4, 30, 40] }, { periods: [2020, 2021] });
    expect(cellsOf(vector(data, { scope: "per-period" }).value, "x")).toEqual([0.6, 0.8, 0.6, 0.8].map((one) => expect.closeTo(one, 14)));
    expect(cellsOf(vector(data).value, "x")[3]).toBeGreaterThan(cellsOf(vector(data).value, "x")[1] as number);
  });
  it("leaves missing missing, and a column of zeros without scale", () => {
    expect(scaled([3, null, 4])[1]).toBeNull();
    const made = vector(panelOf({ x: [0, 0] }));
    expect([cellsOf(made.value, "x"), made.warnings.map((one) => one.code)]).toEqual([[null, null], ["constant"]]);
  });
  it("keeps its digits for huge values", () => expect(scaled([3e300, 4e300])).toEqual([0.6, 0.8].map((one) => expect.closeTo(one, 14))));
  it.each([
    ["an indicator of which less is better", [1, 2], -1],
    ["a negative value", [1, -2], 1],
  ] as const)("faults on %s", (_, x, direction) => expect(() => scaled(x, {}, direction)).toThrow(Fault));
});

describe("vector normalisation: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    scaled(input.values, input.options, input.direction as 1).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
});
