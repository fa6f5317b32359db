import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { Stream } from "../../../ground/random/index.js";
import { gini } from "../../measure/gini/gini.js";
import type { Parts } from "../parts.js";
import { rifRegression } from "./rif-regression.js";
import type { RifRegressionOptions } from "./rif-regression.method.js";
import reference from "./rif-regression.reference.json";

type Options = Partial<RifRegressionOptions> & { weights?: readonly number[] };
const made = (y: readonly number[], on: Parts, options: Options = {}) => rifRegression(y, on, options).value;
const statistics = ["gini", "quantile", "variance"] as const;

const rows = fc
  .array(
    fc.tuple(
      fc.oneof(fc.integer({ min: 1, max: 5 }), fc.double({ min: 0.1, max: 1e3, noNaN: true })),
      fc.double({ min: -10, max: 10, noNaN: true }),
      fc.integer({ min: 1, max: 4 }),
    ),
    { minLength: 5, maxLength: 25 },
  )
  .filter((all) => {
    const [y, x] = [new Set(all.map(([one]) => one)), all.map(([, one]) => one)];
    return y.size > 2 && Math.max(...x) - Math.min(...x) > 1;
  })
  .map((all) => ({ y: all.map(([y]) => y), x: all.map(([, x]) => x), weights: all.map(([, , w]) => w) }));
const weightedMean = (x: readonly number[], w: readonly number[]): number =>
  x.reduce((s, one, i) => s + one * w[i], 0) / w.reduce((s, one) => s + one);

describe("rifRegression: laws", () => {
  it("has a function whose weighted mean is the statistic: exactly for the Gini and the variance", () => {
    fc.assert(
      fc.property(rows, ({ y, x, weights }) => {
        const found = made(y, { x }, { weights });
        expect(found.statistic).toBeCloseTo(gini(y, { weights }).value as number, 12);
        expect(weightedMean(found.rif, weights)).toBeCloseTo(found.statistic, 11);
        const mean = weightedMean(y, weights);
        const variance = weightedMean(
          y.map((one) => (one - mean) ** 2),
          weights,
        );
        const spread = made(y, { x }, { weights, statistic: "variance" });
        expect(spread.statistic / variance).toBeCloseTo(1, 9);
        expect(weightedMean(spread.rif, weights) / variance).toBeCloseTo(1, 9);
      }),
    );
  });
  it("is what adding a little weight to a row does to the Gini", () => {
    const [y, x] = [
      [1, 4, 2, 9, 3],
      [0, 1, 0, 1, 1],
    ];
    const { statistic, rif } = made(y, { x });
    const e = 1e-6;
    for (const k of y.keys()) {
      const weights = y.map((_, i) => (i === k ? (1 - e) / 5 + e : (1 - e) / 5));
      expect(((gini(y, { weights }).value as number) - statistic) / e).toBeCloseTo(rif[k] - statistic, 4);
    }
  });
  it("leaves residuals that are orthogonal to a constant and the columns", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...statistics), ({ y, x, weights }, statistic) => {
        const { rif, terms } = made(y, { x }, { weights, statistic });
        const size = Math.max(...rif.map(Math.abs));
        const left = rif.map((one, i) => one - terms[0].coefficient - terms[1].coefficient * x[i]);
        expect(weightedMean(left, weights) / size).toBeCloseTo(0, 9);
        expect(
          weightedMean(
            left.map((one, i) => one * x[i]),
            weights,
          ) / size,
        ).toBeCloseTo(0, 8);
      }),
    );
  });
  it("does not change with the unit of the outcome for the Gini, nor with the order of rows or the scale of weights", () => {
    fc.assert(
      fc.property(rows, ({ y, x, weights }) => {
        const found = made(y, { x }, { weights }).terms;
        const others = [
          made(
            y.map((one) => one * 8),
            { x },
            { weights },
          ),
          made([...y].reverse(), { x: [...x].reverse() }, { weights: [...weights].reverse() }),
          made(y, { x }, { weights: weights.map((w) => w * 1e6) }),
        ];
        for (const { terms } of others) {
          for (const [k, one] of terms.entries()) {
            expect(one.coefficient).toBeCloseTo(found[k].coefficient, 9);
            expect(one.error).toBeCloseTo(found[k].error, 9);
          }
        }
      }),
    );
  });
});

describe("rifRegression: errors by bootstrap", () => {
  const of = (options: Options) => made([1, 3, 2, 5, 4, 8, 6, 9, 7, 12], { x: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1] }, options);
  it("leave the coefficients as they are, and give the same numbers for the same seed", () => {
    for (const statistic of statistics) {
      const [robust, again] = [of({ statistic }), of({ statistic, errors: "bootstrap", replicates: 60 })];
      expect(again.terms.map(({ coefficient }) => coefficient)).toEqual(robust.terms.map(({ coefficient }) => coefficient));
      expect(of({ statistic, errors: "bootstrap", replicates: 60 })).toEqual(again);
      expect(of({ statistic, errors: "bootstrap", replicates: 60, seed: 2 })).not.toEqual(again);
      for (const { error, t, coefficient } of again.terms) expect(t).toBeCloseTo(coefficient / error, 12);
    }
  });
  it("of the variance come near those of theory for normal draws: about 2σ²/√n for the mean of the function", () => {
    const stream = new Stream(7);
    const y = Array.from({ length: 400 }, () => stream.normal());
    const x = y.map(() => stream.normal());
    const { terms } = made(y, { x }, { statistic: "variance", errors: "bootstrap", replicates: 300 });
    expect(terms[0].error / Math.sqrt(2 / 400)).toBeGreaterThan(0.8);
    expect(terms[0].error / Math.sqrt(2 / 400)).toBeLessThan(1.25);
  });
});

describe("rifRegression: edges", () => {
  it("keeps the columns in their order, whatever they are called", () => {
    const on = { wages: [1, 2, 3, 5, 2], 2019: [0, 1, 0, 0, 1] };
    const { terms } = made([1, 2, 3, 4, 9], on);
    expect(terms.map(({ term }) => term).sort()).toEqual(["2019", "constant", "wages"]);
    const alone = made([1, 2, 3, 4, 9], { a: on.wages, b: on[2019] }).terms;
    expect(terms.find(({ term }) => term === "wages")?.coefficient).toBeCloseTo(alone[1].coefficient, 12);
  });
  it("leaves out rows with anything missing and counts them", () => {
    const { value, trace } = rifRegression([1, 2, Number.NaN, 4, 9], { x: [0, 1, 5, 1, Number.NaN] });
    expect(value).toEqual(made([1, 2, 4], { x: [0, 1, 1] }));
    expect(trace.dropped).toBe(2);
  });
  it("prints bandwidth and density of a quantile, and says them in its variant", () => {
    const found = rifRegression([1, 2, 3, 4], { x: [0, 1, 0, 1] }, { statistic: "quantile", quantile: 0.25 });
    expect(found.value.statistic).toBe(1.75);
    expect(found.trace.bandwidth).toBeCloseTo(0.9 * Math.min(Math.sqrt(5 / 3), 1.5 / 1.34) * 4 ** -0.2, 12);
    expect(found.trace.density).toBeGreaterThan(0);
    expect(found.method.variant).toContain("quantile 0.25 (type 7), Gaussian density, bandwidth by Silverman's rule");
  });
  it("has no t where a column explains everything", () => {
    const { terms } = made([1, 3, 1, 3], { x: [0, 1, 0, 1] }, { statistic: "variance" });
    expect(terms[1]).toMatchObject({ coefficient: 0, error: 0, t: null, p: null });
  });
  it("names the column that says nothing new", () => {
    const on = { a: [1, 2, 3, 4, 5], b: [2, 4, 6, 8, 10] };
    expect(() => made([1, 2, 3, 4, 9], on)).toThrow(/"b"/);
    expect(() => made([1, 2, 3, 4, 9], { flat: [1, 1, 1, 1, 1] })).toThrow(/"flat"/);
  });
  it.each([
    ["too few rows", () => made([1, 2], { x: [0, 1] })],
    ["negative values in the Gini", () => made([-1, 2, 3], { x: [0, 1, 0] })],
    ["nothing to share", () => made([0, 0, 0], { x: [0, 1, 0] })],
    ["a quantile of a constant", () => made([2, 2, 2], { x: [0, 1, 0] }, { statistic: "quantile" })],
    ["a quantile of 1", () => made([1, 2, 3], { x: [0, 1, 0] }, { quantile: 1 })],
    ["a bandwidth that reaches no row", () => made([0, 0, 100, 100], { x: [0, 1, 0, 1] }, { statistic: "quantile", bandwidth: 1e-3 })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("rifRegression: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const found = made(input.values, input.on, input.options as Options);
    expect(Math.abs(found.statistic - expected.statistic)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(found.r2 - expected.r2)).toBeLessThanOrEqual(tolerance);
    for (const [i, wanted] of expected.rif.entries()) expect(Math.abs(found.rif[i] - wanted)).toBeLessThanOrEqual(tolerance);
    for (const [k, wanted] of expected.coefficients.entries())
      expect(Math.abs(found.terms[k].coefficient - wanted)).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "RIF against dineq")("with other programs", () => {
    it("influence on the Gini and on the median of 200 Mexican households (dineq)", () => {
      const { values } = referenceJson("inequality/ref_r_peers.json") as { values: Record<string, { first10: number[]; mean_w: number }> };
      const homes = referenceRows("inequality/data/mex_inc_2008.csv").slice(0, 200);
      const [income, weights] = [homes.map((row) => numberOf(row.income)), homes.map((row) => numberOf(row.factor))];
      const on = { age: homes.map((row) => numberOf(row.age)) };
      const wanted = values["rif.gini_mex2008_first200"];
      const found = made(income, on, { weights });
      expect(found.statistic).toBeCloseTo(wanted.mean_w, 12);
      for (const [i, one] of wanted.first10.entries()) expect(found.rif[i]).toBeCloseTo(one, 11);

      // that program takes the step quantile and R's bandwidth of the rows; its density comes off a binned grid, good to a thousandth
      const median = values["rif.median_mex2008_first200"].first10;
      const [low, high] = [Math.min(...median), Math.max(...median)];
      const ours = made(income, on, { weights, statistic: "quantile", rule: "step", spread: "rows" });
      expect(ours.statistic).toBeCloseTo((low + high) / 2, 8);
      expect(Math.abs((Math.max(...ours.rif) - Math.min(...ours.rif)) / (high - low) - 1)).toBeLessThan(1.1e-3);
      for (const [i, one] of median.entries()) expect(ours.rif[i] > ours.statistic).toBe(one === high);
    });
  });
});
