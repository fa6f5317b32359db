import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Stream } from "../../../ground/random/index.js";
import { gini } from "../../../inequality/index.js";
import { logT } from "../log-t.js";
import type { ReadingId, Sign } from "../matthew-readings.js";
import { verdictOf } from "../matthew-verdict.js";
import { matthew } from "./matthew.js";
import type { MatthewOptions } from "./matthew.method.js";
import reference from "./matthew.reference.json";

type Course = readonly (readonly number[])[];
const read = (periods: Course, options: Partial<MatthewOptions> = {}, years = periods.map((_, t) => 2010 + t)) =>
  matthew(panelOf({ x: periods.flat() }, { periods: years }), { replicates: 199, ...options });
const report = (periods: Course, options: Partial<MatthewOptions> = {}) => read(periods, options).value[0];

/** Logarithms that move by `pull` times their distance from the mean and by chance of a size that hangs on where a unit starts; first spread 0.4. */
function moving(seed: number, pull: number, chance: (level: number) => number, units = 31, periods = 10): Course {
  const stream = new Stream(seed, 3);
  let y = Array.from({ length: units }, () => 0.4 * stream.normal());
  const size = y.map(chance);
  const course = [y];
  for (let t = 1; t < periods; t++) {
    const mean = y.reduce((sum, one) => sum + one, 0) / units;
    y = y.map((one, i) => one + 0.05 + pull * (one - mean) + size[i] * stream.normal());
    course.push(y);
  }
  return course.map((values) => values.map(Math.exp));
}
const share = (verdict: string, draw: (seed: number) => Course, draws = 100): number =>
  Array.from({ length: draws }, (_, seed) => report(draw(seed)).verdict).filter((one) => one === verdict).length / draws;

const levels = fc.uniqueArray(fc.integer({ min: 10, max: 1000 }), { minLength: 6, maxLength: 12 });

describe("matthew: laws", () => {
  it("the unit of measure and the order of the units change nothing that is said", () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.constantFrom(-0.04, 0, 0.04), fc.constantFrom(0.01, 1e4), (seed, pull, scale) => {
        const course = moving(seed, pull, () => 0.04);
        const plain = report(course);
        const scaled = report(course.map((values) => values.map((one) => scale * one)));
        expect([scaled.verdict, scaled.readings.signs]).toEqual([plain.verdict, plain.readings.signs]);
        const turned = report(course.map((values) => [...values].reverse())).readings;
        expect(turned.growth?.slope).toBeCloseTo(plain.readings.growth?.slope as number, 12);
        expect(turned.kendall).toEqual(plain.readings.kendall);
      }),
      { numRuns: 25 },
    );
  });
  it("equal growth of all leaves spread and concentration, has slope 0 and decides nothing", () => {
    fc.assert(
      fc.property(levels, (y) => {
        const made = report([y, y.map((one) => 1.5 * one)]);
        expect([made.readings.growth?.slope, made.readings.growth?.p, made.readings.spread?.p]).toEqual([0, 1, 1]);
        expect(made.readings.concentration[1].hhi).toBeCloseTo(made.readings.concentration[0].hhi, 12);
        expect(made.readings.kendall.r).toBe(1);
        expect(made.verdict).toBe("undecided");
      }),
      { numRuns: 40 },
    );
  });
  it("yT = c·y0^k has slope (k − 1)/T: pulling away for k above 1, catching up below", () => {
    fc.assert(
      fc.property(levels, fc.constantFrom(0.5, 0.8, 1.2, 1.5), (y, k) => {
        const made = report([y, y.map((one) => one ** ((k + 1) / 2)), y.map((one) => 3 * one ** k)], { logt: "none" });
        expect(made.readings.growth?.slope).toBeCloseTo((k - 1) / 2, 10);
        expect(made.years[2].sigma).toBeCloseTo(k * made.years[0].sigma, 10);
        expect(made.verdict).toBe(k > 1 ? "yes" : "no");
      }),
      { numRuns: 40 },
    );
  });
  it("HHI lies between 1/n and 1, and Rosenbluth's index is 1/(n(1 − Gini))", () => {
    fc.assert(
      fc.property(levels, (y) => {
        const { hhi, rosenbluth } = report([y, y]).readings.concentration[0];
        expect(hhi).toBeGreaterThanOrEqual(1 / y.length - 1e-15);
        expect(hhi).toBeLessThanOrEqual(1);
        expect(rosenbluth).toBeCloseTo(1 / (y.length * (1 - (gini(y).value as number))), 12);
      }),
      { numRuns: 40 },
    );
  });
  it("a verdict needs several readings: yes takes growth, spread and ranks together, and none that denies it", () => {
    const sign = fc.constantFrom<Sign[]>(-1, 0, 1, null);
    fc.assert(
      fc.property(
        fc.record({ growth: sign, spread: sign, persistence: sign, concentration: sign, divergence: sign }),
        (signs: Record<ReadingId, Sign>) => {
          const verdict = verdictOf(signs);
          if (verdict === "yes") expect([signs.growth, signs.spread, signs.persistence]).toEqual([1, 1, 1]);
          if (verdict === "yes") expect([signs.concentration, signs.divergence]).not.toContain(-1);
          if (verdict === "no") expect([signs.growth, signs.spread, signs.concentration, signs.divergence]).not.toContain(1);
        },
      ),
    );
  });
  it("the same seed gives the same report, another one the same verdict of a clear case", () => {
    const course = moving(1, 0.05, () => 0.03);
    expect(read(course)).toEqual(read(course));
    expect(report(course, { seed: 99 }).verdict).toBe("yes");
  });
});

describe("matthew: chance does not make a Matthew effect", () => {
  it("nothing but noise is never a yes", () => {
    const noise = (seed: number): Course => {
      const stream = new Stream(seed, 5);
      return Array.from({ length: 10 }, () => Array.from({ length: 31 }, () => Math.exp(0.4 * stream.normal())));
    };
    expect(share("yes", noise)).toBe(0);
    expect(share("undecided", noise)).toBeGreaterThanOrEqual(0.95);
  });
  it("standing differences seen through noise are regression to the mean, not catching up", () => {
    const standing = (seed: number): Course => {
      const stream = new Stream(seed, 6);
      const level = Array.from({ length: 31 }, () => 0.4 * stream.normal());
      return Array.from({ length: 10 }, () => level.map((one) => Math.exp(one + 0.1 * stream.normal())));
    };
    expect(share("yes", standing)).toBe(0);
    expect(share("undecided", standing)).toBeGreaterThanOrEqual(0.93);
  });
  it("growth by luck, the same for large and small, widens the spread and is yet no yes", () => {
    for (const size of [0.05, 0.2]) expect(share("yes", (seed) => moving(seed, 0, () => size))).toBeLessThanOrEqual(0.05);
    expect(share("yes", (seed) => moving(seed, 0, (level) => 0.05 * Math.exp(-2 * level)))).toBeLessThanOrEqual(0.1);
  });
  it("a planted effect is found, and so is catching up", () => {
    expect(share("yes", (seed) => moving(seed, 0.04, () => 0.04))).toBeGreaterThanOrEqual(0.95);
    expect(share("no", (seed) => moving(seed, -0.04, () => 0.04))).toBeGreaterThanOrEqual(0.95);
  });
  it("a clear verdict stands when every figure is off by about one per cent", () => {
    const cases: readonly (readonly [string, Course])[] = [
      ["yes", moving(2, 0.05, () => 0.03)],
      ["no", moving(3, -0.06, () => 0.02)],
    ];
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const stream = new Stream(seed, 4);
        for (const [verdict, course] of cases)
          expect(report(course.map((values) => values.map((one) => one * Math.exp(0.01 * stream.normal())))).verdict).toBe(verdict);
      }),
      { numRuns: 40 },
    );
  });
});

describe("matthew: edges", () => {
  const six = [10, 12, 15, 20, 30, 50];
  it("says the verdict and its uncertainty in both languages", () => {
    const { said } = report([six, six.map((one) => one ** 1.3)]);
    expect(said.en).toMatch(
      /^Matthew effect: .*For: growth on initial level, spread.*not taken: divergence.*In 100\.0% of 1\d\d resamples/,
    );
    expect(said.zh).toMatch(/^存在马太效应：.*支持：增长与初始水平、离散程度.*重抽样 1\d\d 次/);
    expect(report([six, six.map((one) => one ** 0.7)]).said.zh).toMatch(/^不存在马太效应/);
    expect(report([six, six]).said.en).toMatch(/^Undecided/);
  });
  it("leaves units with a gap out, skips periods without any value, and warns", () => {
    const made = matthew(panelOf({ x: [...six, 7, ...Array<null>(7).fill(null), ...six, null] }, { periods: [2010, 2011, 2012] }), {
      replicates: 99,
    });
    expect(made.value[0]).toMatchObject({ n: 6, first: 2010, last: 2012 });
    expect(made.warnings.map(({ code }) => code)).toEqual(["gaps", "few-units", "no-log-t"]);
    expect(made.value[0].years.map(({ period }) => period)).toEqual([2010, 2012]);
  });
  it("has no growth reading when all start alike, and decides nothing when nobody moves or differs", () => {
    const made = read([six.map(() => 7), six]);
    expect(made.value[0]).toMatchObject({ verdict: "undecided", readings: { signs: { growth: null } } });
    expect(made.warnings.map(({ code }) => code)).toContain("no-spread");
    expect(report([six.map(() => 7), six.map(() => 7)]).verdict).toBe("undecided");
  });
  it("takes the real distance of the periods, and keeps to the window", () => {
    const course = [six, six.map((one) => one ** 1.2), [1, 1, 1, 1, 1, 1]];
    const [near, far] = [
      [2010, 2011, 2012],
      [2010, 2020, 2030],
    ].map((years) => read(course, { last: years[1] }, years).value[0]);
    expect(far.readings.growth?.slope).toBeCloseTo((near.readings.growth?.slope as number) / 10, 14);
    expect([near.last, near.verdict]).toEqual([2011, "yes"]);
  });
  it("reads every column on its own", () => {
    const up = six.map((one) => one ** 1.2);
    const made = matthew(panelOf({ a: [...six, ...up], b: [...up, ...six] }, { periods: [1, 2] }), { replicates: 99 });
    expect(made.value.map(({ variable, verdict }) => [variable, verdict])).toEqual([
      ["a", "yes"],
      ["b", "no"],
    ]);
    expect(made.tables.map(({ id, columns }) => [id, columns[0].values.length])).toEqual([
      ["verdicts", 2],
      ["readings", 26],
      ["years", 4],
    ]);
  });
  it("keeps its digits for huge and tiny values", () => {
    for (const scale of [1e200, 1e-200]) {
      expect(report([six.map((one) => scale * one), six.map((one) => scale * one ** 1.3)]).readings.growth?.slope).toBeCloseTo(0.3, 10);
    }
  });
  it.each<[string, () => unknown]>([
    ["a value of 0", () => read([six, [0, ...six.slice(1)]])],
    ["four units", () => read([six.slice(2), six.slice(2)])],
    ["one period", () => read([six])],
    ["a window without periods", () => read([six, six], { first: 2050 })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("matthew: agreement", () => {
  it.each(reference)("$from", ({ input, expected, verdict, tolerance }) => {
    const { readings, years, verdict: found } = read([input.first, input.last], {}, input.periods).value[0];
    const [before, after] = readings.concentration;
    const all: Record<string, number | undefined> = {
      b: readings.growth?.slope,
      se: readings.growth?.se,
      p: readings.growth?.p,
      reverse: readings.reverse?.slope,
      sigma_first: years[0].sigma,
      sigma_last: years[1].sigma,
      t: readings.spread?.t,
      hhi_first: before.hhi,
      hhi_last: after.hhi,
      rosenbluth_first: before.rosenbluth,
      rosenbluth_last: after.rosenbluth,
      top_first: before.topShare,
      top_last: after.topShare,
    };
    for (const [id, wanted] of Object.entries(expected))
      expect(Math.abs((all[id] ?? Number.NaN) - wanted), id).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));
    expect(found).toBe(verdict);
  });

  describeWith("inequality", "matthew against giddy, scipy, ConvergenceClubs")("with other programs", () => {
    const near = (found: number | null | undefined, wanted: number, what: string): void =>
      expect(Math.abs((found ?? Number.NaN) - wanted), what).toBeLessThanOrEqual(1e-10 * Math.abs(wanted));
    const states = referenceRows("inequality/data/us_income.csv");
    const years = Array.from({ length: 81 }, (_, t) => 1929 + t);
    const course = years.map((year) => states.map((row) => numberOf(row[year])));
    const made = read(course, { replicates: 999 }, years).value[0];

    it("48 states, 1929–2009: no Matthew effect, by growth, spread and concentration", () => {
      expect(made.verdict).toBe("no");
      expect(made.readings.signs).toMatchObject({ growth: -1, spread: -1, persistence: 1, concentration: -1 });
      expect([made.readings.allUp, made.readings.allDown]).toEqual([0, 1]);
      near(made.readings.growth?.slope, -0.00915321698394, "b");
      near(made.readings.growth?.se, 0.00048794652435, "se");
      near(made.readings.growth?.rSquared, 0.884389247586, "R²");
      near(made.years[0].sigma, 0.369375920921, "σ 1929");
      near(made.years[20].sigma, 0.222593941529, "σ 1949");
    });
    it("persistence of ranks and of the top class (scipy, giddy)", () => {
      const peer = referenceJson("inequality/ref_dynamics_pysal.json") as Record<
        string,
        { tau: number; transitions: number[][]; p: number[][] } & number
      >;
      near(made.readings.kendall.r, peer["us_income.kendall_tau_1929_2009"].tau, "τ");
      near(made.readings.spearman.r, peer["us_income.spearman_1929_2009"], "ρ");
      const markov = peer["us_income.markov_quintile_by_year"];
      near(made.readings.top.stays, markov.p[4][4], "p55");
      expect(made.readings.top.cases).toBe(markov.transitions[4].reduce((sum, one) => sum + one, 0));
    });
    it("the slope of log t (ConvergenceClubs); its t within 2 %, the peer's long-run variance being over one residual less", () => {
      const { us_income_log_unfiltered: peer } = referenceJson("inequality/ref_r_convergence_convey.json") as {
        us_income_log_unfiltered: { logt: { beta: number; tvalue: number } };
      };
      const found = logT(course.map((values) => Float64Array.from(values, Math.log)));
      near(found?.slope, peer.logt.beta, "slope");
      expect([found?.from, found?.n]).toEqual([28, 54]);
      expect(Math.abs((found?.t ?? 0) / peer.logt.tvalue - 1)).toBeLessThan(0.02);
    });
  });
});
