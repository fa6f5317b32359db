import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { levelAt, levelSets } from "../../levels/index.js";
import { naturalBreaks } from "../natural-breaks.js";
import { classify } from "./classify.js";
import type { ClassifyOptions } from "./classify.method.js";
import reference from "./classify.reference.json";

const made = (x: readonly (number | null)[], options: Partial<ClassifyOptions> = {}, periods = [2020]) =>
  classify(panelOf({ x }, { periods }), options);
const classes = (x: readonly (number | null)[], options: Partial<ClassifyOptions> = {}, periods?: number[]): number[] =>
  cellsOf(made(x, options, periods).value, "x") as number[];
const values = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 12, maxLength: 40 });
const rules = fc.constantFrom("quantile", "equal", "jenks", "mean-sd") as fc.Arbitrary<"quantile" | "equal" | "jenks" | "mean-sd">;
const ends = fc.constantFrom("left-closed", "right-closed") as fc.Arbitrary<"left-closed" | "right-closed">;

/** Least sum of squares within k runs of sorted values, by trying every split. */
function bestWithin(sorted: readonly number[], k: number): number {
  if (k === 1) return spread(sorted);
  let least = Number.POSITIVE_INFINITY;
  for (let cut = k - 1; cut < sorted.length; cut++)
    least = Math.min(least, bestWithin(sorted.slice(0, cut), k - 1) + spread(sorted.slice(cut)));
  return least;
}
const spread = (x: readonly number[]): number => {
  const mean = x.reduce((total, one) => total + one, 0) / x.length;
  return x.reduce((total, one) => total + (one - mean) ** 2, 0);
};

describe("classes: laws", () => {
  it("rise with the score, and every value falls in exactly one", () => {
    fc.assert(
      fc.property(values, rules, ends, (x, by, interval) => {
        const result = made(x, { by, interval });
        const found = cellsOf(result.value, "x") as number[];
        const counts = result.tables[1].columns.find((one) => one.id === "count")?.values as number[];
        expect(counts.reduce((total, one) => total + one, 0)).toBe(x.length);
        x.forEach((one, i) => {
          x.forEach((other, k) => {
            if (one > other) expect(found[i]).toBeGreaterThanOrEqual(found[k]);
          });
        });
      }),
    );
  });
  it("move along with x → 8x + 5", () => {
    fc.assert(
      fc.property(values, rules, ends, (x, by, interval) => {
        if (by === "equal" || by === "mean-sd") return;
        expect(
          classes(
            x.map((one) => 8 * one + 5),
            { by, interval },
          ),
        ).toEqual(classes(x, { by, interval }));
      }),
    );
  });
  it("natural breaks have the least sum of squares within of all splits", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 11 }), fc.integer({ min: 2, max: 4 }), (x, k) => {
        const sorted = [...x].sort((a, b) => a - b);
        if (new Set(x).size < k) return;
        const starts = [0, ...naturalBreaks(Float64Array.from(sorted), k), sorted.length];
        const within = starts.slice(1).reduce((total, to, c) => total + spread(sorted.slice(starts[c], to)), 0);
        expect(starts.every((start, c) => c === 0 || start > starts[c - 1])).toBe(true);
        expect(within).toBeCloseTo(bestWithin(sorted, k), 6);
      }),
    );
  });
  it("with a published set they are its levels, at every border and under both conventions", () => {
    for (const { id, levels } of levelSets) {
      const x = levels.flatMap(({ from, to }) => [from, (from + to) / 2, to]);
      for (const interval of ["left-closed", "right-closed"] as const) {
        expect(classes(x, { by: id as "D10", interval })).toEqual(x.map((one) => levelAt(levels, one, interval)));
      }
    }
  });
});

describe("classes: edges", () => {
  it("takes 0.1 + 0.2 for 0.3", () => expect(classes([0.1 + 0.2, 0.3 - 2 ** -54, 0.29], { by: "D10" })).toEqual([4, 4, 3]));
  it("never parts equal values", () => {
    expect(classes([1, 1, 1, 1, 5, 9], { by: "jenks", count: 3 })).toEqual([1, 1, 1, 1, 2, 3]);
    expect(classes([1, 1, 1, 1, 5, 9], { by: "jenks", count: 3, interval: "right-closed" })).toEqual([1, 1, 1, 1, 2, 3]);
  });
  it("cuts anew in each period when asked", () => {
    expect(classes([1, 2, 11, 12], { by: "equal", count: 2 }, [2020, 2021])).toEqual([1, 1, 2, 2]);
    expect(classes([1, 2, 11, 12], { by: "equal", count: 2, scope: "per-period" }, [2020, 2021])).toEqual([1, 2, 1, 2]);
  });
  it("leaves missing scores out and prints names, cuts and counts", () => {
    const result = made([1, null, 7], { by: { cuts: [5], names: ["low", { en: "high", zh: "高" }] } });
    expect(cellsOf(result.value, "x")).toEqual([1, null, 2]);
    expect(Object.fromEntries(result.tables[1].columns.map((one) => [one.id, one.values]))).toMatchObject({
      from: [1, 5],
      to: [5, 7],
      count: [1, 1],
      name_zh: ["low", "高"],
    });
  });
  it.each([
    ["cuts that fall", [1, 2], { by: { cuts: [2, 1] } }],
    ["names that do not fit", [1, 2], { by: { cuts: [1.5], names: ["a"] } }],
    ["fewer values than classes", [1, 1, 2], { by: "jenks" }],
    ["a constant score", [1, 1], { by: "equal" }],
    ["a score beyond a published set", [0.5, 50], { by: "D10" }],
  ] as const)("faults on %s", (_, x, options) => {
    expect(() => made(x, options as unknown as Partial<ClassifyOptions>)).toThrow(Fault);
  });
  it("finds natural breaks of 30,000 values", () => {
    const x = Float64Array.from({ length: 30_000 }, (_, i) => ((i * 7919) % 30_011) / 7).sort();
    expect(naturalBreaks(x, 7)).toHaveLength(6);
  });
});

describe("classes: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    expect(classes(input.x, input.options as unknown as Partial<ClassifyOptions>)).toEqual(expected);
  });
});
