import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasReference, referenceJson } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import type { Panel } from "../../../table/index.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { topsis } from "./topsis.js";
import reference from "./topsis.reference.json";

interface Around {
  readonly weights?: Readonly<Record<string, number>>;
  readonly direction?: Readonly<Record<string, -1 | 1>>;
  readonly periods?: readonly number[];
}
type Columns = Readonly<Record<string, readonly (number | null)[]>>;

function made(columns: Columns, options = {}, { weights = {}, direction = {}, periods }: Around = {}) {
  const tree = treeOf({ index: { group: Object.keys(columns) } }, { weight: weights, direction });
  const data: Panel = panelOf(columns, { direction, ...(periods ? { periods } : {}) });
  return topsis(data, manualWeights(tree).value, tree, options);
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
const forms = ["vector", "minmax-matrix", "minmax-distance"] as const;

describe("TOPSIS: laws", () => {
  it("lies in [0, 1]; the best of all columns gets 1, the worst 0; no unit stands above one that dominates it", () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...forms), (x, form) => {
        const full = { a: [...x.a, 60, 0], b: [...x.b, 60, 0], c: [...x.c, 60, 0] };
        const found = ratings(full, { form });
        expect(found.slice(-2)).toEqual([1, 0]);
        expect(found.every((one) => one >= 0 && one <= 1)).toBe(true);
        const lifted = ratings({ a: [...full.a, x.a[0] + 1], b: [...full.b, x.b[0]], c: [...full.c, x.c[0]] }, { form });
        expect(lifted.at(-1)).toBeGreaterThan(lifted[0]);
      }),
    );
  });
  it("does not depend on the unit of measure; the min–max forms not on its zero either", () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...forms), (x, form) => {
        const shift = form === "vector" ? 0 : 3;
        const other = ratings({ ...x, b: x.b.map((one) => 8 * one + shift) }, { form });
        ratings(x, { form }).forEach((one, i) => {
          expect(other[i]).toBeCloseTo(one, 12);
        });
      }),
    );
  });
  it("gives for direction −1 what direction +1 gives for −x", () => {
    fc.assert(
      fc.property(table, (x) => {
        const turned = ratings({ ...x, b: x.b.map((one) => -one) }, { form: "minmax-matrix" });
        expect(ratings(x, { form: "minmax-matrix" }, { direction: { b: -1 } })).toEqual(turned);
      }),
    );
  });
});

describe("TOPSIS: edges", () => {
  it("compares all periods with one ideal, or each with its own", () => {
    const x = { a: [0, 1, 2, 4], b: [0, 1, 2, 4] };
    const around = { periods: [2020, 2021] };
    expect(ratings(x, { form: "minmax-matrix" }, around)).toEqual([0, expect.closeTo(0.25, 14), 0.5, 1]);
    const yearly = made(x, { form: "minmax-matrix", scope: "per-period" }, around);
    expect(cellsOf(yearly.value, "index")).toEqual([0, 1, 0, 1]);
    expect(yearly.warnings.map((one) => one.code)).toEqual(["per-period"]);
    expect(columnOf(yearly, "ideals", "best")).toEqual([1, 1, 4, 4]);
  });
  it("gives no rating where nothing varies in a period, and none with a missing indicator", () => {
    const flat = made({ a: [3, 3, 2, 4] }, { scope: "per-period" }, { periods: [2020, 2021] });
    expect(cellsOf(flat.value, "index")).toEqual([null, null, 0, 1]);
    const gap = made({ a: [1, 2, null], b: [1, 2, 3] });
    expect(cellsOf(gap.value, "index")).toEqual([0, 1, null]);
    expect(gap.warnings.map((one) => one.code)).toEqual(["missing-score"]);
  });
  it("drops a constant indicator with a warning", () => {
    const result = made({ a: [1, 2, 3], b: [7, 7, 7] }, { form: "minmax-matrix" });
    expect(cellsOf(result.value, "index")).toEqual([0, 0.5, 1]);
    expect(result.warnings.map((one) => one.code)).toEqual(["constant"]);
  });
  it("refuses negative values in form vector", () => {
    expect(() => made({ a: [1, -2], b: [1, 2] })).toThrow(Fault);
    expect(ratings({ a: [1, -2], b: [2, 1] }, { form: "minmax-distance" })).toEqual([1, 0]);
  });
  it("rates every root on its own and hands on what it was made from", () => {
    const tree = treeOf({ grow: { g: ["a"] }, share: { s: ["b"] } });
    const result = topsis(panelOf({ a: [1, 2], b: [5, 3] }), manualWeights(tree).value, tree);
    expect(result.value.variables.map((one) => [one.id, one.derivedFrom])).toEqual([
      ["grow", ["a"]],
      ["share", ["b"]],
    ]);
    expect(columnOf(result, "ratings", "share_rank")).toEqual([1, 2]);
  });
});

describe("TOPSIS: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    ratings(input.columns as unknown as Columns, input.options, input.around as unknown as Around).forEach((one, i) => {
      expect(Math.abs(one - expected[i])).toBeLessThanOrEqual(tolerance);
    });
  });
  interface Case {
    readonly id: string;
    readonly inputs: { readonly X: number[][]; readonly w: number[]; readonly dirs: (-1 | 1)[] };
    readonly value: Readonly<Record<string, number[]>>;
  }
  const published = (id: string) => {
    const { cases } = referenceJson("coinr/mcdm/cases.json") as { cases: Case[] };
    const { inputs, value: expected } = cases.find((one) => one.id === id) as Case;
    const names = inputs.w.map((_, j) => `x${j}`);
    const by = <T>(list: readonly T[]) => Object.fromEntries(names.map((name, j) => [name, list[j]]));
    return {
      columns: by(names.map((_, j) => inputs.X.map((row) => row[j]))),
      around: { weights: by(inputs.w), direction: by(inputs.dirs) },
      expected,
    };
  };
  it.runIf(hasReference("coinr", "a published TOPSIS"))("Tzeng and Huang (2011): distances and closeness", () => {
    const { columns, around, expected } = published("topsis_tzeng_huang2011");
    const result = made(columns, {}, around);
    expected.closeness.forEach((one, i) => {
      expect(cellsOf(result.value, "index")[i]).toBeCloseTo(one, 12);
      expect(columnOf(result, "ratings", "index_d_plus")?.[i]).toBeCloseTo(expected.d_plus[i], 12);
      expect(columnOf(result, "ratings", "index_d_minus")?.[i]).toBeCloseTo(expected.d_minus[i], 12);
    });
  });
});
