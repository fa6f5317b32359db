import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemIndex } from "../../../../../proof/asem.js";
import { hasReference, numberOf, referenceRows } from "../../../../../proof/reference-files.js";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { arithmeticMean } from "../../aggregate/arithmetic-mean/arithmetic-mean.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { cronbachAlpha } from "./cronbach-alpha.js";
import reference from "./cronbach-alpha.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
const alphas = (columns: Columns, options = {}, periods?: number[]) => {
  const tree = treeOf({ index: { group: Object.keys(columns) } });
  const index = arithmeticMean(panelOf(columns, { periods }), manualWeights(tree).value, tree, { changingComposition: "allow" }).value;
  return cronbachAlpha(index, options);
};
const column = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 }).filter((x) => new Set(x).size > 1);

describe("Cronbach's alpha: laws", () => {
  it("is 1 when all members are the same, whatever their number", () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 2, max: 6 }), (x, k) => {
        const same = Object.fromEntries(Array.from({ length: k }, (_, j) => [`c${j}`, x]));
        expect(alphas(same).value[0].alpha).toBeCloseTo(1, 12);
      }),
    );
  });
  it("does not exceed 1, nor depend on the common scale or the order of members and units", () => {
    fc.assert(
      fc.property(column, column, column, fc.integer({ min: 1, max: 9 }), (a, b, c, scale) => {
        const [plain] = alphas({ a, b, c }).value;
        if (plain.alpha === null) return;
        expect(plain.alpha).toBeLessThanOrEqual(1 + 1e-12);
        const moved = (x: number[]) => x.map((one) => 3 + scale * one).reverse();
        const [other] = alphas({ c: moved(c), a: moved(a), b: moved(b) }).value;
        const closely = Math.abs((other.alpha as number) - plain.alpha) / Math.max(1, Math.abs(plain.alpha));
        expect(closely).toBeLessThan(1e-8);
      }),
    );
  });
  it("without a member is that of the others alone", () => {
    fc.assert(
      fc.property(column, column, column, (a, b, c) => {
        const [{ without }] = alphas({ a, b, c }).value;
        expect(without.c).toEqual(alphas({ a, b }).value[0].alpha);
      }),
    );
  });
});

describe("Cronbach's alpha: edges", () => {
  it("shows a negative value, with a warning", () => {
    const made = alphas({ a: [1, 2, 3, 5], b: [5, 4, 3, 2] });
    expect(made.value[0].alpha).toBeLessThan(0);
    expect(made.warnings.map((one) => one.code)).toEqual(["negative-alpha"]);
  });
  it("has none for a single member, no common rows, or a sum that does not vary", () => {
    const without: Columns[] = [{ a: [1, 2, 3] }, { a: [1, 2, null, null], b: [null, null, 3, 4] }, { a: [1, 2, 3], b: [3, 2, 1] }];
    for (const columns of without) {
      const made = alphas(columns);
      expect(made.value[0].alpha).toBeNull();
      expect(made.warnings.map((one) => one.code)).toEqual(["no-alpha"]);
    }
  });
  it("takes every covariance over the rows both have", () => {
    const made = alphas({ a: [0, 2, 4, null], b: [0, 1, 2, null], c: [null, 1, 2, 5] }).value[0];
    expect(made.without.c).toBeCloseTo(8 / 9, 14);
  });
  it("goes period by period when asked", () => {
    const made = alphas({ a: [0, 2, 4, 1, 2, 3], b: [0, 1, 2, 1, 2, 3] }, { scope: "per-period" }, [2020, 2021]).value;
    expect(made.map(({ period, alpha }) => [period, (alpha as number).toFixed(4)])).toEqual([
      [2020, "0.8889"],
      [2021, "1.0000"],
    ]);
  });
  it("faults on an unknown level and on one that is not above", () => {
    expect(() => alphas({ a: [1, 2], b: [2, 1] }, { within: "wheels" })).toThrow(expect.objectContaining({ code: "unknown-level" }));
    expect(() => alphas({ a: [1, 2], b: [2, 1] }, { level: "wheel", within: "mechanism" })).toThrow(
      expect.objectContaining({ code: "level-order" }),
    );
  });
});

describe("Cronbach's alpha: agreement", () => {
  it.each(reference)("$from", ({ input, expected, without, tolerance }) => {
    const [made] = alphas(input.columns as unknown as Columns).value;
    expect(Math.abs((made.alpha as number) - expected)).toBeLessThanOrEqual(tolerance);
    for (const [id, wanted] of Object.entries(without)) {
      if (wanted === null) expect(made.without[id]).toBeNull();
      else expect(Math.abs((made.without[id] as number) - wanted)).toBeLessThanOrEqual(tolerance);
    }
  });
  it.runIf(hasReference("coinr", "alphas of ASEM"))("COINr, ASEM: every pillar, the negative one included", () => {
    const made = new Map(cronbachAlpha(asemIndex()).value.map((one) => [one.group, one.alpha]));
    const theirs = referenceRows("coinr/corr/cronbach.csv");
    expect(made.size).toBe(theirs.length);
    for (const row of theirs) expect(made.get(row.group)).toBeCloseTo(numberOf(row.alpha), 12);
    expect(made.get("SusEcFin")).toBeLessThan(-0.37);
  });
});
