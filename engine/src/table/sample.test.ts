import { describe, expect, it } from "vitest";
import { sample, sampleColumn } from "./sample.js";

const text = { en: "", zh: "" };
const income = {
  id: "income",
  names: { en: "income", zh: "收入" },
  unit: { en: "yuan", zh: "元" },
  values: Float64Array.of(1, Number.NaN, 3),
};
const region = { id: "region", names: text, unit: text, values: ["a", "", "b"] };

describe("a sample", () => {
  it("weighs every row 1 unless told otherwise", () => {
    const plain = sample([income, region]);
    expect([plain.rows, Array.from(plain.weights)]).toEqual([3, [1, 1, 1]]);
    expect(Array.from(sample([income], Float64Array.of(0, 2, 0.5)).weights)).toEqual([0, 2, 0.5]);
  });

  it("may be empty, or hold weights alone", () => {
    expect(sample([]).rows).toBe(0);
    expect(sample([], Float64Array.of(1, 2)).rows).toBe(2);
  });

  it("finds a column, or names the nearest", () => {
    const s = sample([income, region]);
    expect(sampleColumn(s, "region")).toBe(region);
    expect(() => sampleColumn(s, "incmoe")).toThrow(
      expect.objectContaining({ code: "unknown-column", next: expect.objectContaining({ en: 'did you mean "income"?' }) }),
    );
  });

  it("cannot be rewritten", () => {
    const columns = [income];
    const s = sample(columns);
    columns.push({ ...income, id: "other" });
    expect(s.columns).toHaveLength(1);
    expect([Object.isFrozen(s), Object.isFrozen(s.columns)]).toEqual([true, true]);
  });

  it("is refused when a column is shorter than the first", () => {
    expect(() => sample([income, { ...region, values: ["a"] }])).toThrow(
      expect.objectContaining({ code: "sample-shape", place: { path: "region" } }),
    );
  });

  it.each([
    ["negative", [1, -1, 1], "row 2"],
    ["missing", [1, 1, Number.NaN], "row 3"],
    ["infinite", [Number.POSITIVE_INFINITY, 1, 1], "row 1"],
  ])("is refused when a weight is %s", (_, weights, path) => {
    expect(() => sample([income], Float64Array.from(weights))).toThrow(expect.objectContaining({ code: "bad-weight", place: { path } }));
  });

  it("is refused when weights and rows differ in number", () => {
    expect(() => sample([income], Float64Array.of(1))).toThrow(
      expect.objectContaining({ found: expect.objectContaining({ en: expect.stringContaining("1 weights for 3 rows") }) }),
    );
  });
});
