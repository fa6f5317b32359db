import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import type { Panel } from "../../../table/index.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { rankSumRatio } from "./rank-sum-ratio.js";
import reference from "./rank-sum-ratio.reference.json";

interface Around {
  readonly weights?: Readonly<Record<string, number>>;
  readonly direction?: Readonly<Record<string, -1 | 1>>;
  readonly periods?: readonly number[];
}
type Columns = Readonly<Record<string, readonly (number | null)[]>>;

function made(columns: Columns, options = {}, { weights = {}, direction = {}, periods }: Around = {}) {
  const tree = treeOf({ index: { group: Object.keys(columns) } }, { weight: weights, direction });
  const data: Panel = panelOf(columns, { direction, ...(periods ? { periods } : {}) });
  return rankSumRatio(data, manualWeights(tree).value, tree, options);
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

describe("rank-sum ratio: laws", () => {
  it("lies in (0, 1] and averages (n + 1)/2n, however many ties", () => {
    fc.assert(
      fc.property(table, (x) => {
        const found = ratings(x);
        expect(found.every((one) => one > 0 && one <= 1 + 1e-12)).toBe(true);
        const n = found.length;
        expect(found.reduce((total, one) => total + one, 0) / n).toBeCloseTo((n + 1) / (2 * n), 12);
      }),
    );
  });
  it("does not change under a rising transform of a column, whole ranks only", () => {
    fc.assert(
      fc.property(table, (x) => {
        expect(ratings({ ...x, b: x.b.map((one) => one ** 3) })).toEqual(ratings(x));
      }),
    );
  });
  it("grades never fall where the ratio rises", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("3", "4", "5"), (x, grades) => {
        const result = made(x, { grades });
        const grade = columnOf(result, "ratings", "index_grade") as number[];
        const ratio = cellsOf(result.value, "index") as number[];
        ratio.forEach((one, i) => {
          ratio.forEach((other, k) => {
            if (one > other + 1e-9 && grade[i] !== null) expect(grade[i]).toBeGreaterThanOrEqual(grade[k]);
          });
        });
      }),
    );
  });
});

describe("rank-sum ratio: edges", () => {
  it("keeps distances with linear ranks", () => {
    expect(ratings({ a: [0, 9, 10] }, { ranks: "linear" })).toEqual([expect.closeTo(1 / 3, 12), expect.closeTo(2.8 / 3, 12), 1]);
  });
  it("gives ties the mean of their places, also in the cumulative share", () => {
    const result = made({ a: [1, 2, 2, 3] });
    expect(cellsOf(result.value, "index")).toEqual([0.25, 0.625, 0.625, 1]);
    expect(columnOf(result, "ratings", "index_probit")?.slice(1, 3)).toEqual(
      [5.318639363964375, 5.318639363964375].map((one) => expect.closeTo(one, 9)),
    );
  });
  it("makes no grades from fewer than three distinct ratios", () => {
    const result = made({ a: [1, 2] });
    expect(columnOf(result, "ratings", "index_grade")).toEqual([null, null]);
    expect(result.warnings.map((one) => one.code)).toEqual(["no-grades"]);
  });
  it("gives no rating with a missing indicator, and ranks the others among themselves", () => {
    expect(ratings({ a: [1, 2, 3, null], b: [1, 2, 3, 4] })).toEqual([expect.closeTo(1 / 3, 12), expect.closeTo(2 / 3, 12), 1, null]);
  });
  it("refuses six grades", () => expect(() => made({ a: [1, 2] }, { grades: "6" })).toThrow(Fault));
});

describe("rank-sum ratio: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    ratings(input.columns as unknown as Columns, input.options, input.around as unknown as Around).forEach((one, i) => {
      expect(Math.abs(one - expected[i])).toBeLessThanOrEqual(tolerance);
    });
  });
  it("a regression computed apart: ratios 1/3, 2/3, 1 on probits of 1/3, 2/3, 11/12", () => {
    const result = made({ a: [1, 2, 3] });
    expect(columnOf(result, "regression", "a")).toEqual([expect.closeTo(-1.3389475991164272, 9)]);
    expect(columnOf(result, "regression", "b")).toEqual([expect.closeTo(0.3672614877762949, 9)]);
    expect(columnOf(result, "regression", "r2")).toEqual([expect.closeTo(0.9991650442049606, 9)]);
    expect(columnOf(result, "ratings", "index_grade")).toEqual([2, 2, 3]);
  });
});
