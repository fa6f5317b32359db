import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { hasReference, referenceRows } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { minMax } from "../min-max/min-max.js";
import { distanceToTarget } from "./distance-to-target.js";
import reference from "./distance-to-target.reference.json";

const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 20 });
const scaled = (x: readonly (number | null)[], target: number, options = {}, direction: -1 | 1 = 1) =>
  cellsOf(distanceToTarget(panelOf({ x }, { direction: { x: direction } }), { targets: { x: target }, ...options }).value, "x") as number[];

describe("distance to target: laws", () => {
  it("gives the upper end at the target and the lower end to the worst", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 101, max: 500 }), (x, target) => {
        const z = scaled([...x, target], target, { range: [1, 100] });
        expect(z.at(-1)).toBe(100);
        expect(z[x.indexOf(Math.min(...x))]).toBe(1);
      }),
    );
  });
  it("is min–max when the target is the best value observed", () => {
    fc.assert(
      fc.property(
        values.filter((x) => new Set(x).size > 1),
        (x) => {
          expect(scaled(x, Math.max(...x))).toEqual(cellsOf(minMax(panelOf({ x })).value, "x"));
        },
      ),
    );
  });
  it("gives for direction −1 and a target τ what direction +1 gives for −x and −τ", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(scaled(x, -200, {}, -1)).toEqual(
          scaled(
            x.map((one) => -one),
            200,
          ),
        );
      }),
    );
  });
});

describe("distance to target: edges", () => {
  it("leaves the range beyond the target, unless capped", () => {
    expect(scaled([0, 5, 20, null], 10)).toEqual([0, 0.5, 2, null]);
    expect(scaled([0, 5, 20, null], 10, { cap: true })).toEqual([0, 0.5, 1, null]);
  });
  it("scales a constant column, because its target is declared", () => {
    const made = distanceToTarget(panelOf({ x: [3, 3] }), { targets: { x: 10 } });
    expect(cellsOf(made.value, "x")).toEqual([0, 0]);
    expect(made.value.variables[0].constant).toBeUndefined();
  });
  it("starts from the worst of all, of each period, or of a base period", () => {
    const data = panelOf({ x: [0, 5, 5, 10] }, { periods: [2020, 2021] });
    const of = (options: object) => cellsOf(distanceToTarget(data, { targets: { x: 10 }, ...options }).value, "x");
    expect(of({})).toEqual([0, 0.5, 0.5, 1]);
    expect(of({ scope: "per-period" })).toEqual([0, 0.5, 0, 1]);
    expect(of({ scope: "base-period", base: 2021 })).toEqual([-1, 0, 0, 1]);
  });
  it("prints worst value and target in the indicator's own unit", () => {
    const made = distanceToTarget(panelOf({ x: [30, 20] }, { direction: { x: -1 } }), { targets: { x: 10 } });
    const row = Object.fromEntries(made.tables[1].columns.map((one) => [one.id, one.values[0]]));
    expect(row).toEqual({ variable: "x", period: null, direction: "-", worst: 30, target: 10 });
    expect(made.method.variant).toContain("not capped");
  });
  it.each([
    ["an indicator without target", {}],
    ["a target of an unknown indicator", { x: 9, z: 1 }],
    ["a target that all have reached", { x: 1 }],
  ])("faults on %s", (_, targets) =>
    expect(() => distanceToTarget(panelOf({ x: [1, 2] }), { targets: targets as Record<string, number> })).toThrow(Fault),
  );
});

describe("distance to target: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    scaled(input.values, input.target, input.options, input.direction as 1).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "COINr's distances to target"))("COINr, 51 countries × 49 indicators", () => {
    const rows = referenceRows("coinr/raw/ASEM_iMeta.csv").filter((row) => row.Level === "1");
    const targets = Object.fromEntries(rows.map((row) => [row.iCode, Number(row.Target)]));
    const made = distanceToTarget(asemPanel("default/Treated.csv"), { targets }).value;
    expect(largestGap(made, asemPanel("normalise/dist2targ_iMeta.csv"))).toBeLessThan(1e-12);
  });
});
