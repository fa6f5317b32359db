import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel } from "../../../../../proof/asem.js";
import { describeWith, numberOf, referenceRows } from "../../../../../proof/reference-files.js";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { projectOnSimplex } from "../simplex.js";
import { balancedWeights } from "./balanced-weights.js";
import reference from "./balanced-weights.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
interface GroupTrace {
  readonly r: number[];
  readonly obtained: number[];
  readonly objective: number;
  readonly objectiveOfEqual: number | null;
  readonly ends: number[];
  readonly atFloor: string[];
  readonly atCap: string[];
}
const made = (columns: Columns, options = {}, around = {}) =>
  balancedWeights(panelOf(columns, around), treeOf({ index: { group: Object.keys(columns) } }), options);
const traceOf = (result: ReturnType<typeof balancedWeights>): GroupTrace => (result.trace.groups as GroupTrace[])[0];

const cell = fc.integer({ min: 0, max: 100 });
const tables = fc
  .array(fc.record({ a: cell, b: cell, c: cell }), { minLength: 6, maxLength: 15 })
  .map((all) => ({ a: all.map((row) => row.a), b: all.map((row) => row.b), c: all.map((row) => row.c) }))
  .filter((x) => [x.a, x.b, x.c].every((column) => new Set(column).size > 3));

describe("correlation-balanced weights: laws", () => {
  it("sum to 1 inside the bounds, and are at least as good as equal weights", () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom("balance", "infomax"),
        fc.constantFrom([0, 1], [0.1, 0.6], [0.2, 0.45]),
        (x, objective, bounds) => {
          const result = made(x, { objective, bounds });
          const { a, b, c } = result.value.share;
          expect(a + b + c).toBeCloseTo(1, 12);
          expect(Math.min(a, b, c)).toBeGreaterThanOrEqual(bounds[0] - 1e-12);
          expect(Math.max(a, b, c)).toBeLessThanOrEqual(bounds[1] + 1e-12);
          const { objective: found, objectiveOfEqual } = traceOf(result);
          const sign = objective === "balance" ? 1 : -1;
          if (objectiveOfEqual !== null) expect(sign * found).toBeLessThanOrEqual(sign * objectiveOfEqual + 1e-12);
        },
      ),
      { numRuns: 60 },
    );
  });
  it("are no worse than any weights on a grid", () => {
    fc.assert(
      fc.property(tables, ({ a, b }) => {
        const { objective } = traceOf(made({ a, b }, { objective: "infomax" }));
        for (let k = 0; k <= 100; k++) {
          const w = k / 100;
          const fixed = { a, b, index: a.map((one, i) => w * one + (1 - w) * b[i]) };
          if (new Set(fixed.index).size === 1) continue;
          const sumOfSquares = correlation(a, fixed.index) ** 2 + correlation(b, fixed.index) ** 2;
          expect(sumOfSquares).toBeLessThanOrEqual(objective + 1e-7);
        }
      }),
      { numRuns: 40 },
    );
  });
  it("even out units of measure: a column counted in tenths weighs a tenth beside the others", () => {
    fc.assert(
      fc.property(tables, ({ a, b }) => {
        fc.pre(correlation(a, b) > -0.9);
        const one = made({ a, b }).value.share;
        const other = made({ a: a.map((x) => 10 * x), b }).value.share;
        expect((10 * other.a) / other.b).toBeCloseTo(one.a / one.b, 4);
      }),
      { numRuns: 40 },
    );
  });
  it("stand on the nearest point of the simplex", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fc.tuple(cell, cell, cell),
        (x, raw) => {
          const near = projectOnSimplex(x, [0, 0.7]);
          expect(near.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 13);
          const total = raw.reduce((sum, one) => sum + one, 0);
          const other = raw.map((one) => one / total);
          fc.pre(total > 0 && Math.max(...other) <= 0.7);
          const distance = (point: readonly number[]): number => point.reduce((sum, one, k) => sum + (one - x[k]) ** 2, 0);
          expect(distance(near)).toBeLessThanOrEqual(distance(other) + 1e-12);
        },
      ),
    );
  });
});

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const product = (u: readonly number[], mu: number, v: readonly number[], mv: number): number =>
    u.reduce((sum, one, i) => sum + (one - mu) * (v[i] - mv), 0);
  return product(x, mx, y, my) / Math.sqrt(product(x, mx, x, mx) * product(y, my, y, my));
}

describe("correlation-balanced weights: edges", () => {
  const x = { a: [0, 1, 2, 4, 3], b: [1, 0, 3, 3, 5], c: [2, 3, 1, 0, 1] };

  it("says which bounds hold where they keep the correlations from being equal", () => {
    const free = traceOf(made(x));
    const held = traceOf(made(x, { bounds: [0.3, 0.36] }));
    expect(free.objective).toBeLessThan(1e-12);
    expect(held.objective).toBeGreaterThan(1e-6);
    expect(held.atCap.length + held.atFloor.length).toBeGreaterThan(0);
  });
  it("faults when no weights make an index that goes with its indicators", () => {
    expect(() => made({ a: [0, 1, 2, 5], b: [5, 4, 3, 0] })).toThrow(expect.objectContaining({ code: "no-balance" }));
  });
  it("drops a constant column, weighs periods apart, leaves rows with gaps out", () => {
    const constant = made({ a: x.a, b: x.b, d: [1, 1, 1, 1, 1] });
    expect(constant.value.share).toMatchObject({ a: expect.closeTo(made({ a: x.a, b: x.b }).value.share.a, 9), d: 0 });
    const yearly = made({ a: [0, 1, 2, 3, 1, 2], b: [1, 0, 3, 0, 1, 5] }, { scope: "per-period" }, { periods: [2020, 2021] });
    expect(yearly.value.byPeriod).toHaveLength(2);
    expect(made({ a: [0, 1, 2, 4, null], b: x.b }).value.share.a).toBeCloseTo(
      made({ a: [0, 1, 2, 4], b: x.b.slice(0, 4) }).value.share.a,
      9,
    );
  });
  it("gives the same numbers for the same seed; every start is told", () => {
    expect(made(x, { starts: 9 })).toEqual(made(x, { starts: 9 }));
    expect(traceOf(made(x, { starts: 9, seed: 3 })).ends).toHaveLength(11);
  });
  it.each([
    ["bounds that cannot sum to 1", { bounds: [0.5, 1] }, "infeasible-bounds"],
    ["targets where none are used", { objective: "infomax", targets: { a: 2 } }, "targets"],
    ["a target of no indicator", { targets: { d: 2 } }, "targets"],
    ["targets that are all 0", { targets: { a: 0, b: 0, c: 0 } }, "no-target"],
    ["too few starts", { starts: 2 }, "out-of-range"],
  ])("faults on %s", (_, options, code) => expect(() => made(x, options)).toThrow(expect.objectContaining({ code })));
});

describe("correlation-balanced weights: agreement", () => {
  it.each(reference)("$from", ({ input, expected, objective, tolerance }) => {
    const result = made(input.columns as unknown as Columns, input.options);
    Object.keys(input.columns).forEach((id, k) => {
      expect(Math.abs(result.value.share[id] - expected[k])).toBeLessThanOrEqual(tolerance);
    });
    expect(traceOf(result).objective).toBeCloseTo(objective, 12);
  });

  describeWith("coinr", "optimised weights of ASEM")("COINr, ASEM", () => {
    const pillars = treeOf({ index: { all: ["Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin"] } });
    it("two sub-indices balance exactly where they do there", () => {
      const theirs = referenceRows("coinr/weights/opt_balance_equal_L3_corr.csv").map((row) => numberOf(row.OptWeight));
      const result = balancedWeights(asemPanel("default/Aggregated.csv"), treeOf({ index: { all: ["Conn", "Sust"] } }));
      expect(result.value.share.Conn).toBeCloseTo(theirs[0], 10);
      expect(result.value.share.Sust).toBeCloseTo(theirs[1], 10);
    });
    it("eight pillars stay inside bounds, where the peer ends at −0.202 or stops after nine steps", () => {
      const result = balancedWeights(asemPanel("default/Aggregated.csv"), pillars);
      const { objective, objectiveOfEqual, ends } = traceOf(result);
      expect(Math.min(...Object.values(result.value.share))).toBeGreaterThanOrEqual(0);
      expect(objective).toBeLessThan((objectiveOfEqual as number) / 40);
      expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(1e-9);
      const stopped = referenceRows("coinr/weights/opt_balance_equal_L2_DEFAULT_tol_corr.csv").map((row) => numberOf(row.Obtained));
      expect(objective).toBeLessThan(stopped.reduce((sum, one) => sum + (one - 0.125) ** 2, 0));
    });
    it("the sum of squared correlations is at least that found there", () => {
      const theirs = referenceRows("coinr/weights/opt_infomax_L2_corr.csv").map((row) => numberOf(row.Obtained));
      const result = balancedWeights(asemPanel("default/Aggregated.csv"), pillars, { objective: "infomax" });
      expect(traceOf(result).objective).toBeGreaterThan(theirs.reduce((sum, one) => sum + one * one, 0));
    });
  });
});
