import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { palma } from "../palma/palma.js";
import { quantileShares } from "./quantile-shares.js";
import type { QuantileSharesOptions } from "./quantile-shares.method.js";
import reference from "./quantile-shares.reference.json";

type Options = Partial<QuantileSharesOptions> & { weights?: readonly number[] };
type Cells = Record<string, number>;
const shares = (x: readonly number[], options: Options = {}): readonly number[] => quantileShares(x, options).value;
const ratios = (x: readonly number[], options: Options = {}): Cells =>
  Object.fromEntries(quantileShares(x, options).tables[0].columns.map(({ id, values }) => [id, values[0] as number]));
const groups = (x: readonly number[], options: Options = {}): Record<string, number[]> =>
  Object.fromEntries(quantileShares(x, options).tables[1].columns.map(({ id, values }) => [id, values as number[]]));
const incomes = fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
const some = fc.integer({ min: 2, max: 12 });

/** Type 7 as Hyndman & Fan write it. */
function type7(x: readonly number[], q: number): number {
  const sorted = [...x].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = Math.floor(at);
  return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
}

describe("quantile-shares: laws", () => {
  it("sum to 1 and rise from group to group", () => {
    fc.assert(
      fc.property(incomes, some, (x, m) => {
        const found = shares(x, { groups: m });
        expect(found.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        for (let k = 1; k < m; k++) expect(found[k]).toBeGreaterThanOrEqual(found[k - 1] - 1e-12);
      }),
    );
  });
  it("do not change with scale, order and replication, nor do ratios of step quantiles", () => {
    fc.assert(
      fc.property(incomes, some, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, m, k) => {
        const found = shares(x, { groups: m });
        for (const other of [x.map((one) => one * k), [...x].reverse(), [...x, ...x]])
          shares(other, { groups: m }).forEach((one, j) => {
            expect(one).toBeCloseTo(found[j], 10);
          });
        expect(ratios([...x, ...x], { quantile: "step" }).p90_p10 / ratios(x, { quantile: "step" }).p90_p10).toBeCloseTo(1, 10);
      }),
    );
  });
  it("treats a whole-number weight as that many rows (shares and step quantiles)", () => {
    fc.assert(
      fc.property(incomes, some, (x, m) => {
        const weights = x.map((_, i) => i % 4);
        fc.pre(weights.some((w) => w > 0));
        const many = x.flatMap((one, i) => Array<number>(weights[i]).fill(one));
        shares(x, { groups: m, weights }).forEach((one, j) => {
          expect(one).toBeCloseTo(shares(many, { groups: m })[j], 10);
        });
        const [found, wanted] = [ratios(x, { weights, quantile: "step" }), ratios(many, { quantile: "step" })];
        for (const id of ["p90_p10", "p80_p20", "p90_p50", "median"]) expect(found[id] / wanted[id]).toBeCloseTo(1, 10);
      }),
    );
  });
  it("has quantiles of type 7 when weights are equal, whatever their size", () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x, w) => {
        const found = groups(x, { groups: 10, weights: x.map(() => w) }).upper;
        const most = Math.max(...x);
        for (let k = 1; k < 10; k++) expect(Math.abs(found[k - 1] - type7(x, k / 10)) / most).toBeLessThan(1e-12);
        expect(found[9]).toBe(most);
      }),
    );
  });
  it("gives the ratios the palma command gives", () => {
    fc.assert(
      fc.property(incomes, (x) => {
        expect(ratios(x).palma).toBe(palma(x).value);
        expect(ratios(x).s80_s20).toBe(palma(x, { top: 0.2, bottom: 0.2 }).value);
      }),
    );
  });
});

describe("quantile-shares: edges", () => {
  it("of equal values are equal, ratios 1", () => {
    for (const share of shares([7, 7, 7])) expect(share).toBeCloseTo(0.2, 14);
    const found = ratios([7, 7, 7]);
    for (const id of ["s80_s20", "p90_p10", "p90_p50"]) expect(found[id]).toBeCloseTo(1, 14);
  });
  it("warns when there are fewer rows than groups, and splits them", () => {
    const made = quantileShares([5], { groups: 4 });
    expect(made.value).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(made.warnings).toHaveLength(1);
  });
  it("has null ratios over 0", () => {
    const found = ratios([0, 0, 0, 0, 0, 1]);
    expect([found.s80_s20, found.palma, found.p90_p10]).toEqual([null, null, null]);
  });
  it("leaves missing rows and rows of weight 0 out and counts them", () =>
    expect(quantileShares([1, Number.NaN, 3, 9], { weights: [1, 1, 1, 0] }).trace.dropped).toBe(2));
  it("tells of each group its mean and the quantile above it", () => {
    const found = groups([1, 2, 3, 4], { groups: 2 });
    expect([found.group, found.mean, found.upper]).toEqual([
      [1, 2],
      [expect.closeTo(1.5, 14), expect.closeTo(3.5, 14)],
      [2.5, 4],
    ]);
    expect(found.cumulated[1]).toBe(1);
  });
  it("keeps its digits for huge and tiny values", () => {
    for (const scale of [1e300, 1e-300]) expect(shares([scale, 3 * scale], { groups: 2 })[0]).toBeCloseTo(0.25, 14);
  });
  it.each([
    ["negative values", () => shares([-1, 2, 3])],
    ["a zero total", () => shares([0, 0])],
    ["no rows", () => shares([])],
    ["one group", () => shares([1, 2], { groups: 1 })],
    ["another quantile", () => shares([1, 2], { quantile: "type-6" as never })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("quantile-shares: agreement", () => {
  it.each(reference)("$from", ({ input: { values, options }, shares: wanted, ratios: cells, tolerance }) => {
    shares(values, options as Options).forEach((one, k) => {
      expect(Math.abs(one - wanted[k])).toBeLessThanOrEqual(tolerance);
    });
    const found = ratios(values, options as Options);
    for (const [id, one] of Object.entries(cells)) expect(Math.abs(found[id] - (one as number)), id).toBeLessThanOrEqual(tolerance);
  });
  describeWith("inequality", "quantile-shares against plain Python and laeken")("with other programs", () => {
    it("deciles of 48 states; the median income of 14,827 persons (laeken)", () => {
      const plain = referenceJson("inequality/ref_bruteforce.json") as Record<string, { lorenz_points: number[] }>;
      const states = referenceRows("inequality/data/us_income.csv");
      for (const year of ["1929", "2009"]) {
        const found = groups(
          states.map((row) => numberOf(row[year])),
          { groups: 10 },
        ).cumulated;
        plain[`measures.us_${year}`].lorenz_points.forEach((one, k) => {
          expect(found[k]).toBeCloseTo(one, 12);
        });
      }
      const { values } = referenceJson("inequality/ref_r_peers.json") as { values: { "micro.eusilc": { laeken: Cells } } };
      const persons = referenceRows("inequality/data/eusilc_synthetic.csv");
      const found = ratios(
        persons.map((row) => numberOf(row.eqIncome)),
        { weights: persons.map((row) => numberOf(row.rb050)), quantile: "step" },
      );
      expect(found.median / values["micro.eusilc"].laeken.incMedian).toBeCloseTo(1, 12);
    });
  });
});
