import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { atkinson } from "./atkinson.js";
import reference from "./atkinson.reference.json";

type Options = { epsilon?: number; weights?: number[] };
const value = (x: readonly number[], options: Options = {}): number => atkinson(x, options).value;
const incomes = fc.array(fc.double({ min: 0.1, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 30 });
const aversion = fc.double({ min: 0.05, max: 5, noNaN: true });

describe("atkinson: laws", () => {
  it("lies in [0, 1) and does not change with scale, order or replication", () => {
    fc.assert(
      fc.property(incomes, aversion, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, epsilon, k) => {
        const found = value(x, { epsilon });
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThan(1);
        for (const other of [x.map((one) => one * k), [...x].reverse(), [...x, ...x]])
          expect(value(other, { epsilon })).toBeCloseTo(found, 10);
      }),
    );
  });
  it("falls when a richer row gives to a poorer one, and rises with aversion", () => {
    fc.assert(
      fc.property(incomes, aversion, (x, epsilon) => {
        const sorted = [...x].sort((a, b) => a - b);
        const last = sorted.length - 1;
        const gift = (sorted[last] - sorted[0]) / 4;
        const after = sorted.map((one, i) => (i === 0 ? one + gift : i === last ? one - gift : one));
        expect(value(after, { epsilon })).toBeLessThanOrEqual(value(sorted, { epsilon }) + 1e-12);
        expect(value(x, { epsilon: epsilon + 0.5 })).toBeGreaterThanOrEqual(value(x, { epsilon }) - 1e-12);
      }),
    );
  });
  it("treats a whole-number weight as that many rows, and never puts the equivalent below the least value", () => {
    fc.assert(
      fc.property(incomes, aversion, (x, epsilon) => {
        const weights = x.map((_, i) => 1 + (i % 3));
        const many = x.flatMap((one, i) => Array<number>(weights[i]).fill(one));
        expect(value(x, { epsilon, weights })).toBeCloseTo(value(many, { epsilon }), 10);
        const equivalent = atkinson(x, { epsilon }).tables[0].columns[1].values[0] as number;
        expect(equivalent).toBeGreaterThanOrEqual(Math.min(...x) * (1 - 1e-12));
      }),
    );
  });
  it("is ε/2 · δ² for two incomes 1 ± δ, to the digits", () => {
    for (const epsilon of [0.5, 1, 2]) expect(value([1 - 1e-6, 1 + 1e-6], { epsilon }) / (epsilon * 0.5e-12)).toBeCloseTo(1, 5);
  });
});

describe("atkinson: edges", () => {
  it("is exactly 0 for equal values and one row", () =>
    expect([value([7, 7]), value([5]), value([0.1, 0.1, 0.1], { epsilon: 2 })]).toEqual([0, 0, 0]));
  it("is 1 with a warning when a value is 0 and ε at least 1, and below 1 otherwise", () => {
    const made = atkinson([0, 2]);
    expect([made.value, made.warnings.map((one) => one.code)]).toEqual([1, ["zero-value"]]);
    expect(atkinson([0, 2], { epsilon: 0.9 }).warnings).toEqual([]);
    expect(value([0, 2], { epsilon: 0.9 })).toBeCloseTo(1 - 0.5 ** 9, 12);
  });
  it("passes smoothly through ε = 1", () => expect(value([1, 4], { epsilon: 1 + 1e-6 })).toBeCloseTo(0.2, 5));
  it("is 1 where the powers exceed the doubles", () => expect(value([1e-300, 1], { epsilon: 3 })).toBe(1));
  it("leaves missing rows out and counts them", () => {
    const made = atkinson([1, Number.NaN, 4]);
    expect(made.value).toBeCloseTo(0.2, 15);
    expect(made.trace.dropped).toBe(1);
  });
  it("prints its ε", () => expect(atkinson([1, 2], { epsilon: 2 }).method.variant).toBe("ε = 2 · each row counts once"));
  it.each([
    ["negative values", () => value([-1, 2, 3])],
    ["a zero total", () => value([0, 0])],
    ["no rows", () => value([])],
    ["ε of 0", () => value([1, 2], { epsilon: 0 })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("atkinson: agreement", () => {
  it.each(reference)("$from", ({ input: { values, options }, expected, tolerance }) => {
    expect(Math.abs(value(values, options) - expected)).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "atkinson against ineq, PySAL, IC2")("with other programs", () => {
    type Cells = Record<string, number>;
    const near = (found: number, wanted: number, relative: number): void =>
      expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * wanted);
    it("48 states (PySAL, ineq), weighted states in 2015 (IC2)", () => {
      const pysal = referenceJson("inequality/ref_inequality_pysal.json") as Record<string, Cells>;
      const { values } = referenceJson("inequality/ref_r_peers.json") as { values: Record<string, Cells> };
      const states = referenceRows("inequality/data/us_income.csv");
      const later = referenceRows("inequality/data/us_states_2015.csv");
      const weights = later.map((row) => numberOf(row.total_pop_15));
      for (const epsilon of [0.5, 1, 2]) {
        const of = (year: string): number =>
          value(
            states.map((row) => numberOf(row[year])),
            { epsilon },
          );
        for (const [year, wanted] of Object.entries(pysal[`us_income.atkinson_${epsilon}`])) near(of(year), wanted, 1e-9);
        for (const year of ["1929", "2009"]) near(of(year), values[`ineq.us_${year}`][`Atkinson_${epsilon}`], 1e-9);
        const x = later.map((row) => numberOf(row.median_income_15));
        near(value(x, { epsilon, weights }), values["weighted.us_states_2015"][`IC2_Atk_${epsilon}`], 1e-8);
      }
    });
  });
});
