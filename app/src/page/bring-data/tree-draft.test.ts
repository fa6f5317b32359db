import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ColumnSummary } from "../../worker/calls/bring-data/types.js";
import { addGroup, draftTreeOf, emptyIndex, guessDirection, nameGroup, onColumns, put, removeGroup, takeOut, turn } from "./tree-draft.js";

const column = (id: string, unit = "%"): ColumnSummary => ({
  id,
  names: { en: id, zh: id },
  unit: { en: unit, zh: unit },
  n: 1,
  missing: 0,
  min: 1,
  median: 1,
  max: 1,
  available: new Float64Array([1]),
});
const columns = ["a", "b", "c", "登记失业率"].map((id) => column(id));
const ids = columns.map((one) => one.id);

describe("a tree being built", () => {
  it("holds every column at most once, whatever is put where", () => {
    const moves = fc.array(fc.tuple(fc.subarray(columns), fc.constantFrom("M1", "M2")), { maxLength: 8 });
    fc.assert(
      fc.property(moves, (all) => {
        const tree = all.reduce((one, [some, group]) => put(one, some, group), addGroup(emptyIndex, "index", ids));
        const there = tree.placed.map((one) => one.id);
        expect(new Set(there).size).toBe(there.length);
        for (const [some, group] of all.slice(-1))
          for (const { id } of some) expect(tree.placed.find((one) => one.id === id)?.group).toBe(group);
      }),
    );
  });
  it("keeps a direction when a column moves, and turning twice turns back", () => {
    const tree = turn(put(addGroup(emptyIndex, "index", ids), columns, "M1"), "a");
    expect(put(tree, [columns[0]], "M2").placed.find((one) => one.id === "a")?.direction).toBe(-1);
    expect(turn(turn(tree, "b"), "b")).toEqual(tree);
  });
  it("guesses the direction by what a column is called", () => {
    expect(columns.map(guessDirection)).toEqual([1, 1, 1, -1]);
    expect(guessDirection({ id: "x", names: { en: "Poverty headcount", zh: "x" } })).toBe(-1);
  });
  it("sets the columns of a mechanism that goes free, and forgets those that are gone", () => {
    const tree = put(emptyIndex, columns, "M1");
    expect(removeGroup(tree, "M1").placed).toEqual([]);
    expect(takeOut(tree, "b").placed.map((one) => one.id)).toEqual(["a", "c", "登记失业率"]);
    expect(onColumns(tree, ["a"]).placed.map((one) => one.id)).toEqual(["a"]);
  });
  it("names a new mechanism by an id that no column has", () => {
    expect(addGroup(emptyIndex, "index", ["M2"]).groups.at(-1)?.id).toBe("M3");
  });
});

describe("the tree that is drafted", () => {
  it("leaves empty groups out, and carries names, directions and units as a person set them", () => {
    const grown = addGroup(nameGroup(emptyIndex, "M1", "基础设施"), "index", ids);
    const tree = turn(put(grown, columns.slice(0, 2), "M1"), "b");
    expect(draftTreeOf(tree, columns, { a: "个/百人" }, "index")).toEqual({
      levels: [
        { id: "index", names: { en: "index", zh: "指数" } },
        { id: "mechanism", names: { en: "mechanism", zh: "机制" } },
        { id: "indicator", names: { en: "indicator", zh: "指标" } },
      ],
      roots: [
        {
          id: "index",
          names: { en: "Index", zh: "综合指数" },
          children: [
            {
              id: "M1",
              names: { en: "基础设施", zh: "基础设施" },
              children: [
                { id: "a", names: { en: "a", zh: "a" }, unit: { en: "个/百人", zh: "个/百人" }, direction: 1 },
                { id: "b", names: { en: "b", zh: "b" }, unit: { en: "%", zh: "%" }, direction: -1 },
              ],
            },
          ],
        },
      ],
    });
  });
});
