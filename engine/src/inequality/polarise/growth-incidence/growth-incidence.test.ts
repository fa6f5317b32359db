import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { runCard } from "../../../method/index.js";
import { type GrowthIncidence, growthIncidence } from "./growth-incidence.js";
import { growthIncidenceCard } from "./growth-incidence.method.js";
import reference from "./growth-incidence.reference.json";

type Options = NonNullable<Parameters<typeof growthIncidence>[2]>;
const real = { years: 1, prices: 1 } as const;
const value = (before: ArrayLike<number>, after: ArrayLike<number>, options: Options = {}): GrowthIncidence =>
  growthIncidence(before, after, { ...real, ...options }).value;
const curve = (before: ArrayLike<number>, after: ArrayLike<number>, options: Options = {}): Record<string, number[]> =>
  Object.fromEntries(
    growthIncidence(before, after, { ...real, ...options }).tables[1].columns.map(({ id, values }) => [id, [...values] as number[]]),
  );

const incomes = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 30 });
const keys = ["mean", "bottom", "premium", "proPoor"] as const;
/** To rounding of the largest of them: the premium is a difference. */
const alike = (other: GrowthIncidence, found: GrowthIncidence): void => {
  const scale = Math.max(1, ...keys.map((key) => Math.abs(found[key] ?? 0)));
  for (const key of keys) expect(Math.abs((other[key] as number) - (found[key] as number))).toBeLessThanOrEqual(1e-12 * scale);
};

describe("growth-incidence: laws", () => {
  it("is one rate everywhere, without premium, when all grow alike", () => {
    fc.assert(
      fc.property(incomes, fc.constantFrom(0.5, 1, 1.25, 2), fc.constantFrom(1, 3, 40), (x, k, years) => {
        const after = x.map((one) => one * k);
        const wanted = k ** (1 / years) - 1;
        for (const border of ["fractional", "floor"] as const) {
          const found = value(x, after, { years, border });
          expect(found.mean).toBeCloseTo(wanted, 12);
          expect(found.proPoor).toBeCloseTo(wanted, 12);
          if (found.bottom !== null) expect(found.premium).toBeCloseTo(0, 12);
        }
        for (const growth of curve(x, after, { years }).growth) expect(growth).toBeCloseTo(wanted, 12);
      }),
    );
  });
  it("follows quantiles, not persons: the order of rows at either date does not matter", () => {
    fc.assert(
      fc.property(incomes, incomes, (x, y) => {
        const [found, other] = [value(x, y), value([...x].reverse(), [...y].sort())];
        alike(other, found);
      }),
    );
  });
  it("does not change when rows come twice, or with weights as that many rows (step quantiles, fractional border)", () => {
    fc.assert(
      fc.property(incomes, incomes, (x, y) => {
        const weights = x.map((_, i) => 1 + (i % 3));
        const many = x.flatMap((one, i) => Array<number>(weights[i]).fill(one));
        const [found, other] = [value(x, y, { weights, weightsAfter: y.map(() => 1) }), value(many, [...y, ...y])];
        alike(other, found);
        const options = { quantiles: "step" } as const;
        expect(curve(many, [...y, ...y], options).before).toEqual(
          curve(x, y, { ...options, weights, weightsAfter: y.map(() => 1) }).before,
        );
      }),
    );
  });
  it("has a premium above 0 when only the poorest gain", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 1000 }), { minLength: 5, maxLength: 30 }), (x) => {
        const sorted = [...x].sort((a, b) => a - b);
        const after = sorted.map((one, i) => (i === 0 ? Math.min(one * 1.5, sorted[1]) : one));
        const found = value(sorted, after);
        expect(found.premium as number).toBeGreaterThanOrEqual(-1e-12);
        expect(found.proPoor as number).toBeGreaterThanOrEqual(found.mean as number);
      }),
    );
  });
  it("has as pro-poor rate the mean of the curve over as many quantiles as rows", () => {
    const [x, y] = [
      [3, 1, 7, 2, 9],
      [4, 2, 2, 9, 12],
    ];
    const steps = curve(x, y, { quantiles: "step", step: 0.1 }).growth;
    expect(value(x, y).proPoor).toBeCloseTo((steps[0] + steps[2]) / 2, 14);
  });
});

describe("growth-incidence: edges", () => {
  it("counts the row at the border in part, or leaves it out", () => {
    const [x, y] = [
      [1, 2, 3, 4],
      [2, 2, 3, 4],
    ];
    expect(value(x, y).bottom).toBeCloseTo(5 / 11, 14);
    expect(value(x, y, { border: "floor" }).bottom).toBeCloseTo(1, 14);
  });
  it("is null with a warning where the first date has nothing, or no row lies wholly in the bottom", () => {
    const made = growthIncidence([0, 0, 1, 2, 3], [1, 1, 1, 2, 3], real);
    expect(made.value).toMatchObject({ bottom: null, premium: null, proPoor: null });
    expect(made.warnings.map((one) => one.code)).toEqual(["no-growth-rate"]);
    expect(value([1, 2], [2, 3], { border: "floor" }).bottom).toBeNull();
    expect(value([1, 2, 3, 4, 5], [0, 0, 3, 4, 5]).bottom).toBe(-1);
  });
  it("warns unless it is told that values are real, and takes prices off", () => {
    expect(growthIncidence([1, 2], [2, 4], { years: 1 }).warnings.map((one) => one.code)).toEqual(["not-real"]);
    expect(value([1, 2], [2, 4], { prices: 2 }).mean).toBe(0);
  });
  it("takes dates with other rows and other numbers of them, and missing rows", () => {
    const made = growthIncidence([1, 3, Number.NaN], [2, 2, 4, 4], real);
    expect(made.value.mean).toBeCloseTo(0.5, 14);
    expect(made.trace).toMatchObject({ rows: [2, 4], dropped: [1, 0] });
  });
  it("takes the poor below a line at the first date", () => {
    const made = growthIncidence([1, 2, 3, 4], [2, 4, 3, 4], { ...real, line: 2 });
    expect([made.value.proPoor, made.trace.poor]).toEqual([1, 0.25]);
    expect(value([1, 2, 3, 4], [2, 4, 3, 4], { line: 0.5 }).proPoor).toBeNull();
  });
  it("draws the curve at every quantile of its step, 0 and 1 left out", () => {
    expect(curve([1, 2], [1, 2], { step: 0.25 }).q).toEqual([0.25, 0.5, 0.75]);
    expect(curve([1, 2], [1, 2], { step: 0.3 }).q).toEqual([0.3, 0.6, 0.9]);
    expect(curve([1, 2], [1, 2]).q).toHaveLength(19);
    expect(curve([1, 2], [1, 2], { step: 0.01 }).q).toHaveLength(99);
  });
  it("says its conventions, and that it is anonymous", () => {
    expect(growthIncidence([1, 2], [2, 4], real).method.variant).toBe(
      "growth a year, compounded · bottom 40 % (fractional border) · quantiles linear between rows (type 7) · pro-poor rate over the bottom · anonymous: quantiles are followed, not persons · prices 1 times the first · each row counts once",
    );
  });
  it("keeps its digits for huge and tiny values", () => {
    for (const k of [1e300, 1e-300]) expect(value([k, 2 * k, 3 * k], [k, 3 * k, 4 * k]).mean).toBeCloseTo(1 / 3, 13);
  });
  it.each([
    ["negative values", () => value([-1, 2], [1, 2])],
    ["nothing at the second date", () => value([1, 2], [0, 0])],
    ["no rows", () => value([], [1])],
    ["no years", () => growthIncidence([1, 2], [1, 2])],
    ["dates the wrong way round", () => growthIncidence([1, 2], [1, 2], { first: 2020, last: 2010 })],
    ["too few weights", () => value([1, 2], [1, 2], { weights: [1] })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("growth-incidence: as a step", () => {
  const panel = panelOf({ income: [1, 2, 3, 4, 5, 2, 4, 3, 4, 5, 5, 5, 5, 5, 5] }, { periods: [2013, 2014, 2015] });
  const run = (options: object, weight?: unknown) => runCard(growthIncidenceCard, { value: panel, weight }, options);
  it("compares two periods of a panel, years apart as they are", async () => {
    const made = await run({ first: 2013, last: 2014, prices: 1 });
    expect(made.value).toEqual(value([1, 2, 3, 4, 5], [2, 4, 3, 4, 5]));
    expect(made.method.options).toMatchObject({ first: 2013, last: 2014 });
  });
  it("takes the weights of each date", async () => {
    const people = panelOf({ people: [1, 1, 1, 1, 1, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1] }, { periods: [2013, 2014, 2015] });
    const made = await run({ first: 2013, last: 2014, prices: 1 }, people);
    expect(made.value).toEqual(value([1, 2, 3, 4, 5], [2, 4, 3, 4, 5], { weights: [1, 1, 1, 1, 1], weightsAfter: [9, 1, 1, 1, 1] }));
  });
  it("faults on more than one column, on a period that is not there, and on dates not in order", async () => {
    await expect(runCard(growthIncidenceCard, { value: panelOf({ a: [1, 2], b: [1, 2] }, { periods: [1, 2] }) }, {})).rejects.toThrow(
      Fault,
    );
    await expect(run({ first: 2000 })).rejects.toThrow(Fault);
    await expect(run({ first: 2015, last: 2013 })).rejects.toThrow(Fault);
  });
});

describe("growth-incidence: agreement", () => {
  it.each(reference)("$from", ({ input: { before, after, options }, expected, tolerance }) => {
    const found = growthIncidence(before, after, options as Options).value;
    for (const key of keys) expect(Math.abs((found[key] as number) - expected[key]), key).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "growth-incidence against brute force")("with brute force", () => {
    it("48 states from 1969 to 2009: bottom 40 by the floor, mean, premium and 19 quantiles", () => {
      const brute = referenceJson("inequality/ref_bruteforce.json") as {
        "gic.us_1969_2009": { q: number[]; g: number[] };
        "shared_prosperity.us_1969_2009_bottom40_unweighted": { b40: number; mean: number; premium: number };
      };
      const states = referenceRows("inequality/data/us_income.csv");
      const [before, after] = ["1969", "2009"].map((year) => states.map((row) => numberOf(row[year])));
      const found = value(before, after, { years: 40, border: "floor" });
      const wanted = brute["shared_prosperity.us_1969_2009_bottom40_unweighted"];
      expect(Math.abs((found.bottom as number) - wanted.b40)).toBeLessThanOrEqual(1e-12);
      expect(Math.abs((found.mean as number) - wanted.mean)).toBeLessThanOrEqual(1e-12);
      expect(Math.abs((found.premium as number) - wanted.premium)).toBeLessThanOrEqual(1e-12);
      const rates = curve(before, after, { years: 40 });
      const { q, g } = brute["gic.us_1969_2009"];
      expect(rates.q).toEqual(q);
      rates.growth.forEach((one, k) => {
        expect(Math.abs(one - g[k])).toBeLessThanOrEqual(1e-12);
      });
    });
  });
});
