import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf } from "../../../../proof/small-tables.js";
import { cellGrid, doubtful, meanAt, order, panelGrid, ranks, spearman, tableGrid } from "./grid.js";

const data = panelOf({ a: [1, 2, null, 4, 5, 6] }, { periods: [2020, 2021], flags: { a: [1, 1, 0, 0, 0, 4] } });
const table = {
  id: "t",
  names: { en: "t", zh: "表" },
  columns: [
    { id: "unit", names: { en: "", zh: "" }, values: ["u3", "u1", "u9"] },
    { id: "period", names: { en: "", zh: "" }, values: [2021, 2020, 2020] },
    { id: "d", names: { en: "", zh: "" }, values: [0.4, "?", 0.9] },
  ],
};

describe("a grid", () => {
  it("reads a panel by period and unit, a missing cell as null", () => {
    expect(panelGrid(data, "a").values).toEqual([
      [1, 2, null],
      [4, 5, 6],
    ]);
  });

  it("reads a table by its keys; strangers and words are no numbers", () => {
    expect(tableGrid(table, "d", data)?.values).toEqual([
      [null, null, null],
      [null, null, 0.4],
    ]);
    expect(cellGrid(table, "d", data)?.[0]).toEqual(["?", null, null]);
    expect(tableGrid(table, "c", data)).toBeUndefined();
  });

  it("averages what is there and calls a period doubtful when half of it is imputed", () => {
    const grid = panelGrid(data, "a");
    expect([meanAt(grid, 0), meanAt(grid, 1), meanAt(grid, 9)]).toEqual([1.5, 5, null]);
    expect(doubtful(grid)).toEqual([true, false]);
  });
});

describe("ranks", () => {
  it("give equal values the smaller rank and leave gaps out", () => {
    expect(ranks([3, 1, null, 3, 2])).toEqual([1, 4, null, 1, 3]);
    expect(order([3, 1, null, 3, 2])).toEqual([0, 3, 4, 1]);
  });

  it("treat values equal to twelve digits as ties", () => {
    expect(ranks([0.3, 0.1 + 0.2])).toEqual([1, 1]);
  });

  it("do not depend on a rising transformation", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
        expect(ranks(values.map((x) => 3 * x + 7))).toEqual(ranks(values));
      }),
    );
  });
});

describe("rank correlation", () => {
  it("is 1 with itself and −1 reversed, and is not defined without spread", () => {
    expect([spearman([1, 2, 5], [2, 4, 9]), spearman([1, 2, 5], [9, 4, 2]), spearman([1, 1], [1, 2])]).toEqual([1, -1, null]);
  });

  it("uses mean ranks for ties", () => {
    expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(0.948683, 6);
  });
});
