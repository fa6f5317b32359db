import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import type { Tree, Weights } from "../../../table/index.js";
import { entropyWeights } from "../entropy-weights/entropy-weights.js";
import { equalWeights } from "../equal-weights/equal-weights.js";
import { manualWeights } from "../manual-weights/manual-weights.js";
import { gameTheoryWeights } from "./game-theory-weights.js";
import reference from "./game-theory-weights.reference.json";

const flat = treeOf({ index: { group: ["x", "y", "z"] } });
const written = (tree: Tree, set: Record<string, number>): Weights => manualWeights(tree, { set }).value;
const vector = ([x, y, z]: readonly number[]): Weights => written(flat, { x, y, z });
const combined = (vectors: readonly (readonly number[])[], options = {}) =>
  gameTheoryWeights(Object.fromEntries(vectors.map((one, k) => [`w${k + 1}`, vector(one)])), flat, options);
interface GroupTrace {
  readonly group: string;
  readonly a: number[];
  readonly share: number[];
  readonly rank: number;
}
const groupsOf = (result: ReturnType<typeof combined>): GroupTrace[] => result.trace.groups as GroupTrace[];

const some = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }));

describe("game theory combination: laws", () => {
  it("sums to 1, lies between the smallest and the largest weight given, whatever the order of the steps", () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        const { share } = combined([one, other]).value;
        expect(share.x + share.y + share.z).toBeCloseTo(1, 13);
        const given = [vector(one).share.x, vector(other).share.x];
        expect(share.x).toBeGreaterThanOrEqual(Math.min(...given) - 1e-12);
        expect(share.x).toBeLessThanOrEqual(Math.max(...given) + 1e-12);
        expect(combined([other, one]).value.share.x).toBeCloseTo(share.x, 9);
      }),
    );
  });
  it("returns what all steps agree on, though the equations then have many solutions", () => {
    fc.assert(
      fc.property(some, (one) => {
        const result = combined([one, one, one]);
        expect(result.value.share.x).toBeCloseTo(vector(one).share.x, 12);
        expect(groupsOf(result).at(-1)).toMatchObject({ rank: 1 });
      }),
    );
  });
});

describe("game theory combination: edges", () => {
  const tree = treeOf({ wheel: { g: ["a", "b"], h: ["c", "d"], k: ["e"] } });

  it("combines the nodes above in the same way, so that a step that weighs them is heard", () => {
    const mine = written(tree, { g: 6, h: 3, k: 1 });
    const other = written(tree, { g: 2, h: 5, k: 3 });
    const { share } = gameTheoryWeights({ mine, other }, tree).value;
    const [, second] = reference;
    expect([share.g, share.h, share.k]).toEqual(second.expected.map((one) => expect.closeTo(one, 13)));
    expect([share.a, share.e]).toEqual([expect.closeTo(0.5, 13), 1]);
  });
  it("combines inside a higher level when asked", () => {
    const mine = written(tree, { g: 6, h: 3, k: 1 });
    const other = written(tree, { g: 2, h: 5, k: 3 });
    const made = gameTheoryWeights({ mine, other }, tree, { within: "wheel" });
    expect((made.trace.groups as GroupTrace[]).map((one) => one.group)).toEqual(["wheel"]);
    expect(made.value.share.g + made.value.share.h + made.value.share.k).toBeCloseTo(1, 13);
  });
  it("reports a negative coefficient and uses its size", () => {
    const result = combined([
      [34, 33, 33],
      [98, 1, 1],
    ]);
    const { a, share } = groupsOf(result).at(-1) as GroupTrace;
    expect(Math.min(...a)).toBeLessThan(0);
    expect(share.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 14);
    expect(result.warnings.map((one) => one.code)).toEqual(["negative-coefficient"]);
  });
  it("combines period by period when one of the steps weighs so, and keeps bounds", () => {
    const data = panelOf({ x: [0, 1, 0.2, 1, 0, 0.4], y: [0, 0.5, 1, 1, 0.8, 0.9], z: [1, 0, 0.1, 0, 1, 0.5] }, { periods: [2020, 2021] });
    const entropy = entropyWeights(data, flat, { scope: "per-period" }).value;
    const made = gameTheoryWeights({ entropy, equal: equalWeights(flat).value }, flat, { bounds: [0.3, 0.4] });
    expect(made.value.byPeriod?.map((one) => one.period)).toEqual([2020, 2021]);
    for (const { share } of made.value.byPeriod ?? []) expect(Math.max(share.x, share.y, share.z)).toBeLessThanOrEqual(0.4 + 1e-12);
    expect(made.warnings.map((one) => one.code)).toContain("per-period");
  });
  it("hears what a step says about nodes when another differs between periods", () => {
    const values = { a: [0, 1, 0.2, 1], b: [1, 0, 1, 0.4], c: [0, 1, 1, 0], d: [1, 0.4, 0, 1], e: [0, 1, 0, 1] };
    const yearly = entropyWeights(panelOf(values, { periods: [2020, 2021] }), tree, { scope: "per-period" }).value;
    const mine = written(tree, { g: 6, h: 3, k: 1 });
    const { share, byPeriod } = gameTheoryWeights({ mine, yearly }, tree).value;
    expect(share.g).toBeGreaterThan(0.4);
    expect(share.g).toBeCloseTo(byPeriod?.[0].share.g as number, 13);
  });
  it("faults on weights of another framework and on other periods", () => {
    expect(() => gameTheoryWeights({ a: vector([1, 1, 1]), b: equalWeights(tree).value }, flat)).toThrow(
      expect.objectContaining({ code: "other-tree" }),
    );
    const at = (periods: number[]) =>
      entropyWeights(panelOf({ x: [0, 1, 1, 0], y: [1, 0, 0.5, 1], z: [1, 0, 0.2, 1] }, { periods }), flat, { scope: "per-period" }).value;
    expect(() => gameTheoryWeights({ one: at([2020, 2021]), two: at([2021, 2022]) }, flat)).toThrow(
      expect.objectContaining({ code: "other-periods" }),
    );
  });
});

describe("game theory combination: agreement", () => {
  it.each(reference)("$from", ({ input, a, expected, tolerance }) => {
    const result = combined(input);
    const { share } = result.value;
    expected.forEach((one, k) => {
      expect(Math.abs([share.x, share.y, share.z][k] - one)).toBeLessThanOrEqual(tolerance);
    });
    a.forEach((one, k) => {
      expect(groupsOf(result)[groupsOf(result).length - 1].a[k]).toBeCloseTo(one, 12);
    });
  });
});
