import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemTree } from "../../../../../proof/asem.js";
import { hasReference, referenceRows } from "../../../../../proof/reference-files.js";
import { treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { equalWeights } from "../equal-weights/equal-weights.js";
import { manualWeights } from "./manual-weights.js";
import reference from "./manual-weights.reference.json";

const shape = { wheel: { g: ["a", "b"], h: ["c", "d"] } };
const written = fc.record({
  a: fc.integer({ min: 1, max: 99 }),
  b: fc.integer({ min: 0, max: 99 }),
  c: fc.integer({ min: 1, max: 99 }),
  d: fc.integer({ min: 0, max: 99 }),
  g: fc.integer({ min: 1, max: 99 }),
  h: fc.integer({ min: 1, max: 99 }),
});

describe("manual weights: laws", () => {
  it("sum to 1 in every group and stand as they were written", () => {
    fc.assert(
      fc.property(written, (weight) => {
        const { share, effective } = manualWeights(treeOf(shape, { weight })).value;
        expect(share.a + share.b).toBeCloseTo(1, 14);
        expect(share.a * weight.b).toBeCloseTo(share.b * weight.a, 11);
        expect(share.g * weight.h).toBeCloseTo(share.h * weight.g, 11);
        expect(effective.a + effective.b).toBeCloseTo(share.g, 14);
        expect(effective.c).toBeCloseTo(share.h * share.c, 14);
      }),
    );
  });
  it("do not change when a group's weights are multiplied by the same number", () => {
    fc.assert(
      fc.property(written, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (weight, k) => {
        const { share } = manualWeights(treeOf(shape, { weight: { ...weight, a: weight.a * k, b: weight.b * k } })).value;
        expect(share.a).toBeCloseTo(manualWeights(treeOf(shape, { weight })).value.share.a, 14);
      }),
    );
  });
  it("are the same whether the framework or the option writes them", () => {
    fc.assert(
      fc.property(written, (weight) => {
        expect(manualWeights(treeOf(shape), { set: weight }).value).toEqual(manualWeights(treeOf(shape, { weight })).value);
      }),
    );
  });
  it("are the equal weights when all are written alike", () => {
    expect(manualWeights(treeOf(shape)).value.effective).toEqual(equalWeights(treeOf(shape)).value.effective);
  });
});

describe("manual weights: edges", () => {
  it("keeps the numbers as written in the trace and in a column", () => {
    const made = manualWeights(treeOf(shape), { set: { a: 30, b: 70 } });
    expect(made.trace.original).toEqual({ wheel: 1, g: 1, h: 1, a: 30, b: 70, c: 1, d: 1 });
    expect(made.tables[0].columns.find((one) => one.id === "original")?.values).toEqual([1, 1, 1, 30, 70, 1, 1]);
    expect(made.method.variant).toContain("2 replaced");
  });
  it("keeps an indicator between a floor and a cap inside its group, and says which holds", () => {
    const made = manualWeights(treeOf(shape), { set: { a: 19, b: 1 }, bounds: [0.2, 1] });
    expect(made.value.share).toMatchObject({ a: 0.8, b: 0.2, c: 0.5, d: 0.5 });
    expect(made.trace.activeBounds).toEqual([{ group: "g", floor: ["b"], cap: [] }]);
    expect(made.method.variant).toContain("bounds [0.2, 1]");
  });
  it("leaves out what has weight 0: an indicator, or a group with all below it", () => {
    const made = manualWeights(treeOf(shape), { set: { b: 0, h: 0 } });
    expect(made.value.effective).toEqual({ a: 1, b: 0, c: 0, d: 0 });
    expect(made.trace.leftOut).toEqual(["b", "c", "d"]);
  });
  it("gives a group without any weighted indicator no share of its own", () => {
    const { share } = manualWeights(treeOf(shape), { set: { c: 0, d: 0, h: 9 } }).value;
    expect([share.g, share.h]).toEqual([1, 0]);
  });
  it("keeps its digits for huge and tiny weights", () => {
    const { share } = manualWeights(treeOf(shape), { set: { a: 1e300, b: 3e300, c: 1e-300, d: 3e-300 } }).value;
    expect([share.a, share.b, share.c, share.d]).toEqual([0.25, 0.75, 0.25, 0.75].map((one) => expect.closeTo(one, 15)));
  });
  it.each([
    ["an unknown id", { z: 1 }],
    ["a negative weight", { a: -1 }],
    ["no weight at all", { g: 0, h: 0 }],
    ["weights that are no numbers", { a: "heavy" }],
  ])("faults on %s", (_, set) => expect(() => manualWeights(treeOf(shape), { set: set as Record<string, number> })).toThrow(Fault));
});

describe("manual weights: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const tree = treeOf(
      { root: input.groups as unknown as Record<string, string[]> },
      { weight: input.weights as unknown as Record<string, number> },
    );
    const { effective } = manualWeights(tree).value;
    for (const [id, weight] of Object.entries(expected)) expect(Math.abs(effective[id] - weight)).toBeLessThanOrEqual(tolerance);
  });
  it.runIf(hasReference("coinr", "COINr's effective weights"))("COINr, ASEM: effective weights at every level", () => {
    const rows = referenceRows("coinr/default/effective_weights.csv");
    const [table] = manualWeights(asemTree()).tables;
    const column = (id: string) => table.columns.find((one) => one.id === id)?.values ?? [];
    const effective = new Map(column("id").map((id, k) => [id, column("effective")[k] as number]));
    expect(rows).toHaveLength(60);
    for (const row of rows) expect(effective.get(row.iCode)).toBeCloseTo(Number(row.EffWeight), 14);
  });
});
