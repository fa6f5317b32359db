import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { gini } from "../gini/gini.js";
import { hoover } from "./hoover.js";
import reference from "./hoover.reference.json";

const value = (x: readonly number[], weights?: readonly number[]): number => hoover(x, { weights }).value;
const incomes = fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });

describe("hoover: laws", () => {
  it("lies in [0, (n−1)/n], does not exceed the Gini, and does not change with scale, order or replication", () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, k) => {
        const found = value(x);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1 - 1 / x.length + 1e-12);
        expect(found).toBeLessThanOrEqual((gini(x).value as number) + 1e-12);
        for (const other of [x.map((one) => one * k), [...x].reverse(), [...x, ...x]]) expect(value(other)).toBeCloseTo(found, 10);
      }),
    );
  });
  it("falls by the gift when one above the mean gives to one below, and stays for gifts on one side", () => {
    expect(value([1, 2, 3, 4])).toBeCloseTo(0.2, 15);
    expect(value([1.5, 2, 3, 3.5])).toBeCloseTo(0.15, 15);
    expect(value([1.25, 1.75, 3, 4])).toBeCloseTo(0.2, 15);
  });
  it("treats a whole-number weight as that many rows", () => {
    fc.assert(
      fc.property(incomes, (x) => {
        const weights = x.map((_, i) => i % 4);
        fc.pre(weights.some((w) => w > 0));
        expect(value(x, weights)).toBeCloseTo(value(x.flatMap((one, i) => Array<number>(weights[i]).fill(one))), 11);
      }),
    );
  });
});

describe("hoover: edges", () => {
  it("is exactly 0 for equal values and one row", () =>
    expect([value([7, 7, 7]), value([5]), value([0.1, 0.1], [0.3, 0.7])]).toEqual([0, 0, 0]));
  it("leaves missing rows out and counts them", () => {
    const made = hoover([1, Number.NaN, 3]);
    expect([made.value, made.trace.dropped]).toEqual([0.25, 1]);
  });
  it("keeps its digits for huge and tiny values", () => {
    for (const scale of [1e300, 1e-300]) expect(value([scale, 3 * scale])).toBeCloseTo(0.25, 14);
  });
  it("says whether rows are weighted", () =>
    expect(hoover([1, 2], { weights: [1, 1] }).method.variant).toBe("population form · rows weighted"));
  it.each([
    ["negative values", () => value([-1, 2, 3])],
    ["a zero total", () => value([0, 0])],
    ["no rows", () => value([])],
    ["too few weights", () => value([1, 2], [1])],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("hoover: agreement", () => {
  it.each(reference)("$from", ({ input: { values, weights }, expected, tolerance }) => {
    expect(Math.abs(value(values, weights) - expected)).toBeLessThanOrEqual(tolerance);
  });
  describeWith("inequality", "hoover against ineq and plain Python")("with other programs", () => {
    it("48 states (ineq), weighted states in 2015 (plain Python)", () => {
      const { values } = referenceJson("inequality/ref_r_peers.json") as { values: Record<string, Record<string, number>> };
      const plain = referenceJson("inequality/ref_bruteforce.json") as Record<string, Record<string, number>>;
      const states = referenceRows("inequality/data/us_income.csv");
      for (const year of ["1929", "2009"]) {
        expect(value(states.map((row) => numberOf(row[year])))).toBeCloseTo(values[`ineq.us_${year}`].RicciSchutz_Hoover, 12);
      }
      const later = referenceRows("inequality/data/us_states_2015.csv");
      const [x, weights] = ["median_income_15", "total_pop_15"].map((id) => later.map((row) => numberOf(row[id])));
      expect(value(x, weights)).toBeCloseTo(plain["measures.us_states_2015_w"].hoover, 12);
    });
  });
});
