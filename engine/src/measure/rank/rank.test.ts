import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, asemTree, largestGap } from "../../../../proof/asem.js";
import { hasReference } from "../../../../proof/reference-files.js";
import { cellsOf, panelOf, treeOf } from "../../../../proof/small-tables.js";
import { Fault } from "../../ground/fault/index.js";
import { Flag, flagsOf, type Index } from "../../table/index.js";
import { arithmeticMean } from "../aggregate/arithmetic-mean/arithmetic-mean.js";
import { geometricMean } from "../aggregate/geometric-mean/geometric-mean.js";
import { minMax } from "../normalise/min-max/min-max.js";
import { manualWeights } from "../weigh/manual-weights/manual-weights.js";
import { rank } from "./rank.js";
import reference from "./rank.reference.json";

/** An index whose scores are the column itself. */
function indexOf(x: readonly (number | null)[], periods = [2020], flags: readonly number[] = []): Index {
  const tree = treeOf({ index: { group: ["x"] } });
  const data = panelOf({ x }, { periods, flags: { x: flags } });
  return arithmeticMean(data, manualWeights(tree).value, tree, { changingComposition: "allow" }).value;
}
const ranks = (x: readonly (number | null)[], options = {}, periods?: number[]) =>
  cellsOf(rank(indexOf(x, periods), options).value, "index");
const sum = (x: readonly (number | null)[]): number => x.reduce((total: number, one) => total + (one ?? 0), 0);

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 25 });

describe("rank: laws", () => {
  it("is one more than the number of units above (ties: min)", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(ranks(x)).toEqual(x.map((one) => 1 + x.filter((other) => other > one).length));
      }),
    );
  });
  it("is one more than the number of different scores above (ties: dense)", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(ranks(x, { ties: "dense" })).toEqual(x.map((one) => 1 + new Set(x.filter((other) => other > one)).size));
      }),
    );
  });
  it("hands out n(n + 1)/2 in all, however many ties (ties: average)", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(sum(ranks(x, { ties: "average" }))).toBe((x.length * (x.length + 1)) / 2);
      }),
    );
  });
  it("does not change under a rising transform and mirrors under a falling one", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 25 }), (x) => {
        expect(ranks(x.map((one) => one ** 3 + 7))).toEqual(ranks(x));
        expect(ranks(x.map((one) => -one))).toEqual(ranks(x).map((place) => x.length + 1 - (place as number)));
      }),
    );
  });
  it("moves with the units when they are shuffled", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(ranks([...x].reverse())).toEqual([...ranks(x)].reverse());
      }),
    );
  });
});

describe("rank: edges", () => {
  it("ranks each period on its own", () => expect(ranks([1, 2, 3, 9, 8, 7], {}, [2020, 2021])).toEqual([3, 2, 1, 1, 2, 3]));
  it("gives no rank to a missing score, counts it and warns", () => {
    const made = rank(indexOf([0.5, null, 0.7, null]));
    expect(cellsOf(made.value, "index")).toEqual([2, null, 1, null]);
    expect(made.trace.missing).toBe(2);
    expect(made.warnings.map((one) => one.code)).toEqual(["missing-score"]);
    expect(ranks([null, null])).toEqual([null, null]);
  });
  it("names who is tied", () => {
    const made = rank(indexOf([3, 5, 3, 1]));
    expect(made.trace.ties).toEqual([{ period: 2020, of: "index", rank: 2, units: ["u1", "u3"] }]);
    expect(made.value.variables[0].direction).toBe(-1);
  });
  it("ties scores that differ by rounding alone, on any scale and around 0", () => {
    expect(ranks([0.1 + 0.2, 0.3, 0.2])).toEqual([1, 1, 3]);
    expect(ranks([3e-17, -5e-17, 0, 1, -1])).toEqual([2, 2, 2, 1, 5]);
    expect(ranks([1e-200 * (0.1 + 0.2), 1e-200 * 0.3, 0])).toEqual([1, 1, 3]);
    expect(ranks([1e300 * (0.1 + 0.2), 1e300 * 0.3, -1e300])).toEqual([1, 1, 3]);
    expect(ranks([0, -0, 0])).toEqual([1, 1, 1]);
  });
  it("separates scores that truly differ", () => {
    expect(ranks([1, 1 + 1e-11, 1 - 1e-11])).toEqual([2, 1, 3]);
    expect(ranks([5])).toEqual([1]);
  });
  it("keeps the flag of an imputed score", () => {
    expect([...flagsOf(rank(indexOf([1, 2], [2020], [Flag.imputed, 0])).value, "index")]).toEqual([Flag.imputed, 0]);
  });
  it("faults on an unknown way with ties", () => expect(() => ranks([1, 2], { ties: "max" })).toThrow(Fault));
});

describe("rank: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    ranks(input.values, input.options).forEach((place, i) => {
      expect(Math.abs((place as number) - expected[i])).toBeLessThanOrEqual(tolerance);
    });
  });
  it.runIf(hasReference("coinr", "COINr's ranks")).each([
    ["aggregate/amean_ranks.csv", arithmeticMean, [1, 100]],
    ["aggregate/gmean_ranks.csv", geometricMean, [1, 100]],
  ] as const)("COINr, ASEM: pillars, sub-indices and index, %s", (file, mean, range) => {
    const tree = asemTree();
    const scaled = minMax(asemPanel("default/Treated.csv"), { range: [...range] }).value;
    const index = mean(scaled, manualWeights(tree).value, tree).value;
    expect(largestGap(rank({ ...index, scores: index.nodes }).value, asemPanel(file))).toBe(0);
  });
});
