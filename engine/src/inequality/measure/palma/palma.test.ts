import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { palma } from "./palma.js";
import type { PalmaOptions } from "./palma.method.js";
import reference from "./palma.reference.json";

type Options = Partial<PalmaOptions> & { weights?: readonly number[] };
const value = (x: readonly number[], options: Options = {}): number => palma(x, options).value as number;
const incomes = fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
const relative = (found: number, wanted: number): number => Math.abs(found / wanted - 1);

describe("palma: laws", () => {
  it("does not change with scale, the order of rows or replication", () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, k) => {
        for (const other of [x.map((one) => one * k), [...x].reverse(), [...x, ...x]])
          expect(relative(value(other), value(x))).toBeLessThan(1e-9);
      }),
    );
  });
  it("treats a whole-number weight as that many rows, at either border", () => {
    fc.assert(
      fc.property(incomes, fc.constantFrom("fractional" as const, "whole" as const), (x, border) => {
        const weights = x.map((_, i) => i % 4);
        fc.pre(weights.some((w) => w > 0));
        const many = x.flatMap((one, i) => Array<number>(weights[i]).fill(one));
        expect(Math.abs(value(x, { weights, border }) - value(many, { border }))).toBeLessThan(1e-9 * (1 + value(many, { border })));
      }),
    );
  });
  it("is at least top/bottom, and more when one at the bottom gives to one at the top", () => {
    fc.assert(
      fc.property(incomes, (x) => {
        expect(value(x)).toBeGreaterThanOrEqual(0.25 - 1e-12);
      }),
    );
    expect(value([1, 2, 3, 4, 5, 6, 7, 8, 9, 11])).toBeGreaterThan(value([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  });
});

describe("palma: edges", () => {
  it("of equal values is top/bottom; of one row too", () => {
    expect(value([7, 7, 7])).toBeCloseTo(0.25, 14);
    expect(value([5])).toBeCloseTo(0.25, 14);
    expect(value([0.1, 0.1], { weights: [0.3, 0.7], top: 0.2, bottom: 0.2 })).toBeCloseTo(1, 14);
  });
  it("gives null with a warning when the bottom has nothing", () => {
    const made = palma([0, 0, 0, 1]);
    expect([made.value, made.warnings.length]).toEqual([null, 1]);
  });
  it("counts ties whole at a whole border", () =>
    expect(value([1, 1, 1, 7], { bottom: 0.25, top: 0.25, border: "whole" })).toBeCloseTo(7 / 3, 14));
  it("leaves missing rows and rows of weight 0 out and counts them", () => {
    const made = palma([1, Number.NaN, 3, 9], { weights: [1, 1, 1, 0], top: 0.5, bottom: 0.5 });
    expect([made.value, made.trace.dropped]).toEqual([3, 2]);
  });
  it("keeps its digits for huge and tiny values", () => {
    for (const scale of [1e300, 1e-300]) expect(value([scale, 3 * scale], { top: 0.5, bottom: 0.5 })).toBeCloseTo(3, 13);
  });
  it("says its convention", () =>
    expect(palma([1, 2]).method.variant).toBe("top 0.1 over bottom 0.4 · fractional border · each row counts once"));
  it.each([
    ["negative values", () => value([-1, 2, 3])],
    ["a zero total", () => value([0, 0])],
    ["no rows", () => value([])],
    ["a share of 1", () => value([1, 2], { top: 1 })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("palma: agreement", () => {
  it.each(reference)("$from", ({ input: { values, options }, expected, tolerance }) => {
    expect(Math.abs(value(values, options as Options) - expected)).toBeLessThanOrEqual(tolerance);
  });
  describeWith("inequality", "palma against plain Python, laeken, convey")("with other programs", () => {
    it("48 states and weighted states: Palma and S80/S20 (plain Python)", () => {
      const plain = referenceJson("inequality/ref_bruteforce.json") as Record<string, Record<string, number>>;
      const states = referenceRows("inequality/data/us_income.csv");
      const later = referenceRows("inequality/data/us_states_2015.csv");
      const [x, weights] = ["median_income_15", "total_pop_15"].map((id) => later.map((row) => numberOf(row[id])));
      const sets: [string, number[], number[] | undefined][] = [
        ["us_1929", states.map((row) => numberOf(row["1929"])), undefined],
        ["us_2009", states.map((row) => numberOf(row["2009"])), undefined],
        ["us_states_2015", x, undefined],
        ["us_states_2015_w", x, weights],
      ];
      for (const [id, values, w] of sets) {
        expect(relative(value(values, { weights: w }), plain[`measures.${id}`].palma_lorenz)).toBeLessThan(1e-12);
        expect(relative(value(values, { weights: w, top: 0.2, bottom: 0.2 }), plain[`measures.${id}`].S80S20_lorenz)).toBeLessThan(1e-12);
      }
    });
    it("S80/S20 of 14,827 persons (laeken), of those with an income (convey), rows whole", () => {
      const { values } = referenceJson("inequality/ref_r_peers.json") as { values: { "micro.eusilc": { laeken: Record<string, number> } } };
      const { convey_eusilc_pos } = referenceJson("inequality/ref_r_convergence_convey.json") as {
        convey_eusilc_pos: { qsr: { est: number } };
      };
      const persons = referenceRows("inequality/data/eusilc_synthetic.csv").map((row) => [numberOf(row.eqIncome), numberOf(row.rb050)]);
      const ratio = (rows: typeof persons): number =>
        value(
          rows.map(([x]) => x),
          { weights: rows.map(([, w]) => w), top: 0.2, bottom: 0.2, border: "whole" },
        );
      expect(relative(ratio(persons), values["micro.eusilc"].laeken.qsr_S80S20)).toBeLessThan(1e-12);
      expect(relative(ratio(persons.filter(([x]) => x > 0)), convey_eusilc_pos.qsr.est)).toBeLessThan(1e-12);
    });
  });
});
