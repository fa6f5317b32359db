import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { gini } from "./gini.js";
import reference from "./gini.reference.json";

const positive = fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });
const value = (x: ArrayLike<number>, options = {}) => gini(x, options).value as number;

describe("gini: laws", () => {
  it("does not change when every value is multiplied by the same number", () => {
    fc.assert(
      fc.property(positive, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, k) => {
        expect(value(x.map((v) => v * k))).toBeCloseTo(value(x), 10);
      }),
    );
  });
  it("does not change when the population is replicated (population form)", () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(value([...x, ...x])).toBeCloseTo(value(x), 10);
      }),
    );
  });
  it("falls when a richer row gives to a poorer one without changing places (Pigou–Dalton)", () => {
    fc.assert(
      fc.property(positive, (x) => {
        const sorted = [...x].sort((a, b) => a - b);
        const last = sorted.length - 1;
        const gift = (sorted[last] - sorted[0]) / 4;
        const after = sorted.map((v, i) => (i === 0 ? v + gift : i === last ? v - gift : v));
        expect(value(after)).toBeLessThanOrEqual(value(sorted) + 1e-12);
      }),
    );
  });
  it("treats a whole-number weight as that many rows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0.1, max: 1e4, noNaN: true }), fc.integer({ min: 0, max: 5 })), { minLength: 2, maxLength: 20 }),
        (pairs) => {
          fc.pre(pairs.some(([, w]) => w > 0));
          const replicated = pairs.flatMap(([x, w]) => Array<number>(w).fill(x));
          expect(
            value(
              pairs.map(([x]) => x),
              { weights: pairs.map(([, w]) => w) },
            ),
          ).toBeCloseTo(value(replicated), 10);
        },
      ),
    );
  });
  it("is the mean absolute difference over twice the mean", () => {
    fc.assert(
      fc.property(positive, (x) => {
        const mean = x.reduce((a, b) => a + b) / x.length;
        const pairs = x.reduce((s, a) => s + x.reduce((t, b) => t + Math.abs(a - b), 0), 0);
        expect(value(x)).toBeCloseTo(pairs / (2 * x.length * x.length * mean), 9);
      }),
    );
  });
});

describe("gini: edges", () => {
  it("is exactly 0 for equal values and for one row", () => {
    expect(value([7, 7, 7])).toBe(0);
    expect(value([0.1, 0.1, 0.1], { weights: [0.3, 0.3, 0.7] })).toBe(0);
    expect(value([5])).toBe(0);
  });
  it("gives null with a warning in sample form for one row", () => {
    const one = gini([5], { form: "sample" });
    expect(one.value).toBeNull();
    expect(one.warnings).toHaveLength(1);
  });
  it("leaves missing rows out and counts them", () => {
    const some = gini([1, Number.NaN, 3], {});
    expect(some.value).toBeCloseTo(0.25, 15);
    expect(some.trace.dropped).toBe(1);
  });
  it("keeps its digits for huge and tiny values", () => {
    expect(value([1e300, 2e300, 3e300, 4e300])).toBeCloseTo(0.25, 14);
    expect(value([1e-300, 2e-300, 3e-300, 4e-300])).toBeCloseTo(0.25, 14);
    expect(value([1e9, 2e9], { weights: [1e9, 1e9] })).toBeCloseTo(1 / 6, 14);
  });
  it.each([
    ["negative values", () => gini([-1, 2, 3])],
    ["a zero total", () => gini([0, 0])],
    ["no rows", () => gini([])],
    ["negative weights", () => gini([1, 2], { weights: [1, -1] })],
    ["too few weights", () => gini([1, 2], { weights: [1] })],
    ["infinite values", () => gini([1, Number.POSITIVE_INFINITY])],
    ["an unknown form", () => gini([1, 2], { form: "half" as never })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
  it("accepts negatives when asked and the mean is positive", () =>
    expect(value([-1, 2, 3], { allowNegative: true })).toBeCloseTo(2 / 3, 14));
});

describe("gini: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    expect(Math.abs(value(input.values, input.options) - expected)).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "gini against PySAL, ineq, dineq, laeken")("with other programs", () => {
    type Cells = Record<string, number>;
    const near = (found: number, wanted: number, relative = 1e-10): void =>
      expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));
    const peers = () => (referenceJson("inequality/ref_r_peers.json") as { values: Record<string, Cells & Record<string, Cells>> }).values;

    it("48 states in 81 years (PySAL), both forms (ineq)", () => {
      const pysal = referenceJson("inequality/ref_inequality_pysal.json") as Record<string, Cells>;
      const states = referenceRows("inequality/data/us_income.csv");
      const at = (year: string) => states.map((row) => numberOf(row[year]));
      const years = Object.entries(pysal["us_income.gini_by_year"]);
      expect(years).toHaveLength(81);
      for (const [year, wanted] of years) near(value(at(year)), wanted);
      for (const year of ["1929", "2009"]) {
        near(value(at(year)), peers()[`ineq.us_${year}`].Gini);
        near(value(at(year), { form: "sample" }), peers()[`ineq.us_${year}`].Gini_corrected);
      }
    });
    it("weighted: states in 2015 (dineq), 5,000 households (dineq), 14,827 persons (dineq) in nine regions (laeken)", () => {
      const states = referenceRows("inequality/data/us_states_2015.csv");
      const population = states.map((row) => numberOf(row.total_pop_15));
      near(
        value(
          states.map((row) => numberOf(row.median_income_15)),
          { weights: population },
        ),
        peers()["weighted.us_states_2015"].dineq_gini,
      );
      const homes = referenceRows("inequality/data/mex_inc_2008.csv");
      const income = homes.map((row) => numberOf(row.income));
      near(value(income), peers()["micro.mex_inc_2008"].gini);
      near(value(income, { weights: homes.map((row) => numberOf(row.factor)) }), peers()["micro.mex_inc_2008"].gini_w);

      const persons = referenceRows("inequality/data/eusilc_synthetic.csv");
      const of = (rows: typeof persons): number =>
        value(
          rows.map((row) => numberOf(row.eqIncome)),
          { weights: rows.map((row) => numberOf(row.rb050)) },
        );
      const laeken = peers()["micro.eusilc"].laeken as unknown as Cells & { gini_by_db040: Cells };
      near(100 * of(persons), laeken.gini_pct, 1e-6);
      for (const [region, wanted] of Object.entries(laeken.gini_by_db040))
        near(100 * of(persons.filter((row) => row.db040 === region)), wanted, 1e-4);
      near(of(persons), peers()["micro.eusilc"].dineq.gini_w);
    });
  });
});
