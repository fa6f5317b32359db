import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { middleIncomeShare } from "./middle-income-share.js";
import reference from "./middle-income-share.reference.json";

type Options = NonNullable<Parameters<typeof middleIncomeShare>[1]>;
const value = (x: ArrayLike<number>, options: Options = {}): number => middleIncomeShare(x, options).value;
const cells = (x: ArrayLike<number>, options: Options = {}): Record<string, number> =>
  Object.fromEntries(middleIncomeShare(x, options).tables[0].columns.map(({ id, values }) => [id, values[0] as number]));
const samples = fc
  .array(
    fc.tuple(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.double({ min: 0.1, max: 1e4, noNaN: true })), fc.integer({ min: 1, max: 5 })),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .filter((rows) => rows.some(([x]) => x > 0))
  .map((rows) => ({ x: rows.map(([x]) => x), weights: rows.map(([, w]) => w) }));

describe("middle-income-share: laws", () => {
  it("divides people into below, middle and above, and counts what lies in the band", () => {
    fc.assert(
      fc.property(samples, ({ x, weights }) => {
        const found = cells(x, { weights });
        expect(found.below + found.middle + found.above).toBeCloseTo(1, 12);
        const total = weights.reduce((a, b) => a + b);
        const share = (holds: (one: number) => boolean) => x.reduce((s, one, i) => s + (holds(one) ? weights[i] : 0), 0) / total;
        expect(found.middle).toBeCloseTo(
          share((one) => one >= found.from && one <= found.to),
          12,
        );
        expect(found.below).toBeCloseTo(
          share((one) => one < found.from),
          12,
        );
        const held = x.reduce((s, one, i) => s + (one >= found.from && one <= found.to ? weights[i] * one : 0), 0);
        expect(found.middle_income).toBeCloseTo(held / (total * found.mean), 11);
      }),
    );
  });
  it("does not change with order, replication, or scale (a power of 2) of a relative band", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(0.25, 1, 1024), ({ x, weights }, k) => {
        const found = value(x, { weights });
        const others = [
          value(
            x.map((one) => one * k),
            { weights },
          ),
          value([...x].reverse(), { weights: [...weights].reverse() }),
          value(x.flatMap((one, i) => Array<number>(weights[i]).fill(one))),
        ];
        for (const other of others) expect(other).toBeCloseTo(found, 12);
      }),
    );
  });
  it("grows with the band", () => {
    fc.assert(
      fc.property(
        samples,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ x }, lower, wider) => {
          expect(value(x, { from: lower * (1 - wider), to: 2 + wider })).toBeGreaterThanOrEqual(value(x, { from: lower, to: 2 }));
        },
      ),
    );
  });
  it("counts the same with prices as with the band moved by them", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(1, 2, 4), ({ x }, level) => {
        const band = { band: "absolute", priceYear: 2018 } as const;
        expect(value(x, { ...band, from: 2, to: 6, prices: x.map(() => level) })).toBe(
          value(x, { ...band, from: 2 * level, to: 6 * level }),
        );
      }),
    );
  });
});

describe("middle-income-share: edges", () => {
  it("is exactly 1 for equal values and one row", () => expect([value([7, 7, 7]), value([5])]).toEqual([1, 1]));
  it("holds rows on its borders", () => {
    expect(cells([3, 4, 4, 8, 8.1])).toMatchObject({ from: 3, to: 8, middle: 0.8, below: 0 });
    expect(value([1, 2, 3], { band: "absolute", from: 1, to: 3, priceYear: 2020 })).toBe(1);
  });
  it("shows that its share can rise while the middle grows poorer: the median and the band in money stand beside it", () => {
    const [before, after] = [cells([20, 30, 40, 60, 100]), cells([16, 18, 20, 24, 40])];
    expect(after.middle).toBeGreaterThan(before.middle);
    expect([before.median, after.median]).toEqual([40, 20]);
    expect([before.from, before.to, after.from, after.to]).toEqual([30, 80, 15, 40]);
    const band = { band: "absolute", from: 30, to: 80, priceYear: 2020 } as const;
    expect(value([16, 18, 20, 24, 40], band)).toBeLessThan(value([20, 30, 40, 60, 100], band));
  });
  it("reads the middle 60 % of quintile means", () => expect(cells([2, 4, 6, 8, 10]).middle60).toBeCloseTo(0.6, 15));
  it("warns of an absolute band without a price year, and of a median of 0", () => {
    const codes = (x: number[], options: Options) => middleIncomeShare(x, options).warnings.map((one) => one.code);
    expect(codes([1, 2], { band: "absolute", from: 1, to: 2 })).toEqual(["no-price-year"]);
    expect(codes([0, 0, 5], {})).toEqual(["zero-median"]);
    expect(codes([1, 2], { band: "absolute", from: 1, to: 2, priceYear: 2018 })).toEqual([]);
  });
  it("says its band, its price year and whether values were deflated", () => {
    expect(middleIncomeShare([1, 2]).method.variant).toBe(
      "0.75 to 2 medians, both borders in · median by the step distribution · values as they stand · each row counts once",
    );
    const made = middleIncomeShare([1, 2], { band: "absolute", from: 1, to: 2, priceYear: 2018, prices: [1, 1] });
    expect(made.method.variant).toBe(
      "1 to 2 in money, both borders in · prices of 2018 · values over the price index · each row counts once",
    );
  });
  it("leaves rows without value, weight or price out and counts them", () => {
    const made = middleIncomeShare([2, Number.NaN, 2, 2, 9], { weights: [1, 1, 0, 1, 1], prices: [1, 1, 1, Number.NaN, 1] });
    expect(made.trace).toMatchObject({ rows: 2, dropped: 3 });
  });
  it("keeps its digits for huge and tiny values", () => {
    for (const scale of [1e300, 1e-300]) expect(value([scale, 2 * scale, 3 * scale, 4 * scale])).toBe(0.75);
  });
  it.each([
    ["negative values", () => value([-1, 2, 3])],
    ["a zero total", () => value([0, 0])],
    ["no rows", () => value([])],
    ["an absolute band without borders", () => value([1, 2], { band: "absolute" })],
    ["an absolute band without its upper border", () => value([1, 2], { band: "absolute", from: 1 })],
    ["a band the wrong way round", () => value([1, 2], { from: 3, to: 2 })],
    ["too few prices", () => value([1, 2], { prices: [1] })],
    ["a price index of 0", () => value([1, 2], { prices: [1, 0] })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("middle-income-share: agreement", () => {
  it.each(reference)("$from", ({ input: { values, options }, expected, tolerance }) => {
    expect(Math.abs(value(values, options as Options) - expected)).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "middle-income-share against brute force")("with brute force", () => {
    it("48 states in 1929 and 2009, 49 in 2015", () => {
      const brute = referenceJson("inequality/ref_bruteforce.json") as Record<string, { middle_share_pop_0_75_2_median: number }>;
      const states = referenceRows("inequality/data/us_income.csv");
      for (const year of ["1929", "2009"]) {
        const wanted = brute[`measures.us_${year}`].middle_share_pop_0_75_2_median;
        expect(Math.abs(value(states.map((row) => numberOf(row[year]))) - wanted)).toBeLessThanOrEqual(1e-12);
      }
      const later = referenceRows("inequality/data/us_states_2015.csv").map((row) => numberOf(row.median_income_15));
      expect(Math.abs(value(later) - brute["measures.us_states_2015"].middle_share_pop_0_75_2_median)).toBeLessThanOrEqual(1e-12);
    });
  });
});
