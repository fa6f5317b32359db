import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, referenceJson } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { Stream } from "../../../ground/random/index.js";
import { theil } from "../../decompose/theil/theil.js";
import { middleIncomeShare } from "../../polarise/middle-income-share/middle-income-share.js";
import { gini } from "../gini/gini.js";
import { groupedLorenz } from "./grouped-lorenz.js";
import type { GroupedLorenzOptions } from "./grouped-lorenz.method.js";
import reference from "./grouped-lorenz.reference.json";

type Options = Partial<GroupedLorenzOptions>;
const made = (population: readonly number[], income: readonly number[], options: Options = {}) =>
  groupedLorenz(population, income, options);
const value = (population: readonly number[], income: readonly number[], options: Options = {}) => made(population, income, options).value;
const fits = (population: readonly number[], income: readonly number[], options: Options = {}): Record<string, unknown>[] => {
  const { columns } = made(population, income, options).tables[1];
  return columns[0].values.map((_, k) => Object.fromEntries(columns.map(({ id, values }) => [id, values[k]])));
};
const ends = [0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95, 1];
const part = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const groupsOf = fc.array(fc.tuple(part(0.1, 10), part(0.1, 100)), { minLength: 2, maxLength: 12 });

describe("grouped-lorenz: laws", () => {
  it("straight lines give the Gini and the mean log deviation of the groups' means, a lower bound of the curves' Gini", () => {
    fc.assert(
      fc.property(groupsOf, (groups) => {
        const [weights, means] = [groups.map(([n]) => n), groups.map(([, y]) => y)];
        const found = value(weights, means, { form: "means", fit: "linear" });
        expect(found.gini).toBeCloseTo(gini(means, { weights }).value as number, 11);
        expect(found.mld).toBeCloseTo(theil(means, { weights, index: "L" }).value as number, 10);
      }),
    );
  });
  it("finds a general quadratic again from its points, with its Gini between straight lines and 1", () => {
    fc.assert(
      fc.property(part(0.6, 1.2), part(-2, -0.5), part(0.05, 0.6), (a, b, c) => {
        const e = -(a + b + c + 1);
        const [m, n] = [b * b - 4 * a, 2 * b * e - 4 * c];
        const curve = (p: number): number => -(b * p + e + Math.sqrt((m * p + n) * p + e * e)) / 2;
        fc.pre(a + c >= 1.01 && e < -0.01 && n * n - 4 * m * e * e > 0.01 && ends.every((p) => (m * p + n) * p + e * e > 0.01));
        const income = ends.map((p) => (p === 1 ? 1 : curve(p)));
        const found = value(ends, income, { fit: "gq" });
        const coefficients = made(ends, income, { fit: "gq" }).trace.coefficients as readonly number[];
        [a, b, c].forEach((one, k) => {
          expect(coefficients[k]).toBeCloseTo(one, 6);
        });
        expect(found.error).toBeLessThan(1e-18);
        expect(found.gini).toBeGreaterThanOrEqual(value(ends, income, { fit: "linear" }).gini - 1e-9);
        expect(found.deciles.reduce((sum, one) => sum + one)).toBeCloseTo(1, 11);
      }),
    );
  });
  it("counts the middle between two incomes as the curve's slopes say: all between 0 and any income, more in a wider band", () => {
    fc.assert(
      fc.property(groupsOf, part(0.3, 0.9), part(1.1, 3), fc.constantFrom("auto" as const, "linear" as const), (groups, from, to, fit) => {
        const [weights, means] = [groups.map(([n]) => n), groups.map(([, y]) => y)];
        const middle = (options: Options) => value(weights, means, { form: "means", fit, ...options });
        const [narrow, wide] = [middle({ from, to }), middle({ from: from / 2, to: to * 2 })];
        fc.pre(narrow.valid && narrow.median > 0);
        expect(narrow.middle as number).toBeGreaterThanOrEqual(0);
        expect(wide.middle as number).toBeGreaterThanOrEqual((narrow.middle as number) - 1e-12);
        expect(wide.middle as number).toBeLessThanOrEqual(1 + 1e-12);
        const money = middle({ band: "absolute", from: from * narrow.median, to: to * narrow.median });
        expect(money.middle).toBeCloseTo(narrow.middle as number, 9);
        expect(money.middleIncome).toBeCloseTo(narrow.middleIncome as number, 9);
        expect(middle({ band: "absolute", from: 0, to: 1e9 }).middle).toBeGreaterThan(0.999);
        expect(middle({ band: "absolute", from }).middle).toBeNull();
      }),
    );
  });
  it("comes near the middle-income share of the rows behind the table", () => {
    const stream = new Stream(3);
    const rows = Array.from({ length: 20_000 }, () => Math.exp(0.6 * stream.normal())).sort((a, b) => a - b);
    const total = rows.reduce((sum, one) => sum + one);
    const [population, income] = [[], []] as [number[], number[]];
    for (let k = 1; k <= 20; k++) {
      population.push(k / 20);
      income.push(rows.slice(0, k * 1000).reduce((sum, one) => sum + one, 0) / total);
    }
    const found = value(population, income);
    expect(Math.abs((found.middle as number) - middleIncomeShare(rows).value)).toBeLessThan(0.02);
  });
  it("finds a Beta curve again from its points; its Gini is 2θB(1 + γ, 1 + δ)", () => {
    fc.assert(
      fc.property(part(0.2, 0.9), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), (theta, gamma, delta) => {
        const income = ends.map((p) => p - theta * p ** gamma * (1 - p) ** delta);
        fc.pre(income.every((one, k) => one >= (income[k - 1] ?? 0)));
        const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
        const found = value(ends, income, { fit: "beta" });
        expect(found.gini).toBeCloseTo((2 * theta * factorial(gamma) * factorial(delta)) / factorial(gamma + delta + 1), 9);
      }),
    );
  });
  it("does not change with the unit, nor between shares, percentages, groups and their order", () => {
    fc.assert(
      fc.property(groupsOf, part(0.01, 100), (groups, k) => {
        const [people, means] = [groups.map(([n]) => n), groups.map(([, y]) => y)];
        const totals = groups.map(([n, y]) => k * n * y);
        const found = value(people, means, { form: "means" });
        const other = value([...people].reverse(), [...totals].reverse(), { form: "groups" });
        expect(other.fit).toBe(found.fit);
        expect(other.gini).toBeCloseTo(found.gini, 8);
      }),
    );
    const income = [0.05, 0.15, 0.3, 0.45, 0.62, 0.8, 0.92, 1];
    const hundred = (x: readonly number[]): number[] => x.map((one) => 100 * one);
    expect(value(hundred(ends), hundred(income)).gini).toBeCloseTo(value(ends, income).gini, 12);
  });
  it("of so few points that both curves pass through all, takes the general quadratic, whatever the unit, and says so", () => {
    const [people, means] = [
      [1, 2, 2, 1],
      [3, 8, 18, 50],
    ];
    for (const unit of [1, 0.01, 3, 1e6]) {
      const made = groupedLorenz(
        people,
        means.map((one) => unit * one),
        { form: "means" },
      );
      expect([made.value.fit, made.warnings.map((one) => one.code)]).toEqual(["gq", ["few-points"]]);
    }
  });
  it("has half of the people below the median, and more below a higher line", () => {
    const income = [0.03, 0.1, 0.19, 0.31, 0.46, 0.66, 0.84, 1];
    for (const fit of ["gq", "beta"] as const) {
      const { median } = value(ends, income, { fit, mean: 50 });
      expect(value(ends, income, { fit, mean: 50, line: median }).headcount).toBeCloseTo(0.5, 12);
      const [low, high] = [30, 60].map((line) => value(ends, income, { fit, mean: 50, line }));
      expect(high.headcount as number).toBeGreaterThan(low.headcount as number);
      expect(high.povertyGap as number).toBeGreaterThan(low.povertyGap as number);
    }
  });
});

describe("grouped-lorenz: edges", () => {
  it("of equal groups is the diagonal, by straight lines, with a warning", () => {
    const equal = made([25, 25, 25, 25], [25, 25, 25, 25], { form: "groups" });
    expect([equal.value.fit, equal.value.mld, equal.warnings.length]).toEqual(["linear", 0, 1]);
    expect(equal.value.gini).toBeCloseTo(0, 15);
  });
  it("has no fitted curve from two groups", () => {
    const two = made([0.5, 1], [0.25, 1]);
    expect([two.value.fit, two.warnings[0].code]).toEqual(["linear", "no-fit"]);
    expect(two.value.headcount).toBeNull();
  });
  it("leaves the general quadratic out where its columns are collinear (L = p²)", () =>
    expect(
      fits(
        ends,
        ends.map((p) => p * p),
      ).map(({ fit }) => fit),
    ).toEqual(["beta", "linear"]));
  it("does not choose a fit that is no Lorenz curve, and warns when asked for it", () => {
    const income = [0, 0, 0, 0, 0, 0, 0.1, 1];
    const chosen = made(ends, income);
    const bad = fits(ends, income).filter(({ valid }) => valid === "no");
    expect(bad.map(({ fit }) => fit)).not.toContain(chosen.value.fit);
    expect(bad.length).toBeGreaterThan(0);
    expect(made(ends, income, { fit: bad[0].fit as "gq" }).warnings[0].code).toBe("not-a-curve");
  });
  it("leaves missing points out and counts them; the origin may be given", () => {
    const some = made([0, 0.5, Number.NaN, 1], [0, 0.25, 0.4, 1]);
    expect([some.value.gini, some.trace.dropped]).toEqual([0.25, 1]);
  });
  it("takes the mean of the groups when their mean incomes are given", () =>
    expect(made([1, 1], [10, 30], { form: "means" }).trace.mean).toBe(20));
  it("faults on a band the wrong way round", () => expect(() => value([0.5, 1], [0.2, 1], { from: 2, to: 1 })).toThrow(Fault));
  it.each([
    ["shares that do not end at 1", () => value([0.5, 0.9], [0.2, 0.9])],
    ["shares cumulated from the richest", () => value([0.5, 1], [0.7, 1])],
    ["shares that fall", () => value([0.5, 0.4, 1], [0.1, 0.2, 1])],
    ["negative shares", () => value([50, 50], [-1, 100], { form: "groups" })],
    ["one group", () => value([1], [1])],
    ["no income", () => value([1, 1], [0, 0], { form: "means" })],
    ["different numbers", () => value([0.5, 1], [1])],
    ["another fit", () => value([0.5, 1], [0.2, 1], { fit: "lognormal" as never })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("grouped-lorenz: agreement", () => {
  it.each(reference)("$from", ({ input: { population, income, options }, expected, tolerance }) => {
    const found = value(population, income, options as Options) as unknown as Record<string, unknown>;
    for (const [id, wanted] of Object.entries(expected)) {
      if (typeof wanted === "string") expect(found[id], id).toBe(wanted);
      else expect(Math.abs((found[id] as number) - wanted), id).toBeLessThanOrEqual(tolerance);
    }
  });
  describeWith("inequality", "grouped-lorenz against wbpip")("rural India 1983 with wbpip", () => {
    type Peer = Record<string, number> & { deciles: number[]; coef: number[] };
    type Reference = { _meta: { population: number[]; welfare: number[] }; lq: Peer; lb: Peer; piecewise_linear_gini: number };
    const peer = () => referenceJson("inequality/ref_grouped_wbpip.json") as Reference;
    const found = (options: Options = {}) => made(peer()._meta.population, peer()._meta.welfare, { mean: 109.9, line: 89, ...options });
    const near = (ours: unknown, theirs: number, relative = 1e-10): void =>
      expect(Math.abs((ours as number) / theirs - 1)).toBeLessThan(relative);

    it("general quadratic to 1e-10: coefficients, Gini, median, headcount, gap, polarisation, deciles; chosen", () => {
      const { lq } = peer();
      const { value: gq, trace } = found();
      expect([gq.fit, gq.valid]).toEqual(["gq", true]);
      for (const [ours, theirs] of [
        [gq.gini, lq.gini],
        [gq.median, lq.median],
        [gq.headcount, lq.headcount],
        [gq.povertyGap, lq.poverty_gap],
        [gq.polarisation, lq.polarization],
      ] as const)
        near(ours, theirs);
      gq.deciles.forEach((one, k) => {
        near(one, lq.deciles[k]);
      });
      (trace.coefficients as number[]).forEach((one, k) => {
        near(one, lq.coef[k], 1e-9);
      });
    });
    it("Beta: coefficients and deciles to 1e-9, Gini by its integral (the peer's sum is 6e-7 off)", () => {
      const { lb } = peer();
      const { value: beta, trace } = found({ fit: "beta" });
      near(beta.median, lb.median);
      beta.deciles.forEach((one, k) => {
        near(one, lb.deciles[k], 1e-9);
      });
      (trace.coefficients as number[]).forEach((one, k) => {
        near(one, lb.coef[k], 1e-9);
      });
      near(beta.gini, 0.2894045006696, 1e-11);
      near(beta.gini, lb.gini, 3e-6);
      near(beta.headcount, lb.headcount, 1e-4);
    });
    it("piecewise linear Gini", () => near(found({ fit: "linear" }).value.gini, peer().piecewise_linear_gini, 1e-9));
    it("mean log deviation of the general quadratic by its integral, as a midpoint sum of a million terms has it (the peer is 2 % above)", () => {
      const { value: gq, trace } = found();
      const [a, b, c] = trace.coefficients as number[];
      const e = -(a + b + c + 1);
      const [m, n] = [b * b - 4 * a, 2 * b * e - 4 * c];
      const count = 1e6;
      let total = 0;
      for (let k = 0; k < count; k++) {
        const p = (k + 0.5) / count;
        total -= Math.log(-b / 2 - (2 * m * p + n) / (4 * Math.sqrt((m * p + n) * p + e * e)));
      }
      expect(gq.mld as number).toBeCloseTo(total / count, 9);
      expect(peer().lq.mld / (gq.mld as number)).toBeGreaterThan(1.02);
    });
  });
});
