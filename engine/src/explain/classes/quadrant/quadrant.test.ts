import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { quadrant } from "./quadrant.js";
import type { QuadrantOptions } from "./quadrant.method.js";
import reference from "./quadrant.reference.json";

type Row = readonly (number | null)[];
const made = (x: Row, y: Row, options: Partial<QuadrantOptions> = {}, periods = [2020]) =>
  quadrant(panelOf({ x, y }, { periods }), options);
const quadrants = (x: Row, y: Row, options: Partial<QuadrantOptions> = {}, periods?: number[]) =>
  cellsOf(made(x, y, options, periods).value, "quadrant");
const rows = fc.array(fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) }), {
  minLength: 1,
  maxLength: 25,
});

describe("quadrants: laws", () => {
  it("follow from the signs of the distances, and every unit stands in one", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("median" as const, "mean" as const), (list, threshold) => {
        const result = made(
          list.map((one) => one.x),
          list.map((one) => one.y),
          { threshold },
        );
        const [q, dx, dy] = ["quadrant", "above_x", "above_y"].map((id) => cellsOf(result.value, id) as number[]);
        q.forEach((one, i) => {
          const right = dx[i] > -5e-13;
          const up = dy[i] > -5e-13;
          expect(one).toBe(up ? (right ? 1 : 2) : right ? 4 : 3);
        });
        const counts = result.tables[2].columns.slice(1).map((one) => one.values[0] as number);
        expect(counts.reduce((total, one) => total + one, 0)).toBe(list.length);
      }),
    );
  });
  it("2 and 4 change places when the scores do", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const [x, y] = [list.map((one) => one.x), list.map((one) => one.y)];
        const mirror = [0, 1, 4, 3, 2];
        expect(quadrants(y, x)).toEqual(quadrants(x, y).map((one) => mirror[one as number]));
      }),
    );
  });
  it("say how many units the other threshold would move", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const [x, y] = [list.map((one) => one.x), list.map((one) => one.y)];
        const other = quadrants(x, y, { threshold: "mean" });
        const changed = quadrants(x, y).filter((one, i) => one !== other[i]).length;
        expect(made(x, y).trace.otherThreshold).toEqual({ threshold: "mean", changed, of: list.length });
      }),
    );
  });
});

describe("quadrants: edges", () => {
  it("counts a value on the line as high, whatever the last bit", () => {
    expect(quadrants([0.1 + 0.2, 0.3, 0.2], [1, 0, 1], { threshold: "fixed", lines: [0.3, 0.5] })).toEqual([1, 4, 2]);
    expect(quadrants([0.3, 0.2], [1, 1], { threshold: "fixed", lines: [0.1 + 0.2, 0.5] })).toEqual([1, 2]);
  });
  it("draws one pair of lines for all periods, or one for each", () => {
    expect(quadrants([1, 2, 11, 12], [1, 2, 11, 12], {}, [2020, 2021])).toEqual([3, 3, 1, 1]);
    expect(quadrants([1, 2, 11, 12], [1, 2, 11, 12], { scope: "per-period" }, [2020, 2021])).toEqual([3, 1, 3, 1]);
  });
  it("draws the lines through the unit that stands for the nation, which is not classed", () => {
    const result = made([5, 1, 9, 15, 14, 16], [5, 9, 1, 15, 16, 16], { threshold: "national", nation: "u1" }, [2020, 2021]);
    expect(cellsOf(result.value, "quadrant")).toEqual([null, 2, 4, null, 2, 1]);
    expect(result.warnings).toEqual([]);
    expect(result.tables[3].columns.map((one) => one.values)).toEqual([
      [2020, 2021],
      [5, 15],
      [5, 15],
    ]);
  });
  it("gives no quadrant where a score is missing", () => {
    const result = made([1, null, 3], [1, 2, 3]);
    expect(cellsOf(result.value, "quadrant")).toEqual([3, null, 1]);
    expect(result.warnings.map((one) => one.code)).toEqual(["missing-score"]);
  });
  it("carries the names of the quadrants", () => {
    const names = (options: Partial<QuadrantOptions>) => made([1, 2], [1, 2], options).tables[1].columns[2].values;
    expect(names({ names: "affluence-sharing" })).toEqual(["共同富裕型", "优先共享型", "相对滞后型", "率先富裕型"]);
    expect(names({ names: ["甲", "乙", "丙", { en: "d", zh: "丁" }] })).toEqual(["甲", "乙", "丙", "丁"]);
  });
  it.each([
    ["fixed without lines", { threshold: "fixed" }],
    ["lines that are not fixed", { lines: [1, 1] }],
    ["national without a unit", { threshold: "national" }],
    ["an unknown unit", { threshold: "national", nation: "u9" }],
  ] as const)("faults on %s", (_, options) => {
    expect(() => made([1, 2], [1, 2], options as unknown as Partial<QuadrantOptions>)).toThrow(Fault);
  });
  it("faults on three scores, and where no line can be drawn", () => {
    expect(() => quadrant(panelOf({ a: [1], b: [1], c: [1] }))).toThrow(expect.objectContaining({ code: "not-two-columns" }));
    expect(() => made([null, null], [1, 2])).toThrow(expect.objectContaining({ code: "bad-lines" }));
  });
});

describe("quadrants: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    expect(quadrants(input.x, input.y, input.options as unknown as Partial<QuadrantOptions>)).toEqual(expected);
  });
});
