import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { scatterDegreeWeights } from "./scatter-degree-weights.js";
import reference from "./scatter-degree-weights.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
interface GroupTrace {
  readonly H: number[][];
  readonly eigenvalues: number[];
  readonly rows: number;
  readonly scatter: number;
}
const made = (columns: Columns, options = {}, periods: readonly number[] = [2020, 2021]) =>
  scatterDegreeWeights(panelOf(columns, { periods }), treeOf({ index: { group: Object.keys(columns) } }), options);
const traceOf = (result: ReturnType<typeof scatterDegreeWeights>): GroupTrace => (result.trace.groups as GroupTrace[])[0];

const cell = fc.integer({ min: 0, max: 100 });
const tables = fc
  .array(fc.record({ a: cell, b: cell, c: cell }), { minLength: 8, maxLength: 8 })
  .map((all) => ({ a: all.map((row) => row.a), b: all.map((row) => row.b), c: all.map((row) => row.c) }))
  .filter((x) => [x.a, x.b, x.c].every((column) => new Set(column).size > 3));
const swapped = (column: readonly number[]): number[] => [...column.slice(4), ...column.slice(0, 4)];

describe("scatter degree weights: laws", () => {
  it("sum to 1 and do not depend on the order of the years", () => {
    fc.assert(
      fc.property(tables, ({ a, b, c }) => {
        const one = made({ a, b, c }, { negativeWeight: "constrain" });
        expect(one.value.share.a + one.value.share.b + one.value.share.c).toBeCloseTo(1, 13);
        const other = made({ a: swapped(a), b: swapped(b), c: swapped(c) }, { negativeWeight: "constrain" });
        expect(traceOf(other).scatter).toBeCloseTo(traceOf(one).scatter, 9);
      }),
    );
  });
  it("scatter the scores more than any other weights that are not negative", () => {
    const weight = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(tables, fc.tuple(weight, weight, weight), ({ a, b, c }, w) => {
        fc.pre(w.some((one) => one > 0));
        const { H, scatter } = traceOf(made({ a, b, c }, { negativeWeight: "constrain" }));
        const size = w.reduce((sum, one) => sum + one * one, 0);
        const theirs = w.reduce((sum, one, i) => sum + one * w.reduce((inner, other, j) => inner + other * H[i][j], 0), 0) / size;
        expect(theirs).toBeLessThanOrEqual(scatter * (1 + 1e-9));
      }),
    );
  });
});

describe("scatter degree weights: edges", () => {
  const against = { a: [1, 2, 3, 4, 6, 7], b: [2, 3, 3, 5, 6, 5], c: [9, 7, 6, 3, 1, 2] };

  it("faults on a negative entry, and constrains it away when asked", () => {
    expect(() => made(against)).toThrow(expect.objectContaining({ code: "negative-weight" }));
    const result = made(against, { negativeWeight: "constrain" });
    expect(result.value.share.c).toBe(0);
    expect(result.warnings.map((one) => one.code)).toEqual(["negative-weight"]);
    expect(result.value.share.a).toBeCloseTo(made({ a: against.a, b: against.b }).value.share.a, 9);
  });
  it("standardises over all periods or over each", () => {
    const x = { a: [1, 2, 4, 50, 52, 51], b: [2, 3, 3, 5, 4, 9] };
    const [pooled, yearly] = ["pooled", "per-period"].map(
      (standardise) => traceOf(made(x, { standardise, negativeWeight: "constrain" })).H[0][1],
    );
    expect(pooled).toBeGreaterThan(yearly);
    expect(traceOf(made({ ...x, b: [2, 2, 2, 5, 4, 9] }, { standardise: "per-period", negativeWeight: "constrain" })).H[1][1]).toBeCloseTo(
      2,
      12,
    );
  });
  it("leaves rows with a missing cell out and keeps weights inside bounds", () => {
    const result = made({ a: [1, 0, -1, 2, 0, null], b: [0, 1, -1, 0, 1, -1] }, { standardise: "none", bounds: [0.4, 0.6] });
    expect(traceOf(result)).toMatchObject({
      rows: 5,
      H: [
        [6, 1],
        [1, 3],
      ],
    });
    expect(result.value.share).toMatchObject({ a: expect.closeTo(0.6, 14), b: expect.closeTo(0.4, 14) });
  });
});

describe("scatter degree weights: agreement", () => {
  it.each(reference)("$from", ({ input, H, eigenvalue, expected, tolerance }) => {
    const result = made(input.columns as unknown as Columns, input.options, input.periods);
    const trace = traceOf(result);
    H.flat().forEach((one, k) => {
      expect(trace.H.flat()[k]).toBeCloseTo(one, 12);
    });
    expect(trace.eigenvalues[0]).toBeCloseTo(eigenvalue, 12);
    expect(Math.abs(result.value.share.a - expected[0])).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(result.value.share.b - expected[1])).toBeLessThanOrEqual(tolerance);
  });
});
