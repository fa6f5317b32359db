import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { theil } from "../../decompose/theil/theil.js";
import { generalisedEntropy } from "./generalised-entropy.js";
import reference from "./generalised-entropy.reference.json";

type Options = { alpha?: number; weights?: number[]; by?: string[] };
const value = (x: readonly number[], options: Options = {}): number => generalisedEntropy(x, options).value as number;
const cells = (x: readonly number[], options: Options): Record<string, number> =>
  Object.fromEntries(generalisedEntropy(x, options).tables[0].columns.map(({ id, values }) => [id, values[0] as number]));

const incomes = fc.array(fc.double({ min: 0.1, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 30 });
const grouped = fc.array(
  fc.tuple(fc.double({ min: 0.1, max: 1e3, noNaN: true }), fc.integer({ min: 1, max: 5 }), fc.constantFrom("a", "b", "c")),
  { minLength: 2, maxLength: 30 },
);
const near = (found: number, wanted: number, relative = 1e-10): void =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * Math.max(Math.abs(wanted), 1e-6));

describe.each([-1, 0, 0.5, 1, 2, 3])("generalised entropy at α = %s: laws", (alpha) => {
  it("does not change with scale, order or replication, and is at least 0", () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, k) => {
        const found = value(x, { alpha });
        expect(found).toBeGreaterThanOrEqual(0);
        for (const other of [x.map((one) => one * k), [...x].reverse(), [...x, ...x]]) near(value(other, { alpha }), found, 1e-9);
      }),
    );
  });
  it("falls when a richer row gives to a poorer one without changing places", () => {
    fc.assert(
      fc.property(incomes, (x) => {
        const sorted = [...x].sort((a, b) => a - b);
        const last = sorted.length - 1;
        const gift = (sorted[last] - sorted[0]) / 4;
        const after = sorted.map((one, i) => (i === 0 ? one + gift : i === last ? one - gift : one));
        expect(value(after, { alpha })).toBeLessThanOrEqual(value(sorted, { alpha }) * (1 + 1e-12) + 1e-15);
      }),
    );
  });
  it("is the sum of between and within, and a whole-number weight is that many rows", () => {
    fc.assert(
      fc.property(grouped, (rows) => {
        const [x, weights, by] = [rows.map(([one]) => one), rows.map(([, w]) => w), rows.map(([, , key]) => key)];
        const { generalised_entropy, between, within } = cells(x, { alpha, weights, by });
        near(between + within, generalised_entropy);
        near(
          value(
            rows.flatMap(([one, w]) => Array<number>(w).fill(one)),
            { alpha },
          ),
          generalised_entropy,
          1e-9,
        );
      }),
    );
  });
  it("is ε²/2 for two incomes 1 ± ε, to the digits", () => {
    for (const e of [1e-3, 1e-5, 1e-6]) expect(value([1 - e, 1 + e], { alpha }) / ((e * e) / 2)).toBeCloseTo(1, 5);
  });
});

describe("generalised entropy: edges", () => {
  it("meets Theil's two indices at α = 1 and 0, and comes near them beside", () => {
    const x = [1, 2, 5, 9];
    for (const [alpha, index] of [
      [1, "T"],
      [0, "L"],
    ] as const) {
      near(value(x, { alpha }), theil(x, { index }).value, 1e-14);
      near(value(x, { alpha: alpha + 1e-5 }), theil(x, { index }).value, 1e-4);
    }
  });
  it("is exactly 0 for equal values and one row, with no shares to speak of", () => {
    expect([value([7, 7]), value([5]), value([0.1, 0.1], { alpha: -1, weights: [0.3, 0.7] })]).toEqual([0, 0, 0]);
    expect(cells([2, 2], { by: ["a", "b"] })).toMatchObject({ between: 0, within: 0, between_share: null });
  });
  it("takes groups that have nothing", () => {
    const made = generalisedEntropy([0, 0, 2, 2], { by: ["a", "a", "b", "b"] });
    expect(made.value).toBeCloseTo(0.5, 15);
    expect(made.tables[1].columns.find((one) => one.id === "inside")?.values).toEqual([null, 0]);
  });
  it("leaves missing rows and rows in no group out, and says so", () => {
    const made = generalisedEntropy([1, 3, 100, Number.NaN], { by: ["a", "a", "", "a"] });
    expect(made.value).toBe(0.125);
    expect([made.trace.dropped, made.warnings.map((one) => one.code)]).toEqual([2, ["no-group"]]);
  });
  it("is null with a warning when the powers exceed the doubles", () => {
    const made = generalisedEntropy([1e-300, 1], { alpha: -2 });
    expect([made.value, made.warnings.map((one) => one.code)]).toEqual([null, ["too-large"]]);
  });
  it("prints its α", () => expect(generalisedEntropy([1, 2], { alpha: 0.5 }).method.variant).toContain("α = 0.5"));
  it.each([
    ["negative values", () => value([-1, 2, 3])],
    ["a zero total", () => value([0, 0])],
    ["no rows", () => value([])],
    ["a zero with α = 0", () => value([0, 1], { alpha: 0 })],
    ["a zero with α = −1", () => value([0, 1], { alpha: -1 })],
    ["too few groups", () => value([1, 2], { by: ["a"] })],
    ["α out of range", () => value([1, 2], { alpha: 9 })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("generalised entropy: agreement", () => {
  it.each(reference)("$from", ({ values, options, expected, tolerance }) => {
    const found = cells(values, options as Options);
    for (const [id, wanted] of Object.entries(expected)) expect(Math.abs(found[id] - wanted), id).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "generalised entropy against ineq, IC2")("with other programs", () => {
    const peers = () =>
      (
        referenceJson("inequality/ref_r_peers.json") as {
          values: Record<string, Record<string, number> & Record<string, Record<string, number>>>;
        }
      ).values;
    it("48 states in 1929 and 2009 (ineq), weighted states and regions in 2015 (IC2)", () => {
      const states = referenceRows("inequality/data/us_income.csv");
      for (const year of ["1929", "2009"]) {
        const x = states.map((row) => numberOf(row[year]));
        const wanted = peers()[`ineq.us_${year}`];
        for (const [alpha, name] of [
          [0.5, "GE_0.5"],
          [2, "GE_2"],
          [-1, "GE_m1"],
        ] as const)
          near(value(x, { alpha }), wanted[name]);
      }
      const later = referenceRows("inequality/data/us_states_2015.csv");
      const x = later.map((row) => numberOf(row.median_income_15));
      const weighted = { weights: later.map((row) => numberOf(row.total_pop_15)), by: later.map((row) => row.REGION) };
      near(value(x, { ...weighted, alpha: 0.5 }), peers()["weighted.us_states_2015"].IC2_GE_half, 1e-8);
      const found = cells(x, { ...weighted, alpha: 2 });
      near(found.between, peers()["decomp.us_states_2015_REGION"].IC2_GE2.between, 1e-8);
      near(found.within, peers()["decomp.us_states_2015_REGION"].IC2_GE2.within, 1e-8);
    });
  });
});
