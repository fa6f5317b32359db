import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { theil } from "./theil.js";
import type { TheilOptions } from "./theil.method.js";
import reference from "./theil.reference.json";

type Options = Partial<TheilOptions> & { weights?: number[]; by?: string[] };
type Cells = Record<string, number>;
const indices = ["T", "L"] as const;
const value = (x: readonly number[], options: Options = {}): number => theil(x, options).value;
const cells = (x: readonly number[], options: Options): Cells =>
  Object.fromEntries(theil(x, options).tables[0].columns.map(({ id, values }) => [id, values[0] as number]));
const groups = (x: readonly number[], options: Options): Record<string, unknown[]> =>
  Object.fromEntries(theil(x, options).tables[1].columns.map(({ id, values }) => [id, [...values]]));

const income = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const incomes = fc.array(income, { minLength: 2, maxLength: 40 });
const grouped = fc.array(fc.tuple(income, fc.double({ min: 0.01, max: 100, noNaN: true }), fc.constantFrom("a", "b", "c")), {
  minLength: 2,
  maxLength: 40,
});
const apart = (rows: readonly (readonly [number, number, string])[]) => ({
  x: rows.map(([one]) => one),
  weights: rows.map(([, w]) => w),
  by: rows.map(([, , key]) => key),
});

describe.each(indices)("theil %s: laws", (index) => {
  it("does not change when every value is multiplied by the same number, nor when the population is replicated", () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, k) => {
        expect(
          value(
            x.map((one) => one * k),
            { index },
          ),
        ).toBeCloseTo(value(x, { index }), 10);
        expect(value([...x, ...x], { index })).toBeCloseTo(value(x, { index }), 10);
      }),
    );
  });
  it("is at least 0, does not depend on the order of rows, and T is at most ln n", () => {
    fc.assert(
      fc.property(incomes, (x) => {
        const found = value(x, { index });
        expect(found).toBeGreaterThanOrEqual(0);
        expect(value([...x].reverse(), { index })).toBeCloseTo(found, 12);
        if (index === "T") expect(found).toBeLessThanOrEqual(Math.log(x.length) + 1e-12);
      }),
    );
  });
  it("falls when a richer row gives to a poorer one without changing places (Pigou–Dalton)", () => {
    fc.assert(
      fc.property(incomes, (x) => {
        const sorted = [...x].sort((a, b) => a - b);
        const last = sorted.length - 1;
        const gift = (sorted[last] - sorted[0]) / 4;
        const after = sorted.map((one, i) => (i === 0 ? one + gift : i === last ? one - gift : one));
        expect(value(after, { index })).toBeLessThanOrEqual(value(sorted, { index }) + 1e-12);
      }),
    );
  });
  it("treats a whole-number weight as that many rows", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(income, fc.integer({ min: 0, max: 5 })), { minLength: 2, maxLength: 20 }), (pairs) => {
        fc.pre(pairs.some(([, w]) => w > 0));
        const replicated = pairs.flatMap(([x, w]) => Array<number>(w).fill(x));
        const weights = pairs.map(([, w]) => w);
        expect(
          value(
            pairs.map(([x]) => x),
            { index, weights },
          ),
        ).toBeCloseTo(value(replicated, { index }), 10);
      }),
    );
  });
  it("is the sum of its parts, and they of the groups'", () => {
    fc.assert(
      fc.property(grouped, (rows) => {
        const { x, weights, by } = apart(rows);
        const whole = cells(x, { index, weights, by });
        expect(whole.between + whole.within).toBeCloseTo(whole.theil, 12);
        expect(whole.between).toBeGreaterThanOrEqual(0);
        const parts = groups(x, { index, weights, by }) as Record<string, number[]>;
        const total = (id: string): number => parts[id].reduce((sum, one) => sum + one, 0);
        expect(total("between")).toBeCloseTo(whole.between, 11);
        expect(total("within")).toBeCloseTo(whole.within, 11);
        expect(total("population_share")).toBeCloseTo(1, 12);
        expect(total("income_share")).toBeCloseTo(1, 12);
      }),
    );
  });
  it("has nothing between one group, and nothing within groups of one row", () => {
    fc.assert(
      fc.property(incomes, (x) => {
        const one = cells(x, { index, by: x.map(() => "all") });
        expect(one.between).toBeCloseTo(0, 14);
        expect(one.within).toBeCloseTo(one.theil, 12);
        const each = cells(x, { index, by: x.map((_, i) => `row ${i}`) });
        expect(each.within).toBe(0);
        expect(each.between).toBeCloseTo(each.theil, 12);
      }),
    );
  });
  it("keeps the digits of a small inequality: ε²/2 for two incomes 1 ± ε", () => {
    for (const e of [1e-3, 1e-5, 1e-6]) expect(value([1 - e, 1 + e], { index }) / ((e * e) / 2)).toBeCloseTo(1, 5);
  });
});

describe("theil: edges", () => {
  it("is exactly 0 for equal values and one row, with no share to speak of", () => {
    expect([value([7, 7, 7]), value([5]), value([0.1, 0.1], { index: "L", weights: [0.3, 0.7] })]).toEqual([0, 0, 0]);
    expect(cells([2, 2], { by: ["a", "b"] })).toMatchObject({ between: 0, within: 0, between_share: null, within_share: null });
  });
  it("takes zeros in T and counts them; a group that has nothing has no inequality of its own", () => {
    const made = theil([0, 0, 2, 2], { by: ["a", "a", "b", "b"] });
    expect(made.value).toBeCloseTo(Math.LN2, 15);
    expect(made.trace.zeros).toBe(2);
    expect(groups([0, 0, 2, 2], { by: ["a", "a", "b", "b"] })).toMatchObject({ theil: [null, 0], between: [0, Math.LN2], within: [0, 0] });
  });
  it("orders groups by key and says where their income stands", () => {
    expect(groups([1, 3, 4], { by: ["b", "a", "a"] })).toMatchObject({
      group: ["a", "b"],
      n: [2, 1],
      mean: [3.5, 1],
      income_share: [7 / 8, 1 / 8],
    });
  });
  it("leaves rows in no group out, with a warning", () => {
    const made = theil([1, 2, 100], { by: ["a", "a", ""] });
    expect(made.value).toBe(value([1, 2]));
    expect([made.warnings.length, made.trace.ungrouped, made.trace.dropped]).toEqual([1, 1, 1]);
  });
  it("leaves missing rows out and counts them", () => {
    const made = theil([1, Number.NaN, 3]);
    expect(made.value).toBe(value([1, 3]));
    expect(made.trace.dropped).toBe(1);
  });
  it("says in its variant whether rows are weighted", () => {
    expect(theil([1, 2]).method.variant).toContain("each row counts once");
    expect(theil([1, 2], { weights: [1, 2] }).method.variant).toContain("rows weighted");
  });
  it("keeps its digits for huge and tiny values", () => {
    for (const scale of [1e300, 1e-300]) expect(value([scale, 3 * scale])).toBeCloseTo(0.130812035941137, 14);
    expect(value([1e9, 3e9], { weights: [1e9, 1e9] })).toBeCloseTo(0.130812035941137, 14);
  });
  it.each([
    ["negative values", () => theil([-1, 2, 3])],
    ["a zero total", () => theil([0, 0])],
    ["no rows", () => theil([])],
    ["every row in no group", () => theil([1, 2], { by: ["", ""] })],
    ["a zero in L", () => theil([0, 1], { index: "L" })],
    ["too few groups", () => theil([1, 2], { by: ["a"] })],
    ["too few weights", () => theil([1, 2], { weights: [1] })],
    ["an unknown index", () => theil([1, 2], { index: "M" as never })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("theil: agreement", () => {
  it.each(reference)("$from", ({ values, options, expected, tolerance }) => {
    const found = cells(values, options as Options);
    for (const [id, wanted] of Object.entries(expected)) expect(Math.abs(found[id] - wanted), id).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "theil against PySAL, dineq, IC2")("with other programs", () => {
    const near = (found: number, wanted: number, relative = 1e-10): void =>
      expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));

    it("T of 48 states in 81 years, between and within census regions (PySAL)", () => {
      const pysal = referenceJson("inequality/ref_inequality_pysal.json") as Record<string, Cells>;
      const states = referenceRows("inequality/data/us_income.csv");
      const by = states.map((row) => row.census_region);
      const years = Object.keys(pysal["us_income.theilT_by_year"]);
      expect(years).toHaveLength(81);
      for (const year of years) {
        const found = cells(
          states.map((row) => numberOf(row[year])),
          { by },
        );
        near(found.theil, pysal["us_income.theilT_by_year"][year]);
        near(found.between, pysal["us_income.theilT_between_census_region"][year]);
        near(found.within, pysal["us_income.theilT_within_census_region"][year]);
      }
    });
    it("weighted T and L of the states in 2015, between and within regions (dineq, IC2)", () => {
      const { values } = referenceJson("inequality/ref_r_peers.json") as { values: Record<string, Record<string, Cells> & Cells> };
      const states = referenceRows("inequality/data/us_states_2015.csv");
      const x = states.map((row) => numberOf(row.median_income_15));
      const weights = states.map((row) => numberOf(row.total_pop_15));
      const by = states.map((row) => row.REGION);
      const [t, l] = indices.map((index) => cells(x, { index, weights, by }));
      near(t.theil, values["weighted.us_states_2015"].dineq_theilT);
      near(l.theil, values["weighted.us_states_2015"].dineq_mld);
      const decomposed = values["decomp.us_states_2015_REGION"];
      near(t.between, decomposed.IC2_GE1.between, 1e-8);
      near(t.within, decomposed.IC2_GE1.within, 1e-8);
      near(l.between, decomposed.dineq_mld.mld_between);
      near(l.within, decomposed.dineq_mld.mld_within);
    });
    it("weighted T and L of 14,827 persons (dineq) and of 5,000 households by education (dineq)", () => {
      const { values } = referenceJson("inequality/ref_r_peers.json") as { values: Record<string, Record<string, Cells> & Cells> };
      const persons = referenceRows("inequality/data/eusilc_synthetic.csv").filter((row) => numberOf(row.eqIncome) > 0);
      const options = { weights: persons.map((row) => numberOf(row.rb050)) };
      const incomes = persons.map((row) => numberOf(row.eqIncome));
      near(value(incomes, options), values["micro.eusilc"].dineq.theil_w);
      near(value(incomes, { ...options, index: "L" }), values["micro.eusilc"].dineq.mld_w);
      const homes = referenceRows("inequality/data/mex_inc_2008.csv");
      const weighted = { weights: homes.map((row) => numberOf(row.factor)), by: homes.map((row) => row.education) };
      const household = homes.map((row) => numberOf(row.income));
      near(value(household, weighted), values["micro.mex_inc_2008"].theil_w);
      const l = cells(household, { ...weighted, index: "L" });
      near(l.between, values["micro.mex_inc_2008"].mld_decomp_education.mld_between);
      near(l.within, values["micro.mex_inc_2008"].mld_decomp_education.mld_within);
    });
  });
});
