import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf, treeOf } from "../../../../proof/small-tables.js";
import type { Index } from "../../table/index.js";
import { plain, resultJson, writeJson } from "./json.js";

describe("plain values", () => {
  it("turn missing cells into null and negative zero into zero", () => {
    expect(plain(Float64Array.of(1, Number.NaN, -0))).toEqual([1, null, 0]);
    expect(plain({ a: -0, b: [Uint8Array.of(1, 2)] })).toEqual({ a: 0, b: [[1, 2]] });
    expect(Object.is(plain(-0), 0)).toBe(true);
  });

  it("leave out what is undefined or a function", () => {
    expect(plain({ a: undefined, b: () => 1, c: null, d: "x", e: false })).toEqual({ c: null, d: "x", e: false });
  });

  it.each([
    ["a number", { value: { gini: Number.NaN } }, "value.gini"],
    ["an infinite number", { tables: [{ x: Number.POSITIVE_INFINITY }] }, "tables"],
    ["an infinite cell", { cells: Float64Array.of(1, Number.NEGATIVE_INFINITY) }, "cells[1]"],
  ])("refuse %s that is not finite", (_, value, path) => {
    expect(() => plain(value)).toThrow(
      expect.objectContaining({ code: "non-finite", exit: 3, place: { path: expect.stringContaining(path) } }),
    );
  });

  it("keep the head of a panel, whose cells stand in tables", () => {
    const panel = panelOf({ a: [1, 2], b: [3, 4] }, { periods: [2020] });
    const head = { variables: ["a", "b"], periods: [2020], units: ["u1", "u2"] };
    expect(plain(panel)).toEqual({ panel: head });
    expect(plain({ by: treeOf({ E: { E1: ["a", "b"] } }) })).toEqual({ by: { tree: ["a", "b"] } });
    const weights = { kind: "weights", within: "mechanism", share: { a: 1 }, effective: { a: 1 } } as const;
    const index: Index = { kind: "index", scores: panel, nodes: panel, normalised: panel, weights, tree: treeOf({ E: { E1: ["a"] } }) };
    expect(plain(index)).toEqual({ scores: { panel: head }, nodes: { panel: head }, weights });
  });
});

describe("written JSON", () => {
  it("reads back to the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const clean = plain(value);
        expect(JSON.parse(writeJson(clean))).toEqual(clean);
      }),
    );
  });

  it("keeps lists of plain values, and short mappings, on one line", () => {
    expect(writeJson({ a: [1, null, "x"], b: { c: 1, d: "é" }, e: [{ f: 1 }], g: {}, h: [] })).toBe(
      '{\n  "a": [1,null,"x"],\n  "b": {"c": 1, "d": "é"},\n  "e": [\n    {"f": 1}\n  ],\n  "g": {},\n  "h": []\n}',
    );
    expect(writeJson({ long: "x".repeat(130) })).toBe(`{\n  "long": "${"x".repeat(130)}"\n}`);
  });

  it("writes numbers in the fewest digits that read back to the same", () => {
    expect(writeJson([0.1 + 0.2, 1e-7, 5e-324])).toBe("[0.30000000000000004,1e-7,5e-324]");
  });
});

describe("a result", () => {
  it("is written with its six parts and nothing else", () => {
    const method = { id: "gini", variant: "mean form", options: {}, citations: [] };
    const result = { method, value: 0.5, tables: [], trace: { rows: 3 }, warnings: [] };
    expect(resultJson(result)).toEqual(result);
    expect(Object.keys(resultJson(Object.assign({ extra: 1 }, result)))).toEqual(["method", "value", "tables", "trace", "warnings"]);
  });
});
