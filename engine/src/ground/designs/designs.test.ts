import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceRows } from "../../../../proof/reference-files.js";
import { Fault } from "../fault/index.js";
import {
  elementaryEffects,
  factorial,
  latinHypercube,
  levelOf,
  morrisTrajectories,
  quantile,
  randomPoints,
  saltelliDesign,
  sobolDimensions,
  sobolIndices,
  sobolSequence,
} from "./index.js";

const options = { bootstrap: 50, seed: 1, bounds: [0.05, 0.95] as const };

describe("the Sobol sequence", () => {
  it("starts with the published points of three dimensions (Joe & Kuo)", () => {
    expect(sobolSequence(8, 3).map((point) => Array.from(point))).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ]);
    expect(Array.from(sobolSequence(12, 64)[11].subarray(56))).toEqual([0.6875, 0.8125, 0.3125, 0.0625, 0.3125, 0.3125, 0.1875, 0.9375]);
  });
  it("puts one of 2^k points into each slice of every axis, also when shifted", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.option(fc.nat(), { nil: undefined }), (k, shift) => {
        const n = 2 ** k;
        const points = sobolSequence(n, sobolDimensions, { shift });
        for (let j = 0; j < sobolDimensions; j++) expect(new Set(points.map((point) => Math.floor(point[j] * n))).size).toBe(n);
      }),
      { numRuns: 40 },
    );
  });
  it("goes on where it was left", () => {
    const all = sobolSequence(50, 5, { shift: 3 });
    for (const skip of [1, 7, 8, 31]) expect(sobolSequence(50 - skip, 5, { skip, shift: 3 })).toEqual(all.slice(skip));
  });
  it("faults beyond its dimensions", () => {
    expect(() => sobolSequence(4, sobolDimensions + 1)).toThrow(Fault);
    expect(() => sobolSequence(4, 0)).toThrow(Fault);
    expect(() => sobolSequence(-1, 2)).toThrow(Fault);
  });
});

describe("other designs", () => {
  it("a Latin hypercube has one point in each slice of every axis", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 6 }), fc.nat(), (n, d, seed) => {
        const points = latinHypercube(n, d, seed);
        for (let j = 0; j < d; j++) expect(new Set(points.map((point) => Math.floor(point[j] * n))).size).toBe(n);
      }),
    );
  });
  it("random points do not depend on how many are asked for", () => {
    expect(randomPoints(9, 3, 5).slice(0, 4)).toEqual(randomPoints(4, 3, 5));
  });
  it("a factorial visits every combination once, at the middle of its levels", () => {
    const seen = factorial([3, 2, 4]).map((point) => [levelOf(point[0], 3), levelOf(point[1], 2), levelOf(point[2], 4)].join());
    expect(new Set(seen).size).toBe(24);
    expect(seen.slice(0, 5)).toEqual(["0,0,0", "0,0,1", "0,0,2", "0,0,3", "0,1,0"]);
  });
  it("a number stands for the level ⌊u·k⌋: .01, .2, .3, .49 of two are all the first", () => {
    expect([0.01, 0.2, 0.3, 0.49, 0.5, 0.999].map((u) => levelOf(u, 2))).toEqual([0, 0, 0, 0, 1, 1]);
  });
  it("quantiles interpolate (type 7)", () => {
    expect([0, 0.05, 0.5, 1].map((p) => quantile([1, 2, 3, 4], p))).toEqual([1, 1.15, 2.5, 4]);
    expect(quantile([7], 0.3)).toBe(7);
  });
});

describe("Morris effects", () => {
  it("of a linear function are its slopes, without spread", () => {
    const paths = morrisTrajectories(8, 3, 4, 11);
    expect(paths.every((path) => path.length === 4 && path.every((point) => point.every((x) => x >= 0 && x <= 1)))).toBe(true);
    const y = paths.map((path) => path.map(([a, b]) => 2 * a - 3 * b));
    const effects = elementaryEffects(paths, y);
    [2, -3, 0].forEach((slope, k) => {
      expect(effects[k].mu).toBeCloseTo(slope, 12);
      expect(effects[k].muStar).toBeCloseTo(Math.abs(slope), 12);
      expect(effects[k].sigma).toBeCloseTo(0, 10);
    });
  });
  it("of a product spread: the input acts through another", () => {
    const paths = morrisTrajectories(50, 2, 4, 2);
    const [effect] = elementaryEffects(
      paths,
      paths.map((path) => path.map(([a, b]) => a * (b - 0.5))),
    );
    expect(effect.sigma).toBeGreaterThan(0.2);
  });
});

describe("Sobol indices", () => {
  const over = (n: number, d: number, f: (x: Float64Array) => number) =>
    sobolIndices(Float64Array.from(saltelliDesign(sobolSequence(n, 2 * d, { shift: 4 })), f), d, options);

  it("of an additive function sum to 1, first and total alike; an input without effect has a total of exactly 0", () => {
    const [a, b, none] = over(4096, 3, ([x, y]) => 2 * x + y);
    expect(a.first).toBeCloseTo(0.8, 2);
    expect(b.first).toBeCloseTo(0.2, 2);
    expect(a.total).toBeCloseTo(a.first, 2);
    expect(a.first + b.first).toBeCloseTo(1, 2);
    expect([none.first, none.total]).toEqual([0, 0]);
    expect(none.totalBounds).toEqual([0, 0]);
  });
  it("of the Ishigami function are its known ones", () => {
    const pi = Math.PI;
    const [x1, x2, x3] = over(8192, 3, (u) => {
      const [a, b, c] = u.map((one) => pi * (2 * one - 1));
      return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
    });
    expect(x1.first).toBeCloseTo(0.3139, 2);
    expect(x2.first).toBeCloseTo(0.4424, 2);
    expect(x3.first).toBeCloseTo(0, 2);
    expect(x1.total).toBeCloseTo(0.5576, 1);
    expect(x3.total).toBeCloseTo(0.2437, 1);
  });
  it("have bounds around them, the same for the same seed, and drop rows with a missing value", () => {
    const y = Float64Array.from(saltelliDesign(sobolSequence(256, 4, { shift: 4 })), ([a, b]) => a + 0.5 * b);
    const whole = sobolIndices(y, 2, options);
    expect(whole).toEqual(sobolIndices(y, 2, options));
    for (const { first, firstBounds } of whole) {
      expect(firstBounds[0]).toBeLessThan(first);
      expect(firstBounds[1]).toBeGreaterThan(first);
    }
    const short = Float64Array.from(y.filter((_, k) => k % 256 !== 255));
    y[3 * 256 + 255] = Number.NaN;
    expect(sobolIndices(y, 2, { ...options, bootstrap: 0 })).toEqual(sobolIndices(short, 2, { ...options, bootstrap: 0 }));
  });
  it("fault when the target does not vary", () => {
    expect(() => over(16, 2, () => 0.1)).toThrow(expect.objectContaining({ code: "still-target" }));
  });
});

describeWith("coinr", "Sobol estimators")("Sobol indices, agreement with COINr", () => {
  it("y = x1 + 2 x2 + 4 x1 x3 at its 1,280 points", () => {
    const y = Float64Array.from(referenceRows("coinr/sensitivity/estimator_sample.csv"), (row) => numberOf(row.y));
    const found = sobolIndices(y, 3, options);
    referenceRows("coinr/sensitivity/estimator_indices.csv").forEach((row, i) => {
      expect(found[i].first).toBeCloseTo(numberOf(row.Si), 12);
      expect(found[i].total).toBeCloseTo(numberOf(row.STi), 12);
    });
  });
  it("the ASEM index with four inputs, N = 50", () => {
    const y = Float64Array.from(referenceRows("coinr/sensitivity/SA_N50_y.csv"), (row) => numberOf(row.mean_abs_rank_change));
    const found = sobolIndices(y, 4, options);
    referenceRows("coinr/sensitivity/SA_N50_indices.csv").forEach((row, i) => {
      expect(found[i].first).toBeCloseTo(numberOf(row.Si), 12);
      expect(found[i].total).toBeCloseTo(numberOf(row.STi), 12);
    });
  });
});
