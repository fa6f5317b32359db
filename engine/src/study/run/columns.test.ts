import { describe, expect, it } from "vitest";
import { cellsOf, panelOf, treeOf } from "../../../../proof/small-tables.js";
import type { Cell, Result } from "../../method/index.js";
import { type Index, withUnits } from "../../table/index.js";
import { columnCells, columnsPanel } from "./columns.js";
import { columnsOf } from "./columns-of.js";

const data = panelOf({ a: [1, 2, 3, 4], b: [5, null, 7, 8] }, { periods: [2020, 2021], flags: { b: [0, 4, 0, 0] } });
const column = (id: string, values: readonly Cell[]) => ({ id, names: { en: id, zh: id }, values });
const resultOf = (value: unknown, tables: Result["tables"] = []): Result =>
  ({ method: { id: "m", variant: "", options: {}, citations: [] }, value, tables, trace: {}, warnings: [] }) as Result;
const table = (...columns: readonly ReturnType<typeof column>[]) => ({ id: "t", names: { en: "t", zh: "表" }, columns });
const read = (id: string, name: string, result?: Result) => columnCells({ id, column: name }, data, result, { line: 3 });
const list = (values: Float64Array): (number | null)[] => Array.from(values, (one) => (one === one ? one : null));

describe("an addressed column", () => {
  it("is a column of the data with its flags, in memory of its own", () => {
    const { values, flags, variable } = read("data", "b");
    expect([variable.id, list(values), Array.from(flags)]).toEqual(["b", [5, null, 7, 8], [0, 4, 0, 0]]);
    values[0] = 99;
    expect(cellsOf(data, "b")[0]).toBe(5);
  });

  it("is a variable of a step's panel, or any node of an index", () => {
    expect(list(read("derive", "a", resultOf(data)).values)).toEqual([1, 2, 3, 4]);
    const weights = { kind: "weights", within: "mechanism", share: {}, effective: {} } as const;
    const index: Index = {
      kind: "index",
      scores: panelOf({ E: [0, 0, 0, 0] }, { periods: [2020, 2021] }),
      nodes: panelOf({ E: [0, 0, 0, 0], E1: [1, 0, 1, 0] }, { periods: [2020, 2021] }),
      normalised: data,
      weights,
      tree: treeOf({ E: { E1: ["a"] } }),
    };
    expect(list(read("index", "E1", resultOf(index)).values)).toEqual([1, 0, 1, 0]);
  });

  it("is a column of a region-year table, wherever its rows stand; the other cells are missing", () => {
    const rows = table(
      column("unit", ["u2", "u1", "u9", "u1"]),
      column("period", [2021, 2020, 2020, 2021]),
      column("d", [0.4, 0.1, 0.9, null]),
    );
    const result = resultOf(null, [table(column("unit", []), column("d", [])), rows]);
    expect(list(read("couple", "d", result).values)).toEqual([0.1, null, null, 0.4]);
  });

  it("is one of those a result offers, and none else can be read", () => {
    const offered = (result: Result) => columnsOf(result).map((one) => one.id);
    expect(offered(resultOf(data))).toEqual(["a", "b"]);
    const rows = table(column("unit", ["u1"]), column("period", [2020]), column("d", [0.4]), column("level", ["high"]));
    expect(offered(resultOf(null, [table(column("unit", ["u1"]), column("mean", [1])), rows]))).toEqual(["d"]);
  });

  it.each([
    ["the data", undefined, "bb", "data.b"],
    [
      "a table",
      resultOf(null, [table(column("unit", []), column("period", []), column("d_wang2021", []))]),
      "d_wang201",
      "data.d_wang2021",
    ],
  ])("is refused when %s has none of the name, with the nearest", (_, result, name, near) => {
    expect(() => read("data", name, result)).toThrow(
      expect.objectContaining({
        code: "unknown-column",
        place: { line: 3 },
        next: { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` },
      }),
    );
  });
});

describe("several addressed columns", () => {
  it("are a panel of the study's units and periods", () => {
    const made = columnsPanel(
      [
        { id: "data", column: "b" },
        { id: "data", column: "a" },
      ],
      [read("data", "b"), read("data", "a")],
      data,
    );
    expect(made.variables.map((one) => one.id)).toEqual(["b", "a"]);
    expect([made.units, made.periods]).toEqual([data.units, data.periods]);
    expect([cellsOf(made, "b"), cellsOf(made, "a")]).toEqual([
      [5, null, 7, 8],
      [1, 2, 3, 4],
    ]);
    expect(Array.from(made.flags)).toEqual([0, 4, 0, 0, 0, 0, 0, 0]);
  });

  it("carry their whole address when two steps use one name", () => {
    const addresses = ["index", "entropy"].map((id) => ({ id, column: "a" }));
    const made = columnsPanel(
      addresses,
      addresses.map(() => read("data", "a")),
      data,
    );
    expect(made.variables.map((one) => one.id)).toEqual(["index.a", "entropy.a"]);
  });
});

describe("a column of a step that dropped units", () => {
  it("stands on the units of the study, missing where the step has none", () => {
    const { values, flags } = read("screen", "b", resultOf(withUnits(data, [1])));
    expect(list(values)).toEqual([null, null, null, 8]);
    expect(Array.from(flags)).toEqual([0, 4, 0, 0]);
  });
});
