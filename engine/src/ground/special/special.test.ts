import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, referenceJson } from "../../../../proof/reference-files.js";
import { Fault } from "../fault/index.js";
import { beta, binomial, chiSquared, type Distribution, fisherF, gamma, incompleteGamma, normal, poisson, studentT } from "./index.js";

const off = (got: number, wanted: number): number => (wanted === 0 ? Math.abs(got) : Math.abs(got / wanted - 1));
const infinity = Number.POSITIVE_INFINITY;

const parameter = fc.double({ min: -1, max: 4, noNaN: true }).map((e) => 10 ** e);
const continuous: fc.Arbitrary<Distribution> = fc.oneof(
  fc.constant(normal),
  parameter.map(studentT),
  parameter.map(chiSquared),
  fc.tuple(parameter, parameter).map(([a, b]) => fisherF(a, b)),
  fc.tuple(parameter, parameter).map(([a, b]) => beta(a, b)),
  fc.tuple(parameter, parameter).map(([a, b]) => gamma(a, b)),
);
const whole: fc.Arbitrary<Distribution> = fc.oneof(
  parameter.map(poisson),
  fc.tuple(fc.nat(500), fc.double({ min: 0.01, max: 0.99, noNaN: true })).map(([n, p]) => binomial(n, p)),
);
/** from 1e-250 to ½ */
const tail = fc.double({ min: -250, max: Math.log10(0.5), noNaN: true }).map((e) => 10 ** e);

describe("distributions: laws", () => {
  it("have tails that add up to one", () => {
    fc.assert(
      fc.property(continuous, fc.double({ min: -50, max: 50, noNaN: true }), (d, x) => {
        expect(d.cdf(x) + d.upper(x)).toBeCloseTo(1, 12);
      }),
    );
  });
  it("have quantiles that lead back, however small the tail", () => {
    fc.assert(
      fc.property(continuous, tail, (d, p) => {
        const [low, high] = [d.quantile(p), d.upperQuantile(p)];
        // A point nearer to an end than numbers go cannot be told from the end.
        if (Math.abs(low) > 1e-300 && Math.abs(low) < 1e290 && low !== 1) expect(off(d.cdf(low), p)).toBeLessThan(1e-9);
        if (Math.abs(high) < 1e290 && high < 1 - 1e-3) expect(off(d.upper(high), p)).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });
  it("have quantiles that are the first whole number past the probability", () => {
    fc.assert(
      fc.property(whole, fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true }), (d, p) => {
        const k = d.quantile(p);
        expect(Number.isInteger(k)).toBe(true);
        expect(d.cdf(k)).toBeGreaterThanOrEqual(p);
        expect(d.cdf(k - 1)).toBeLessThan(p);
        const top = d.upperQuantile(p);
        expect(d.upper(top)).toBeLessThanOrEqual(p);
        expect(d.upper(top - 1)).toBeGreaterThan(p);
      }),
    );
  });
  it("are symmetric where they should be", () => {
    fc.assert(
      fc.property(parameter, tail, fc.double({ min: 0, max: 60, noNaN: true }), (df, p, x) => {
        for (const d of [normal, studentT(df)]) {
          expect(d.cdf(-x)).toBe(d.upper(x));
          expect(d.upperQuantile(p)).toBe(0 - d.quantile(p));
        }
      }),
    );
  });
  it("agree with each other: t² is F(1, df), χ²(2) is exponential, F of infinite df2 is χ² / df1", () => {
    fc.assert(
      fc.property(parameter, fc.double({ min: 0.01, max: 30, noNaN: true }), (df, x) => {
        expect(off(2 * studentT(df).upper(x), fisherF(1, df).upper(x * x))).toBeLessThan(1e-11);
        expect(off(chiSquared(2).upper(x), Math.exp(-x / 2))).toBeLessThan(1e-13);
        expect(fisherF(df, infinity).upper(x)).toBeCloseTo(chiSquared(df).upper(x * df), 12);
      }),
    );
  });
});

describe("distributions: edges", () => {
  it("are 0 and 1 at the ends", () => {
    for (const d of [normal, studentT(3), chiSquared(3), fisherF(2, 5), beta(2, 3), gamma(2), poisson(4), binomial(5, 0.5)]) {
      expect([d.cdf(-infinity), d.upper(-infinity), d.cdf(infinity), d.upper(infinity)]).toEqual([0, 1, 1, 0]);
      expect([d.cdf(Number.NaN), d.upper(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
    }
    expect([normal.quantile(0), normal.quantile(1), normal.upperQuantile(0)]).toEqual([-infinity, infinity, infinity]);
    expect([studentT(4).quantile(0), studentT(4).quantile(1)]).toEqual([-infinity, infinity]);
    expect([chiSquared(3).quantile(0), chiSquared(3).quantile(1), chiSquared(3).upperQuantile(0)]).toEqual([0, infinity, infinity]);
    expect([beta(2, 3).quantile(0), beta(2, 3).quantile(1), binomial(5, 0.5).quantile(1)]).toEqual([0, 1, 5]);
  });
  it("have exact medians where symmetry gives them", () => {
    expect([normal.quantile(0.5), studentT(7).quantile(0.5), normal.cdf(0), studentT(7).cdf(0)]).toEqual([0, 0, 0.5, 0.5]);
    expect(beta(3, 3).cdf(0.5)).toBeCloseTo(0.5, 15);
  });
  it("keep the far tail of t with 168 degrees of freedom", () => {
    expect(off(studentT(168).upper(30), 1.1227740831360483e-69)).toBeLessThan(1e-13);
    expect(off(studentT(1).upper(1e200), 1e-200 / Math.PI)).toBeLessThan(1e-12);
    expect(off(studentT(1).upperQuantile(1e-300), 1e300 / Math.PI)).toBeLessThan(1e-12);
  });
  it("hold for tiny and for huge degrees of freedom", () => {
    expect(studentT(1e-10).upper(5)).toBeCloseTo(0.5, 8);
    for (const df of [1e15, 1e300, infinity]) expect(off(studentT(df).upper(1.96), normal.upper(1.96))).toBeLessThan(1e-13);
    expect(chiSquared(1e-8).upper(1e-5)).toBeCloseTo(5.8e-8, 9);
    expect(chiSquared(1e300).cdf(1e300)).toBe(0.5);
    expect(off(fisherF(2, 1e300).upper(3), Math.exp(-3))).toBeLessThan(1e-14);
    expect(off(fisherF(1e300, 3).cdf(1), chiSquared(3).upper(3))).toBeLessThan(1e-14);
  });
  it("pass smoothly into the uniform expansion of the incomplete gamma function", () => {
    for (const z of [-30, -5, 0, 1e-6, 5, 30]) {
      const a = 1.01e8;
      const { lower, upper } = incompleteGamma(a, a + z * Math.sqrt(a));
      if (z === -30) expect(off(lower, 1.9998347180790414e-198)).toBeLessThan(1e-12);
      if (z === 0) expect(off(upper, 0.49998676791980773)).toBeLessThan(1e-12);
      if (z === 5) expect(off(upper, 2.8783704601908703e-7)).toBeLessThan(1e-12);
      expect(lower + upper).toBeCloseTo(1, 14);
    }
  });
  it("count successes that are impossible or certain", () => {
    expect([binomial(0, 0.3).cdf(0), binomial(5, 0).cdf(0), binomial(5, 1).cdf(4), binomial(5, 1).cdf(5)]).toEqual([1, 1, 0, 1]);
  });
  it.each([
    ["df 0", () => studentT(0)],
    ["negative df", () => chiSquared(-1)],
    ["df NaN", () => fisherF(1, Number.NaN)],
    ["infinite df1", () => fisherF(infinity, 3)],
    ["two huge df", () => fisherF(1e12, 1e12)],
    ["two huge shapes", () => beta(1e12, 1e12)],
    ["a scale of 0", () => gamma(1, 0)],
    ["a mean of 0", () => poisson(0)],
    ["half a trial", () => binomial(1.5, 0.5)],
    ["a success probability of 1.1", () => binomial(3, 1.1)],
    ["p above 1", () => normal.quantile(1.0000001)],
    ["p below 0", () => studentT(3).upperQuantile(-0.1)],
    ["p NaN", () => chiSquared(3).quantile(Number.NaN)],
    ["p NaN of a count", () => poisson(3).quantile(Number.NaN)],
  ])("fault on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("distributions: digits from 50-digit arithmetic (series, continued fraction, root finding)", () => {
  it.each<[string, number, number]>([
    ["Φ(1)", normal.cdf(1), 0.8413447460685429],
    ["1 − Φ(10)", normal.upper(10), 7.619853024160525e-24],
    ["Φ⁻¹(0.975)", normal.quantile(0.975), 1.9599639845400538],
    ["Φ⁻¹(1e-300)", normal.quantile(1e-300), -37.0470962993612],
    ["t(5) above 0.001", studentT(5).upper(0.001), 0.4996203933860988],
    ["t(½) above 50", studentT(0.5).upper(50), 0.04535260640296638],
    ["t(1e6) above 2", studentT(1e6).upper(2), 0.022750266925659603],
    ["t(5), q = 1e-300", studentT(5).upperQuantile(1e-300), 1.5683925590993378e60],
    ["χ²(10) above 1000", chiSquared(10).upper(1000), 1.8702907209159498e-208],
    ["χ²(4) below 1e-20", chiSquared(4).cdf(1e-20), 1.25e-41],
    ["χ²(1000) below 900", chiSquared(1000).cdf(900), 0.010717238091289742],
    ["χ²(1000) above 1200", chiSquared(1000).upper(1200), 0.000012255942330622905],
    ["F(3, 7) below 0.001", fisherF(3, 7).cdf(0.001), 0.000048136602105854624],
    ["F(3, 7) above 1e6", fisherF(3, 7).upper(1e6), 4.517902517940477e-20],
    ["F(0.1, 0.3) above 2", fisherF(0.1, 0.3).upper(2), 0.26106181189651473],
    ["beta(2.5, 7.5) below 0.1", beta(2.5, 7.5).cdf(0.1), 0.11508726709050741],
    ["beta(2.5, 7.5) above 0.99", beta(2.5, 7.5).upper(0.99), 1.9193731443511777e-14],
    ["gamma(0.1) above 3", gamma(0.1).upper(3), 0.0015652717471143537],
    ["3 of 10 at 0.3 or fewer", binomial(10, 0.3).cdf(3), 0.6496107184000001],
    ["more than 90 of 100 at ½", binomial(100, 0.5).upper(90), 1.6610244897268264e-18],
    ["Poisson(4) at most 2", poisson(4).cdf(2), 0.23810330555354434],
    ["Poisson(4) above 50", poisson(4).upper(50), 6.485480366547183e-38],
  ])("%s", (_, got, wanted) => expect(off(got, wanted)).toBeLessThan(1e-13));
});

interface Case {
  readonly x: number;
  readonly a: number;
  readonly b: number;
  readonly v: number;
}

describeWith("econometrics", "distributions")("distributions: agreement with R to 1e-12", () => {
  const sets: Readonly<Record<string, [count: number, (row: Case) => number]>> = {
    t_uppertail: [42, ({ x, a }) => studentT(a).upper(x)],
    f_uppertail: [93, ({ x, a, b }) => fisherF(a, b).upper(x)],
    chisq_uppertail: [30, ({ x, a }) => chiSquared(a).upper(x)],
    norm_lower: [9, ({ x }) => normal.cdf(x)],
    norm_q: [7, ({ x }) => normal.quantile(x)],
    t_q: [30, ({ x, a }) => studentT(a).quantile(x)],
  };
  it.each(Object.entries(sets))("%s", (name, [count, value]) => {
    const rows = (referenceJson("econometrics/distributions_R.json") as Record<string, Case[]>)[name];
    expect(rows).toHaveLength(count);
    for (const row of rows) expect(off(value(row), row.v), JSON.stringify(row)).toBeLessThan(1e-12);
  });
});
