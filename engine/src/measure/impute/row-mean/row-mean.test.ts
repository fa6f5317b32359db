import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, asemTree, largestGap } from "../../../../../proof/asem.js";
import { describeWith } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { rowMean } from "./row-mean.js";
import reference from "./row-mean.reference.json";

const tree = treeOf({ w: { m: ["a", "b", "c"], n: ["d"] } });
const cell = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null, freq: 3 });
const table = fc
  .integer({ min: 2, max: 8 })
  .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 3, maxLength: 3 }))
  .map(([a, b, c]) => ({ a, b, c }));

describe("row-mean: laws", () => {
  it("stays between the extremes of the indicator, leaves observed cells alone and flags what it filled", () => {
    fc.assert(
      fc.property(table, (columns) => {
        const { value } = rowMean(panelOf(columns), tree);
        for (const id of ["a", "b", "c"] as const) {
          const there = columns[id].filter((one) => one !== null);
          const made = cellsOf(value, id);
          columns[id].forEach((one, i) => {
            if (one !== null) expect(made[i]).toBe(one);
            else if (made[i] !== null) {
              expect(made[i]).toBeGreaterThanOrEqual(Math.min(...there) - 1e-9);
              expect(made[i]).toBeLessThanOrEqual(Math.max(...there) + 1e-9);
            }
          });
          expect([...flagsOf(value, id)]).toEqual(made.map((one, i) => (one !== columns[id][i] ? Flag.imputed : 0)));
        }
      }),
    );
  });
  it("does not care about the units of measure, and turns with the direction of the indicator it fills", () => {
    fc.assert(
      fc.property(table, (columns) => {
        const plain = cellsOf(rowMean(panelOf(columns), tree).value, "c");
        const [scaled, turned] = [1000, -1].map((factor) =>
          cellsOf(
            rowMean(
              panelOf(
                { ...columns, c: columns.c.map((one) => (one === null ? null : factor * one)) },
                { direction: { c: factor < 0 ? -1 : 1 } },
              ),
              tree,
            ).value,
            "c",
          ),
        );
        plain.forEach((one, i) => {
          if (one === null) expect([scaled[i], turned[i]]).toEqual([null, null]);
          else {
            expect(scaled[i]).toBeCloseTo(1000 * one, 6);
            expect(turned[i]).toBeCloseTo(-one, 9);
          }
        });
      }),
    );
  });
});

describe("row-mean: edges", () => {
  it("takes siblings only: a lone indicator, a row without values and a constant one stay missing, with a warning", () => {
    const made = rowMean(panelOf({ a: [1, 2, null], b: [3, 3, null], c: [1, null, null], d: [1, 2, null] }), tree);
    expect(["a", "b", "c", "d"].map((id) => cellsOf(made.value, id)[2])).toEqual([null, null, null, null]);
    expect(cellsOf(made.value, "c")[1]).toBeNull();
    expect(made.warnings.map((one) => one.code)).toEqual(["still-missing", "still-missing", "still-missing", "still-missing"]);
  });
  it("places each sibling between its extremes of all periods", () => {
    const made = rowMean(panelOf({ a: [0, 4, 8, 2], c: [0, 10, 20, null] }, { periods: [2020, 2021] }), tree);
    expect(cellsOf(made.value, "c")).toEqual([0, 10, 20, 5]);
  });
  it("takes the median when asked, and passes on the doubt of a sibling", () => {
    const wide = treeOf({ w: { m: ["a", "b", "c", "e"] } });
    const columns = { a: [0, 1, 0.1], b: [0, 1, 0.2], e: [0, 1, 0.9], c: [0, 10, null] };
    const made = rowMean(panelOf(columns, { flags: { a: [0, 0, Flag.suspect] } }), wide, { centre: "median" });
    expect(cellsOf(made.value, "c")[2]).toBeCloseTo(2, 12);
    expect(flagsOf(made.value, "c")[2]).toBe(Flag.imputed | Flag.suspect);
    expect(made.tables[0].columns.find((one) => one.id === "from")?.values).toEqual(["a b e"]);
  });
  it("never touches a protected indicator and faults on an unknown one", () => {
    const data = panelOf({ a: [0, 1, 1], b: [0, 1, 1], c: [0, 1, null] });
    expect(cellsOf(rowMean(data, tree, { never: ["c"] }).value, "c")[2]).toBeNull();
    expect(() => rowMean(data, tree, { never: ["z"] })).toThrow(Fault);
  });
});

describe("row-mean: agreement", () => {
  it.each(reference)("$from", ({ input: { negative, ...columns }, expected }) => {
    const direction = Object.fromEntries(negative.map((id) => [id, -1 as const]));
    expect(cellsOf(rowMean(panelOf(columns, { direction }), tree).value, "c")).toEqual(expected);
  });
  describeWith("coinr", "COINr's imputed tables")("COINr", () => {
    it("fills the ASEM indicators from the others of their pillar", () => {
      const made = rowMean(asemPanel("default/Denominated.csv"), asemTree());
      expect(largestGap(made.value, asemPanel("impute/rowmean_in_pillar_normfirst.csv"))).toBeLessThan(1e-12);
      expect(made.warnings).toEqual([]);
    });
  });
});
