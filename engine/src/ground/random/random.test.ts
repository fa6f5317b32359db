import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../fault/index.js";
import { chiSquared } from "../special/index.js";
import { mean, sum } from "../sums/index.js";
import { philox, Stream } from "./index.js";

const draws = (n: number, draw: () => number): Float64Array => Float64Array.from({ length: n }, draw);
const variance = (x: Float64Array): number => {
  const m = mean(x);
  return sum(x.map((v) => (v - m) * (v - m))) / x.length;
};
const correlation = (x: Float64Array, y: Float64Array): number => {
  const [mx, my] = [mean(x), mean(y)];
  return sum(x.map((v, i) => (v - mx) * (y[i] - my))) / x.length / Math.sqrt(variance(x) * variance(y));
};
/** p-value of equal counts. */
const evenness = (counts: ArrayLike<number>): number => {
  const expected = sum(counts) / counts.length;
  return chiSquared(counts.length - 1).upper(sum(Array.from(counts, (c) => ((c - expected) * (c - expected)) / expected)));
};

describe("philox: known answers (Random123 1.09, kat_vectors)", () => {
  const pi = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0];
  it.each([
    ["zeros", [0, 0, 0, 0, 0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
    ["ones", Array(6).fill(0xffffffff), "408f276d 41c83b0e a20bc7c6 6d5451fd"],
    ["digits of π", pi, "d16cfe09 94fdcceb 5001e420 24126ea1"],
  ])("%s", (_, [c0, c1, c2, c3, k0, k1], expected) => {
    const out = new Uint32Array(4);
    philox(c0, c1, c2, c3, k0, k1, out);
    expect(Array.from(out, (word) => word.toString(16).padStart(8, "0")).join(" ")).toBe(expected);
  });
});

describe("streams", () => {
  const key = fc.tuple(fc.maxSafeNat(), fc.nat(), fc.nat());
  const words = (stream: Stream, n = 8): number[] => Array.from({ length: n }, () => stream.word());

  it("start with the known answer for key 0", () => expect(words(new Stream(0), 2)).toEqual([0x6627e8d5, 0xe169c58d]));
  it("repeat themselves exactly and share nothing with a neighbouring key", () => {
    fc.assert(
      fc.property(key, ([seed, stream, replicate]) => {
        const own = words(new Stream(seed, stream, replicate));
        expect(words(new Stream(seed, stream, replicate))).toEqual(own);
        const near = [new Stream(seed + (seed ? -1 : 1), stream, replicate), new Stream(seed, stream + 1, replicate)];
        for (const other of [...near, new Stream(seed, stream, replicate + 1)]) expect(words(other)).not.toEqual(own);
      }),
    );
  });
  it("use all 53 bits of the seed", () => expect(words(new Stream(1))).not.toEqual(words(new Stream(1 + 4294967296))));
  it("jump to any block, also back and beyond 2³²", () => {
    fc.assert(
      fc.property(key, fc.nat(50), fc.nat(7), ([seed, ...rest], block, spent) => {
        const walked = new Stream(seed, ...rest);
        words(walked, 4 * block);
        const jumped = new Stream(seed, ...rest);
        words(jumped, spent);
        expect(words(jumped.jump(block))).toEqual(words(walked));
      }),
    );
    expect(words(new Stream(1).jump(4294967296))).not.toEqual(words(new Stream(1)));
  });
  it("of neighbouring seeds, streams, replicates and lags are uncorrelated", () => {
    const n = 20_000;
    const u = (...k: [number, number, number]) => new Stream(...k).uniforms(new Float64Array(n));
    const base = u(5, 5, 5);
    const shifted = new Stream(5, 5, 5);
    shifted.uniform();
    for (const other of [u(6, 5, 5), u(5, 6, 5), u(5, 5, 6), shifted.uniforms(new Float64Array(n))])
      expect(Math.abs(correlation(base, other))).toBeLessThan(3.5 / Math.sqrt(n));
  });
  it("vary from seed to seed as much as binomial draws must", () => {
    const n = 5000;
    const shares = draws(200, () => 0).map((_, seed) => {
      const stream = new Stream(seed);
      return mean(draws(n, () => (stream.uniform() < 0.8 ? 1 : 0)));
    });
    const ratio = variance(shares) / ((0.8 * 0.2) / n);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });
});

describe("draws", () => {
  const n = 50_000;
  const stream = (k: number) => new Stream(2024, k);

  it("uniform fills [0, 1) evenly", () => {
    const u = stream(1).uniforms(new Float64Array(n));
    const counts = new Float64Array(1000);
    for (const v of u) counts[Math.floor(v * 1000)]++;
    expect(u.every((v) => v >= 0 && v < 1)).toBe(true);
    expect(evenness(counts)).toBeGreaterThan(1e-4);
    expect(new Set(u).size).toBe(n);
  });
  it("normal has the moments and the median of the normal distribution", () => {
    const x = stream(2).normals(new Float64Array(n));
    const third = mean(x.map((v) => v * v * v));
    const fourth = mean(x.map((v) => v * v * v * v));
    expect(Math.abs(mean(x))).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(variance(x) - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(third)).toBeLessThan(4 * Math.sqrt(15 / n));
    expect(Math.abs(fourth - 3)).toBeLessThan(4 * Math.sqrt(96 / n));
  });
  it("normal increases in its uniform", () => {
    const [a, b] = [stream(3), stream(3)];
    const pairs = Array.from({ length: 1000 }, () => [a.open(), b.normal()]).sort((p, q) => p[0] - q[0]);
    for (let i = 1; i < pairs.length; i++) expect(pairs[i][1]).toBeGreaterThan(pairs[i - 1][1]);
  });
  it.each([0.3, 1, 2.5, 40])("gamma of shape %d has mean and variance equal to the shape", (shape) => {
    const s = stream(4);
    const x = draws(n, () => s.gamma(shape));
    expect(Math.abs(mean(x) - shape)).toBeLessThan(4 * Math.sqrt(shape / n));
    expect(Math.abs(variance(x) / shape - 1)).toBeLessThan(4 * Math.sqrt((2 + 6 / shape) / n));
  });
  it("exponential has mean 1 and variance 1", () => {
    const s = stream(5);
    const x = draws(n, () => s.exponential());
    expect(Math.abs(mean(x) - 1)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(variance(x) - 1)).toBeLessThan(4 * Math.sqrt(8 / n));
  });
  it("below(n) gives every number equally often, also where 2³² is no multiple of n", () => {
    const s = stream(6);
    const counts = new Float64Array(7);
    for (let i = 0; i < n; i++) counts[s.below(7)]++;
    expect(evenness(counts)).toBeGreaterThan(1e-4);
    const thirds = new Float64Array(3);
    for (let i = 0; i < n; i++) thirds[Math.floor(s.below(3 * 2 ** 30) / 2 ** 30)]++;
    expect(evenness(thirds)).toBeGreaterThan(1e-4);
    expect([s.below(1), s.below(2 ** 32) >= 0]).toEqual([0, true]);
  });
  it("shuffle gives every order equally often and keeps the entries", () => {
    const s = stream(7);
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = s.shuffle(["a", "b", "c", "d"]).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(evenness([...counts.values()])).toBeGreaterThan(1e-4);
    fc.assert(
      fc.property(fc.nat(60), (k) => {
        expect([...stream(8).permutation(k)].sort((a, b) => a - b)).toEqual([...Array(k).keys()]);
      }),
    );
  });
  it("resample draws positions with replacement", () => {
    const drawn = stream(9).resample(10, n);
    const counts = new Float64Array(10);
    for (const k of drawn) counts[k]++;
    expect(evenness(counts)).toBeGreaterThan(1e-4);
    expect(stream(9).resample(10)).toHaveLength(10);
  });
  it("resample draws what below draws, one by one, and many words are the words one by one, from any place and past block 2³²", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 32 }),
        fc.nat(40),
        fc.nat(7),
        fc.constantFrom(0, 3, 2 ** 32 - 3),
        (n, size, spent, block) => {
          const [one, many] = [stream(10).jump(block), stream(10).jump(block)];
          for (let k = 0; k < spent; k++) expect(many.word()).toBe(one.word());
          expect(Array.from(many.words(new Uint32Array(size)))).toEqual(Array.from({ length: size }, () => one.word()));
          expect(Array.from(many.resample(n, size))).toEqual(Array.from({ length: size }, () => one.below(n)));
        },
      ),
    );
  });
});

describe("random: faults", () => {
  it.each([
    ["a negative seed", () => new Stream(-1)],
    ["a fractional seed", () => new Stream(0.5)],
    ["a seed beyond 2⁵³", () => new Stream(2 ** 53)],
    ["a stream of 2³²", () => new Stream(1, 2 ** 32)],
    ["a replicate that is NaN", () => new Stream(1, 0, Number.NaN)],
    ["a negative block", () => new Stream(1).jump(-1)],
    ["below(0)", () => new Stream(1).below(0)],
    ["below(2³² + 1)", () => new Stream(1).below(2 ** 32 + 1)],
    ["a gamma shape of 0", () => new Stream(1).gamma(0)],
  ])("%s", (_, run) => expect(run).toThrow(Fault));
});
