import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { gini } from "../../measure/gini/gini.js";
import { wolfson } from "./wolfson.js";
import reference from "./wolfson.reference.json";

type Options = Parameters<typeof wolfson>[1];
const value = (x: ArrayLike<number>, options: Options = {}): number => wolfson(x, options).value as number;
const incomes = fc.array(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.double({ min: 1e-2, max: 1e5, noNaN: true })), {
  minLength: 1,
  maxLength: 40,
});

/** The formula as it is printed in the paper, without weights. */
function printed(values: readonly number[]): number {
  const x = [...values].sort((a, b) => a - b);
  const n = x.length;
  const mean = x.reduce((a, b) => a + b) / n;
  const median = (x[(n - 1) >> 1] + x[n >> 1]) / 2;
  const whole = Math.floor(n / 2);
  const half = x.slice(0, whole).reduce((a, b) => a + b, 0) + (n / 2 - whole) * x[whole];
  return (2 * (2 * (0.5 - half / (n * mean)) - (gini(x).value as number)) * mean) / median;
}

describe("wolfson: laws", () => {
  it("is 2(2T − G)μ/m", () => {
    fc.assert(
      fc.property(incomes, (x) => {
        expect(Math.abs(value(x) - printed(x))).toBeLessThanOrEqual(1e-11 * Math.max(1, printed(x)));
      }),
    );
  });
  it("is at least 0, and does not change with scale, order or replication", () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, k) => {
        const found = value(x);
        expect(found).toBeGreaterThanOrEqual(0);
        for (const other of [x.map((one) => one * k), [...x].reverse(), [...x, ...x, ...x]])
          expect(Math.abs(value(other) - found)).toBeLessThanOrEqual(1e-11 * Math.max(1, found));
      }),
    );
  });
  it("treats a whole-number weight as that many rows, however large the weights", () => {
    fc.assert(
      fc.property(incomes, fc.constantFrom(1, 1 / 3, 1e9), (x, unit) => {
        const counts = x.map((_, i) => 1 + ((i * 7) % 4));
        const many = x.flatMap((one, i) => Array<number>(counts[i]).fill(one));
        const found = value(x, { weights: counts.map((one) => one * unit) });
        expect(Math.abs(found - value(many))).toBeLessThanOrEqual(1e-11 * Math.max(1, found));
      }),
    );
  });
  it("rises when incomes move away from the median, on either side (increased spread)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e3, noNaN: true }), { minLength: 3, maxLength: 21 }).filter((x) => x.length % 2 === 1),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, pick, part) => {
          const sorted = [...x].sort((a, b) => a - b);
          const half = (sorted.length - 1) / 2;
          const i = pick % sorted.length;
          if (i === half) return;
          const moved = [...sorted];
          moved[i] = i < half ? moved[i] * part : moved[i] * (1 + part);
          expect(value(moved)).toBeGreaterThanOrEqual(value(sorted) - 1e-12);
        },
      ),
    );
  });
  it("rises when two incomes on one side of the median draw together, while the Gini falls (increased bipolarity)", () => {
    const before = [1, 3, 5, 6, 10];
    const after = [1, 3, 5, 7, 9];
    expect(value(after)).toBeGreaterThanOrEqual(value(before));
    expect(value([2, 2, 5, 8, 8])).toBeGreaterThan(value([1, 3, 5, 6, 10]));
    expect(gini([2, 2, 5, 8, 8]).value).toBeLessThan(gini([1, 3, 5, 6, 10]).value as number);
  });
  it("is halved by the half scale", () => {
    fc.assert(
      fc.property(incomes, (x) => {
        expect(value(x, { scale: "half" })).toBe(value(x) / 2);
      }),
    );
  });
});

describe("wolfson: edges", () => {
  it("is exactly 0 for equal values and one row, with weights too", () => {
    expect([value([7, 7, 7]), value([5]), value([0.1, 0.1, 0.1], { weights: [0.3, 0.3, 0.7] })]).toEqual([0, 0, 0]);
  });
  it("is null with a warning when the median is 0", () => {
    const made = wolfson([0, 0, 0, 4]);
    expect([made.value, made.warnings.map((one) => one.code)]).toEqual([null, ["zero-median"]]);
    expect(made.tables[0].columns[0].values).toEqual([null]);
  });
  it("takes the mean of the two middle values where half the weight falls between them, and only there", () => {
    const median = (x: number[], weights?: number[]) => wolfson(x, { weights }).tables[0].columns[1].values[0];
    expect(median([1, 2, 4, 9])).toBe(3);
    expect(median([1, 2, 4], [0.1, 0.4, 0.5])).toBe(3);
    expect(median([1, 2, 4], [0.1, 0.3, 0.6])).toBe(4);
    expect(median([5, 5, 5, 5, 5, 5, 7, 7, 7, 7, 7, 7], Array<number>(12).fill(0.1))).toBe(6);
  });
  it("leaves missing rows and rows without weight out and counts them", () => {
    const made = wolfson([0, Number.NaN, 0, 2, 2, 99], { weights: [1, 1, 1, 1, 1, 0] });
    expect([made.value, made.trace.dropped]).toEqual([1, 2]);
  });
  it("keeps its digits for huge, tiny and nearly equal values", () => {
    for (const scale of [1e300, 1e-300]) expect(value([scale, 2 * scale, 3 * scale, 4 * scale])).toBeCloseTo(0.3, 14);
    const near = value([1, 1, 1 + 2 ** -40, 1 + 2 ** -40]);
    expect(near * 2 ** 40).toBeCloseTo(0.5, 10);
  });
  it("says its scale and how half is read", () => {
    expect(wolfson([1, 2]).method.variant).toBe(
      "P = 2(2T − G)μ/m · median by the step distribution · L(½) interpolated · each row counts once",
    );
    expect(wolfson([1, 2], { scale: "half", lorenz: "step", weights: [1, 1] }).method.variant).toContain("half scale, (2T − G)μ/m");
  });
  it("prints the L(½) it used", () => {
    const half = (options: Options) => wolfson([1, 2, 6], options).tables[0].columns[2].values[0] as number;
    expect(half({})).toBeCloseTo(2 / 9, 15);
    expect(half({ lorenz: "step" })).toBeCloseTo(3 / 9, 15);
  });
  it.each([
    ["negative values", () => value([-1, 2, 3])],
    ["a zero total", () => value([0, 0])],
    ["no rows", () => value([])],
    ["too few weights", () => value([1, 2], { weights: [1] })],
    ["an unknown scale", () => value([1, 2], { scale: "double" as never })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("wolfson: agreement", () => {
  it.each(reference)("$from", ({ input: { values, options }, expected, tolerance }) => {
    expect(Math.abs(value(values, options as Options) - expected)).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "wolfson against PySAL, dineq and brute force")("with other programs", () => {
    type Cells = Record<string, number>;
    const near = (found: number, wanted: number, relative = 1e-10): void =>
      expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));
    const brute = () => referenceJson("inequality/ref_bruteforce.json") as Record<string, { wolfson: Cells }>;
    const peers = () => (referenceJson("inequality/ref_r_peers.json") as { values: Record<string, Cells> }).values;

    it("48 states: nine years of PySAL, on its half scale; brute force and dineq", () => {
      const states = referenceRows("inequality/data/us_income.csv");
      const at = (year: string) => states.map((row) => numberOf(row[year]));
      const pysal = (referenceJson("inequality/ref_inequality_pysal.json") as Record<string, Cells>)[
        "us_income.wolfson_pysal_normalisation"
      ];
      expect(Object.keys(pysal)).toHaveLength(9);
      for (const [year, wanted] of Object.entries(pysal)) near(value(at(year), { scale: "half" }), wanted);
      for (const year of ["1929", "2009"]) {
        const wanted = brute()[`measures.us_${year}`].wolfson;
        const [row] = [wolfson(at(year)).tables[0].columns.map(({ values }) => values[0] as number)];
        near(row[0], wanted.P);
        near(row[1], wanted.median);
        near(row[2], wanted.L50);
        near(value(at(year)), peers()[`dineq.us_${year}`].wolfson_x2);
      }
    });
    it("49 states weighted by population: brute force; dineq under its own rule", () => {
      const states = referenceRows("inequality/data/us_states_2015.csv");
      const x = states.map((row) => numberOf(row.median_income_15));
      const weights = states.map((row) => numberOf(row.total_pop_15));
      near(value(x), brute()["measures.us_states_2015"].wolfson.P);
      near(value(x, { weights }), brute()["measures.us_states_2015_w"].wolfson.P);
      near(value(x, { weights, lorenz: "step" }), peers()["weighted.us_states_2015"].dineq_wolfson_x2);
    });
    it("3,000 persons (brute force), 14,827 persons and 5,000 households (dineq)", () => {
      const persons = referenceRows("inequality/data/eusilc_synthetic.csv");
      const positive = persons.filter((row) => numberOf(row.eqIncome) > 0).slice(0, 3000);
      const both = referenceJson("inequality/ref_bruteforce.json") as { "wolfson.eusilc_first3000pos": Record<string, Cells> };
      const wanted = both["wolfson.eusilc_first3000pos"];
      const income = positive.map((row) => numberOf(row.eqIncome));
      near(value(income), wanted.unweighted.P);
      near(value(income, { weights: positive.map((row) => numberOf(row.rb050)) }), wanted.weighted.P);

      const homes = referenceRows("inequality/data/mex_inc_2008.csv");
      const mexico = homes.map((row) => numberOf(row.income));
      near(value(mexico), peers()["micro.mex_inc_2008"].wolfson_x2);
      near(
        value(mexico, { weights: homes.map((row) => numberOf(row.factor)), lorenz: "step" }),
        peers()["micro.mex_inc_2008"].wolfson_x2_w,
      );
    });
  });
});
