import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { gini } from "../gini/gini.js";
import { concentrationIndex } from "./concentration-index.js";
import type { ConcentrationIndexOptions } from "./concentration-index.method.js";
import reference from "./concentration-index.reference.json";

type Options = Partial<ConcentrationIndexOptions> & { weights?: readonly number[] };
type Cells = Record<string, number>;
const value = (h: readonly number[], rank: readonly number[], options: Options = {}): number =>
  concentrationIndex(h, rank, options).value as number;
const cells = (h: readonly number[], rank: readonly number[], options: Options = {}): Cells =>
  Object.fromEntries(concentrationIndex(h, rank, options).tables[0].columns.map(({ id, values }) => [id, values[0] as number]));

const amount = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
const rowsOf = fc.array(fc.tuple(amount, fc.integer({ min: 0, max: 6 }), fc.double({ min: 0.1, max: 9, noNaN: true })), {
  minLength: 3,
  maxLength: 40,
});
const apart = (rows: readonly (readonly [number, number, number])[]) => ({
  h: rows.map(([h]) => h),
  rank: rows.map(([, r]) => r),
  weights: rows.map(([, , w]) => w),
});

/** Slope and standard error of ordinary or robust least squares of 2σ²h/μ on the rank, each row w times its share. */
function regression(h: readonly number[], rank: readonly number[], weights: readonly number[]) {
  const total = weights.reduce((a, b) => a + b);
  const p = weights.map((w) => w / total);
  const R = rank.map((r) => rank.reduce((s, q, j) => s + (q < r ? p[j] : q === r ? p[j] / 2 : 0), 0));
  const over = (f: (i: number) => number): number => p.reduce((s, share, i) => s + share * f(i), 0);
  const mean = over((i) => h[i]);
  const variance = over((i) => (R[i] - 0.5) * (R[i] - 0.5));
  const y = h.map((one) => (2 * variance * one) / mean);
  const level = over((i) => y[i]);
  const slope = over((i) => (R[i] - 0.5) * y[i]) / variance;
  const rest = y.map((one, i) => one - level - slope * (R[i] - 0.5));
  const n = h.length;
  const plain = Math.sqrt(over((i) => rest[i] * rest[i]) / ((n - 2) * variance));
  const robust = Math.sqrt((n / (n - 2)) * over((i) => p[i] * ((R[i] - 0.5) * rest[i]) ** 2)) / variance;
  return { slope, plain, robust };
}

describe("concentration-index: laws", () => {
  it("is the Gini coefficient of values ranked by themselves, and its opposite ranked in reverse", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { h, weights } = apart(rows);
        const wanted = gini(h, { weights }).value as number;
        expect(value(h, h, { weights })).toBeCloseTo(wanted, 11);
        expect(
          value(
            h,
            h.map((one) => -one),
            { weights },
          ),
        ).toBeCloseTo(-wanted, 11);
      }),
    );
  });
  it("lies within the Gini, and does not change with scale, the order of rows (ties or not), or a monotone change of the ranks", () => {
    fc.assert(
      fc.property(rowsOf, fc.double({ min: 0.01, max: 100, noNaN: true }), (rows, k) => {
        const { h, rank, weights } = apart(rows);
        const found = value(h, rank, { weights });
        expect(Math.abs(found)).toBeLessThanOrEqual((gini(h, { weights }).value as number) + 1e-11);
        expect(
          value(
            h.map((one) => one * k),
            rank.map((r) => r * r * r + 1),
            { weights },
          ),
        ).toBeCloseTo(found, 11);
        const turned = apart([...rows].reverse());
        expect(value(turned.h, turned.rank, { weights: turned.weights })).toBeCloseTo(found, 11);
      }),
    );
  });
  it("treats a whole-number weight as that many rows", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { h, rank } = apart(rows);
        const weights = rows.map((_, i) => i % 4);
        const many = (x: readonly number[]): number[] => x.flatMap((one, i) => Array<number>(weights[i]).fill(one));
        expect(value(h, rank, { weights })).toBeCloseTo(value(many(h), many(rank)), 11);
      }),
    );
  });
  it("is the slope of the convenient regression, with its standard error, ordinary and robust", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { h, rank, weights } = apart(rows);
        fc.pre(new Set(rank).size > 1);
        const wanted = regression(h, rank, weights);
        const found = cells(h, rank, { weights });
        expect(found.concentration_index).toBeCloseTo(wanted.slope, 10);
        expect(found.se).toBeCloseTo(wanted.plain, 10);
        expect(cells(h, rank, { weights, se: "robust" }).se).toBeCloseTo(wanted.robust, 10);
      }),
    );
  });
  it("under a correction turns sign when having becomes lacking (the mirror), unlike the plain index", () => {
    const access = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 9 })), { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(access, (rows) => {
        const [h, rank] = [rows.map(([one]) => one), rows.map(([, r]) => r)];
        fc.pre(h.includes(0) && h.includes(1));
        const lacking = h.map((one) => 1 - one);
        for (const correction of ["wagstaff", "erreygers"] as const) {
          expect(value(lacking, rank, { correction })).toBeCloseTo(-value(h, rank, { correction }), 11);
          expect(Math.abs(value(h, rank, { correction }))).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(
          value(
            h.map((one) => 100 * one),
            rank,
            { max: 100 },
          ),
        ).toBeCloseTo(value(h, rank), 11);
      }),
    );
  });
});

describe("concentration-index: edges", () => {
  it("is 0 for equal values and for equal ranks, without a standard error below three rows", () => {
    expect(value([7, 7, 7], [1, 2, 3])).toBe(0);
    expect(value([1, 2, 9], [5, 5, 5])).toBe(0);
    expect(cells([1, 2], [1, 2]).se).toBeNull();
  });
  it("corrects 0 and 1 by default and says so; without a correction it warns", () => {
    const made = concentrationIndex([0, 0, 1, 1], [1, 2, 3, 4]);
    expect(made.method.options.correction).toBe("erreygers");
    expect(made.method.variant).toContain("corrected after erreygers");
    expect(concentrationIndex([0, 0, 1, 1], [1, 2, 3, 4], { correction: "none" }).warnings).toHaveLength(1);
  });
  it("gives null with a warning where all have access: Wagstaff divides by 0", () => {
    const made = concentrationIndex([1, 1, 1], [1, 2, 3], { correction: "wagstaff" });
    expect([made.value, made.warnings.length]).toEqual([null, 1]);
  });
  it("leaves rows out where value or rank is missing, and counts them", () => {
    const made = concentrationIndex([1, Number.NaN, 3, 5, 2], [1, 2, Number.NaN, 3, 2], { weights: [1, 1, 1, 1, 0] });
    expect([made.trace.rows, made.trace.dropped]).toEqual([2, 3]);
  });
  it("keeps its digits for huge and tiny values", () => {
    for (const scale of [1e300, 1e-300]) expect(value([scale, 2 * scale, 3 * scale, 4 * scale], [1, 2, 3, 4])).toBeCloseTo(0.25, 14);
  });
  it.each([
    ["negative values", () => value([-1, 2, 3], [1, 2, 3])],
    ["a zero total", () => value([0, 0], [1, 2])],
    ["no rows", () => value([], [])],
    ["too few ranks", () => value([1, 2], [1])],
    ["an infinite value", () => value([1, Number.POSITIVE_INFINITY], [1, 2])],
    ["values above max", () => value([1, 2, 120], [1, 2, 3], { max: 100 })],
    ["values below min", () => value([1, 2, 3], [1, 2, 3], { min: 2, max: 5 })],
    ["a correction without bounds", () => value([1, 2, 3], [1, 2, 3], { correction: "wagstaff" })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("concentration-index: agreement", () => {
  it.each(reference)("$from", ({ input: { values, rank, options }, expected, tolerance }) => {
    expect(Math.abs(value(values, rank, options as Options) - expected)).toBeLessThanOrEqual(tolerance);
  });
  describeWith("inequality", "concentration-index against IC2")("with other programs", () => {
    it("income of 14,827 persons along household size: ties in file order (IC2), and the mean rank that no order changes", () => {
      const { values } = referenceJson("inequality/ref_r_peers.json") as { values: { "micro.eusilc": { IC2: Cells } } };
      const persons = referenceRows("inequality/data/eusilc_synthetic.csv");
      const of = (id: string): number[] => persons.map((row) => numberOf(row[id]));
      const [income, size, weights] = [of("eqIncome"), of("hsize"), of("rb050")];
      const inFileOrder = size.map((one, i) => one + i / 1e6);
      const wanted = values["micro.eusilc"].IC2.conc_index_hsize;
      expect(value(income, inFileOrder, { weights }) / wanted).toBeCloseTo(1, 9);
      expect(value(income, size, { weights })).toBeCloseTo(-0.018405730934910935, 12);
      expect(value([...income].reverse(), [...size].reverse(), { weights: [...weights].reverse() })).toBeCloseTo(-0.018405730934910935, 12);
    });
  });
});
