import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { gini } from "../../measure/gini/gini.js";
import { duclosEstebanRay } from "./duclos-esteban-ray.js";
import reference from "./duclos-esteban-ray.reference.json";

type Options = NonNullable<Parameters<typeof duclosEstebanRay>[1]>;
const value = (x: ArrayLike<number>, options: Options = {}): number => duclosEstebanRay(x, options).value as number;
const cells = (x: ArrayLike<number>, options: Options = {}): Record<string, number> =>
  Object.fromEntries(duclosEstebanRay(x, options).tables[0].columns.map(({ id, values }) => [id, values[0] as number]));
const near = (found: number, wanted: number, relative = 1e-10): void =>
  expect(Math.abs(found - wanted), `${found} ~ ${wanted}`).toBeLessThanOrEqual(relative * Math.abs(wanted));

const income = fc.oneof(
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 10, max: 100_000 }).map((one) => one / 128),
);
const samples = fc
  .array(fc.tuple(income, fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 30 })
  .filter((rows) => rows.some(([x]) => x !== rows[0][0]))
  .map((rows) => ({ x: rows.map(([x]) => x), weights: rows.map(([, w]) => w) }));
const alphas = fc.double({ min: 0.25, max: 1, noNaN: true });

/** Kernel and distances over all pairs of rows, in the unit of the values. */
function byPairs(x: readonly number[], w: readonly number[], alpha: number): number {
  const total = w.reduce((a, b) => a + b);
  const p = w.map((one) => one / total);
  const mean = x.reduce((s, one, i) => s + p[i] * one, 0);
  const sigma = Math.sqrt(x.reduce((s, one, i) => s + p[i] * (one - mean) ** 2, 0));
  const h = (4.7 / Math.sqrt(x.length)) * sigma * alpha ** 0.1;
  return x.reduce((s, y, i) => {
    const f = x.reduce((t, one, j) => t + p[j] * Math.exp(-0.5 * ((y - one) / h) ** 2), 0) / (h * Math.sqrt(2 * Math.PI));
    return s + p[i] * f ** alpha * x.reduce((t, one, j) => t + p[j] * Math.abs(y - one), 0) * mean ** (alpha - 1);
  }, 0);
}

describe("duclos-esteban-ray: laws", () => {
  it("is the double sum over all rows, with ties and weights", () => {
    fc.assert(
      fc.property(samples, alphas, ({ x, weights }, alpha) => {
        near(value(x, { weights, alpha, bandwidth: "normal" }), byPairs(x, weights, alpha));
      }),
    );
  });
  it("is alienation × identification × (1 + correlation), the alienation twice the Gini", () => {
    fc.assert(
      fc.property(samples, alphas, ({ x, weights }, alpha) => {
        const made = cells(x, { weights, alpha });
        near(made.alienation * made.identification * (1 + made.correlation), made.der);
        near(made.alienation, 2 * (gini(x, { weights }).value as number), 1e-9);
        near(cells(x, { weights, alpha, scale: "half" }).alienation, made.alienation / 2, 1e-15);
        near(value(x, { weights, alpha, scale: "half" }), made.der / 2, 1e-14);
      }),
    );
  });
  it("does not change with scale or order", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 100, noNaN: true }), ({ x, weights }, k) => {
        const found = cells(x, { weights });
        const scaled = cells(
          x.map((one) => one * k),
          { weights },
        );
        near(scaled.der, found.der);
        near(scaled.bandwidth, k * found.bandwidth);
        near(value([...x].reverse(), { weights: [...weights].reverse() }), found.der, 1e-12);
      }),
    );
  });
  it("does not depend on the total of the weights", () => {
    fc.assert(
      fc.property(samples, ({ x, weights }) => {
        near(value(x, { weights: weights.map((one) => one * 1e9) }), value(x, { weights }), 1e-12);
      }),
    );
  });
  it("is higher for two distinct poles than for the same spread filled evenly", () => {
    const rep = (one: number, times: number) => Array<number>(times).fill(one);
    const poles = [...rep(1, 20), ...rep(3, 20)];
    const even = Array.from({ length: 40 }, (_, i) => 1 + (2 * i) / 39);
    expect(value(poles)).toBeGreaterThan(value(even));
  });
});

describe("duclos-esteban-ray: edges", () => {
  it("is exactly 0 for equal values and one row, without identification, and says so", () => {
    for (const x of [[3, 3, 3], [5], [0.1, 0.1, 0.1]]) {
      const made = duclosEstebanRay(x);
      expect([made.value, made.warnings.map((one) => one.code)]).toEqual([0, ["no-spread"]]);
      expect(cells(x)).toMatchObject({ identification: null, correlation: null, bandwidth: null });
    }
  });
  it("takes the rule for skewed distributions above a skewness of 6, and says which it took", () => {
    const skewed = Array.from({ length: 200 }, (_, i) => (i === 199 ? 1000 : 1 + i / 100));
    const made = duclosEstebanRay(skewed);
    expect(made.trace.rule).toBe("skewed");
    expect(cells(skewed).skewness).toBeGreaterThan(6);
    expect(made.value).toBe(value(skewed, { bandwidth: "skewed" }));
    expect(made.value).not.toBe(value(skewed, { bandwidth: "normal" }));
    expect(duclosEstebanRay([1, 2, 3, 4]).trace.rule).toBe("normal");
  });
  it("has the bandwidth of equation 26: n^−½ IQ (3.76 + 14.7 s)/(1 + 1.09e-4 s)^(7268 + 15323α)", () => {
    const x = [1, Math.E, Math.E ** 2, Math.E ** 3];
    const s = Math.sqrt(1.25);
    const quartiles = (Math.E ** 3 + Math.E ** 2) / 2 - (Math.E + 1) / 2;
    const wanted = ((quartiles / 2) * (3.76 + 14.7 * s)) / (1 + 1.09e-4 * s) ** (7268 + 15323 * 0.5);
    near(cells(x, { bandwidth: "skewed" }).bandwidth, wanted, 1e-12);
  });
  it("is null with a warning when that bandwidth is 0 though values differ; zeros have no logarithm and are passed over", () => {
    const made = duclosEstebanRay([1, 1, 1, 1, 1, 9], { bandwidth: "skewed" });
    expect([made.value, made.warnings.map((one) => one.code)]).toEqual([null, ["zero-bandwidth"]]);
    expect(value([0, 1, 2, 3], { bandwidth: "skewed" })).toBeGreaterThan(0);
  });
  it("leaves missing rows and rows without weight out and counts them", () => {
    const made = duclosEstebanRay([1, Number.NaN, 2, 3, 4, 99], { weights: [1, 1, 1, 1, 1, 0] });
    expect([made.value, made.trace.dropped]).toEqual([value([1, 2, 3, 4]), 2]);
  });
  it("keeps its digits for huge, tiny and nearly equal values", () => {
    for (const scale of [1e300, 1e-300]) near(value([scale, 2 * scale, 3 * scale, 4 * scale]), value([1, 2, 3, 4]), 1e-13);
    const e = 2 ** -30;
    near(value([1, 1 + e, 1 + 2 * e, 1 + 3 * e], { alpha: 1 }), value([1, 2, 3, 4], { alpha: 1 }), 1e-8);
  });
  it("takes 200,000 rows, whose pairs would outlast the test", () => {
    const x = Float64Array.from({ length: 200_000 }, (_, i) => 1 + ((i * 7919) % 200_000) / 1e5);
    expect(value(x)).toBeGreaterThan(0);
  });
  it("says its α, scale, kernel and bandwidth", () => {
    expect(duclosEstebanRay([1, 2]).method.variant).toBe(
      "α = 0.5 · raw scale · Gaussian kernel, bandwidth normal, skewed above a skewness of 6 · σ of the population form · each row counts once",
    );
  });
  it.each([
    ["negative values", () => value([-1, 2, 3])],
    ["a zero total", () => value([0, 0])],
    ["no rows", () => value([])],
    ["α below 0.25", () => value([1, 2], { alpha: 0.2 })],
    ["α above 1", () => value([1, 2], { alpha: 1.3 })],
    ["an unknown bandwidth", () => value([1, 2], { bandwidth: "nrd0" as never })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("duclos-esteban-ray: agreement", () => {
  it.each(reference)("$from", ({ input: { values, options }, expected, tolerance }) => {
    expect(Math.abs(value(values, options as Options) - expected)).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "duclos-esteban-ray against brute force")("with brute force", () => {
    interface Wanted {
      readonly DER: number;
      readonly DER_half: number;
      readonly h: number;
      readonly sigma_population: number;
      readonly alienation: number;
      readonly identification: number;
      readonly correlation: number;
    }
    const brute = () =>
      referenceJson("inequality/ref_bruteforce.json") as Record<string, { DER: Record<string, Wanted> } & Record<string, Wanted>>;

    function same(x: readonly number[], weights: readonly number[] | undefined, wanted: Readonly<Record<string, Wanted>>): void {
      expect(Object.keys(wanted)).toEqual(["0.25", "0.5", "0.75", "1.0"]);
      for (const [alpha, one] of Object.entries(wanted)) {
        const options = { weights, alpha: Number(alpha), bandwidth: "normal" } as const;
        const found = cells(x, options);
        near(found.der, one.DER);
        near(value(x, { ...options, scale: "half" }), one.DER_half);
        near(found.bandwidth, one.h);
        near(found.sigma, one.sigma_population);
        near(found.alienation, one.alienation);
        near(found.identification, one.identification);
        near(found.correlation, one.correlation);
      }
    }

    it("48 states in 1929 and 2009, 49 in 2015 with and without weights, four values of α each", () => {
      const states = referenceRows("inequality/data/us_income.csv");
      for (const year of ["1929", "2009"]) {
        same(
          states.map((row) => numberOf(row[year])),
          undefined,
          brute()[`measures.us_${year}`].DER,
        );
      }
      const later = referenceRows("inequality/data/us_states_2015.csv");
      const x = later.map((row) => numberOf(row.median_income_15));
      same(x, undefined, brute()["measures.us_states_2015"].DER);
      same(
        x,
        later.map((row) => numberOf(row.total_pop_15)),
        brute()["measures.us_states_2015_w"].DER,
      );
    });
    it("3,000 weighted persons", () => {
      const persons = referenceRows("inequality/data/eusilc_synthetic.csv")
        .filter((row) => numberOf(row.eqIncome) > 0)
        .slice(0, 3000);
      same(
        persons.map((row) => numberOf(row.eqIncome)),
        persons.map((row) => numberOf(row.rb050)),
        brute()["DER.eusilc_first3000pos_weighted"],
      );
    });
  });
});
