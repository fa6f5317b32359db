import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { gini } from "../gini/gini.js";
import { lorenz } from "./lorenz.js";
import type { LorenzOptions } from "./lorenz.method.js";
import reference from "./lorenz.reference.json";

type Options = Partial<LorenzOptions> & { weights?: readonly number[] };
const value = (x: readonly number[], options: Options = {}) => lorenz(x, options).value;
const incomes = fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });
const closeTo = (found: ArrayLike<number>, wanted: ArrayLike<number>, digits = 10): void => {
  expect(found.length).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) expect(found[i]).toBeCloseTo(wanted[i], digits);
};

describe("lorenz: laws", () => {
  it("goes from (0, 0) to (1, 1), increasing and convex, below the diagonal", () => {
    fc.assert(
      fc.property(incomes, fc.constantFrom("rows" as const, "deciles" as const, "percentiles" as const), (x, at) => {
        const { population, income } = value(x, { at });
        const last = income.length - 1;
        expect([population[0], income[0], population[last], income[last]]).toEqual([0, 0, 1, 1]);
        let slope = 0;
        for (let i = 1; i <= last; i++) {
          expect(income[i]).toBeLessThanOrEqual(population[i] + 1e-12);
          const next = (income[i] - income[i - 1]) / (population[i] - population[i - 1]);
          expect(next).toBeGreaterThanOrEqual(slope - 1e-9);
          slope = next;
        }
      }),
    );
  });
  it("encloses half the Gini with the diagonal", () => {
    fc.assert(
      fc.property(incomes, (x) => {
        const { population, income } = value(x);
        let area = 0;
        for (let i = 1; i < income.length; i++) area += ((population[i] - population[i - 1]) * (income[i] + income[i - 1])) / 2;
        expect(1 - 2 * area).toBeCloseTo(gini(x).value as number, 11);
        for (const at of ["rows", "deciles"] as const) {
          const printed = lorenz(x, { at }).tables[0].columns.find((one) => one.id === "gini")?.values[0];
          expect(printed).toBeCloseTo(gini(x).value as number, 12);
        }
      }),
    );
  });
  it("has shares that do not change with scale, order and replication; the generalised curve ends at the mean", () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, k) => {
        const found = value(x, { at: "deciles" });
        for (const other of [x.map((one) => one * k), [...x].reverse(), [...x, ...x]])
          closeTo(value(other, { at: "deciles" }).income, found.income);
        const mean = x.reduce((a, b) => a + b) / x.length;
        expect(found.generalised[10] / mean).toBeCloseTo(1, 12);
      }),
    );
  });
  it("treats a whole-number weight as that many rows", () => {
    fc.assert(
      fc.property(incomes, (x) => {
        const weights = x.map((_, i) => i % 4);
        const many = x.flatMap((one, i) => Array<number>(weights[i]).fill(one));
        fc.pre(new Set(many).size > 1);
        const [found, wanted] = [value(x, { weights, at: "percentiles" }), value(many, { at: "percentiles" })];
        closeTo(found.income, wanted.income);
      }),
    );
  });
});

describe("lorenz: edges", () => {
  it("of equal values is the diagonal, without an asymmetry", () => {
    const made = lorenz([7, 7, 7], { at: "deciles" });
    closeTo(made.value.income, made.value.population, 14);
    expect([made.value.asymmetry, made.warnings.length]).toEqual([null, 1]);
  });
  it("of one row has two points", () => expect(Array.from(value([5]).income)).toEqual([0, 1]));
  it("starts flat where nobody has anything", () => expect(Array.from(value([0, 0, 2, 2]).income)).toEqual([0, 0, 0, 0.5, 1]));
  it("gives the middle of the interval where rows equal the mean, and its ends in the table", () => {
    expect(value([1, 2, 2, 2, 3]).asymmetry).toBeCloseTo(0.9, 14);
    const [, low, high] = lorenz([1, 2, 2, 2, 3]).tables[0].columns.map(({ values }) => values[0]);
    expect([low, high]).toEqual([expect.closeTo(0.3, 14), expect.closeTo(1.5, 14)]);
  });
  it("leaves missing rows out and counts them", () => expect(lorenz([1, Number.NaN, 3]).trace.dropped).toBe(1));
  it("keeps its digits for huge and tiny values", () => {
    for (const scale of [1e300, 1e-300]) expect(value([scale, 3 * scale]).income[1]).toBeCloseTo(0.25, 14);
  });
  it.each([
    ["negative values", () => value([-1, 2, 3])],
    ["a zero total", () => value([0, 0])],
    ["no rows", () => value([])],
    ["other points", () => value([1, 2], { at: "thirds" as never })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("lorenz: agreement", () => {
  it.each(reference)("$from", ({ input: { values, options }, income, asymmetry, tolerance }) => {
    const found = value(values, options as Options);
    found.income.forEach((share, k) => {
      expect(Math.abs(share - income[k])).toBeLessThanOrEqual(tolerance);
    });
    expect(Math.abs((found.asymmetry as number) - asymmetry)).toBeLessThanOrEqual(tolerance);
  });
  describeWith("inequality", "lorenz against ineq and plain Python")("with other programs", () => {
    it("asymmetry of 48 states (ineq)", () => {
      const { values } = referenceJson("inequality/ref_r_peers.json") as { values: Record<string, Record<string, number>> };
      const states = referenceRows("inequality/data/us_income.csv");
      for (const year of ["1929", "2009"])
        expect(value(states.map((row) => numberOf(row[year]))).asymmetry).toBeCloseTo(values[`ineq.us_${year}`].Lasym, 12);
    });
    it("deciles of 48 states and of weighted states (plain Python)", () => {
      const plain = referenceJson("inequality/ref_bruteforce.json") as Record<string, { lorenz_points: number[] }>;
      const states = referenceRows("inequality/data/us_income.csv");
      const later = referenceRows("inequality/data/us_states_2015.csv");
      const [x, weights] = ["median_income_15", "total_pop_15"].map((id) => later.map((row) => numberOf(row[id])));
      const check = (id: string, values: number[], w?: number[]): void =>
        closeTo(value(values, { weights: w, at: "deciles" }).income.slice(1, 10), plain[`measures.${id}`].lorenz_points, 12);
      for (const year of ["1929", "2009"])
        check(
          `us_${year}`,
          states.map((row) => numberOf(row[year])),
        );
      check("us_states_2015", x);
      check("us_states_2015_w", x, weights);
    });
  });
});
