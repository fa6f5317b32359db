import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { Stream } from "../../../ground/random/index.js";
import { atkinson } from "../atkinson/atkinson.js";
import { generalisedEntropy } from "../generalised-entropy/generalised-entropy.js";
import { gini } from "../gini/gini.js";
import { palma } from "../palma/palma.js";
import { inequalityStandardError } from "./inequality-se.js";
import type { InequalitySeOptions } from "./inequality-se.method.js";
import reference from "./inequality-se.reference.json";

type Options = Partial<InequalitySeOptions> & { weights?: readonly number[]; stratum?: readonly string[]; psu?: readonly string[] };
const value = (x: readonly number[], options: Options = {}) => inequalityStandardError(x, options).value;
const se = (x: readonly number[], options: Options = {}): number => value(x, options).se as number;

const kinds: readonly Options[] = [
  { measure: "gini" },
  { measure: "theil" },
  { measure: "mld" },
  { measure: "ge", alpha: 2 },
  { measure: "ge", alpha: -0.5 },
  { measure: "atkinson", epsilon: 0.5 },
  { measure: "atkinson", epsilon: 1 },
  { measure: "atkinson", epsilon: 2 },
  { measure: "palma" },
  { measure: "s80-s20", border: "whole" },
];
const named = kinds.map((one) => [JSON.stringify(one), one] as const);
const rowsOf = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 5 })), { minLength: 12, maxLength: 40 });
const apart = (rows: readonly (readonly [number, number])[]) => ({ x: rows.map(([x]) => x), weights: rows.map(([, w]) => w) });

/** The measure by its own command. */
function alone(x: readonly number[], weights: readonly number[], { measure, alpha, epsilon, border }: Options): number {
  if (measure === "gini") return gini(x, { weights }).value as number;
  if (measure === "atkinson") return atkinson(x, { weights, epsilon }).value as number;
  if (measure === "palma") return palma(x, { weights }).value as number;
  if (measure === "s80-s20") return palma(x, { weights, top: 0.2, bottom: 0.2, border }).value as number;
  return generalisedEntropy(x, { weights, alpha: measure === "theil" ? 1 : measure === "mld" ? 0 : alpha }).value as number;
}

describe.each(named)("inequality-se %s: laws", (_, kind) => {
  it("estimates what the measure's own command gives", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { x, weights } = apart(rows);
        expect(value(x, { ...kind, weights }).estimate).toBeCloseTo(alone(x, weights, kind), 10);
      }),
    );
  });
  it("does not change with the unit, the order of rows or the scale of the weights", () => {
    fc.assert(
      fc.property(rowsOf, fc.double({ min: 0.01, max: 100, noNaN: true }), (rows, k) => {
        const { x, weights } = apart(rows);
        const turned = apart([...rows].reverse());
        const found = se(x, { ...kind, weights });
        const other = se(
          turned.x.map((one) => one * k),
          { ...kind, weights: turned.weights.map((one) => one * k) },
        );
        expect(Math.abs(other - found)).toBeLessThanOrEqual(1e-9 * (1 + found));
      }),
    );
  });
  it("takes rows written twice under one sampling unit as one row of twice the weight", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { x, weights } = apart(rows);
        const keys = x.map((_, i) => `unit ${i}`);
        const twice = se([...x, ...x], { ...kind, weights: [...weights, ...weights], psu: [...keys, ...keys] });
        expect(Math.abs(twice - se(x, { ...kind, weights }))).toBeLessThanOrEqual(1e-9 * (1 + twice));
      }),
    );
  });
  it("says about the same linearised and by the bootstrap", () => {
    const stream = new Stream(11);
    const x = Array.from({ length: 600 }, () => Math.exp(0.6 * stream.normal()));
    const weights = x.map((_, i) => 1 + (i % 3));
    const [line, boot] = [se(x, { ...kind, weights }), se(x, { ...kind, weights, variance: "bootstrap", replicates: 1500 })];
    expect(boot / line).toBeGreaterThan(0.9);
    expect(boot / line).toBeLessThan(1.1);
  });
});

describe("inequality-se: laws", () => {
  it("linearises: a little more weight on a row moves the estimate as its influence says", () => {
    const x = [1, 2, 2, 5, 9, 14, 30];
    for (const kind of kinds.filter(({ border }) => border !== "whole")) {
      const weights = [3, 1, 2, 4, 1, 2.5, 2];
      const total = weights.reduce((a, b) => a + b);
      const at = (w: readonly number[]): number => value(x, { ...kind, weights: w }).estimate;
      const step = 1e-5;
      const moves = weights.map((_, i) => (at(weights.map((w, j) => (j === i ? w + step : w))) - at(weights)) / step);
      const u = weights.map((w, i) => w * moves[i]);
      const n = x.length;
      const mean = u.reduce((a, b) => a + b) / n;
      const wanted = Math.sqrt((n / (n - 1)) * u.reduce((s, one) => s + (one - mean) * (one - mean), 0));
      expect(se(x, { ...kind, weights }) / wanted, JSON.stringify(kind)).toBeCloseTo(1, 3);
      expect(total * u.reduce((a, b) => a + b)).toBeCloseTo(0, 2);
    }
  });
  it("covers: about 95 % of intervals of samples of 200 hold the Gini of the population", () => {
    const stream = new Stream(5);
    const population = Array.from({ length: 20_000 }, () => Math.exp(0.5 * stream.normal()));
    const truth = gini(population).value as number;
    let held = 0;
    for (let k = 0; k < 300; k++) {
      const { lower, upper } = value(Array.from(stream.resample(population.length, 200), (i) => population[i]));
      if ((lower as number) <= truth && truth <= (upper as number)) held++;
    }
    expect(held / 300).toBeGreaterThan(0.89);
    expect(held / 300).toBeLessThan(0.985);
  });
  it("bootstraps the same for the same seed, whatever the order of rows; another seed differs", () => {
    const x = [4, 8, 15, 16, 23, 42, 99];
    const options = { variance: "bootstrap", replicates: 50 } as const;
    expect(value([...x].reverse(), options)).toEqual(value(x, options));
    expect(se(x, { ...options, seed: 2 })).not.toBe(se(x, options));
  });
  it("bootstraps within strata: a measure that differs between strata only has no error", () => {
    const x = [1, 1, 1, 9, 9, 9];
    const stratum = ["a", "a", "a", "b", "b", "b"];
    expect(se(x, { variance: "bootstrap", stratum, replicates: 50 })).toBeCloseTo(0, 14);
    expect(se(x, { stratum })).toBeCloseTo(0, 14);
    expect(se(x)).toBeGreaterThan(0.05);
  });
});

describe("inequality-se: edges", () => {
  it("of equal values is 0", () => expect(value([7, 7, 7])).toMatchObject({ estimate: 0, se: expect.closeTo(0, 15) }));
  it("has no error from one row or a stratum of one unit, with a warning; centred gives one", () => {
    const one = inequalityStandardError([5]);
    expect([one.value.se, one.warnings.length]).toEqual([null, 1]);
    const stratum = ["a", "a", "a", "b"];
    const lone = inequalityStandardError([1, 2, 3, 4], { stratum });
    expect([lone.value.se, lone.value.lower, lone.warnings.length]).toEqual([null, null, 1]);
    expect(se([1, 2, 3, 4], { stratum, singlePsu: "centred" })).toBeGreaterThan(0);
    expect(se([1, 2, 3, 4], { stratum, singlePsu: "centred", variance: "bootstrap" })).toBeGreaterThan(0);
  });
  it("counts the units of rows left out, when units are given", () => {
    const made = inequalityStandardError([1, 2, 4, Number.NaN], { psu: ["a", "b", "c", "d"] });
    expect([made.trace.psu, made.trace.rows, made.trace.dropped]).toEqual([4, 3, 1]);
    expect(inequalityStandardError([1, 2, 4, Number.NaN]).trace.psu).toBe(3);
  });
  it("widens with the level", () => {
    const x = [1, 2, 4, 9];
    expect(value(x, { level: 0.99 }).upper as number).toBeGreaterThan(value(x, { level: 0.9 }).upper as number);
  });
  it("keeps its digits for huge and tiny values", () => {
    for (const scale of [1e300, 1e-300]) expect(se([scale, 3 * scale])).toBeCloseTo(0.125, 14);
  });
  it.each([
    ["negative values", () => se([-1, 2, 3])],
    ["a zero total", () => se([0, 0])],
    ["no rows", () => se([])],
    ["a zero in the mean log deviation", () => se([0, 1, 2], { measure: "mld" })],
    ["a zero in Atkinson with ε = 1", () => se([0, 1, 2], { measure: "atkinson" })],
    ["too few units", () => se([1, 2], { psu: ["a"] })],
    ["too few strata", () => se([1, 2], { stratum: ["a"] })],
    ["a level of 1", () => se([1, 2], { level: 1 })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("inequality-se: agreement", () => {
  it.each(reference)("$from", ({ input: { values, ...input }, expected, tolerance }) => {
    const found = value(values, (input as { options?: Options }).options);
    expect(Math.abs(found.estimate - expected.estimate)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs((found.se as number) - expected.se)).toBeLessThanOrEqual(tolerance);
  });
  describeWith("inequality", "inequality-se against convey")("with convey", () => {
    type Peer = Record<string, { est: number; se: number }>;
    const peer = () => (referenceJson("inequality/ref_r_convergence_convey.json") as { convey_eusilc_pos: Peer }).convey_eusilc_pos;
    const survey = () => {
      const persons = referenceRows("inequality/data/eusilc_synthetic.csv");
      const x = persons.map((row) => numberOf(row.eqIncome) || Number.NaN);
      return { x, weights: persons.map((row) => numberOf(row.rb050)), psu: persons.map((row) => row.db030) };
    };

    it("14,824 persons in 6,000 households: entropy and Atkinson to 1e-10, estimate and error", () => {
      const { x, ...design } = survey();
      const wanted = peer();
      const pairs: readonly [string, Options][] = [
        ["gei0", { measure: "mld" }],
        ["gei1", { measure: "theil" }],
        ["gei2", { measure: "ge" }],
        ["atk05", { measure: "atkinson", epsilon: 0.5 }],
        ["atk1", { measure: "atkinson" }],
      ];
      for (const [id, options] of pairs) {
        const found = value(x, { ...design, ...options });
        expect(found.estimate / wanted[id].est, id).toBeCloseTo(1, 10);
        expect((found.se as number) / wanted[id].se, id).toBeCloseTo(1, 10);
      }
    });
    it("S80/S20: the estimate to 1e-10; the error to .2 %, as convey keeps kernel densities where they cancel", () => {
      const { x, ...design } = survey();
      const found = value(x, { ...design, measure: "s80-s20", border: "whole" });
      expect(found.estimate / peer().qsr.est).toBeCloseTo(1, 10);
      expect(Math.abs((found.se as number) / peer().qsr.se - 1)).toBeLessThan(2e-3);
    });
    it("the Gini: convey adds Σp²r − 1/Σw, which moves its error in the fifth digit; to .003090 as printed", () => {
      const { x, ...design } = survey();
      const { estimate, se: error } = value(x, design);
      const wanted = peer().gini;
      const kept = x.map((one, i) => [one, design.weights[i]] as const).filter(([one]) => one === one);
      const total = kept.reduce((s, [, w]) => s + w, 0);
      const amount = kept.reduce((s, [one, w]) => s + w * one, 0);
      const added = kept.reduce((s, [one, w]) => s + (w / total) * ((w * one) / amount), 0) - 1 / total;
      expect((estimate + added) / wanted.est).toBeCloseTo(1, 12);
      expect((error as number) / wanted.se).toBeCloseTo(1, 4);
      expect((error as number).toFixed(6)).toBe("0.003090");
    });
  });
});
