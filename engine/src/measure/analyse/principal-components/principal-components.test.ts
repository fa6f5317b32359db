import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemIndex } from "../../../../../proof/asem.js";
import { describeWith, numberOf, referenceRows } from "../../../../../proof/reference-files.js";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { arithmeticMean } from "../../aggregate/arithmetic-mean/arithmetic-mean.js";
import { manualWeights } from "../../weigh/manual-weights/manual-weights.js";
import { principalComponents } from "./principal-components.js";
import reference from "./principal-components.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
const analysed = (columns: Columns, options = {}, { tree = treeOf({ index: { group: Object.keys(columns) } }), periods = [2020] } = {}) =>
  principalComponents(
    arithmeticMean(panelOf(columns, { periods }), manualWeights(tree).value, tree, { changingComposition: "allow" }).value,
    options,
  );
const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
const column = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 7, maxLength: 7 }).filter((x) => new Set(x).size > 2);
const three = fc.record({ a: column, b: column, c: column });

describe("principal components: laws", () => {
  it("share out the whole variance: eigenvalues sum to the columns, squared loadings of each to 1", () => {
    fc.assert(
      fc.property(three, (columns) => {
        const [{ eigenvalues, shares, loadings }] = analysed(columns).value;
        expect(sum(eigenvalues)).toBeCloseTo(3, 12);
        expect(sum(shares)).toBeCloseTo(1, 12);
        for (const j of [0, 1, 2]) expect(sum(loadings.map((one) => one[j] * one[j]))).toBeCloseTo(1, 11);
        expect([...eigenvalues].sort((x, y) => y - x)).toEqual(eigenvalues);
      }),
    );
  });
  it("have vectors of length 1 at right angles, their sums not negative", () => {
    fc.assert(
      fc.property(three, (columns) => {
        const [{ vectors }] = analysed(columns).value;
        vectors.forEach((u, k) => {
          expect(sum(u)).toBeGreaterThan(-1e-9);
          vectors.forEach((v, l) => {
            expect(sum(u.map((one, j) => one * v[j]))).toBeCloseTo(k === l ? 1 : 0, 11);
          });
        });
      }),
    );
  });
  it("do not depend on units of measure nor on the order of units", () => {
    fc.assert(
      fc.property(three, fc.integer({ min: 1, max: 50 }), ({ a, b, c }, scale) => {
        const plain = analysed({ a, b, c }).value[0].eigenvalues;
        const moved = analysed({ a: a.map((x) => 4 + scale * x).reverse(), b: [...b].reverse(), c: [...c].reverse() }).value[0].eigenvalues;
        plain.forEach((one, k) => {
          expect(moved[k]).toBeCloseTo(one, 10);
        });
      }),
    );
  });
});

describe("principal components: edges", () => {
  const columns = { a: [1, 2, 4, 3, 6], b: [2, 1, 3, 4, 5], c: [4, 3, 1, 2, 2], d: [1, 3, 2, 2, 5] };
  const grouped = treeOf({ index: { g: ["a", "b"], h: ["c", "d"] } });
  const groups = (options = {}) => analysed(columns, options, { tree: grouped }).value.map(({ group, ids }) => [group, ids.join("")]);

  it("go group by group, all in one, or over the scores of nodes", () => {
    expect(groups()).toEqual([
      ["g", "ab"],
      ["h", "cd"],
    ]);
    expect(groups({ within: "wheel" })).toEqual([["index", "abcd"]]);
    expect(groups({ within: "all" })).toEqual([["all", "abcd"]]);
    expect(groups({ level: "mechanism" })).toEqual([["index", "gh"]]);
  });
  it("leave out constant columns and groups with fewer than two that vary, and fault when none is left", () => {
    const made = analysed({ ...columns, a: [3, 3, 3, 3, 3] }, {}, { tree: grouped });
    expect(made.value.map((one) => one.group)).toEqual(["h"]);
    expect(made.warnings.map((one) => one.code)).toEqual(["constant", "single-column"]);
    expect(() => analysed({ a: [1, 1, 1], b: [1, 2, 3] })).toThrow(expect.objectContaining({ code: "nothing-varies" }));
  });
  it("take complete rows only, and fault below three", () => {
    expect(analysed({ a: [1, 2, 3, 5, null], b: [2, 1, 4, null, 3] }).value[0].rows).toBe(3);
    expect(() => analysed({ a: [1, 2, 3, null], b: [2, 1, null, 4] })).toThrow(expect.objectContaining({ code: "too-few-rows" }));
  });
  it("say when a column is a combination of others", () => {
    const made = analysed({ a: columns.a, b: columns.a.map((x) => 2 * x), c: columns.c });
    expect(made.value[0]).toMatchObject({ kmo: null, bartlett: null });
    expect(made.warnings.map((one) => one.code)).toEqual(["no-suitability"]);
  });
  it("go period by period when asked", () => {
    const x = { a: [1, 2, 3, 1, 2, 3], b: [1, 3, 2, 3, 2, 1] };
    const made = analysed(x, { scope: "per-period" }, { periods: [2020, 2021] }).value;
    expect(made.map(({ period, rows }) => [period, rows])).toEqual([
      [2020, 3],
      [2021, 3],
    ]);
    expect(made[0].eigenvalues[0]).toBeCloseTo(1.5, 13);
    expect(made[1].eigenvalues[0]).toBeCloseTo(2, 13);
  });
  it("print components, loadings and suitability", () => {
    const [components, loadings, suitability] = analysed(columns, {}, { tree: grouped }).tables;
    const of = (table: typeof components, id: string) => table.columns.find((one) => one.id === id)?.values;
    expect(of(components, "component")).toEqual([1, 2, 1, 2]);
    expect(Number(of(components, "cumulative")?.[1])).toBeCloseTo(1, 13);
    expect(of(loadings, "member")).toEqual(["a", "b", "a", "b", "c", "d", "c", "d"]);
    expect(of(suitability, "df")).toEqual([1, 1]);
  });
});

describe("principal components: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const [made] = analysed(input.columns as unknown as Columns).value;
    const near = (found: readonly number[], wanted: readonly number[]): void => {
      expect(found).toHaveLength(wanted.length);
      for (const [k, one] of wanted.entries()) expect(Math.abs(found[k] - one)).toBeLessThanOrEqual(tolerance);
    };
    near(made.eigenvalues, expected.eigenvalues);
    near(made.shares, expected.shares);
    if (expected.vectors) near(made.vectors.flat(), expected.vectors.flat());
    if (expected.loadings) near(made.loadings.flat(), expected.loadings.flat());
    if (expected.kmo === null) expect(made.kmo).toBeNull();
    else near([made.kmo as number], [expected.kmo]);
  });

  describeWith("coinr", "components of ASEM")("COINr, ASEM: variances, shares, and vectors up to sign", () => {
    const pillars = ["Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin"];
    it.each([
      ...pillars.map((group) => [`L1_${group}`, {}, group] as const),
      ["L2_Conn", { level: "pillar" }, "Conn"] as const,
      ["L2_Sust", { level: "pillar" }, "Sust"] as const,
      ["L2_All", { level: "pillar", within: "all" }, "all"] as const,
      ["L3_Index", { level: "sub-index" }, "Index"] as const,
    ])("%s", (file, options, group) => {
      const made = principalComponents(asemIndex(), options).value.find((one) => one.group === group);
      if (!made) throw new Error(`no group ${group}`);
      const rows = referenceRows(`coinr/pca/${file}_loadings.csv`);
      expect(rows).toHaveLength(made.ids.length);
      made.vectors.forEach((vector, k) => {
        const theirs = made.ids.map((id) => numberOf(rows.find((row) => row.iCode === id)?.[`PC${k + 1}`] ?? ""));
        const turn = Math.sign(sum(theirs.map((one, j) => one * vector[j])));
        theirs.forEach((one, j) => {
          expect(vector[j]).toBeCloseTo(turn * one, 11);
        });
      });
      referenceRows(`coinr/pca/${file}_sdev.csv`).forEach((row, k) => {
        expect(made.eigenvalues[k]).toBeCloseTo(numberOf(row.sdev) ** 2, 12);
        if (row.var_explained) expect(made.shares[k]).toBeCloseTo(numberOf(row.var_explained), 12);
      });
    });
  });
});
