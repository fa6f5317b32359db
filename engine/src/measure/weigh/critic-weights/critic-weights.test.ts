import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, referenceJson } from "../../../../../proof/reference-files.js";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { minMax } from "../../normalise/min-max/min-max.js";
import { criticWeights } from "./critic-weights.js";
import reference from "./critic-weights.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
const made = (columns: Columns, options = {}, around = {}) =>
  criticWeights(minMax(panelOf(columns, around)).value, treeOf({ index: { group: Object.keys(columns) } }), options);
const weights = (columns: Columns, options = {}, around = {}) => made(columns, options, around).value.share;

const cell = fc.integer({ min: 0, max: 1000 });
const rows = fc
  .array(fc.record({ a: cell, b: cell, c: cell }), { minLength: 4, maxLength: 15 })
  .map((all) => ({ a: all.map((row) => row.a), b: all.map((row) => row.b), c: all.map((row) => row.c) }))
  .filter((x) => [x.a, x.b, x.c].every((column) => new Set(column).size > 2));

describe("CRITIC weights: laws", () => {
  it("sum to 1, none is negative, and follow the columns when these change places", () => {
    fc.assert(
      fc.property(rows, ({ a, b, c }) => {
        const one = weights({ a, b, c });
        expect(one.a + one.b + one.c).toBeCloseTo(1, 13);
        expect(Math.min(one.a, one.b, one.c)).toBeGreaterThanOrEqual(0);
        expect(weights({ c, a, b }).b).toBeCloseTo(one.b, 12);
      }),
    );
  });
  it("are unchanged by an affine change of a column, and by doubling all rows", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 40 }), ({ a, b, c }, from, step) => {
        const one = weights({ a, b, c });
        expect(weights({ a: a.map((x) => from + step * x), b, c }).a).toBeCloseTo(one.a, 10);
        expect(weights({ a: [...a, ...a], b: [...b, ...b], c: [...c, ...c] }).a).toBeCloseTo(one.a, 10);
      }),
    );
  });
  it("see a reversed column as its opposite: the same as reversing by hand, not the same as before", () => {
    fc.assert(
      fc.property(rows, ({ a, b, c }) => {
        const reversed = weights({ a, b, c }, {}, { direction: { a: -1 } });
        expect(reversed.b).toBeCloseTo(weights({ a: a.map((x) => -x), b, c }).b, 12);
        expect(weights({ a, b, c }, { conflict: "absolute" }).b).toBeCloseTo(
          weights({ a, b, c }, { conflict: "absolute" }, { direction: { a: -1 } }).b,
          10,
        );
      }),
    );
    expect(weights({ a: [0, 1, 2, 9], b: [0, 2, 1, 5], c: [3, 1, 0, 2] }).a).not.toBeCloseTo(
      weights({ a: [0, 1, 2, 9], b: [0, 2, 1, 5], c: [3, 1, 0, 2] }, {}, { direction: { a: -1 } }).a,
      3,
    );
  });
});

describe("CRITIC weights: edges", () => {
  const x = { a: [0, 0.5, 1, 0.2], b: [1, 0, 0.9, 0.8], c: [0.3, 0.1, 0.2, 0.9] };

  it("drops a constant column first, with weight 0 and a warning, so that the others weigh as without it", () => {
    const result = made({ ...x, d: [7, 7, 7, 7] });
    expect(result.value.share).toMatchObject({ ...weights(x), d: 0 });
    expect(result.warnings.map((one) => one.code)).toContain("constant");
    expect(result.trace.groups).toMatchObject([{ indicators: ["a", "b", "c"], constant: ["d"] }]);
  });
  it("gives an only varying column everything", () => {
    expect(weights({ a: [1, 2, 4], b: [5, 5, 5] })).toMatchObject({ a: 1, b: 0 });
  });
  it("faults when all say the same, and when nothing varies", () => {
    expect(() => made({ a: [1, 2, 4], b: [10, 20, 40] })).toThrow(expect.objectContaining({ code: "no-weight" }));
    expect(() => made({ a: [1, 1], b: [2, 2] })).toThrow(Fault);
  });
  it("takes each pair over the rows where both are there, and faults when there are too few", () => {
    const result = made({ a: [1, 2, 4, null], b: [4, 1, 3, 2], c: [1, 5, 2, 2] });
    const r = (result.trace.groups as { r: number[][] }[])[0].r;
    expect(r[0][1]).toBeCloseTo(-0.1428571428571429, 12);
    expect(() => made({ a: [1, 2, null, null], b: [null, null, 1, 2], c: [1, 3, 2, 2] })).toThrow(
      expect.objectContaining({ code: "no-correlation" }),
    );
  });
  it("weighs each period on its own when asked", () => {
    const around = { periods: [2020, 2021] };
    const two = { a: [0, 2, 10, 0, 10, 9], b: [10, 4, 0, 1, 0, 10], c: [0, 1, 3, 10, 0, 7] };
    const result = made(two, { scope: "per-period" }, around);
    expect(result.value.byPeriod).toHaveLength(2);
    expect(result.warnings.map((one) => one.code)).toContain("per-period");
    expect(result.value.effective.a).not.toBeCloseTo(weights(two, {}, around).a, 6);
  });
  it("refuses negative values only where entropy is the contrast, and a mean of 0 only where it divides", () => {
    const z = panelOf({ a: [-1, 0, 1], b: [1, -2, 1], c: [0.5, 0.2, 0.1] });
    const tree = treeOf({ index: { group: ["a", "b", "c"] } });
    expect(criticWeights(z, tree).value.share.a).toBeGreaterThan(0);
    expect(() => criticWeights(z, tree, { contrast: "entropy" })).toThrow(expect.objectContaining({ code: "negative-value" }));
    expect(() => criticWeights(z, tree, { contrast: "cv" })).toThrow(expect.objectContaining({ code: "mean-near-zero" }));
  });
  it("keeps every weight inside bounds and says which hold", () => {
    const free = weights(x);
    const result = made(x, { bounds: [0.3, 0.36] });
    for (const id of ["a", "b", "c"]) expect(result.value.share[id]).toBeGreaterThanOrEqual(0.3);
    expect(Math.max(free.a, free.b, free.c)).toBeGreaterThan(0.36);
    expect(result.trace.activeBounds).toHaveLength(1);
    expect(() => made(x, { bounds: [0.4, 1] })).toThrow(expect.objectContaining({ code: "infeasible-bounds" }));
  });
});

describe("CRITIC weights: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const { share } = made(input.columns as unknown as Columns, input.options, { direction: input.direction }).value;
    Object.keys(input.columns).forEach((id, k) => {
      expect(Math.abs(share[id] - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
  describeWith("coinr", "published CRITIC weights")("published tables", () => {
    const { cases } = referenceJson("coinr/mcdm/cases.json") as {
      cases: { id: string; inputs: { X: number[][]; dirs: (1 | -1)[] }; value: { C: number[]; w: number[]; sd: number[] } }[];
    };
    it.each(["critic_tus2019", "critic_tus2019_C1_cost"])("%s", (name) => {
      const { inputs, value } = cases.find((one) => one.id === name) as (typeof cases)[number];
      const ids = inputs.X[0].map((_, j) => `x${j}`);
      const columns = Object.fromEntries(ids.map((id, j) => [id, inputs.X.map((row) => row[j])]));
      const direction = Object.fromEntries(ids.map((id, j) => [id, inputs.dirs[j]]));
      const result = made(columns, {}, { direction });
      const trace = (result.trace.groups as { C: number[]; contrast: number[] }[])[0];
      ids.forEach((id, k) => {
        expect(result.value.share[id]).toBeCloseTo(value.w[k], 13);
        expect(trace.C[k]).toBeCloseTo(value.C[k], 12);
        expect(trace.contrast[k]).toBeCloseTo(value.sd[k], 13);
      });
    });
  });
});
