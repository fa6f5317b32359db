import { describe, expect, it } from "vitest";
import { onlyRow, rowsOf } from "./rows.js";

const names = { en: "", zh: "" };

describe("rows", () => {
  it("give the words of one language under their bare name", () => {
    const table = {
      id: "t",
      names,
      columns: [
        { id: "unit", names, values: ["a", "b"] },
        { id: "said_en", names, values: ["one", null] },
        { id: "said_zh", names, values: ["一", "二"] },
      ],
    };
    expect(rowsOf(table, "zh").map(({ unit, said }) => [unit, said])).toEqual([
      ["a", "一"],
      ["b", "二"],
    ]);
    expect(rowsOf(table, "en")[1].said).toBeNull();
    const point = { id: "p", names, columns: ["point", "point_zh"].map((id) => ({ id, names, values: [id] })) };
    expect(rowsOf(point, "zh")[0].point).toBe("point");
    expect(rowsOf({ id: "t", names, columns: [] }, "en")).toEqual([]);
  });

  it("of a matrix are those of the name asked for", () => {
    const chart = { kind: "heatmap", rows: ["a", "b"], columns: ["x"], values: [[1], [2]], role: "ink", digits: 0 } as const;
    expect(onlyRow(chart, "b")).toEqual({ ...chart, rows: ["b"], values: [[2]] });
    expect(onlyRow(chart, "c")).toBeNull();
    expect(onlyRow({ kind: "bars", rows: ["a"], series: [] }, "a")).toBeNull();
  });
});
