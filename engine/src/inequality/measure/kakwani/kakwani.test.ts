import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../ground/fault/index.js";
import { concentrationIndex } from "../concentration-index/concentration-index.js";
import { gini } from "../gini/gini.js";
import { kakwani } from "./kakwani.js";
import type { KakwaniOptions } from "./kakwani.method.js";
import reference from "./kakwani.reference.json";

type Options = Partial<KakwaniOptions> & { weights?: readonly number[] };
const value = (x: readonly number[], amounts: readonly number[], options: Options = {}) => kakwani(x, amounts, options).value;
const rate = (x: readonly number[], amounts: readonly number[], options: Options = {}): number =>
  kakwani(x, amounts, options).tables[0].columns.find(({ id }) => id === "rate")?.values[0] as number;

const rowsOf = fc.array(
  fc.tuple(
    fc.double({ min: 1, max: 1e4, noNaN: true }),
    fc.double({ min: 0.01, max: 0.9, noNaN: true }),
    fc.double({ min: 0.1, max: 9, noNaN: true }),
  ),
  { minLength: 2, maxLength: 40 },
);
const apart = (rows: readonly (readonly [number, number, number])[]) => ({
  x: rows.map(([x]) => x),
  amounts: rows.map(([x, share]) => x * share),
  weights: rows.map(([, , w]) => w),
});

describe("kakwani: laws", () => {
  it("RS is K times t/(1 − t) for a tax, t/(1 + t) for a transfer; redistribution is RS less re-ranking", () => {
    fc.assert(
      fc.property(rowsOf, fc.constantFrom("tax" as const, "transfer" as const), (rows, kind) => {
        const { x, amounts, weights } = apart(rows);
        const found = value(x, amounts, { weights, kind });
        const t = rate(x, amounts, { weights, kind });
        expect(found.reynoldsSmolensky).toBeCloseTo(((found.kakwani as number) * t) / (kind === "tax" ? 1 - t : 1 + t), 10);
        expect(found.redistribution).toBeCloseTo(found.reynoldsSmolensky - found.reranking, 10);
      }),
    );
  });
  it("is made of the Gini and the concentration index", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { x, amounts, weights } = apart(rows);
        const found = value(x, amounts, { weights });
        const before = gini(x, { weights }).value as number;
        expect(found.kakwani).toBeCloseTo((concentrationIndex(amounts, x, { weights, correction: "none" }).value as number) - before, 10);
        const net = x.map((one, i) => one - amounts[i]);
        expect(found.redistribution).toBeCloseTo(before - (gini(net, { weights }).value as number), 10);
      }),
    );
  });
  it("is 0 for a proportional tax, above 0 for one with a threshold, which changes no places", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { x, weights } = apart(rows);
        const flat = value(
          x,
          x.map((one) => one / 5),
          { weights },
        );
        for (const one of Object.values(flat)) expect(one).toBeCloseTo(0, 11);
        const taxed = x.map((one) => Math.max(0, one - 1) / 5);
        fc.pre(taxed.some((one) => one > 1e-3));
        const found = value(x, taxed, { weights });
        expect(found.kakwani).toBeGreaterThanOrEqual(-1e-9);
        expect(found.reranking).toBeCloseTo(0, 11);
      }),
    );
  });
  it("does not change with the unit, the order of rows, or whole-number weights written out", () => {
    fc.assert(
      fc.property(rowsOf, fc.double({ min: 0.01, max: 100, noNaN: true }), (rows, k) => {
        const { x, amounts } = apart(rows);
        const weights = rows.map((_, i) => 1 + (i % 3));
        const found = value(x, amounts, { weights });
        const many = (all: readonly number[]): number[] => all.flatMap((one, i) => Array<number>(weights[i]).fill(k * one)).reverse();
        const other = value(many(x), many(amounts));
        for (const id of ["kakwani", "reynoldsSmolensky", "reranking", "redistribution"] as const)
          expect(other[id]).toBeCloseTo(found[id] as number, 10);
      }),
    );
  });
});

describe("kakwani: edges", () => {
  it("has no Kakwani index when the amounts sum to 0", () => {
    const made = kakwani([1, 2, 3], [0, 0, 0]);
    expect([made.value.kakwani, made.value.redistribution, made.warnings.length]).toEqual([null, 0, 1]);
  });
  it("warns of rows that fall below 0", () => {
    const made = kakwani([1, 2, 30], [2, 0, 0]);
    expect([made.warnings.length, made.trace.negativeAfter]).toEqual([1, 1]);
  });
  it("takes rows that receive among those that pay (a negative income tax)", () =>
    expect(value([10, 20, 30], [-3, 0, 6]).redistribution).toBeGreaterThan(0));
  it("of one row is 0", () => expect(value([5], [1])).toMatchObject({ kakwani: 0, reynoldsSmolensky: 0, reranking: 0, redistribution: 0 }));
  it("leaves rows out where either is missing, and counts them", () =>
    expect(kakwani([1, Number.NaN, 3, 4], [0, 1, Number.NaN, 1]).trace.dropped).toBe(2));
  it.each([
    ["negative values before", () => value([-1, 2, 3], [0, 0, 1])],
    ["a zero total before", () => value([0, 0], [0, 0])],
    ["nothing left", () => value([1, 2], [1, 2])],
    ["too few amounts", () => value([1, 2], [1])],
    ["no rows", () => value([], [])],
    ["another kind", () => value([1, 2], [0, 1], { kind: "fee" as never })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("kakwani: agreement", () => {
  it.each(reference)("$from", ({ input: { values, amounts, options }, expected, tolerance }) => {
    const found = value(values, amounts, options as Options);
    for (const [id, wanted] of Object.entries(expected))
      expect(Math.abs((found[id as keyof typeof found] as number) - wanted), id).toBeLessThanOrEqual(tolerance);
  });
});
