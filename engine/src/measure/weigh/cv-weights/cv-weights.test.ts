import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { cvWeights } from "./cv-weights.js";
import reference from "./cv-weights.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
const made = (columns: Columns, options = {}, around = {}) =>
  cvWeights(panelOf(columns, around), treeOf({ index: { group: Object.keys(columns) } }), options);
const weights = (columns: Columns, options = {}, around = {}) => made(columns, options, around).value.share;

const cell = fc.integer({ min: 1, max: 1000 });
const rows = fc
  .array(fc.record({ a: cell, b: cell, c: cell }), { minLength: 2, maxLength: 15 })
  .map((all) => ({ a: all.map((row) => row.a), b: all.map((row) => row.b), c: all.map((row) => row.c) }))
  .filter((x) => [x.a, x.b, x.c].every((column) => new Set(column).size > 1));

describe("weights by coefficient of variation: laws", () => {
  it("sum to 1, do not depend on units of measure or directions, and follow the columns", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 999 }), ({ a, b, c }, k) => {
        const one = weights({ a, b, c });
        expect(one.a + one.b + one.c).toBeCloseTo(1, 13);
        expect(weights({ c, b, a: a.map((x) => x * k) }, {}, { direction: { b: -1 } }).a).toBeCloseTo(one.a, 12);
      }),
    );
  });
  it("change when a column is shifted: the zero of the scale matters", () => {
    fc.assert(
      fc.property(rows, ({ a, b, c }) => {
        expect(weights({ a: a.map((x) => x + 500), b, c }).a).toBeLessThan(weights({ a, b, c }).a);
      }),
    );
  });
});

describe("weights by coefficient of variation: edges", () => {
  it("leave missing cells out", () => {
    expect(weights({ a: [1, null, 2, 3], b: [10, 20, null, 60] }).a).toBeCloseTo(weights({ a: [1, 2, 3], b: [10, 20, 60] }).a, 15);
  });
  it("give a constant column weight 0 with a warning", () => {
    const result = made({ a: [1, 2, 3], b: [4, 4, 4], c: [1, 5, 2] });
    expect(result.value.share.b).toBe(0);
    expect(result.warnings.map((one) => one.code)).toEqual(["constant"]);
  });
  it("name a column with negative values, and fault on a mean as good as 0", () => {
    expect(made({ a: [-1, 2, 6], b: [1, 5, 2] }).warnings.map((one) => one.code)).toEqual(["negative-values"]);
    expect(() => made({ a: [-1, 0, 1], b: [1, 5, 2] })).toThrow(expect.objectContaining({ code: "mean-near-zero" }));
    expect(() => made({ a: [1, 1], b: [2, 2] })).toThrow(Fault);
  });
  it("weigh each period on its own, inside the level and the bounds asked for", () => {
    const columns = { a: [1, 2, 3, 3, 3, 4], b: [10, 20, 60, 10, 30, 20] };
    const around = { periods: [2020, 2021] };
    expect(made(columns, { scope: "per-period" }, around).value.byPeriod?.[0].share.a).toBeCloseTo(
      weights({ a: [1, 2, 3], b: [10, 20, 60] }).a,
      15,
    );
    expect(weights(columns, { bounds: [0.45, 1] }, around)).toMatchObject({ a: 0.45, b: expect.closeTo(0.55, 15) });
    const tree = treeOf({ wheel: { g: ["a"], h: ["b"] } });
    expect(cvWeights(panelOf(columns, around), tree, { within: "wheel" }).value.effective.a).toBeCloseTo(
      weights(columns, {}, around).a,
      15,
    );
  });
});

describe("weights by coefficient of variation: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const share = weights(input.columns as unknown as Columns);
    Object.keys(input.columns).forEach((id, k) => {
      expect(Math.abs(share[id] - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
});
