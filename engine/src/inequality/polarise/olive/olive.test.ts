import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { Stream } from "../../../ground/random/index.js";
import { normal } from "../../../ground/special/index.js";
import { gini } from "../../measure/gini/gini.js";
import { middleIncomeShare } from "../middle-income-share/middle-income-share.js";
import { wolfson } from "../wolfson/wolfson.js";
import { type Olive, olive } from "./olive.js";
import reference from "./olive.reference.json";

type Options = NonNullable<Parameters<typeof olive>[1]>;
const value = (x: ArrayLike<number>, options: Options = {}): Olive => olive(x, options).value;
const table = (k: number, x: ArrayLike<number>, options: Options = {}): Record<string, unknown[]> =>
  Object.fromEntries(olive(x, options).tables[k].columns.map(({ id, values }) => [id, [...values]]));
const samples = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 40 })
  .map((rows) => ({ x: rows.map(([x]) => x), weights: rows.map(([, w]) => w) }));

/** Quantiles of a normal distribution, evenly spaced: a sample without chance. */
const bell = (n: number, mean: number, deviation: number): number[] =>
  Array.from({ length: n }, (_, i) => mean + deviation * normal.quantile((i + 0.5) / n));

describe("olive: laws", () => {
  it("says the same as its parts: middle-income share, Wolfson, Gini", () => {
    fc.assert(
      fc.property(samples, ({ x, weights }) => {
        const found = value(x, { weights });
        expect(found.middle).toBe(middleIncomeShare(x, { weights }).value);
        expect(found.wolfson).toBe(wolfson(x, { weights }).value);
        expect(found.gini).toBe(gini(x, { weights }).value);
        expect(found.below + found.middle + found.above).toBeCloseTo(1, 12);
      }),
    );
  });
  it("has layers that hold everybody once, and those of the band add up to it", () => {
    fc.assert(
      fc.property(samples, ({ x, weights }) => {
        const layers = table(1, x, { weights }) as Record<string, number[]>;
        expect(layers.share).toHaveLength(13);
        expect(layers.share.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        expect(layers.share.slice(0, 3).reduce((a, b) => a + b, 0)).toBeCloseTo(value(x, { weights }).below, 9);
      }),
    );
  });
  it("does not change with scale or order", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(0.25, 64), ({ x, weights }, k) => {
        const found = value(x, { weights });
        const scaled = value(
          x.map((one) => one * k),
          { weights },
        );
        expect(scaled).toEqual({ ...found, median: found.median * k, from: found.from * k, to: found.to * k });
        const turned = value([...x].reverse(), { weights: [...weights].reverse() });
        // a peak that is level to rounding may come or go with the order of the sums
        expect(turned.middle).toBeCloseTo(found.middle, 12);
      }),
    );
  });
});

describe("olive: the shape", () => {
  it("is an olive for a bell: one mode, in the band, most people there", () => {
    expect(value(bell(400, 100, 25))).toMatchObject({ modes: 1, mainMode: "in" });
    expect(value(bell(400, 100, 25)).middle).toBeGreaterThan(0.8);
  });
  it("has a mode below the band where most are poor: a pyramid", () => {
    const skewed = bell(400, 0, 1).map((z) => 100 * Math.exp(1.2 * z));
    expect(value(skewed)).toMatchObject({ modes: 1, mainMode: "below" });
  });
  it("is no olive for two heaps at the ends, though inequality may be the same", () => {
    const heaps = [...bell(200, 50, 8), ...bell(200, 150, 8)];
    const found = value(heaps);
    expect(found.modes).toBe(2);
    const even = value(Array.from({ length: 400 }, (_, i) => 12.5 + (175 * i) / 399));
    expect(Math.abs(found.gini - even.gini)).toBeLessThan(0.05);
    expect(found.wolfson as number).toBeGreaterThan(1.3 * (even.wolfson as number));
  });
  it("counts a small heap as a mode only when it stands out by the share asked for", () => {
    const aside = [...bell(400, 100, 10), ...bell(12, 200, 10)];
    expect(value(aside, { prominence: 0.2 }).modes).toBe(1);
    expect(value(aside, { prominence: 0.01 }).modes).toBe(2);
  });
  it("is not misled by chance: a normal sample has one mode in at least 18 of 20 draws", () => {
    const stream = new Stream(20260101);
    const draws = Array.from(
      { length: 20 },
      () => value(Array.from({ length: 500 }, () => 100 + 15 * normal.quantile(stream.uniform()))).modes,
    );
    expect(draws.filter((one) => one === 1).length).toBeGreaterThanOrEqual(18);
  });
  it("takes rows far away from all others", () => {
    expect(value([...bell(100, 100, 10), 1e9], { prominence: 0.001 }).modes).toBe(2);
  });
});

describe("olive: edges", () => {
  it("has no density for equal values and one row, and says so", () => {
    for (const x of [[7, 7, 7], [5]]) {
      const made = olive(x);
      expect(made.value).toMatchObject({ middle: 1, wolfson: 0, gini: 0, modes: null, mainMode: null });
      expect(made.warnings.map((one) => one.code)).toEqual(["no-spread"]);
    }
  });
  it("says that peaks of few rows say little, once that a median is 0, and gives then no layers", () => {
    expect(olive([1, 2, 3]).warnings.map((one) => one.code)).toEqual(["few-rows"]);
    const poor = olive([0, 0, 0, 1]);
    expect(poor.warnings.map((one) => one.code)).toEqual(["zero-median", "few-rows"]);
    expect([poor.value.wolfson, table(1, [0, 0, 0, 1]).share]).toEqual([null, []]);
  });
  it("divides by prices before all else", () => {
    const prices = [2, 2, 2, 2];
    expect(value([2, 4, 6, 8], { prices })).toEqual(value([1, 2, 3, 4]));
  });
  it("shows that the middle can grow while it is poorer", () => {
    const [before, after] = [value([20, 30, 40, 60, 100]), value([16, 18, 20, 24, 40])];
    expect(after.middle).toBeGreaterThan(before.middle);
    expect(after.median).toBeLessThan(before.median);
  });
  it("leaves missing rows out and counts them; keeps its digits for huge and tiny values", () => {
    expect(olive([1, Number.NaN, 2, 3, 4]).trace.dropped).toBe(1);
    for (const k of [1e300, 1e-300]) expect(value([k, 2 * k, 3 * k, 4 * k])).toMatchObject({ middle: 0.75, modes: 1, mainMode: "in" });
  });
  it("prints every convention", () => {
    expect(olive([1, 2]).method.variant).toBe(
      "0.75 to 2 medians, both borders in · median by the step distribution · P = 2(2T − G)μ/m · Gini in population form · modes of a Gaussian kernel, Silverman's bandwidth, prominence 0.05 · values as they stand · each row counts once",
    );
  });
  it.each([
    ["negative values", () => value([-1, 2, 3])],
    ["a zero total", () => value([0, 0])],
    ["no rows", () => value([])],
    ["an absolute band without borders", () => value([1, 2], { band: "absolute" })],
    ["a prominence above 1", () => value([1, 2], { prominence: 2 })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("olive: agreement", () => {
  it.each(reference)("$from", ({ input: { values, options }, expected, tolerance }) => {
    const found = value(values, options as Options) as unknown as Record<string, unknown>;
    for (const [key, wanted] of Object.entries(expected)) {
      if (typeof wanted === "number") expect(Math.abs((found[key] as number) - wanted), key).toBeLessThanOrEqual(tolerance);
      else expect(found[key], key).toBe(wanted);
    }
  });

  describeWith("inequality", "olive against brute force and R")("with other programs", () => {
    it("48 states in 1929 and 2009: share, Wolfson, Gini (brute force), bandwidth (nrd0 of R)", () => {
      type Wanted = { wolfson: { P: number; median: number }; middle_share_pop_0_75_2_median: number };
      const brute = referenceJson("inequality/ref_bruteforce.json") as Record<string, Wanted>;
      const states = referenceRows("inequality/data/us_income.csv");
      for (const year of ["1929", "2009"]) {
        const found = value(states.map((row) => numberOf(row[year])));
        const wanted = brute[`measures.us_${year}`];
        expect(found.middle).toBeCloseTo(wanted.middle_share_pop_0_75_2_median, 12);
        expect(found.wolfson).toBeCloseTo(wanted.wolfson.P, 12);
        expect(found.median).toBe(wanted.wolfson.median);
      }
      const { values } = referenceJson("inequality/ref_r_peers.json") as {
        values: { "kde.us_2009_relative": Record<string, { bw: number }> };
      };
      const { bandwidth, mean } = table(
        0,
        states.map((row) => numberOf(row["2009"])),
      ) as Record<string, number[]>;
      expect(bandwidth[0] / mean[0]).toBeCloseTo(values["kde.us_2009_relative"].nrd0.bw, 12);
    });
  });
});
