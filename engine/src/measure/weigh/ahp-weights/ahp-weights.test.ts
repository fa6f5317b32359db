import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { treeOf } from "../../../../../proof/small-tables.js";
import { ahpWeights } from "./ahp-weights.js";
import reference from "./ahp-weights.reference.json";

type Matrix = (number | string)[][];
const ids = ["a", "b", "c", "d", "e", "f"];
const flat = (n: number) => treeOf({ index: { group: ids.slice(0, n) } });
const made = (matrix: Matrix | Matrix[], n: number, options = {}) => ahpWeights(flat(n), { judgements: { group: matrix }, ...options });
const sharesOf = (result: ReturnType<typeof made>, n: number): number[] => ids.slice(0, n).map((id) => result.value.share[id]);
const consistency = (result: ReturnType<typeof made>, column: string) =>
  result.tables.find((one) => one.id === "consistency")?.columns.find((one) => one.id === column)?.values;

const generator = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
const consistent = (w: readonly number[]): Matrix => w.map((one) => w.map((other) => one / other));
const scale = fc.constantFrom("1/9", "1/7", "1/5", "1/3", 1, 3, 5, 7, 9, 2, "1/2");
const back = (one: number | string): number | string => (typeof one === "string" ? Number(one.slice(2)) : one === 1 ? 1 : `1/${one}`);
const reciprocal = fc.tuple(scale, scale, scale).map(
  ([x, y, z]): Matrix => [
    [1, x, y],
    [back(x), 1, z],
    [back(y), back(z), 1],
  ],
);

describe("analytic hierarchy process: laws", () => {
  it("returns the generator of a consistent matrix, with a consistency ratio of 0, however it is solved", () => {
    fc.assert(
      fc.property(generator, fc.constantFrom("eigenvector", "geometric-row", "column-mean"), (w, solve) => {
        const result = made(consistent(w), w.length, { solve });
        const total = w.reduce((sum, one) => sum + one, 0);
        sharesOf(result, w.length).forEach((one, k) => {
          expect(one).toBeCloseTo(w[k] / total, 12);
        });
        expect(consistency(result, "cr")?.[0]).toBeCloseTo(0, 12);
        expect(result.warnings).toEqual([]);
      }),
    );
  });
  it("follows the items when these change places, and turns round when every judgement does", () => {
    fc.assert(
      fc.property(reciprocal, (m) => {
        const [a, b, c] = sharesOf(made(m, 3), 3);
        const order = [2, 0, 1];
        const moved = sharesOf(
          made(
            order.map((i) => order.map((j) => m[i][j])),
            3,
          ),
          3,
        );
        expect(moved[0]).toBeCloseTo(c, 12);
        expect(a + b + c).toBeCloseTo(1, 13);
        const rows = sharesOf(made(m, 3, { solve: "geometric-row" }), 3);
        const turned = sharesOf(
          made(
            m.map((row, i) => row.map((_, j) => m[j][i])),
            3,
            { solve: "geometric-row" },
          ),
          3,
        );
        expect(rows[0] * turned[0]).toBeCloseTo(rows[1] * turned[1], 9);
      }),
    );
  });
  it("is not moved by an expert who repeats another, nor by one without weight", () => {
    fc.assert(
      fc.property(reciprocal, reciprocal, (one, other) => {
        const alone = sharesOf(made(one, 3), 3)[0];
        expect(sharesOf(made([one, one], 3), 3)[0]).toBeCloseTo(alone, 12);
        expect(sharesOf(made([one, other], 3, { experts: [2, 0] }), 3)[0]).toBeCloseTo(alone, 12);
        expect(sharesOf(made([one, other], 3), 3)[0]).toBeCloseTo(sharesOf(made([other, one], 3), 3)[0], 12);
      }),
    );
  });
});

describe("analytic hierarchy process: edges", () => {
  const torn: Matrix = [
    [1, 3, "1/5"],
    ["1/3", 1, 3],
    [5, "1/3", 1],
  ];

  it("explains an inconsistent matrix: the three judgements, the one to reconsider, the value the others imply", () => {
    const result = made(
      [
        [1, 2, 4, 8],
        ["1/2", 1, 2, "1/4"],
        ["1/4", "1/2", 1, 2],
        ["1/8", 4, "1/2", 1],
      ],
      4,
    );
    const [{ advice }] = result.trace.judged as { advice: { triple: string[]; judgement: string[]; consistent: number } }[];
    expect(advice).toMatchObject({ judgement: ["b", "d"], consistent: expect.closeTo(4, 12) });
    expect(advice.triple).toEqual(expect.arrayContaining(["b", "d"]));
    expect(result.warnings.map((one) => one.code)).toEqual(["inconsistent"]);
    expect(result.warnings[0].text.en).toContain("reconsider b / d: 0.25 is written, the other judgements imply 4");
    expect(result.warnings[0].text.zh).toContain("由其余判断推出应为 4");
  });
  it("gives every expert a ratio of their own, and one for all together", () => {
    const result = made([torn, consistent([3, 2, 1])], 3);
    expect(consistency(result, "expert")).toEqual(["1", "2", "all"]);
    const [first, second, all] = consistency(result, "cr") as number[];
    expect(first).toBeGreaterThan(0.1);
    expect(second).toBeCloseTo(0, 12);
    expect(all).toBeLessThan(first);
    expect(result.warnings.some((one) => one.text.en.startsWith("group, expert 1"))).toBe(true);
  });
  it("needs no consistency for two items, and has no random index beyond fifteen", () => {
    expect(
      consistency(
        made(
          [
            [1, 3],
            ["1/3", 1],
          ],
          2,
        ),
        "cr",
      ),
    ).toEqual([0]);
    const many = Array.from({ length: 16 }, (_, k) => `i${k}`);
    const result = ahpWeights(treeOf({ index: { group: many } }), { judgements: { group: many.map(() => many.map(() => 1)) } });
    expect(result.warnings.map((one) => one.code)).toEqual(["no-random-index"]);
    expect(result.value.share.i3).toBeCloseTo(1 / 16, 14);
  });
  it("has two tables of random indices", () => {
    const [saaty, other] = ["saaty", "alonso-lamata"].map(
      (randomIndex) => consistency(made(torn, 3, { randomIndex }), "cr")?.[0] as number,
    );
    expect(saaty / other).toBeCloseTo(0.5245 / 0.58, 12);
  });
  it("weighs nodes as well as indicators; the others keep their own weights; what has weight 0 is not compared", () => {
    const tree = treeOf({ wheel: { g: ["a", "b"], h: ["c", "d", "z"] } }, { weight: { c: 3, z: 0 } });
    const { value, trace } = ahpWeights(tree, {
      judgements: {
        wheel: [
          [1, 4],
          ["1/4", 1],
        ],
      },
    });
    expect(value.share).toMatchObject({ g: 0.8, h: expect.closeTo(0.2, 15), a: 0.5, c: 0.75, d: 0.25, z: 0 });
    expect(trace.keptOwn).toEqual(["g", "h"]);
    expect(
      ahpWeights(tree, {
        judgements: {
          h: [
            [1, 1],
            [1, 1],
          ],
        },
      }).value.share,
    ).toMatchObject({ c: 0.5, d: 0.5, z: 0 });
  });
  it("keeps indicators inside bounds", () => {
    const result = made(consistent([8, 1, 1]), 3, { bounds: [0, 0.6] });
    expect(result.value.share).toMatchObject({ a: 0.6, b: expect.closeTo(0.2, 14) });
  });
  it.each([
    [
      "another size",
      {
        group: [
          [1, 2],
          ["1/2", 1],
        ],
      },
      {},
      "judgements-size",
    ],
    [
      "a rounded reciprocal",
      {
        group: [
          [1, 3, 1],
          [0.33, 1, 1],
          [1, 1, 1],
        ],
      },
      {},
      "judgements-not-reciprocal",
    ],
    [
      "a diagonal that is not 1",
      {
        group: [
          [2, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ],
      },
      {},
      "judgements-not-reciprocal",
    ],
    ["a node that does not exist", { grou: [[1]] }, {}, "unknown-node"],
    ["an indicator, which has no children", { a: [[1]] }, {}, "unknown-node"],
    [
      "another number of experts",
      {
        group: [
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ],
      },
      { experts: [1, 1] },
      "experts",
    ],
    [
      "a word for a number",
      {
        group: [
          [1, "three", 1],
          [1, 1, 1],
          [1, 1, 1],
        ],
      },
      {},
      "invalid-value",
    ],
    [
      "a division by zero",
      {
        group: [
          [1, "1/0", 1],
          [1, 1, 1],
          [1, 1, 1],
        ],
      },
      {},
      "judgements-not-reciprocal",
    ],
  ])("faults on %s", (_, judgements, options, code) => {
    expect(() => ahpWeights(flat(3), { judgements: judgements as unknown as Record<string, Matrix>, ...options })).toThrow(
      expect.objectContaining({ code }),
    );
  });
  it("reads a rounded reciprocal inside the tolerance as what it stands for", () => {
    const typed = [
      [1, 3],
      [0.33, 1],
    ];
    expect(made(typed, 2, { tolerance: 0.02 }).value.share.a).toBeCloseTo(0.75, 14);
  });
});

describe("analytic hierarchy process: agreement", () => {
  it.each(reference)("$from", ({ input, options, expected, lambda, cr, tolerance }) => {
    const result = made(input as Matrix, input.length, options);
    sharesOf(result, input.length).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
    expect(Math.abs((consistency(result, "lambda")?.[0] as number) - lambda)).toBeLessThanOrEqual(Math.max(tolerance * 10, 1e-12));
    expect(Math.abs((consistency(result, "cr")?.[0] as number) - cr)).toBeLessThanOrEqual(Math.max(tolerance, 1e-12));
  });
});
