import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemIndex } from "../../../../../proof/asem.js";
import { describeWith, numberOf, type Row, referenceRows } from "../../../../../proof/reference-files.js";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import type { Index, Tree } from "../../../table/index.js";
import { arithmeticMean } from "../../aggregate/arithmetic-mean/arithmetic-mean.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { correlation } from "../correlation/correlation.js";
import { treeCorrelation } from "./tree-correlation.js";
import reference from "./tree-correlation.reference.json";

type Columns = Readonly<Record<string, readonly number[]>>;
const indexOf = (columns: Columns, tree: Tree): Index => arithmeticMean(panelOf(columns), manualWeights(tree).value, tree).value;
const grouped = treeOf({ index: { g: ["a", "b"], h: ["c", "d"] } });
const column = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 }).filter((x) => new Set(x).size > 1);
const four = fc.record({ a: column, b: column, c: column, d: column });
const names = (rows: readonly { readonly first: string; readonly second: string }[]) => rows.map((row) => `${row.first} ${row.second}`);

describe("correlation in the tree: laws", () => {
  it("of indicators is that of their columns", () => {
    fc.assert(
      fc.property(four, (columns) => {
        const inTree = treeCorrelation(indexOf(columns, grouped), { family: false }).value;
        expect(inTree).toEqual(correlation(panelOf(columns)).value);
      }),
    );
  });
  it("of the family is part of that of all", () => {
    fc.assert(
      fc.property(four, (columns) => {
        const index = indexOf(columns, grouped);
        const all = new Map(treeCorrelation(index, { with: "mechanism", family: false }).value.map((row) => [names([row])[0], row.r]));
        for (const row of treeCorrelation(index, { with: "mechanism" }).value) expect(all.get(names([row])[0])).toBe(row.r);
      }),
    );
  });
  it("of an only indicator with the node above is 1", () => {
    fc.assert(
      fc.property(column, column, (a, b) => {
        const tree = treeOf({ index: { g: ["a"], h: ["b"] } });
        const rows = treeCorrelation(indexOf({ a, b }, tree), { with: "mechanism" }).value;
        expect(names(rows)).toEqual(["a g", "b h"]);
        for (const { r } of rows) expect(r).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("correlation in the tree: edges", () => {
  const columns = { a: [1, 2, 4, 3], b: [2, 1, 3, 4], c: [4, 3, 1, 2], d: [1, 3, 2, 2] };

  it("pairs siblings by default, and says in which group", () => {
    const rows = treeCorrelation(indexOf(columns, grouped)).value;
    expect(rows.map(({ group, first, second }) => [group, first, second])).toEqual([
      ["g", "a", "b"],
      ["h", "c", "d"],
    ]);
  });
  it("pairs levels as asked: nodes with nodes, indicators with what they enter, upwards or downwards", () => {
    const index = indexOf(columns, grouped);
    const pairs = (options: object) => names(treeCorrelation(index, options).value);
    expect(pairs({ level: "mechanism" })).toEqual(["g h"]);
    expect(pairs({ with: "mechanism" })).toEqual(["a g", "b g", "c h", "d h"]);
    expect(pairs({ level: "mechanism", with: "indicator" })).toEqual(["g a", "g b", "h c", "h d"]);
    expect(pairs({ with: "mechanism", family: false })).toHaveLength(8);
    expect(pairs({ with: "wheel" })).toHaveLength(4);
    expect(pairs({ family: false })).toHaveLength(6);
  });
  it("leaves out members without weight, and faults on an unknown level", () => {
    const tree = treeOf({ index: { g: ["a", "b"], h: ["c", "d"] } }, { weight: { d: 0 } });
    expect(names(treeCorrelation(indexOf(columns, tree), { family: false }).value)).toEqual(["a b", "a c", "b c"]);
    for (const option of ["level", "with"])
      expect(() => treeCorrelation(indexOf(columns, grouped), { [option]: "mechanisms" })).toThrow(
        expect.objectContaining({ code: "unknown-level", place: { path: option } }),
      );
  });
});

describe("correlation in the tree: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const columns = input.columns as unknown as Columns;
    const made = treeCorrelation(indexOf(columns, treeOf({ index: { group: Object.keys(columns) } })), input.options as object).value;
    expect(made.map(({ first, second, mark }) => [first, second, mark])).toEqual(expected.map(([a, b, , , mark]) => [a, b, mark]));
    made.forEach(({ r, p }, k) => {
      expect(Math.abs((r as number) - Number(expected[k][2]))).toBeLessThanOrEqual(tolerance);
      expect(Math.abs((p as number) - Number(expected[k][3]))).toBeLessThanOrEqual(tolerance);
    });
  });

  describeWith("coinr", "correlations inside ASEM")("COINr, ASEM", () => {
    const byPair = (options: object) =>
      new Map(
        treeCorrelation(asemIndex(), options).value.flatMap((row) => [
          [`${row.first} ${row.second}`, row] as const,
          [`${row.second} ${row.first}`, row] as const,
        ]),
      );
    const close = (made: ReturnType<typeof byPair>, rows: readonly Row[], [a, b, r]: readonly [string, string, string]) => {
      for (const row of rows) expect(made.get(`${row[a]} ${row[b]}`)?.r).toBeCloseTo(numberOf(row[r]), 12);
    };
    const columns = ["Var1", "Var2", "Correlation"] as const;

    it.each(["pearson", "spearman", "kendall"])("%s: indicators with the index, pillars with pillars", (kind) => {
      const indicators = referenceRows(`coinr/corr/L1_L4_${kind}.csv`);
      const pillars = referenceRows(`coinr/corr/L2_L2_${kind}.csv`).filter((row) => row.Var1 !== row.Var2);
      expect([indicators.length, pillars.length]).toEqual([49, 56]);
      close(byPair({ kind, with: "index" }), indicators, columns);
      close(byPair({ kind, level: "pillar", family: false }), pillars, columns);
    });
    it("indicators with their pillar: those left empty there have p > 0.05", () => {
      const rows = referenceRows("coinr/corr/L1_parent_p05.csv");
      const made = byPair({ with: "pillar" });
      close(
        made,
        rows.filter((row) => row.Correlation !== ""),
        columns,
      );
      for (const row of rows) expect((made.get(`${row.Var1} ${row.Var2}`)?.p as number) > 0.05).toBe(row.Correlation === "");
    });
    it.each([
      ["high", "flags_high075"],
      ["low", "flags_low-03"],
    ])("marks %s inside a pillar as flagged there", (mark, file) => {
      const rows = referenceRows(`coinr/corr/${file}.csv`);
      close(byPair({}), rows, ["Ind1", "Ind2", "Corr"]);
      expect(treeCorrelation(asemIndex()).value.filter((row) => row.mark === mark)).toHaveLength(rows.length);
    });
  });
});
