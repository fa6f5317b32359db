import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { regressionFill } from "./regression-fill.js";
import reference from "./regression-fill.reference.json";

const numbers = (n: number) => fc.array(fc.integer({ min: -100, max: 100 }), { minLength: n, maxLength: n });
const slope = fc.integer({ min: -9, max: 9 });
const rowOf = (made: ReturnType<typeof regressionFill>, k: number) =>
  Object.fromEntries(made.tables[2].columns.map((one) => [one.id, one.values[k]]));

describe("regression-fill: laws", () => {
  it("recovers a linear relation from what is left of it", () => {
    fc.assert(
      fc.property(numbers(8), numbers(8), slope, slope, slope, (v, w, a, b, c) => {
        fc.pre(new Set(v.slice(0, 6).map((one, k) => one * 1000 + w[k])).size === 6);
        const [dv, dw] = [v, w].map((x) => x.slice(0, 6).map((one) => one - x.slice(0, 6).reduce((s, y) => s + y, 0) / 6));
        const cross = (p: number[], q: number[]) => p.reduce((s, one, k) => s + one * q[k], 0);
        fc.pre(cross(dv, dv) * cross(dw, dw) - cross(dv, dw) ** 2 > 1);
        const x = v.map((one, k) => a + b * one + c * w[k]);
        const made = regressionFill(panelOf({ x: x.map((one, k) => (k < 6 ? one : null)), v, w }), { on: ["v", "w"] });
        cellsOf(made.value, "x").forEach((one, k) => {
          expect(one).toBeCloseTo(x[k], 6);
        });
      }),
    );
  });
  it("with unit effects recovers each unit's own level, and a shift of one unit moves only its fills", () => {
    fc.assert(
      fc.property(numbers(9), slope, slope, fc.integer({ min: 1, max: 99 }), (w, b, level, shift) => {
        const moves = [0, 1, 2].some((i) => w[i] !== w[i + 3]);
        fc.pre(moves);
        const own = [level, -level, 3 * level];
        const x = w.map((one, c) => (c < 6 ? own[c % 3] + b * one : null));
        const periods = [2020, 2021, 2022];
        const fill = (cells: (number | null)[]) =>
          cellsOf(regressionFill(panelOf({ x: cells, w }, { periods }), { on: ["w"], fit: "unit-effects" }).value, "x") as number[];
        const made = fill(x);
        for (const i of [0, 1, 2]) expect(made[6 + i]).toBeCloseTo(own[i] + b * w[6 + i], 6);
        const moved = fill(x.map((one, c) => (one !== null && c % 3 === 0 ? one + shift : one)));
        expect(moved[6]).toBeCloseTo(made[6] + shift, 6);
        expect(moved[7]).toBeCloseTo(made[7], 6);
      }),
    );
  });
  it("leaves observed cells alone and flags what it filled", () => {
    fc.assert(
      fc.property(numbers(7), numbers(5), (w, known) => {
        fc.pre(new Set(w.slice(0, 5)).size > 1);
        const x = [...known, null, null];
        const { value } = regressionFill(panelOf({ x, w }), { on: ["w"] });
        expect(cellsOf(value, "x").slice(0, 5)).toEqual(known);
        expect([...flagsOf(value, "x")]).toEqual([0, 0, 0, 0, 0, Flag.imputed, Flag.imputed]);
      }),
    );
  });
});

describe("regression-fill: edges", () => {
  it("fits each period by itself when asked, and shows rows, R² and coefficients", () => {
    const x = [1, 2, 3, null, 10, 20, 30, null];
    const made = regressionFill(panelOf({ x, w: [1, 2, 3, 4, 1, 2, 3, 4] }, { periods: [2020, 2021] }), { on: ["w"], fit: "per-period" });
    expect(cellsOf(made.value, "x")[3]).toBeCloseTo(4, 12);
    expect(cellsOf(made.value, "x")[7]).toBeCloseTo(40, 12);
    const { variable, period, rows, explained, slope_w } = rowOf(made, 1);
    expect([variable, period, rows]).toEqual(["x", 2021, 3]);
    expect(explained).toBeCloseTo(1, 12);
    expect(slope_w).toBeCloseTo(10, 12);
  });
  it("leaves missing, with a warning, what too few rows, a missing column or a unit without value cannot place", () => {
    const few = regressionFill(panelOf({ x: [1, 2, null], w: [1, 2, 3] }), { on: ["w"] });
    expect(cellsOf(few.value, "x")[2]).toBeNull();
    const hole = regressionFill(panelOf({ x: [1, 2, 4, null], w: [1, 2, 3, null] }), { on: ["w"] });
    expect(cellsOf(hole.value, "x")[3]).toBeNull();
    const x = [1, 5, null, 2, 7, null, 4, null, null];
    const lone = regressionFill(panelOf({ x, w: [1, 1, 1, 2, 2, 2, 3, 3, 3] }, { periods: [1, 2, 3] }), { on: ["w"], fit: "unit-effects" });
    expect(cellsOf(lone.value, "x").map((one) => one === null)).toEqual([false, false, true, false, false, true, false, false, true]);
    for (const made of [few, lone]) expect(made.warnings.map((one) => one.code)).toEqual(["still-missing"]);
    expect(hole.warnings.map((one) => one.code)).toEqual(["protected-series", "still-missing"]);
  });
  it.each([
    ["collinear columns", { on: ["w", "twice"] }],
    ["a constant column", { on: ["flat"] }],
    ["an unknown column", { on: ["z"] }],
    ["no column", { on: [] }],
    ["an unknown protected column", { on: ["w"], never: ["z"] }],
  ])("faults on %s", (_, options) => {
    const data = panelOf({ x: [1, 2, 4, 3, null], w: [1, 2, 3, 4, 5], twice: [2, 4, 6, 8, 10], flat: [1, 1, 1, 1, 1] });
    expect(() => regressionFill(data, options)).toThrow(Fault);
  });
});

describe("regression-fill: agreement", () => {
  it.each(reference)("$from", ({ input: { fit, ...columns }, expected, tolerance }) => {
    const made = cellsOf(regressionFill(panelOf(columns), { on: ["w"], fit: fit as "pooled" }).value, "x");
    expect(Math.abs((made.at(-1) as number) - expected)).toBeLessThanOrEqual(tolerance);
  });
});
