import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { treeOf } from "../../../../../proof/small-tables.js";
import { delphiWeights } from "./delphi-weights.js";
import reference from "./delphi-weights.reference.json";

type Round = Record<string, number>[];
const flat = treeOf({ index: { group: ["a", "b", "c"] } });
const made = (rounds: readonly unknown[], options = {}) => delphiWeights(flat, { rounds: rounds as Round[], ...options });
interface Group {
  readonly round: number;
  readonly node: string;
  readonly items: { id: string; median: number; cv: number | null }[];
  readonly agreement: { w: number | null; chiSquared: number | null; p: number | null };
}
const groupsOf = (result: ReturnType<typeof made>): Group[] => result.trace.groups as Group[];
const score = fc.integer({ min: 1, max: 9 });
const round = fc.array(fc.record({ a: score, b: score, c: score }), { minLength: 2, maxLength: 8 });

describe("Delphi weights: laws", () => {
  it("sum to 1, do not depend on the order of the experts, and come from the last round alone", () => {
    fc.assert(
      fc.property(round, round, (one, other) => {
        const { share } = made([one]).value;
        expect(share.a + share.b + share.c).toBeCloseTo(1, 13);
        expect(made([[...one].reverse()]).value.share.a).toBeCloseTo(share.a, 13);
        expect(made([other, one]).value.share.a).toBe(share.a);
      }),
    );
  });
  it("have a W between 0 and 1, which is 1 exactly when all rank alike", () => {
    fc.assert(
      fc.property(round, (one) => {
        const { w } = groupsOf(made([one]))[0].agreement;
        if (w !== null) expect(Math.abs(w - 0.5)).toBeLessThanOrEqual(0.5 + 1e-12);
        const same = made([one.map((_, k) => ({ a: 3 + k, b: 2 + k, c: 1 + k }))]);
        expect(groupsOf(same)[0].agreement.w).toBeCloseTo(1, 13);
      }),
    );
  });
});

describe("Delphi weights: edges", () => {
  it("tell the spread of every item in every round, and warn when the last still disagrees", () => {
    const result = made([
      [
        { a: 1, b: 9, c: 9 },
        { a: 9, b: 1, c: 5 },
      ],
      [
        { a: 5, b: 4, c: 3 },
        { a: 3, b: 4, c: 5 },
      ],
    ]);
    const scores = result.tables.find((one) => one.id === "scores");
    expect(scores?.columns[0].values).toEqual([1, 1, 1, 2, 2, 2]);
    expect(groupsOf(result)[1].items[0].cv).toBeCloseTo(Math.SQRT2 / 4, 14);
    expect(groupsOf(result)[1].agreement.w).toBe(0);
    expect(result.warnings.map((one) => one.code)).toEqual(["no-agreement", "wide-scores"]);
  });
  it("take the median when asked, and keep bounds", () => {
    const rounds = [
      [
        { a: 1, b: 1, c: 1 },
        { a: 2, b: 1, c: 1 },
        { a: 9, b: 1, c: 1 },
        { a: 4, b: 1, c: 1 },
      ],
    ];
    expect(made(rounds, { average: "median" }).value.share.a).toBeCloseTo(3 / 5, 15);
    expect(made(rounds).value.share.a).toBeCloseTo(2 / 3, 15);
    expect(made(rounds, { bounds: [0, 0.5] }).value.share.a).toBe(0.5);
  });
  it("have no W when no expert tells the items apart", () => {
    const result = made([
      [
        { a: 2, b: 2, c: 2 },
        { a: 3, b: 3, c: 3 },
      ],
    ]);
    expect(groupsOf(result)[0].agreement).toEqual({ w: null, chiSquared: null, p: null });
    expect(result.value.share.a).toBeCloseTo(1 / 3, 15);
  });
  it("weigh nodes and indicators alike; what is not scored keeps its own weight; 0 leaves an item out", () => {
    const tree = treeOf({ wheel: { g: ["a", "b"], h: ["c", "d"] } }, { weight: { c: 3 } });
    const { share } = delphiWeights(tree, {
      rounds: [
        [
          { g: 4, h: 1, a: 0, b: 5 },
          { g: 4, h: 1, a: 0, b: 5 },
        ],
      ],
    }).value;
    expect(share).toMatchObject({ g: 0.8, h: expect.closeTo(0.2, 15), a: 0, b: 1, c: 0.75 });
  });
  it.each([
    [
      "an unknown item",
      [
        [
          { a: 1, b: 1, c: 1, x: 2 },
          { a: 1, b: 1, c: 1 },
        ],
      ],
      "unknown-node",
    ],
    [
      "a sibling without a score",
      [
        [
          { a: 1, b: 1 },
          { a: 1, b: 1, c: 1 },
        ],
      ],
      "no-score",
    ],
    ["a round of one expert", [[{ a: 1, b: 1, c: 1 }]], "out-of-range"],
    [
      "scores that are all 0",
      [
        [
          { a: 0, b: 0, c: 0 },
          { a: 0, b: 0, c: 0 },
        ],
      ],
      "no-weight",
    ],
  ])("fault on %s", (_, rounds, code) => expect(() => made(rounds)).toThrow(expect.objectContaining({ code })));
});

describe("Delphi weights: agreement", () => {
  it.each(reference)("$from", ({ input, expected, w, chiSquared, p, tolerance }) => {
    const result = made(input.rounds);
    expected.forEach((one, k) => {
      expect(Math.abs(result.value.share[["a", "b", "c"][k]] - one)).toBeLessThanOrEqual(tolerance);
    });
    const { agreement } = groupsOf(result)[groupsOf(result).length - 1];
    expect(agreement).toEqual({ w: expect.closeTo(w, 13), chiSquared: expect.closeTo(chiSquared, 12), p: expect.closeTo(p, 12) });
  });
});
