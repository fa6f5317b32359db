import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasReference, referenceJson } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import type { Panel } from "../../../table/index.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { greyRelation } from "./grey-relation.js";
import reference from "./grey-relation.reference.json";

interface Around {
  readonly weights?: Readonly<Record<string, number>>;
  readonly direction?: Readonly<Record<string, -1 | 1>>;
  readonly periods?: readonly number[];
}
type Columns = Readonly<Record<string, readonly (number | null)[]>>;

function made(columns: Columns, options = {}, { weights = {}, direction = {}, periods }: Around = {}) {
  const tree = treeOf({ index: { group: Object.keys(columns) } }, { weight: weights, direction });
  const data: Panel = panelOf(columns, { direction, ...(periods ? { periods } : {}) });
  return greyRelation(data, manualWeights(tree).value, tree, options);
}
const ratings = (columns: Columns, options = {}, around: Around = {}): number[] =>
  cellsOf(made(columns, options, around).value, "index") as number[];
const columnOf = (result: ReturnType<typeof made>, table: string, id: string) =>
  result.tables.find((one) => one.id === table)?.columns.find((one) => one.id === id)?.values;

const value = fc.integer({ min: 1, max: 50 });
const table = fc
  .array(fc.record({ a: value, b: value, c: value }), { minLength: 2, maxLength: 10 })
  .filter((rows) => (["a", "b", "c"] as const).every((id) => new Set(rows.map((row) => row[id])).size > 1))
  .map((rows) => ({ a: rows.map((row) => row.a), b: rows.map((row) => row.b), c: rows.map((row) => row.c) }));

describe("grey relation: laws", () => {
  it("lies in (0, 1]; the best of all columns gets 1", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("min-max", "mean", "initial"), fc.double({ min: 0.1, max: 1, noNaN: true }), (x, scale, rho) => {
        const found = ratings({ a: [...x.a, 60], b: [...x.b, 60], c: [...x.c, 60] }, { scale, rho });
        expect(found.at(-1)).toBeCloseTo(1, 12);
        expect(found.every((one) => one > 0 && one <= 1 + 1e-12)).toBe(true);
      }),
    );
  });
  it("rises with ρ", () => {
    fc.assert(
      fc.property(table, (x) => {
        const [low, high] = [ratings(x, { rho: 0.2 }), ratings(x, { rho: 0.8 })];
        low.forEach((one, i) => {
          expect(high[i]).toBeGreaterThanOrEqual(one - 1e-12);
        });
      }),
    );
  });
  it("does not depend on the unit of measure; min–max not on its zero either", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("min-max", "mean", "initial"), (x, scale) => {
        const other = ratings({ ...x, b: x.b.map((one) => 8 * one + (scale === "min-max" ? 3 : 0)) }, { scale });
        ratings(x, { scale }).forEach((one, i) => {
          expect(other[i]).toBeCloseTo(one, 12);
        });
      }),
    );
  });
});

describe("grey relation: edges", () => {
  it("gives the followed unit 1 in every period", () => {
    const x = { a: [1, 2, 3, 4, 9, 6], b: [3, 1, 2, 5, 4, 8] };
    const found = ratings(x, { reference: "u2" }, { periods: [2020, 2021] });
    expect([found[1], found[4]]).toEqual([1, 1]);
  });
  it("takes the smallest as best where less is better", () => {
    expect(ratings({ a: [1, 3] }, {}, { direction: { a: -1 } })).toEqual([1, expect.closeTo(1 / 3, 12)]);
  });
  it("is 1 throughout where nothing differs in a period", () => {
    expect(ratings({ a: [3, 3, 2, 4] }, { scope: "per-period" }, { periods: [2020, 2021] }).slice(0, 2)).toEqual([1, 1]);
  });
  it("faults on an unknown or incomplete reference and on a first value of 0", () => {
    expect(() => made({ a: [1, 2] }, { reference: "u9" })).toThrow(Fault);
    expect(() => made({ a: [1, null, 3] }, { reference: "u2" })).toThrow(expect.objectContaining({ code: "incomplete-reference" }));
    expect(() => made({ a: [0, 2] }, { scale: "initial" })).toThrow(expect.objectContaining({ code: "not-positive" }));
  });
  it("prints the coefficient of every indicator", () => {
    expect(columnOf(made({ a: [1, 0.5, 0], b: [0, 1, 0.5] }), "coefficients", "a")).toEqual([1, 0.5, expect.closeTo(1 / 3, 12)]);
  });
});

describe("grey relation: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    ratings(input.columns as unknown as Columns, input.options, input.around as unknown as Around).forEach((one, i) => {
      expect(Math.abs(one - expected[i])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "a grey relational grade"))("Deng's grade, ρ = 0.5", () => {
    const { cases } = referenceJson("coinr/mcdm/cases.json") as {
      cases: { id: string; inputs: { Z: number[][] }; value: { grade: number[] } }[];
    };
    const { inputs, value: expected } = cases.find((one) => one.id === "gra_hand") as (typeof cases)[number];
    const found = ratings({ a: inputs.Z.map((row) => row[0]), b: inputs.Z.map((row) => row[1]) });
    expected.grade.forEach((one, i) => {
      expect(found[i]).toBeCloseTo(one, 12);
    });
  });
});
