import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { describeWith } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { goalposts } from "./goalposts.js";
import reference from "./goalposts.reference.json";

const values = fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { minLength: 1, maxLength: 20 });
const scaled = (x: readonly (number | null)[], bounds: [number, number], options = {}, direction: -1 | 1 = 1) =>
  cellsOf(goalposts(panelOf({ x }, { direction: { x: direction } }), { bounds: { x: bounds }, ...options }).value, "x") as number[];

describe("goalposts: laws", () => {
  it("commutes with adding a year: earlier scores do not move", () => {
    fc.assert(
      fc.property(values, (x) => {
        const one = goalposts(panelOf({ x }, { periods: [2020] }), { bounds: { x: [0, 100] } }).value;
        const two = goalposts(panelOf({ x: [...x, ...x.map((v) => v * 2)] }, { periods: [2020, 2021] }), { bounds: { x: [0, 100] } }).value;
        expect(cellsOf(two, "x").slice(0, x.length)).toEqual(cellsOf(one, "x"));
      }),
    );
  });
  it("stays inside the range when truncated and mirrors the two directions", () => {
    fc.assert(
      fc.property(values, (x) => {
        const up = scaled(x, [0, 100]);
        const down = scaled(x, [0, 100], {}, -1);
        up.forEach((one, k) => {
          expect(one >= 0 && one <= 1).toBe(true);
          expect(one + down[k]).toBeCloseTo(1, 14);
        });
      }),
    );
  });
  it("does not change when values and bounds change unit together", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, b) => {
        const moved = scaled(
          x.map((one) => one * b),
          [0, 100 * b],
        );
        scaled(x, [0, 100]).forEach((one, k) => {
          expect(moved[k]).toBeCloseTo(one, 12);
        });
      }),
    );
  });
});

describe("goalposts: edges", () => {
  it("counts what lies beyond the goalposts and leaves missing missing", () => {
    const made = goalposts(panelOf({ x: [-5, null, 50, 120, 130] }), { bounds: { x: [0, 100] } });
    expect(cellsOf(made.value, "x")).toEqual([0, null, 0.5, 1, 1]);
    expect(made.trace.beyond).toEqual({ x: { below: 1, above: 2 } });
    expect(made.warnings.map((one) => one.code)).toEqual(["beyond-goalposts"]);
  });
  it("scales a constant column, because its bounds are declared", () => {
    const made = goalposts(panelOf({ x: [30, 30] }), { bounds: { x: [0, 100] } });
    expect(cellsOf(made.value, "x")).toEqual([0.3, 0.3]);
    expect(made.value.variables[0].constant).toBeUndefined();
  });
  it.each([
    ["an indicator without bounds", {}],
    ["bounds of an unknown indicator", { x: [0, 1], z: [0, 1] }],
    ["bounds the wrong way round", { x: [1, 0] }],
    ["bounds that meet", { x: [1, 1] }],
  ])("faults on %s", (_, bounds) => {
    expect(() => goalposts(panelOf({ x: [1] }), { bounds: bounds as Record<string, [number, number]> })).toThrow(Fault);
  });
});

describe("goalposts: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    scaled(input.values, input.bounds as [number, number], input.options, (input.direction ?? 1) as 1).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
  describeWith("coinr", "COINr's goalposts file")("COINr", () => {
    const data = () => asemPanel("default/Treated.csv");
    const made = () =>
      goalposts(data(), { bounds: Object.fromEntries(data().variables.map((one) => [one.id, [0, 200]])), range: [0, 10] }).value;
    const expected = () => asemPanel("normalise/goalposts_0_200_x10_trunc.csv");
    const withSign = (sign: number) =>
      data()
        .variables.filter((one) => one.direction === sign)
        .map((one) => one.id);
    it("agrees on the 35 columns of positive direction", () => {
      expect(withSign(1)).toHaveLength(35);
      expect(largestGap(made(), expected(), withSign(1))).toBeLessThan(1e-12);
    });
    it("agrees untruncated with its scaling of 0–100 on the same 35", () => {
      const bounds = Object.fromEntries(data().variables.map((one) => [one.id, [0, 100] as [number, number]]));
      const scaled = goalposts(data(), { bounds, truncate: false, range: [0, 100] }).value;
      expect(largestGap(scaled, asemPanel("normalise/scaled_0_100.csv"), withSign(1))).toBeLessThan(1e-12);
    });
    it("does not crush the 14 columns of negative direction, whose bounds COINr applies to −x", () => {
      for (const id of withSign(-1)) {
        expect(cellsOf(expected(), id).every((cell) => Math.abs(cell ?? 0) === 0)).toBe(true);
        expect(cellsOf(made(), id).some((cell) => (cell ?? 0) > 0)).toBe(true);
      }
    });
  });
});
