import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { theil } from "../theil/theil.js";
import { nestedTheil } from "./nested-theil.js";
import type { NestedTheilOptions } from "./nested-theil.method.js";
import reference from "./nested-theil.reference.json";

type Options = Partial<NestedTheilOptions> & { weights?: readonly number[] };
type By = readonly (readonly string[])[];
const made = (x: readonly number[], by: By, options: Options = {}) => nestedTheil(x, by, options).value;
const table = (k: number, x: readonly number[], by: By, options: Options = {}): Record<string, unknown[]> =>
  Object.fromEntries(nestedTheil(x, by, options).tables[k].columns.map(({ id, values }) => [id, [...values]]));

const income = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const samples = fc
  .array(
    fc.tuple(
      income,
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.constantFrom("a", "b"),
      fc.constantFrom("u", "r"),
      fc.constantFrom("1", "2"),
    ),
    {
      minLength: 2,
      maxLength: 40,
    },
  )
  .map((rows) => ({
    x: rows.map(([one]) => one),
    weights: rows.map(([, w]) => w),
    by: [rows.map((row) => row[2]), rows.map((row) => row[3]), rows.map((row) => row[4])],
  }));
const total = (parts: readonly unknown[]): number => (parts as number[]).reduce((s, one) => s + one, 0);

describe.each(["T", "L"] as const)("nestedTheil %s: laws", (index) => {
  it("adds up to the whole, level by level and group by group", () => {
    fc.assert(
      fc.property(samples, ({ x, weights, by }) => {
        const found = made(x, by, { index, weights });
        expect(total(found.between) + found.within).toBeCloseTo(found.theil, 12);
        expect(found.theil).toBeCloseTo(theil(x, { index, weights }).value, 12);
        const groups = table(2, x, by, { index, weights });
        found.between.forEach((part, d) => {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(total(groups.between.filter((_, row) => groups.level[row] === d + 1))).toBeCloseTo(part, 11);
          for (const id of ["population_share", "income_share"])
            expect(total(groups[id].filter((_, row) => groups.level[row] === d + 1))).toBeCloseTo(1, 12);
        });
        expect(total(groups.within.filter((_, row) => groups.level[row] === 3))).toBeCloseTo(found.within, 12);
      }),
    );
  });
  it("on one level is the Theil index by groups, and a deeper level only splits what was within", () => {
    fc.assert(
      fc.property(samples, ({ x, weights, by }) => {
        const flat = theil(x, { index, weights, by: by[0] }).tables[0].columns;
        const [between, within] = ["between", "within"].map((id) => flat.find((one) => one.id === id)?.values[0] as number);
        const [one, two, three] = [1, 2, 3].map((depth) => made(x, by.slice(0, depth), { index, weights }));
        expect(one.between[0]).toBeCloseTo(between, 12);
        expect(one.within).toBeCloseTo(within, 12);
        expect(two.between[0]).toBe(one.between[0]);
        expect(two.between[1] + two.within).toBeCloseTo(one.within, 12);
        expect(three.between[2] + three.within).toBeCloseTo(two.within, 12);
      }),
    );
  });
  it("has nothing between the same grouping twice, and nothing within groups of one row", () => {
    fc.assert(
      fc.property(samples, ({ x, weights, by }) => {
        expect(made(x, [by[0], by[0]], { index, weights }).between[1]).toBeCloseTo(0, 14);
        expect(made(x, [by[0], x.map((_, i) => `row ${i}`)], { index, weights }).within).toBe(0);
      }),
    );
  });
  it("does not change with scale, order of rows or names, and takes replicated rows alike", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 100, noNaN: true }), ({ x, weights, by }, k) => {
        const found = made(x, by, { index, weights });
        const others = [
          made(
            x.map((one) => one * k),
            by,
            { index, weights },
          ),
          made(
            [...x].reverse(),
            by.map((keys) => [...keys].reverse()),
            { index, weights: [...weights].reverse() },
          ),
          made(
            x,
            by.map((keys) => keys.map((key) => `z${key === "a" ? "b" : key}z${key}`)),
            { index, weights },
          ),
          made(
            [...x, ...x],
            by.map((keys) => [...keys, ...keys]),
            { index, weights: [...weights, ...weights] },
          ),
        ];
        for (const other of others) {
          expect(other.within).toBeCloseTo(found.within, 10);
          for (const [d, part] of other.between.entries()) expect(part).toBeCloseTo(found.between[d], 10);
        }
      }),
    );
  });
});

describe("nestedTheil: edges", () => {
  const by = [
    ["A", "A", "B", "B"],
    ["u", "r", "u", "r"],
  ];
  it("tells a group apart by the groups it lies in", () => {
    expect(table(2, [1, 2, 3, 4], by).group).toEqual(["A", "B", "A / r", "A / u", "B / r", "B / u"]);
    const ambiguous = [
      ["a", "a / b"],
      ["b / c", "c"],
    ];
    expect(made([1, 3], ambiguous)).toMatchObject({
      between: [
        made(
          [1, 3],
          by.map((keys) => keys.slice(1, 3)),
        ).theil,
        0,
      ],
    });
  });
  it("prints a row with every part and its share, and a table of levels", () => {
    const [row, levels] = [table(0, [1, 3, 2, 2], by), table(1, [1, 3, 2, 2], by)];
    expect(Object.keys(row)).toEqual([
      "theil",
      "between_1",
      "between_2",
      "within",
      "between_1_share",
      "between_2_share",
      "within_share",
      "n",
      "mean",
    ]);
    expect([row.between_1_share, row.between_2_share, row.within_share]).toEqual([[0], [1], [0]]);
    expect(levels).toMatchObject({ level: [1, 2, 3], groups: [2, 4, null], share: [0, 1, 0] });
  });
  it("says whether rows are weighted", () => {
    expect(nestedTheil([1, 2, 3, 4], by).method.variant).toContain("unweighted");
    expect(nestedTheil([1, 2, 3, 4], by, { weights: [1, 1, 1, 2] }).method.variant).toContain("rows weighted");
  });
  it("takes zeros in T; a group that has nothing adds nothing", () => {
    const found = made([0, 0, 2, 2], by);
    expect(found.between[0]).toBeCloseTo(Math.LN2, 15);
    expect([found.between[1], found.within]).toEqual([0, 0]);
    expect(table(2, [0, 0, 2, 2], by)).toMatchObject({ theil: [null, 0, null, null, 0, 0] });
  });
  it("is exactly 0 for equal values, with no shares to speak of", () => {
    expect(made([2, 2, 2, 2], by)).toEqual({ theil: 0, between: [0, 0], within: 0 });
    expect(table(1, [2, 2, 2, 2], by).share).toEqual([null, null, null]);
  });
  it("leaves out rows without a group at any level, with a warning, and missing values", () => {
    const given = nestedTheil(
      [1, 3, 100, 2, Number.NaN],
      [
        ["A", "A", "", "B", "B"],
        ["u", "r", "u", "u", "r"],
      ],
    );
    expect(given.value).toEqual(
      made(
        [1, 3, 2],
        [
          ["A", "A", "B"],
          ["u", "r", "u"],
        ],
      ),
    );
    expect([given.warnings.length, given.trace.ungrouped, given.trace.dropped]).toEqual([1, 1, 2]);
  });
  it("keeps its digits for huge and tiny values", () => {
    const { between } = made([1, 3, 2, 2], by);
    for (const scale of [1e300, 1e-300]) expect(made([scale, 3 * scale, 2 * scale, 2 * scale], by).between[1]).toBeCloseTo(between[1], 15);
  });
  it.each([
    ["negative values", () => made([-1, 2, 3, 4], by)],
    ["a zero total", () => made([0, 0, 0, 0], by)],
    ["a zero in L", () => made([0, 1, 1, 1], by, { index: "L" })],
    ["no grouping", () => made([1, 2], [])],
    ["too few groups at a level", () => made([1, 2, 3, 4], [by[0], ["u"]])],
    [
      "every row without a group",
      () =>
        made(
          [1, 2],
          [
            ["", "a"],
            ["b", ""],
          ],
        ),
    ],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("nestedTheil: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const found = made(input.values, input.by, input.options as Options);
    expect(Math.abs(found.theil - expected.theil)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(found.within - expected.within)).toBeLessThanOrEqual(tolerance);
    for (const [d, wanted] of expected.between.entries()) expect(Math.abs(found.between[d] - wanted)).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "nested Theil of 632 households")("with other programs", () => {
    it.each([
      ["Ilocos_province_urbanity_weighted", true],
      ["Ilocos_unweighted", false],
    ])("%s", (key, weighted) => {
      const wanted = (referenceJson("inequality/ref_bruteforce.json") as Record<string, Record<string, number>>)[`theil_nested.${key}`];
      const homes = referenceRows("inequality/data/Ilocos.csv");
      const found = made(
        homes.map((row) => numberOf(row.income)),
        [homes.map((row) => row.province), homes.map((row) => row.urbanity)],
        weighted ? { weights: homes.map((row) => numberOf(row["AP.weight"])) } : {},
      );
      expect(found.theil).toBeCloseTo(wanted.total, 12);
      expect(found.between[0]).toBeCloseTo(wanted.between1, 12);
      expect(found.between[1]).toBeCloseTo(wanted.between2_within1, 12);
      expect(found.within).toBeCloseTo(wanted.within2, 12);
    });
  });
});
