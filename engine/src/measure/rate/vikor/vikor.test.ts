import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasReference, referenceJson } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import type { Panel } from "../../../table/index.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { vikor } from "./vikor.js";
import reference from "./vikor.reference.json";

interface Around {
  readonly weights?: Readonly<Record<string, number>>;
  readonly direction?: Readonly<Record<string, -1 | 1>>;
  readonly periods?: readonly number[];
}
type Columns = Readonly<Record<string, readonly (number | null)[]>>;

function made(columns: Columns, options = {}, { weights = {}, direction = {}, periods }: Around = {}) {
  const tree = treeOf({ index: { group: Object.keys(columns) } }, { weight: weights, direction });
  const data: Panel = panelOf(columns, { direction, ...(periods ? { periods } : {}) });
  return vikor(data, manualWeights(tree).value, tree, options);
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

describe("VIKOR: laws", () => {
  it("lies in [0, 1]; a unit best in all is at 0 and wins clearly only with C1 and C2", () => {
    fc.assert(
      fc.property(table, (x) => {
        const result = made({ a: [...x.a, 60], b: [...x.b, 60], c: [...x.c, 60] });
        const q = cellsOf(result.value, "index") as number[];
        expect(q.at(-1)).toBe(0);
        expect(q.every((one) => one >= 0 && one <= 1)).toBe(true);
        expect(columnOf(result, "conditions", "c2")).toEqual(["yes"]);
        expect(columnOf(result, "conditions", "first")).toEqual([`u${q.indexOf(0) + 1}`]);
      }),
    );
  });
  it("does not change under x → 8x + 3", () => {
    fc.assert(
      fc.property(table, (x) => {
        const other = ratings({ ...x, b: x.b.map((one) => 8 * one + 3) });
        ratings(x).forEach((one, i) => {
          expect(other[i]).toBeCloseTo(one, 12);
        });
      }),
    );
  });
  it("is the total alone at v = 1 and the regret alone at v = 0", () => {
    fc.assert(
      fc.property(table, (x) => {
        for (const [v, of] of [
          [1, "index_s"],
          [0, "index_r"],
        ] as const) {
          const result = made(x, { v });
          const part = columnOf(result, "ratings", of) as number[];
          const [low, high] = [Math.min(...part), Math.max(...part)];
          (cellsOf(result.value, "index") as number[]).forEach((one, i) => {
            expect(one).toBeCloseTo(high > low ? (part[i] - low) / (high - low) : 0, 12);
          });
        }
      }),
    );
  });
});

describe("VIKOR: edges", () => {
  it("says when the first is no clear winner, and who belongs to the compromise", () => {
    const close = made({ a: [10, 9.9, 0], b: [10, 9.9, 0] });
    expect(columnOf(close, "conditions", "c1")).toEqual(["no"]);
    expect(columnOf(close, "conditions", "compromise")).toEqual(["u1 u2"]);
    const clear = made({ a: [10, 1, 0], b: [10, 1, 0] });
    expect([columnOf(clear, "conditions", "c1"), columnOf(clear, "conditions", "compromise")]).toEqual([["yes"], ["u1"]]);
    expect(clear.trace).toMatchObject({ clear: 1, periods: 1 });
  });
  it("ranks the smallest Q first", () => expect(columnOf(made({ a: [1, 2, 3] }), "ratings", "index_rank")).toEqual([3, 2, 1]));
  it("gives no rating with a missing indicator, and drops a constant one", () => {
    const result = made({ a: [1, 2, 3, null], b: [7, 7, 7, 7] });
    expect(cellsOf(result.value, "index")).toEqual([1, 0.5, 0, null]);
    expect(result.warnings.map((one) => one.code)).toEqual(["constant", "missing-score"]);
  });
  it("refuses a v outside 0 to 1", () => expect(() => made({ a: [1, 2] }, { v: 2 })).toThrow(Fault));
});

describe("VIKOR: agreement", () => {
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
  it.runIf(hasReference("coinr", "a published VIKOR"))("Opricovic and Tzeng (2004): S, R and Q", () => {
    const { columns, around, expected } = published("vikor_opricovic2004");
    const result = made(columns, {}, around);
    for (const name of ["Q", "S", "R"]) {
      const found = name === "Q" ? cellsOf(result.value, "index") : columnOf(result, "ratings", `index_${name.toLowerCase()}`);
      expected[name].forEach((one, i) => {
        expect(found?.[i]).toBeCloseTo(one, 12);
      });
    }
  });
});
