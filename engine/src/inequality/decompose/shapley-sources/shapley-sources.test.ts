import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { atkinson } from "../../measure/atkinson/atkinson.js";
import { generalisedEntropy } from "../../measure/generalised-entropy/generalised-entropy.js";
import { gini } from "../../measure/gini/gini.js";
import { hoover } from "../../measure/hoover/hoover.js";
import { measures } from "../measures.js";
import type { Parts } from "../parts.js";
import { theil } from "../theil/theil.js";
import { shapleySources } from "./shapley-sources.js";
import type { ShapleySourcesOptions } from "./shapley-sources.method.js";
import reference from "./shapley-sources.reference.json";

type Options = Partial<ShapleySourcesOptions> & { weights?: readonly number[] };
const made = (sources: Parts, options: Options = {}) => shapleySources(sources, options).value;
const values = (sources: Parts, options: Options = {}): number[] => made(sources, options).sources.map((one) => one.contribution);

const amount = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.double({ min: 1e-2, max: 1e4, noNaN: true }));
const samples = fc.array(fc.tuple(amount, amount, amount, fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 15 }).map((rows) => ({
  sources: { a: rows.map(([a]) => a), b: rows.map(([, b]) => b), c: rows.map(([, , c]) => c) },
  weights: rows.map(([, , , w]) => w),
  total: rows.map(([a, b, c]) => a + b + c),
}));
const absents = ["mean", "zero"] as const;
/** Many sources on few rows, each from a formula. */
const many = (count: number): Record<string, number[]> =>
  Object.fromEntries(Array.from({ length: count }, (_, k) => [`s${k}`, [0, 1, 2, 3, 4].map((i) => 1 + (((i + 2) * (k + 3) * 7) % 11))]));

describe.each(absents)("shapleySources, absent sources at %s: laws", (absent) => {
  it("adds up to the measure of the total, whichever measure", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(...measures), ({ sources, weights }, measure) => {
        const found = made(sources, { measure, absent, weights });
        expect(found.sources.reduce((s, one) => s + one.contribution, 0)).toBeCloseTo(found.inequality, 12);
      }),
    );
  });
  it("agrees with the mean over all six orders", () => {
    fc.assert(
      fc.property(samples, ({ sources, weights }) => {
        const ids = ["a", "b", "c"] as const;
        const mean = (x: readonly number[]): number => x.reduce((s, one, i) => s + one * weights[i], 0) / weights.reduce((s, w) => s + w);
        const worth = (present: readonly string[]): number => {
          if (present.length === 0) return 0;
          const x = sources.a.map((_, i) =>
            ids.reduce((s, id) => s + (present.includes(id) ? sources[id][i] : absent === "mean" ? mean(sources[id]) : 0), 0),
          );
          return gini(x, { weights }).value as number;
        };
        const orders = ids.flatMap((a) => ids.filter((b) => b !== a).map((b) => [a, b, ids.find((c) => c !== a && c !== b) as string]));
        const wanted = ids.map(
          (id) =>
            orders.reduce((s, order) => s + worth(order.slice(0, order.indexOf(id) + 1)) - worth(order.slice(0, order.indexOf(id))), 0) / 6,
        );
        values(sources, { absent, weights }).forEach((one, k) => {
          expect(one).toBeCloseTo(wanted[k], 11);
        });
      }),
      { numRuns: 40 },
    );
  });
  it("gives equal sources the same, and does not depend on the order of rows or sources", () => {
    fc.assert(
      fc.property(samples, ({ sources: { a, b }, weights }) => {
        const [x, y, z] = values({ a, twin: a, b }, { absent, weights });
        expect(x).toBeCloseTo(y, 12);
        const [z2, x2] = values(
          { b: [...b].reverse(), a: [...a].reverse(), twin: [...a].reverse() },
          { absent, weights: [...weights].reverse() },
        );
        expect([z2, x2].map((one, k) => Math.abs(one - [z, x][k]) < 1e-11)).toEqual([true, true]);
      }),
    );
  });
});

describe("shapleySources: measures", () => {
  it("are those of the methods of their names", () => {
    fc.assert(
      fc.property(samples, ({ sources, total, weights }) => {
        const found = Object.fromEntries(measures.map((measure) => [measure, made(sources, { measure, weights }).inequality]));
        expect(found.gini).toBeCloseTo(gini(total, { weights }).value as number, 12);
        expect(found.T).toBeCloseTo(theil(total, { weights }).value, 11);
        expect(found.L).toBeCloseTo(theil(total, { weights, index: "L" }).value, 11);
        expect(found.GE2).toBeCloseTo(generalisedEntropy(total, { weights, alpha: 2 }).value as number, 10);
        expect(found.hoover).toBeCloseTo(hoover(total, { weights }).value, 11);
        expect(found.atkinson).toBeCloseTo(atkinson(total, { weights, epsilon: 1 }).value, 11);
      }),
    );
  });
});

describe("shapleySources: more than 12 sources", () => {
  it("is exact at 12, and sampled orders come near it within their standard errors", () => {
    const twelve = many(12);
    const exact = shapleySources(twelve);
    expect([exact.trace.exact, exact.trace.evaluations]).toEqual([true, 4096]);
    const flat = { ...twelve, flat: [3, 3, 3, 3, 3] };
    const sampled = shapleySources(flat, { orders: 4000 }).value.sources;
    const wanted = shapleySources({ ...twelve, s0: twelve.s0.map((one) => one + 3) }).value.sources;
    expect(sampled[12].contribution).toBeCloseTo(0, 12);
    sampled.slice(0, 12).forEach(({ contribution, error }, k) => {
      expect(error).toBeGreaterThan(0);
      expect(Math.abs(contribution - wanted[k].contribution)).toBeLessThan(5 * (error as number));
    });
  });
  it("adds up exactly all the same; the same seed gives the same numbers, another seed others", () => {
    const sources = many(14);
    const found = made(sources, { orders: 50, seed: 7 });
    expect(found.sources.reduce((s, one) => s + one.contribution, 0)).toBeCloseTo(found.inequality, 13);
    expect(made(sources, { orders: 50, seed: 7 })).toEqual(found);
    expect(values(sources, { orders: 50, seed: 8 })).not.toEqual(found.sources.map((one) => one.contribution));
  });
});

describe("shapleySources: edges", () => {
  it("shows each source alone and as the last to go", () => {
    expect(made({ wage: [2, 2], rent: [0, 2] }, { absent: "zero" }).sources).toMatchObject([
      { alone: 0, share: 2 / 3, error: null },
      { alone: 0.5, share: 1 / 3 },
    ]);
    expect(made({ wage: [2, 2], rent: [0, 2] }, { absent: "zero" }).sources[0].last).toBeCloseTo(1 / 6 - 1 / 2, 15);
  });
  it("takes a tax as a source when its absence is its mean", () => {
    const found = made({ market: [2, 4, 9], tax: [0, -1, -3] });
    expect(found.sources[1].contribution).toBeLessThan(0);
    expect(found.sources.reduce((s, one) => s + one.contribution, 0)).toBeCloseTo(found.inequality, 14);
  });
  it("is all 0 for equal incomes, with no shares to speak of", () => {
    expect(made({ a: [1, 1], b: [2, 2] })).toMatchObject({
      inequality: 0,
      sources: [{ contribution: 0, contributionShare: null }, { contribution: 0 }],
    });
  });
  it("leaves out rows with a source missing", () => {
    const { value, trace } = shapleySources({ a: [1, Number.NaN, 3], b: [1, 5, 2] });
    expect(value).toEqual(made({ a: [1, 3], b: [1, 2] }));
    expect(trace.dropped).toBe(1);
  });
  it.each([
    ["a tax alone", () => made({ market: [2, 4, 9], tax: [0, -1, -3] }, { absent: "zero" })],
    ["T of incomes below 0 on the way", () => made({ market: [2, 4, 9], tax: [0, -1, -9] }, { measure: "T" })],
    ["L of a 0", () => made({ a: [0, 1], b: [0, 2] }, { measure: "L" })],
    ["nothing to share", () => made({ a: [0, 0], b: [0, 0] })],
    ["fewer than 4 orders", () => made({ a: [1, 2], b: [1, 2] }, { orders: 3 })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("shapleySources: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const found = made(input.sources as unknown as Parts, input.options as Options);
    expect(Math.abs(found.inequality - expected.inequality)).toBeLessThanOrEqual(tolerance);
    found.sources.forEach(({ contribution }, k) => {
      expect(Math.abs(contribution - expected.contribution[k])).toBeLessThanOrEqual(tolerance);
    });
  });

  describeWith("inequality", "Shapley values of 2,489 households")("with other programs", () => {
    it("three parts of 2,489 households' spending on transport, weighted", () => {
      const { "shapley.hhbudgets_transporte_weighted_mean_replacement": wanted } = referenceJson(
        "inequality/ref_bruteforce.json",
      ) as Record<string, { values: Record<string, number>; G: number }>;
      const homes = referenceRows("inequality/data/hhbudgets.csv").filter((row) => numberOf(row.transporte) > 0);
      const column = (id: string): number[] => homes.map((row) => numberOf(row[id]));
      const [whole, publico, mantenimiento] = [column("transporte"), column("publico"), column("mantenimiento")];
      const found = made(
        { publico, mantenimiento, rest: whole.map((one, i) => one - publico[i] - mantenimiento[i]) },
        { weights: column("factor") },
      );
      expect(found.inequality).toBeCloseTo(wanted.G, 10);
      for (const { source, contribution } of found.sources) expect(contribution).toBeCloseTo(wanted.values[source], 10);
    });
  });
});
