import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { hasReference } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { select, series } from "../../../table/index.js";
import { fractionOfMax } from "./fraction-of-max.js";
import reference from "./fraction-of-max.reference.json";

const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }).filter((x) => Math.max(...x) > 0);
const scaled = (x: readonly (number | null)[], options = {}, direction: -1 | 1 = 1) =>
  cellsOf(fractionOfMax(panelOf({ x }, { direction: { x: direction } }), options).value, "x") as number[];

describe("fraction of the largest: laws", () => {
  it("lies in [0, 1] and reaches 1", () => {
    fc.assert(
      fc.property(values, (x) => {
        const z = scaled(x);
        expect(Math.max(...z)).toBe(1);
        expect(Math.min(...z)).toBeGreaterThanOrEqual(0);
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

describe("fraction of the largest: edges", () => {
  it("measures pooled or in each period", () => {
    const data = panelOf({ x: [3, 4, 30, 40] }, { periods: [2020, 2021] });
    expect(cellsOf(fractionOfMax(data, { scope: "per-period" }).value, "x")).toEqual(
      [0.75, 1, 0.75, 1].map((one) => expect.closeTo(one, 14)),
    );
    expect(cellsOf(fractionOfMax(data).value, "x")[3]).toBeGreaterThan(cellsOf(fractionOfMax(data).value, "x")[1] as number);
  });
  it("leaves missing missing, and a column of zeros without scale", () => {
    expect(scaled([3, null, 4])[1]).toBeNull();
    const made = fractionOfMax(panelOf({ x: [0, 0] }));
    expect([cellsOf(made.value, "x"), made.warnings.map((one) => one.code)]).toEqual([[null, null], ["constant"]]);
  });
  it("keeps its digits for huge values", () => expect(scaled([3e300, 4e300])).toEqual([0.75, 1].map((one) => expect.closeTo(one, 14))));
  it.each([
    ["an indicator of which less is better", [1, 2], -1],
    ["a negative value", [1, -2], 1],
  ] as const)("faults on %s", (_, x, direction) => expect(() => scaled(x, {}, direction)).toThrow(Fault));
});

describe("fraction of the largest: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    scaled(input.values, input.options, input.direction as 1).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "COINr's fractions of the largest"))(
    "COINr, the 34 of its indicators of which more is better and none is negative",
    () => {
      const treated = asemPanel("default/Treated.csv");
      const ids = treated.variables
        .filter((one) => one.direction > 0 && series(treated, one.id).every((x) => !(x < 0)))
        .map((one) => one.id);
      expect(ids).toHaveLength(34);
      const made = fractionOfMax(select(treated, ids)).value;
      expect(largestGap(made, asemPanel("normalise/fracmax.csv"), ids)).toBeLessThan(1e-12);
      expect(() => fractionOfMax(treated)).toThrow(expect.objectContaining({ code: "no-ratio" }));
    },
  );
});
