import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, asemTree } from "../../../../../proof/asem.js";
import { describeWith, referenceRows } from "../../../../../proof/reference-files.js";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { minMax } from "../../normalise/min-max/min-max.js";
import { pcaWeights } from "./pca-weights.js";
import reference from "./pca-weights.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
interface GroupTrace {
  readonly group: string;
  readonly rows: number;
  readonly eigenvalues: number[];
  readonly explained: number[];
  readonly vectors: number[][];
  readonly kept: number;
  readonly kmo: number | null;
  readonly bartlett: { chiSquared: number; df: number; p: number } | null;
  readonly analysed: string[];
  readonly dropped: string[];
}
const made = (columns: Columns, options = {}, around = {}) =>
  pcaWeights(minMax(panelOf(columns, around)).value, treeOf({ index: { group: Object.keys(columns) } }), options);
const traceOf = (result: ReturnType<typeof pcaWeights>): GroupTrace[] => result.trace.groups as GroupTrace[];

/** Three columns around a common one, so that all load with one sign. */
const noise = fc.integer({ min: -20, max: 20 });
const together = fc
  .array(fc.record({ common: fc.integer({ min: 0, max: 300 }), a: noise, b: noise, c: noise }), { minLength: 6, maxLength: 15 })
  .filter((all) => new Set(all.map((row) => row.common)).size > 4 && Math.max(...all.map((row) => row.common)) > 200)
  .map((all) => ({
    a: all.map((row) => row.common + row.a),
    b: all.map((row) => 2 * row.common + row.b),
    c: all.map((row) => row.common + row.c),
  }));

describe("principal component weights: laws", () => {
  it("sum to 1, do not depend on units of measure nor on the order of columns and rows", () => {
    fc.assert(
      fc.property(together, fc.integer({ min: 1, max: 99 }), ({ a, b, c }, k) => {
        const one = made({ a, b, c }, { negativeWeight: "abs" }).value.share;
        expect(one.a + one.b + one.c).toBeCloseTo(1, 13);
        const moved = made(
          { c: [...c].reverse(), a: [...a].reverse(), b: [...b].reverse().map((x) => 7 - 0 + k * x) },
          { negativeWeight: "abs" },
        ).value.share;
        expect(moved.b).toBeCloseTo(one.b, 9);
      }),
    );
  });
  it("turn each vector so that its sum is positive: reversing every column changes nothing", () => {
    fc.assert(
      fc.property(together, ({ a, b, c }) => {
        const back = made({ a, b, c }, { negativeWeight: "abs" }, { direction: { a: -1, b: -1, c: -1 } });
        expect(back.value.share.a).toBeCloseTo(made({ a, b, c }, { negativeWeight: "abs" }).value.share.a, 9);
        for (const vector of traceOf(back)[0].vectors) expect(vector.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(-1e-9);
      }),
    );
  });
  it("have eigenvalues that sum to the number of columns", () => {
    fc.assert(
      fc.property(together, (x) => {
        const [{ eigenvalues, explained }] = traceOf(made(x, { form: "rotated" }));
        expect(eigenvalues.reduce((sum, one) => sum + one, 0)).toBeCloseTo(3, 11);
        expect(explained.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 11);
      }),
    );
  });
});

describe("principal component weights: edges", () => {
  const against = { a: [1, 2, 3, 4, 6], b: [2, 3, 3, 5, 6], c: [9, 7, 6, 3, 1], d: [1, 3, 2, 5, 5] };

  it("faults on a negative weight, and follows the policy chosen, with a warning", () => {
    expect(() => made(against)).toThrow(expect.objectContaining({ code: "negative-weight" }));
    const [abs, zero, drop] = ["abs", "zero", "drop"].map((negative) => made(against, { negativeWeight: negative }));
    for (const one of [abs, zero, drop]) expect(one.warnings.map(({ code }) => code)).toEqual(["negative-weight"]);
    expect(abs.value.share.c).toBeGreaterThan(0.2);
    expect(zero.value.share.c).toBe(0);
    expect(drop.value.share.c).toBe(0);
    const without = made({ a: against.a, b: against.b, d: against.d });
    expect(drop.value.share.a).toBeCloseTo(without.value.share.a, 14);
    expect(zero.value.share.a).not.toBeCloseTo(without.value.share.a, 4);
    expect(traceOf(drop)[0]).toMatchObject({ analysed: ["a", "b", "d"], dropped: ["c"] });
  });
  it("never has a negative weight when loadings are squared", () => {
    expect(made(against, { form: "rotated" }).value.share.c).toBeGreaterThan(0);
  });
  it("drops a constant column first, weighs an only one with 1, and two that agree alike", () => {
    const result = made({ a: against.a, b: against.b, d: [4, 4, 4, 4, 4] });
    expect(result.value.share).toMatchObject({ a: expect.closeTo(0.5, 13), b: expect.closeTo(0.5, 13), d: 0 });
    expect(made({ a: against.a, d: [4, 4, 4, 4, 4] }).value.share.a).toBe(1);
  });
  it("leaves rows with a missing cell out, and faults when fewer than three remain", () => {
    const holed = made({ a: [1, 2, null, 4, 6, 5], b: [2, 3, 1, 5, 6, null], d: [1, 3, 2, 5, 5, 9] });
    const whole = made({ a: [1, 2, 4, 6], b: [2, 3, 5, 6], d: [1, 3, 5, 5] });
    expect(traceOf(holed)[0].rows).toBe(4);
    expect(holed.value.share.a).toBeCloseTo(whole.value.share.a, 12);
    expect(() => made({ a: [1, 2, null], b: [2, null, 3] })).toThrow(expect.objectContaining({ code: "too-few-rows" }));
  });
  it("says when a column is a combination of others and no test can be made", () => {
    const result = made({ a: against.a, b: against.a.map((x) => 2 * x), d: against.d });
    expect(traceOf(result)[0]).toMatchObject({ kmo: null, bartlett: null });
    expect(result.warnings.map(({ code }) => code)).toEqual(["no-suitability"]);
  });
  it("keeps as many components as asked for, and refuses an unknown rule", () => {
    expect(traceOf(made(against, { form: "rotated", keep: 0.999 }))[0].kept).toBeGreaterThan(1);
    expect(() => made(against, { keep: "elbow" })).toThrow(Fault);
  });
  it("weighs each period on its own and inside bounds when asked", () => {
    const x = { a: [1, 2, 3, 1, 5, 6], b: [1, 2, 4, 2, 5, 6], d: [1, 3, 3, 1, 4, 6] };
    const result = made(x, { scope: "per-period", bounds: [0.3, 0.4] }, { periods: [2020, 2021] });
    expect(result.value.byPeriod).toHaveLength(2);
    for (const { share } of result.value.byPeriod ?? []) expect(Math.min(share.a, share.b, share.d)).toBeGreaterThanOrEqual(0.3 - 1e-12);
  });
});

describe("principal component weights: agreement", () => {
  it.each(reference)("$from", ({ input, expected, eigenvalues, kmo, chiSquared, p, tolerance }) => {
    const result = made(input.columns as unknown as Columns, input.options, { direction: input.direction });
    const [trace] = traceOf(result);
    Object.keys(input.columns).forEach((id, k) => {
      expect(Math.abs(result.value.share[id] - expected[k])).toBeLessThanOrEqual(tolerance);
      expect(trace.eigenvalues[k]).toBeCloseTo(eigenvalues[k], 12);
    });
    expect(trace.kmo).toBeCloseTo(kmo, 11);
    expect(trace.bartlett?.chiSquared).toBeCloseTo(chiSquared, 9);
    expect(trace.bartlett?.p).toBeCloseTo(p, 12);
  });

  describeWith("coinr", "first components of ASEM")("COINr, ASEM", () => {
    const weightOf = new Map(referenceRows("coinr/weights/PCA_level1.csv").map((row) => [row.iCode, Number(row.Weight)]));
    const pillars = [...new Set(asemTree().leaves.map((leaf) => leaf.parent))];
    it.each(pillars)("%s: first vector and eigenvalues of the indicators", (pillar) => {
      const ids = asemTree()
        .leaves.filter((leaf) => leaf.parent === pillar)
        .map((leaf) => leaf.id);
      const result = pcaWeights(asemPanel("default/Normalised.csv"), treeOf({ index: { [pillar]: ids } }), { negativeWeight: "abs" });
      const [{ vectors, eigenvalues }] = traceOf(result);
      const theirs = ids.map((id) => weightOf.get(id) as number);
      const turn = theirs.reduce((sum, one) => sum + one, 0) < 0 ? -1 : 1;
      theirs.forEach((one, k) => {
        expect(vectors[0][k]).toBeCloseTo(turn * one, 12);
      });
      referenceRows(`coinr/pca/L1_${pillar}_sdev.csv`).forEach((row, k) => {
        expect(eigenvalues[k]).toBeCloseTo(Number(row.sdev) ** 2, 12);
      });
      const negative = theirs.some((one) => one * turn < 0);
      const plain = () => pcaWeights(asemPanel("default/Normalised.csv"), treeOf({ index: { [pillar]: ids } }));
      if (negative) expect(plain).toThrow(expect.objectContaining({ code: "negative-weight" }));
      else expect(plain().value.share[ids[0]]).toBeGreaterThan(0);
    });
    it("pillars: the weight −0.744, unflagged there, is a fault here", () => {
      const tree = treeOf({ index: { Sust: ["Environ", "Social", "SusEcFin"] } });
      const scores = asemPanel("default/Aggregated.csv");
      expect(() => pcaWeights(scores, tree)).toThrow(expect.objectContaining({ code: "negative-weight" }));
      const [{ vectors }] = traceOf(pcaWeights(scores, tree, { negativeWeight: "zero" }));
      const size = (k: number) => Math.abs(vectors[0][k]);
      expect([size(0), size(1), size(2)].map((one) => one.toFixed(3))).toEqual(["0.651", "0.744", "0.147"]);
    });
  });
});
