import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasReference, referenceJson } from "../../../../../proof/reference-files.js";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { projectionIndex } from "../projection-index.js";
import { projectionPursuitWeights } from "./projection-pursuit-weights.js";
import reference from "./projection-pursuit-weights.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
interface GroupTrace {
  readonly a: number[];
  readonly Q: number;
  readonly S: number;
  readonly D: number;
  readonly ends: number[];
  readonly bestProbe: number;
  readonly rows: number;
}
const made = (columns: Columns, options = {}, around = {}) =>
  projectionPursuitWeights(panelOf(columns, around), treeOf({ index: { group: Object.keys(columns) } }), options);
const traceOf = (result: ReturnType<typeof made>): GroupTrace => (result.trace.groups as GroupTrace[])[0];
const arrays = (rows: readonly (readonly number[])[]) => rows[0].map((_, j) => Float64Array.from(rows, (row) => row[j]));

/** Every ordered pair, as the formula has it. */
function byPairs(z: readonly number[], share: number): number {
  const centre = z.reduce((sum, one) => sum + one, 0) / z.length;
  const s = Math.sqrt(z.reduce((sum, one) => sum + (one - centre) ** 2, 0) / (z.length - 1));
  return z.reduce((all, one) => all + z.reduce((sum, other) => sum + Math.max(0, share * s - Math.abs(one - other)), 0), 0);
}

const cell = fc.integer({ min: 0, max: 100 }).map((one) => one / 100);
const two = fc
  .array(fc.record({ x: cell, y: cell }), { minLength: 6, maxLength: 20 })
  .map((rows) => ({ x: rows.map((row) => row.x), y: rows.map((row) => row.y) }))
  .filter(({ x, y }) => new Set(x).size > 3 && new Set(y).size > 3);

describe("projection pursuit weights: laws", () => {
  it("count the density by sorting as by all ordered pairs", () => {
    fc.assert(
      fc.property(two, fc.double({ min: 0.01, max: 4, noNaN: true }), ({ x, y }, window) => {
        const { d } = projectionIndex([Float64Array.from(x), Float64Array.from(y)], [0.6, 0.8], window);
        const pairs = byPairs(
          x.map((one, i) => 0.6 * one + 0.8 * y[i]),
          window,
        );
        expect(d).toBeCloseTo(pairs, 9);
      }),
    );
  });
  it("find no worse a direction than a fine grid of the quarter circle, and sum to 1", () => {
    fc.assert(
      fc.property(two, ({ x, y }) => {
        const result = made({ x, y });
        const columns = [Float64Array.from(x), Float64Array.from(y)];
        expect(result.value.share.x + result.value.share.y).toBeCloseTo(1, 13);
        const grid = Array.from({ length: 901 }, (_, k) => (k * Math.PI) / 1800);
        const most = Math.max(...grid.map((angle) => projectionIndex(columns, [Math.cos(angle), Math.sin(angle)], 0.1).q));
        expect(traceOf(result).Q).toBeGreaterThanOrEqual(most * (1 - 1e-3));
      }),
      { numRuns: 20 },
    );
  });
  it("do not depend on the order of the rows, nor on the unit that all columns share", () => {
    fc.assert(
      fc.property(two, ({ x, y }) => {
        const { Q } = traceOf(made({ x, y }));
        expect(traceOf(made({ x: [...x].reverse(), y: [...y].reverse() })).Q).toBeCloseTo(Q, 9);
        expect(traceOf(made({ x: x.map((one) => 10 * one), y: y.map((one) => 10 * one) })).Q).toBeCloseTo(100 * Q, 6);
      }),
      { numRuns: 10 },
    );
  });
});

describe("projection pursuit weights: edges", () => {
  const x = { a: [0, 0.1, 0.2, 0.9, 1, 0.8, 0.5], b: [0.1, 0, 0.3, 1, 0.7, 0.9, 0.2], c: [0.9, 0.2, 0.4, 0.1, 0.7, 0, 1] };

  it("give the same numbers for the same seed, and say how every start ended", () => {
    expect(made(x)).toEqual(made(x));
    const { Q, ends, bestProbe, S, D } = traceOf(made(x));
    expect(Q).toBeCloseTo(S * D, 13);
    expect(Q).toBeGreaterThanOrEqual(Math.max(...ends, bestProbe));
    expect(ends.length).toBeGreaterThanOrEqual(8);
    expect(traceOf(made(x, { seed: 7 })).Q).toBeCloseTo(Q, 3);
  });
  it("take squares of the direction, or its entries rescaled", () => {
    const { a } = traceOf(made(x));
    expect(made(x).value.share.a).toBeCloseTo(a[0] ** 2, 13);
    expect(made(x, { take: "entries" }).value.share.a).toBeCloseTo(a[0] / a.reduce((sum, one) => sum + one, 0), 13);
  });
  it("warn when another direction does nearly as well with other weights", () => {
    const mirrored = { a: [0, 0.1, 1, 0.9, 0.5, 0.4], b: [1, 0.9, 0, 0.1, 0.5, 0.6] };
    expect(made(mirrored).warnings.map((one) => one.code)).toEqual(["rival-optimum"]);
  });
  it("widen the window when asked, leave rows with gaps out, keep bounds, weigh periods apart", () => {
    expect(traceOf(made(x, { window: 0.5 })).D).toBeGreaterThan(traceOf(made(x)).D);
    expect(traceOf(made({ ...x, c: [null, 0.2, 0.4, 0.1, 0.7, 0, 1] })).rows).toBe(6);
    const { share } = made(x, { bounds: [0.3, 0.4] }).value;
    expect(Math.min(share.a, share.b, share.c)).toBeGreaterThanOrEqual(0.3 - 1e-12);
    const yearly = made({ a: [0, 0.4, 1, 0, 0.2, 1], b: [1, 0, 0.3, 0, 1, 0.4] }, { scope: "per-period" }, { periods: [2020, 2021] });
    expect(yearly.value.byPeriod).toHaveLength(2);
  });
  it("drop a constant column first", () => {
    const result = made({ ...x, d: [3, 3, 3, 3, 3, 3, 3] });
    expect(result.value.share.d).toBe(0);
    expect(result.warnings.map((one) => one.code)).toContain("constant");
  });
});

describe("projection pursuit weights: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const found = projectionIndex(arrays(input.rows), input.a, input.window);
    for (const key of ["s", "d", "q"] as const) expect(Math.abs(found[key] - expected[key])).toBeLessThanOrEqual(tolerance);
  });
  it.runIf(hasReference("coinr", "the projection index of a unit square"))("the index of a unit square", () => {
    const { cases } = referenceJson("coinr/mcdm/cases.json") as {
      cases: { id: string; inputs: { Z: number[][]; a: number[] }; value: { S: number; D: number; Q: number } }[];
    };
    const { inputs, value } = cases.find((one) => one.id === "projection_pursuit_objective") as (typeof cases)[number];
    const found = projectionIndex(arrays(inputs.Z), inputs.a, 0.1);
    expect([found.s, found.d, found.q]).toEqual([value.S, value.D, value.Q].map((one) => expect.closeTo(one, 14)));
  });
});
