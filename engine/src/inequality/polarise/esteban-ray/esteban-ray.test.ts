import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { gini } from "../../measure/gini/gini.js";
import { estebanRay } from "./esteban-ray.js";
import reference from "./esteban-ray.reference.json";

type Options = NonNullable<Parameters<typeof estebanRay>[1]>;
const value = (x: ArrayLike<number>, options: Options = {}): number => estebanRay(x, options).value;
const near = (found: number, wanted: number, relative = 1e-11): void =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * Math.max(Math.abs(wanted), 1e-12));

const income = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 1e-3, max: 1e4, noNaN: true }));
const samples = fc
  .array(fc.tuple(income, fc.integer({ min: 1, max: 4 }), fc.constantFrom("a", "b", "c")), { minLength: 1, maxLength: 30 })
  .filter((rows) => rows.some(([x]) => x > 0))
  .map((rows) => ({ x: rows.map(([x]) => x), weights: rows.map(([, w]) => w), by: rows.map(([, , key]) => key) }));
const alphas = fc.double({ min: 0.01, max: 1.6, noNaN: true });

/** The double sum of the paper. */
function byPairs(y: readonly number[], w: readonly number[], alpha: number): number {
  const total = w.reduce((a, b) => a + b);
  const mean = y.reduce((s, one, i) => s + one * w[i], 0) / total;
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    for (let j = 0; j < y.length; j++) sum += ((w[i] / total) ** (1 + alpha) * (w[j] / total) * Math.abs(y[i] - y[j])) / mean;
  }
  return sum;
}

describe("esteban-ray: laws", () => {
  it("is the double sum over rows, and over groups when these are given", () => {
    fc.assert(
      fc.property(samples, alphas, ({ x, weights, by }, alpha) => {
        near(value(x, { weights, alpha }), byPairs(x, weights, alpha), 1e-10);
        const keys = [...new Set(by)];
        const size = keys.map((key) => weights.reduce((s, w, i) => s + (by[i] === key ? w : 0), 0));
        const mean = keys.map((key, k) => x.reduce((s, one, i) => s + (by[i] === key ? one * weights[i] : 0), 0) / size[k]);
        const wanted = byPairs(mean, size, alpha);
        expect(Math.abs(value(x, { weights, alpha, by }) - wanted)).toBeLessThanOrEqual(1e-12 + 1e-10 * wanted);
      }),
    );
  });
  it("does not change with scale, order or names, nor when every row comes twice within its group", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 100, noNaN: true }), ({ x, weights, by }, k) => {
        const found = value(x, { weights, by });
        const others = [
          value(
            x.map((one) => one * k),
            { weights, by },
          ),
          value([...x].reverse(), { weights: [...weights].reverse(), by: [...by].reverse() }),
          value(x, { weights, by: by.map((key) => `z${"cba".indexOf(key)}`) }),
          value([...x, ...x], { weights: [...weights, ...weights], by: [...by, ...by] }),
        ];
        for (const other of others) expect(Math.abs(other - found)).toBeLessThanOrEqual(1e-11);
      }),
    );
  });
  it("turns into twice the Gini as α goes to 0", () => {
    fc.assert(
      fc.property(samples, ({ x, weights }) => {
        expect(Math.abs(value(x, { weights, alpha: 1e-9 }) - 2 * (gini(x, { weights }).value as number))).toBeLessThanOrEqual(1e-7);
      }),
    );
  });
  it("adds up from its groups", () => {
    fc.assert(
      fc.property(samples, ({ x, weights, by }) => {
        const made = estebanRay(x, { weights, by });
        const parts = made.tables[1].columns.find((one) => one.id === "contribution")?.values as number[];
        expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(made.value, 12);
      }),
    );
  });
  it("rises when two near groups of the rich become one, as the Gini does not", () => {
    const x = [0, 0, 0, 9, 11];
    const [apart, joined] = [value(x, { by: ["p", "p", "p", "r", "s"] }), value(x, { by: ["p", "p", "p", "r", "r"] })];
    expect(joined).toBeGreaterThan(apart);
    expect(gini([0, 0, 0, 10, 10]).value).toBeLessThan(gini(x).value as number);
  });
});

describe("esteban-ray: edges", () => {
  it("is exactly 0 for equal values, one row and one group", () => {
    expect([value([3, 3, 3]), value([5]), value([1, 9], { by: ["a", "a"] })]).toEqual([0, 0, 0]);
    expect(value([0.1, 0.1, 0.1], { weights: [0.3, 0.3, 0.7] })).toBe(0);
  });
  it("says that rows are groups when none are named, and keeps equal rows apart", () => {
    const made = estebanRay([1, 1, 3, 3]);
    expect(made.warnings.map((one) => one.code)).toEqual(["rows-as-groups"]);
    expect(made.method.variant).toBe("α = 1.3 · incomes over their mean · K = 1 · every row a group · each row counts once");
    expect(made.tables).toHaveLength(1);
    expect(estebanRay([1, 1, 3, 3], { by: ["a", "a", "b", "b"] }).warnings).toEqual([]);
  });
  it("leaves missing rows, rows without weight and rows in no group out, and says so", () => {
    const made = estebanRay([1, 1, 3, 3, 50, Number.NaN, 7], {
      alpha: 1,
      by: ["a", "a", "b", "b", "", "b", "a"],
      weights: [1, 1, 1, 1, 1, 1, 0],
    });
    expect([made.value, made.trace.dropped, made.trace.ungrouped]).toEqual([0.25, 3, 1]);
    expect(made.warnings.map((one) => one.code)).toEqual(["no-group"]);
  });
  it("keeps its digits for huge and tiny values and weights", () => {
    for (const scale of [1e300, 1e-300]) near(value([scale, 3 * scale], { alpha: 1 }), 0.25, 1e-14);
    near(value([1e9, 3e9], { alpha: 1, weights: [1e9, 1e9] }), 0.25, 1e-14);
    near(value([1, 1 + 2 ** -40], { alpha: 1 }) * 2 ** 40, 0.25, 1e-11);
  });
  it("takes a million rows at once", () => {
    const x = Float64Array.from({ length: 1_000_000 }, (_, i) => 1 + (i % 1000));
    expect(value(x, { alpha: 1 }) * 1e6).toBeCloseTo(2 * (gini(x).value as number), 9);
  });
  it.each([
    ["negative values", () => value([-1, 2, 3])],
    ["a zero total", () => value([0, 0])],
    ["no rows", () => value([])],
    ["α of 0", () => value([1, 2], { alpha: 0 })],
    ["α above 1.6", () => value([1, 2], { alpha: 1.7 })],
    ["too few groups", () => value([1, 2], { by: ["a"] })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("esteban-ray: agreement", () => {
  it.each(reference)("$from", ({ input: { values, options }, expected, tolerance }) => {
    expect(Math.abs(value(values, options) - expected)).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "esteban-ray against brute force")("with brute force", () => {
    it("48 states in 1929 and 2009, 49 in 2015 with and without weights, every state a group", () => {
      const brute = referenceJson("inequality/ref_bruteforce.json") as Record<string, { ER_discrete_alpha1_3: number }>;
      const states = referenceRows("inequality/data/us_income.csv");
      for (const year of ["1929", "2009"]) {
        near(value(states.map((row) => numberOf(row[year]))), brute[`measures.us_${year}`].ER_discrete_alpha1_3, 1e-10);
      }
      const later = referenceRows("inequality/data/us_states_2015.csv");
      const x = later.map((row) => numberOf(row.median_income_15));
      near(value(x), brute["measures.us_states_2015"].ER_discrete_alpha1_3, 1e-10);
      near(
        value(x, { weights: later.map((row) => numberOf(row.total_pop_15)) }),
        brute["measures.us_states_2015_w"].ER_discrete_alpha1_3,
        1e-10,
      );
    });
  });
});
