import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { gini } from "../../measure/gini/gini.js";
import type { Parts } from "../parts.js";
import { incomeSources } from "./income-sources.js";
import reference from "./income-sources.reference.json";

type Columns = Readonly<Record<string, readonly number[]>>;
const made = (sources: Parts, weights?: readonly number[]) => incomeSources(sources, { weights }).value;

const amount = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ min: 1e-3, max: 1e4, noNaN: true }));
const samples = fc
  .array(fc.tuple(amount, amount, amount, fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 25 })
  .filter((rows) => rows.some(([a, b, c]) => a + b + c > 0))
  .map((rows) => ({
    sources: { a: rows.map(([a]) => a), b: rows.map(([, b]) => b), c: rows.map(([, , c]) => c) },
    weights: rows.map(([, , , w]) => w),
  }));
const totals = ({ a, b, c }: Columns): number[] => a.map((one, i) => one + b[i] + c[i]);

describe("incomeSources: laws", () => {
  it("adds up to the Gini of the total, and to the parts S·G·R", () => {
    fc.assert(
      fc.property(samples, ({ sources, weights }) => {
        const found = made(sources, weights);
        expect(found.gini).toBeCloseTo(gini(totals(sources), { weights }).value as number, 12);
        expect(found.sources.reduce((s, one) => s + one.contribution, 0)).toBeCloseTo(found.gini, 13);
        expect(found.sources.reduce((s, one) => s + one.share, 0)).toBeCloseTo(1, 13);
        for (const { share, gini: own, correlation, contribution, concentration } of found.sources) {
          if (own === null || correlation === null) continue;
          expect(share * own * correlation).toBeCloseTo(contribution, 11);
          expect(own * correlation).toBeCloseTo(concentration as number, 11);
          expect(Math.abs(correlation)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
  it("does not depend on the order of rows, tied totals or not, and takes a whole-number weight for that many rows", () => {
    fc.assert(
      fc.property(samples, ({ sources, weights }) => {
        const found = made(sources, weights).sources.map(({ contribution }) => contribution);
        const back = Object.fromEntries(Object.entries(sources).map(([id, x]) => [id, [...x].reverse()]));
        const often = Object.fromEntries(
          Object.entries(sources).map(([id, x]) => [id, x.flatMap((one, i) => Array<number>(weights[i]).fill(one))]),
        );
        const others = [made(back, [...weights].reverse()), made(often)];
        for (const { sources: parts } of others) {
          for (const [k, { contribution }] of parts.entries()) expect(contribution).toBeCloseTo(found[k], 11);
        }
      }),
    );
  });
  it("the elasticity is what a small growth of the source does to the Gini, where no rows are tied", () => {
    const sources = { a: [1, 5, 2, 9, 4], b: [3, 2, 4.5, 2.5, 3.2] };
    const [e, grown] = [1e-6, { ...sources, a: sources.a.map((one) => one * (1 + 1e-6)) }];
    const [before, after] = [made(sources), made(grown)];
    expect((after.gini / before.gini - 1) / e).toBeCloseTo(before.sources[0].elasticity as number, 5);
    expect(before.sources.reduce((s, one) => s + (one.elasticity as number), 0)).toBeCloseTo(0, 14);
  });
  it("a source split in two adds the same", () => {
    fc.assert(
      fc.property(samples, ({ sources: { a, b, c }, weights }) => {
        const half = a.map((one) => one / 4);
        const split = made({ a1: half, a2: a.map((one, i) => one - half[i]), b, c }, weights).sources;
        const whole = made({ a, b, c }, weights).sources;
        expect(split[0].contribution + split[1].contribution).toBeCloseTo(whole[0].contribution, 12);
      }),
    );
  });
});

describe("incomeSources: edges", () => {
  it("shares a tie's rank: two households with the same total count alike", () => {
    const [one, other] = [made({ a: [1, 3, 5], b: [3, 1, 5] }), made({ a: [3, 1, 5], b: [1, 3, 5] })];
    expect(one.sources.map((each) => each.contribution)).toEqual(other.sources.map((each) => each.contribution));
    expect(one.sources[0].contribution).toBe(one.sources[1].contribution);
  });
  it("has no Gini for a source whose mean is 0, but a contribution; no correlation where a source does not vary", () => {
    const [, rest, flat] = made({ a: [1, 2, 6], rest: [-1, 0, 1], flat: [1, 1, 1] }).sources;
    expect(rest).toMatchObject({ gini: null, concentration: null });
    expect(rest.contribution).toBeGreaterThan(0);
    expect(flat).toMatchObject({ gini: 0, correlation: null, contribution: 0 });
  });
  it("is 0 for equal totals, with no shares to speak of", () => {
    const found = made({ a: [1, 2], b: [2, 1] });
    expect(found.gini).toBe(0);
    expect(found.sources[0]).toMatchObject({ contribution: 0, contributionShare: null, elasticity: null });
  });
  it("leaves out rows with a source missing and counts them", () => {
    const { value, trace } = incomeSources({ a: [1, Number.NaN, 3], b: [1, 5, 2] });
    expect(value).toEqual(made({ a: [1, 3], b: [1, 2] }));
    expect(trace.dropped).toBe(1);
  });
  it("keeps its digits for huge and tiny amounts and weights", () => {
    const wanted = made({ a: [1, 2, 3], b: [2, 1, 5] }).gini;
    for (const scale of [1e300, 1e-300])
      expect(made({ a: [1, 2, 3].map((x) => x * scale), b: [2, 1, 5].map((x) => x * scale) }).gini).toBeCloseTo(wanted, 14);
    expect(made({ a: [1e9, 2e9, 3e9], b: [2e9, 1e9, 5e9] }, [1e9, 1e9, 1e9]).gini).toBeCloseTo(wanted, 14);
  });
  it.each([
    ["a negative total", () => made({ a: [1, 2], b: [-2, 3] })],
    ["a mean of 0", () => incomeSources({ a: [1, -1], b: [0, 0] }, { allowNegative: true })],
    ["columns of different lengths", () => made({ a: [1, 2], b: [1] })],
    ["an infinite amount", () => made({ a: [1, Number.POSITIVE_INFINITY], b: [1, Number.NEGATIVE_INFINITY] })],
    ["no complete row", () => made({ a: [1, Number.NaN], b: [Number.NaN, 1] })],
    ["no sources", () => made({})],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
  it("takes negative totals when asked", () => {
    expect(incomeSources({ a: [1, 2, 8], b: [-2, 0, 0] }, { allowNegative: true }).value.gini).toBeCloseTo(
      gini([-1, 2, 8], { allowNegative: true }).value as number,
      14,
    );
  });
});

describe("incomeSources: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const found = made(input.sources as unknown as Parts);
    expect(Math.abs(found.gini - expected.gini)).toBeLessThanOrEqual(tolerance);
    for (const id of ["share", "concentration", "contribution", "elasticity"] as const) {
      for (const [k, wanted] of (expected[id] ?? []).entries())
        expect(Math.abs((found.sources[k][id] as number) - wanted), `${id} ${k}`).toBeLessThanOrEqual(tolerance);
    }
  });

  describeWith("inequality", "income sources of 2,489 households")("with other programs", () => {
    it("public transport, upkeep and the rest of 2,489 households' spending on transport", () => {
      interface Wanted {
        readonly G: number;
        readonly sources: Record<string, { S: number; G: number; C: number; R: number; contribution: number; marginal: number }>;
      }
      const wanted = (referenceJson("inequality/ref_bruteforce.json") as Record<string, Wanted>)[
        "lerman_yitzhaki.hhbudgets_transporte_weighted"
      ];
      const homes = referenceRows("inequality/data/hhbudgets.csv").filter((row) => numberOf(row.transporte) > 0);
      const column = (id: string): number[] => homes.map((row) => numberOf(row[id]));
      const [whole, open, upkeep] = [column("transporte"), column("publico"), column("mantenimiento")];
      const rest = whole.map((one, i) => one - open[i] - upkeep[i]);
      const found = made({ publico: open, mantenimiento: upkeep, rest }, column("factor"));
      expect(found.gini).toBeCloseTo(wanted.G, 9);
      for (const one of found.sources) {
        const { S, G, R, C, contribution, marginal } = wanted.sources[one.source];
        expect(one.share).toBeCloseTo(S, 10);
        expect(one.gini as number).toBeCloseTo(G, 10);
        // the other program ranks tied totals as they come in the file: that far and no further
        for (const [mine, theirs] of [
          [one.correlation, R],
          [one.concentration, C],
          [one.contribution, contribution],
          [one.elasticity, marginal],
        ] as const)
          expect(Math.abs((mine as number) - theirs)).toBeLessThan(2e-3);
      }
    });
  });
});
