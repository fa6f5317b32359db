import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { hasReference } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { select } from "../../../table/index.js";
import { minMax } from "../min-max/min-max.js";
import { distanceToReference } from "./distance-to-reference.js";
import reference from "./distance-to-reference.reference.json";

const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 20 }).filter((x) => new Set(x).size > 1);
const scaled = (x: readonly (number | null)[], options: object = { reference: "u1" }, direction: -1 | 1 = 1, periods = [2020]) =>
  cellsOf(
    distanceToReference(panelOf({ x }, { direction: { x: direction }, periods }), { reference: "u1", ...options }).value,
    "x",
  ) as number[];
const best = (x: readonly number[]): { reference: string } => ({ reference: `u${x.indexOf(Math.max(...x)) + 1}` });

describe("distance to a reference: laws", () => {
  it("is min–max when the reference is the best", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(scaled(x, best(x))).toEqual(cellsOf(minMax(panelOf({ x })).value, "x"));
      }),
    );
  });
  it("gives the reference 1 and the worst 0, and does not change under x → 8x + 3", () => {
    fc.assert(
      fc.property(values, (x) => {
        if (x[0] === Math.min(...x)) return;
        const z = scaled(x);
        expect([z[0], z[x.indexOf(Math.min(...x))]]).toEqual([1, 0]);
        scaled(x.map((one) => 8 * one + 3)).forEach((one, i) => {
          expect(one).toBeCloseTo(z[i], 12);
        });
      }),
    );
  });
  it("gives for direction −1 what direction +1 gives for −x", () => {
    fc.assert(
      fc.property(values, (x) => {
        if (x[0] === Math.max(...x)) return;
        expect(scaled(x, {}, -1)).toEqual(scaled(x.map((one) => -one)));
      }),
    );
  });
});

describe("distance to a reference: edges", () => {
  it("takes the reference of the same period, its mean, or that of a base period", () => {
    const x = [2, 0, 6, 3];
    const years = [2020, 2021];
    expect(scaled(x, {}, 1, years)).toEqual([1, 0, 1, 0.5]);
    expect(scaled(x, { at: "mean" }, 1, years)).toEqual([0.5, 0, 1.5, 0.75]);
    expect(scaled(x, { at: "base-period" }, 1, years)).toEqual([1, 0, 3, 1.5]);
    expect(scaled(x, { at: "base-period", base: 2021 }, 1, years)).toEqual([expect.closeTo(1 / 3, 14), 0, 1, 0.5]);
  });
  it("leaves missing missing", () => expect(scaled([4, null, 2])).toEqual([1, null, 0]));
  it.each([
    ["an unknown unit", [1, 2], { reference: "u9" }, "unknown-unit"],
    ["a reference without a value", [null, 2, 1], {}, "missing-reference"],
    ["a reference that is the worst", [1, 2], {}, "reference-is-worst"],
    ["a base that is not asked for", [2, 1], { base: 2020 }, "base-period"],
    ["a base that is no period", [2, 1], { at: "base-period", base: 1999 }, "base-period"],
  ])("faults on %s", (_, x, options, code) => {
    expect(() => scaled(x, options)).toThrow(Fault);
    expect(() => scaled(x, options)).toThrow(expect.objectContaining({ code }));
  });
});

describe("distance to a reference: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    scaled(input.values, input.options, input.direction as 1).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "COINr's distances to a reference"))(
    "COINr, Australia as the reference, but for four columns where it is the worst",
    () => {
      const treated = asemPanel("default/Treated.csv");
      const worst = ["Bord", "Elec", "TIRcon", "MatCon"];
      const ids = treated.variables.map((one) => one.id).filter((id) => !worst.includes(id));
      expect(ids).toHaveLength(45);
      const made = distanceToReference(select(treated, ids), { reference: "AUS" }).value;
      expect(largestGap(made, asemPanel("normalise/dist2ref_unit1.csv"), ids)).toBeLessThan(1e-12);
      for (const id of worst) {
        expect(() => distanceToReference(select(treated, [id]), { reference: "AUS" })).toThrow(
          expect.objectContaining({ code: "reference-is-worst" }),
        );
      }
    },
  );
});
