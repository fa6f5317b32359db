import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { type Welfare, welfare } from "./welfare.js";
import reference from "./welfare.reference.json";

type Options = NonNullable<Parameters<typeof welfare>[1]>;
const value = (x: ArrayLike<number>, options: Options = {}): Welfare => welfare(x, options).value;
const incomes = fc.array(fc.double({ min: 0.1, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 25 });

describe("welfare: laws", () => {
  it("lies between the least value and the mean, and rises when anyone gains", () => {
    fc.assert(
      fc.property(incomes, fc.nat(), fc.double({ min: 0, max: 100, noNaN: true }), (x, pick, gain) => {
        const found = value(x);
        const mean = x.reduce((a, b) => a + b) / x.length;
        for (const one of [found.sen, found.equivalent]) {
          expect(one).toBeGreaterThanOrEqual(Math.min(...x) * (1 - 1e-12));
          expect(one).toBeLessThanOrEqual(mean * (1 + 1e-12));
        }
        const richer = value(x.map((one, i) => (i === pick % x.length ? one + gain : one)));
        expect(richer.sen).toBeGreaterThanOrEqual(found.sen * (1 - 1e-12));
        expect(richer.equivalent).toBeGreaterThanOrEqual(found.equivalent * (1 - 1e-12));
      }),
    );
  });
  it("has as Sen welfare the mean of the smaller of two draws, and grows in proportion with all incomes", () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, k) => {
        const found = value(x);
        const smaller = x.reduce((s, a) => s + x.reduce((t, b) => t + Math.min(a, b), 0), 0) / (x.length * x.length);
        expect(found.sen / smaller).toBeCloseTo(1, 10);
        const scaled = value(x.map((one) => one * k));
        expect(scaled.sen / (k * found.sen)).toBeCloseTo(1, 11);
        expect(scaled.equivalent / (k * found.equivalent)).toBeCloseTo(1, 11);
      }),
    );
  });
  it("rises when a richer row gives to a poorer one, and falls with aversion", () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0.05, max: 4, noNaN: true }), (x, epsilon) => {
        const sorted = [...x].sort((a, b) => a - b);
        const gift = (sorted[sorted.length - 1] - sorted[0]) / 4;
        const after = sorted.map((one, i) => one + (i === 0 ? gift : 0) - (i === sorted.length - 1 ? gift : 0));
        expect(value(after, { epsilon }).sen).toBeGreaterThanOrEqual(value(sorted, { epsilon }).sen * (1 - 1e-12));
        expect(value(after, { epsilon }).equivalent).toBeGreaterThanOrEqual(value(sorted, { epsilon }).equivalent * (1 - 1e-12));
        expect(value(x, { epsilon: epsilon + 1 }).equivalent).toBeLessThanOrEqual(value(x, { epsilon }).equivalent * (1 + 1e-12));
      }),
    );
  });
});

describe("welfare: edges", () => {
  it("is the value itself for equal values and one row, whatever the aversion", () => {
    expect([value([7, 7, 7]), value([5], { epsilon: 9 })]).toEqual([
      { sen: 7, equivalent: 7 },
      { sen: 5, equivalent: 5 },
    ]);
  });
  it("has an equivalent of 0 with a warning when someone has nothing and ε is at least 1; Sen welfare stays above 0", () => {
    const made = welfare([0, 4]);
    expect([made.value, made.warnings.map((one) => one.code)]).toEqual([{ sen: 1, equivalent: 0 }, ["zero-value"]]);
    expect(value([0, 4], { epsilon: 0.5 }).equivalent).toBeCloseTo(1, 14);
  });
  it("prints its aversion, and the indices taken off", () => {
    const made = welfare([1, 4], { epsilon: 2 });
    expect(made.method.variant).toBe("Sen: Gini in population form · Atkinson: ε = 2 · each row counts once");
    expect(made.tables[0].columns.map(({ id }) => id)).toEqual(["sen", "equivalent", "mean", "gini", "atkinson", "epsilon", "n"]);
  });
  it("leaves missing rows out and counts them", () => {
    const made = welfare([1, Number.NaN, 4], { epsilon: 2 });
    expect([made.value.sen, made.trace.dropped]).toEqual([1.75, 1]);
  });
  it("keeps its digits for huge and tiny values", () => {
    for (const k of [1e300, 1e-300]) expect(value([k, 4 * k], { epsilon: 2 }).equivalent / k).toBeCloseTo(1.6, 13);
  });
  it.each([
    ["negative values", () => value([-1, 2, 3])],
    ["a zero total", () => value([0, 0])],
    ["no rows", () => value([])],
    ["ε of 0", () => value([1, 2], { epsilon: 0 })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("welfare: agreement", () => {
  it.each(reference)("$from", ({ input: { values, options }, expected, tolerance }) => {
    const found = value(values, options as Options);
    expect(Math.abs(found.sen - expected.sen)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(found.equivalent - expected.equivalent)).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "welfare from the Gini and Atkinson of PySAL")("with PySAL", () => {
    it("48 states, nine years, three aversions", () => {
      const pysal = referenceJson("inequality/ref_inequality_pysal.json") as Record<string, Record<string, number>>;
      const states = referenceRows("inequality/data/us_income.csv");
      for (const epsilon of [0.5, 1, 2]) {
        for (const [year, index] of Object.entries(pysal[`us_income.atkinson_${epsilon}`])) {
          const x = states.map((row) => numberOf(row[year]));
          const mean = x.reduce((a, b) => a + b) / x.length;
          const found = value(x, { epsilon });
          expect(Math.abs(found.equivalent - mean * (1 - index))).toBeLessThanOrEqual(1e-10 * mean);
          expect(Math.abs(found.sen - mean * (1 - pysal["us_income.gini_by_year"][year]))).toBeLessThanOrEqual(1e-10 * mean);
        }
      }
    });
  });
});
