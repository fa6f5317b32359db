import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { meanFill } from "../mean-fill/mean-fill.js";
import { knnFill } from "./knn-fill.js";
import type { KnnFillOptions } from "./knn-fill.method.js";
import reference from "./knn-fill.reference.json";

const cell = fc.option(fc.integer({ min: -50, max: 50 }), { nil: null, freq: 4 });
const table = fc
  .integer({ min: 3, max: 9 })
  .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 4, maxLength: 4 }))
  .map(([a, b, c, x]) => ({ a, b, c, x }));
const options = fc.record({ k: fc.integer({ min: 1, max: 4 }), average: fc.constantFrom("equal" as const, "inverse-distance" as const) });

describe("knn-fill: laws", () => {
  it("stays between the values it borrows, leaves observed cells alone and flags what it filled", () => {
    fc.assert(
      fc.property(table, options, (columns, chosen) => {
        const { value } = knnFill(panelOf(columns), chosen);
        const made = cellsOf(value, "x");
        const there = columns.x.filter((one) => one !== null);
        columns.x.forEach((one, i) => {
          if (one !== null) expect(made[i]).toBe(one);
          else if (made[i] !== null) {
            expect(made[i]).toBeGreaterThanOrEqual(Math.min(...there) - 1e-9);
            expect(made[i]).toBeLessThanOrEqual(Math.max(...there) + 1e-9);
          }
        });
        expect([...flagsOf(value, "x")]).toEqual(made.map((one, i) => (one !== columns.x[i] ? Flag.imputed : 0)));
      }),
    );
  });
  it("does not care about the units of measure", () => {
    fc.assert(
      fc.property(table, (columns) => {
        const scaled = {
          ...columns,
          a: columns.a.map((one) => (one === null ? null : one * 1024)),
          b: columns.b.map((one) => (one === null ? null : -one)),
        };
        expect(cellsOf(knnFill(panelOf(scaled)).value, "x")).toEqual(cellsOf(knnFill(panelOf(columns)).value, "x"));
      }),
    );
  });
  it("with all units as neighbours gives the mean of all", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), cell), { minLength: 3, maxLength: 9 }),
        (rows) => {
          fc.pre([0, 1].every((k) => new Set(rows.map((row) => row[k])).size > 1));
          const data = panelOf({ a: rows.map((row) => row[0]), b: rows.map((row) => row[1]), x: rows.map((row) => row[2]) });
          expect(cellsOf(knnFill(data, { k: 99 }).value, "x")).toEqual(cellsOf(meanFill(data).value, "x"));
        },
      ),
    );
  });
});

describe("knn-fill: edges", () => {
  const columns = { a: [0, 1, 10, 11, 0.4], b: [0, 1, 10, 11, 0.4], x: [5, 7, 100, 200, null] };
  it("names the neighbours, nearest first, and passes on their doubt", () => {
    const made = knnFill(panelOf(columns, { flags: { x: [0, Flag.suspect, 0, 0, 0] } }), { k: 2 });
    expect(made.tables[0].columns.map((one) => one.values[0])).toEqual(["u5", 2020, "x", 6, "2 nearest", 2, "u1 u2"]);
    expect(flagsOf(made.value, "x")[4]).toBe(Flag.imputed | Flag.suspect);
  });
  it("takes a twin alone when neighbours count by inverse distance", () => {
    const twin = { ...columns, a: [0, 1, 10, 11, 0], b: [0, 1, 10, 11, 0] };
    expect(cellsOf(knnFill(panelOf(twin), { k: 3, average: "inverse-distance" }).value, "x")[4]).toBe(5);
  });
  it("leaves missing, with a warning, a unit that shares too few columns", () => {
    const made = knnFill(panelOf({ ...columns, b: [0, 1, 10, 11, null] }));
    expect(cellsOf(made.value, "x")[4]).toBeNull();
    expect(made.warnings.map((one) => one.code)).toContain("still-missing");
    expect(cellsOf(knnFill(panelOf({ ...columns, b: [0, 1, 10, 11, null] }), { shared: 1, k: 1 }).value, "x")[4]).toBe(5);
  });
  it("does not count a constant column, and stays inside the period", () => {
    expect(cellsOf(knnFill(panelOf({ ...columns, flat: [1, 1, 1, 1, 1] }), { k: 1, shared: 3 }).value, "x")[4]).toBeNull();
    const data = panelOf({ a: [0, 1, 0, 1], b: [0, 1, 0, 1], x: [5, 6, null, 9] }, { periods: [2020, 2021] });
    expect(cellsOf(knnFill(data, { k: 1 }).value, "x")[2]).toBe(9);
  });
  it.each([{ k: 0 }, { shared: 0 }, { never: ["z"] }])("faults on %o", (wrong) => {
    expect(() => knnFill(panelOf(columns), wrong)).toThrow(Fault);
  });
});

describe("knn-fill: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const made = cellsOf(knnFill(panelOf(input.columns), input.options as Partial<KnnFillOptions>).value, "x")[4];
    expect(Math.abs((made as number) - expected)).toBeLessThanOrEqual(tolerance);
  });
});
