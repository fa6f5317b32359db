import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../ground/fault/index.js";
import type { Parts } from "../parts.js";
import { fieldsDecomposition } from "./fields-decomposition.js";
import type { FieldsDecompositionOptions } from "./fields-decomposition.method.js";
import reference from "./fields-decomposition.reference.json";

type Options = Partial<FieldsDecompositionOptions> & { weights?: readonly number[] };
const made = (y: readonly number[], on: Parts, options: Options = {}) => fieldsDecomposition(y, on, options).value;

const number = fc.double({ min: -10, max: 10, noNaN: true });
const rows = fc
  .array(fc.tuple(fc.double({ min: 0.1, max: 1e3, noNaN: true }), number, number, fc.integer({ min: 1, max: 4 })), {
    minLength: 6,
    maxLength: 25,
  })
  .map((all) => ({ y: all.map(([y]) => y), a: all.map(([, a]) => a), b: all.map(([, , b]) => b), weights: all.map(([, , , w]) => w) }))
  .filter(({ y, a, b }) => {
    const spread = (x: readonly number[]): number => Math.max(...x) - Math.min(...x);
    const mean = (x: readonly number[]): number => x.reduce((s, one) => s + one, 0) / x.length;
    const cov = (x: readonly number[], z: readonly number[]): number => mean(x.map((one, i) => (one - mean(x)) * (z[i] - mean(z))));
    return spread(y) > 0.5 && spread(a) > 1 && spread(b) > 1 && cov(a, b) ** 2 < 0.9 * cov(a, a) * cov(b, b);
  });

describe("fieldsDecomposition: laws", () => {
  it("shares add up to 1 with the residual's, which is 1 − R²", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("log" as const, "level" as const), ({ y, a, b, weights }, scale) => {
        const found = made(y, { a, b }, { weights, scale });
        expect(found.terms.reduce((s, one) => s + one.share, 0) + found.residual).toBeCloseTo(1, 10);
        expect(found.residual).toBeGreaterThan(-1e-10);
        expect(found.residual).toBeLessThan(1 + 1e-10);
      }),
    );
  });
  it("does not change with units and origins of the columns, nor (log) with that of the outcome", () => {
    fc.assert(
      fc.property(rows, ({ y, a, b, weights }) => {
        const found = made(y, { a, b }, { weights }).terms;
        const moved = made(
          y.map((one) => one * 8),
          { a: a.map((one) => 100 - 4 * one), b },
          { weights },
        ).terms;
        for (const [k, { share }] of moved.entries()) expect(share).toBeCloseTo(found[k].share, 8);
        expect(moved[0].coefficient).toBeCloseTo(-found[0].coefficient / 4, 8);
      }),
    );
  });
  it("is the square of the correlation for one column", () => {
    fc.assert(
      fc.property(rows, ({ y, a }) => {
        const mean = (x: readonly number[]): number => x.reduce((s, one) => s + one, 0) / x.length;
        const cov = (x: readonly number[], z: readonly number[]): number => mean(x.map((one, i) => (one - mean(x)) * (z[i] - mean(z))));
        expect(made(y, { a }, { scale: "level" }).terms[0].share).toBeCloseTo(cov(a, y) ** 2 / (cov(a, a) * cov(y, y)), 9);
      }),
    );
  });
  it("does not depend on the order of rows or columns, and takes a whole-number weight for that many rows", () => {
    fc.assert(
      fc.property(rows, ({ y, a, b, weights }) => {
        const found = made(y, { a, b }, { weights }).terms;
        const often = (x: readonly number[]): number[] => x.flatMap((one, i) => Array<number>(weights[i]).fill(one));
        const others = [
          made([...y].reverse(), { a: [...a].reverse(), b: [...b].reverse() }, { weights: [...weights].reverse() }).terms,
          [...made(y, { b, a }, { weights }).terms].reverse(),
          made(often(y), { a: often(a), b: often(b) }).terms,
        ];
        for (const terms of others) for (const [k, { share }] of terms.entries()) expect(share).toBeCloseTo(found[k].share, 9);
      }),
    );
  });
});

describe("fieldsDecomposition: edges", () => {
  it("shows the residual as the last row, with no coefficient", () => {
    const { tables } = fieldsDecomposition([0, 2, 1, 1], { x: [0, 1, 0, 1] }, { scale: "level" });
    expect(Object.fromEntries(tables[1].columns.map(({ id, values }) => [id, [...values]]))).toMatchObject({
      term: ["x", "residual"],
      coefficient: [expect.closeTo(1, 14), null],
      share: [expect.closeTo(0.5, 14), expect.closeTo(0.5, 14)],
      part: [expect.closeTo(0.25, 14), expect.closeTo(0.25, 14)],
    });
  });
  it("a column can work against the rest: a share below 0", () => {
    const { terms } = made([0, 2.9, 4, 7.1, 8, 10], { a: [0, 1, 2, 3, 4, 5], b: [0, 1, 0, 1, 0, 2] }, { scale: "level" });
    expect(terms[0].share).toBeGreaterThan(0.9);
    expect(
      made([1, 2, 4, 3, 6, 5], { a: [0, 1, 2, 3, 4, 5], b: [0, 0.9, 2, 3.3, 4, 5.5] }, { scale: "level" }).terms.some(
        ({ share }) => share < 0,
      ),
    ).toBe(true);
  });
  it("leaves out rows with anything missing and counts them", () => {
    const { value, trace } = fieldsDecomposition([1, 2, Number.NaN, 4, 9], { x: [0, 1, 5, 1, 2] });
    expect(value).toEqual(made([1, 2, 4, 9], { x: [0, 1, 1, 2] }));
    expect(trace.dropped).toBe(1);
  });
  it.each([
    ["a value of 0 under the logarithm", () => made([0, 1, 2], { x: [0, 1, 0] })],
    ["an outcome that does not vary", () => made([2, 2, 2], { x: [0, 1, 0] })],
    ["a column that does not vary", () => made([1, 2, 3], { x: [1, 1, 1] })],
    ["as many columns as rows", () => made([1, 2, 3], { a: [1, 2, 5], b: [0, 1, 0] })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("fieldsDecomposition: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const found = made(input.values, input.on as unknown as Parts, input.options as Options);
    expect(Math.abs(found.variance - expected.variance)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(found.residual - expected.residual)).toBeLessThanOrEqual(tolerance);
    for (const [k, wanted] of expected.shares.entries()) {
      expect(Math.abs(found.terms[k].share - wanted)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(found.terms[k].coefficient - expected.coefficients[k])).toBeLessThanOrEqual(tolerance);
    }
    if (expected.error !== undefined) expect(Math.abs(found.terms[0].error - expected.error)).toBeLessThanOrEqual(tolerance);
  });
});
