import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CellNote, parseCell } from "./parse-cell.js";

describe("parseCell", () => {
  it("reads every finite number back from its shortest text", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(parseCell(String(x))).toEqual({ value: x + 0, kind: "number", note: undefined });
      }),
    );
  });
  it("reads whole numbers with thousands separators as it reads them without", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(",", " ", "\u00A0", "\u202F", "\u2009"), (n, separator) => {
        const text = String(n).replace(/\B(?=(\d{3})+$)/g, separator);
        expect(parseCell(text).value).toBe(n);
      }),
    );
  });
  it.each<[string, number, CellNote | undefined]>([
    ["12", 12, undefined],
    ["-0.5", -0.5, undefined],
    [".5", 0.5, undefined],
    ["5.", 5, undefined],
    ["1.5E+3", 1500, undefined],
    ["+7", 7, undefined],
    ["−7", -7, "padded"],
    [" 7\t", 7, "padded"],
    ["\u30007\u3000", 7, "full-width"],
    ["１２，３４５．６", 12345.6, "full-width"],
    ["－５", -5, "full-width"],
    ["1,234.5", 1234.5, "thousands"],
    ["-1,234,567", -1234567, "thousands"],
    ["1 234", 1234, "thousands"],
    ["12.5%", 12.5, "percent"],
    ["12.5 %", 12.5, "percent"],
    ["１２．５％", 12.5, "percent"],
    ["1,234%", 1234, "percent"],
  ])("reads %j", (text, value, note) => {
    expect(parseCell(text)).toEqual({ value, kind: "number", note });
  });
  it.each(["", " ", "\u3000", "—", "–", "-", "－", "——", "…", "...", "..", ".", "NA", "n/a", "N/A", "n.a.", "NULL", "null", "NaN", "#N/A"])(
    "takes %j for missing",
    (text) => {
      const { value, kind } = parseCell(text);
      expect(kind).toBe("missing");
      expect(value).toBeNaN();
    },
  );
  it.each<[string, CellNote | undefined]>([
    ["abc", undefined],
    ["12 persons", undefined],
    ["12,34,567", undefined],
    ["0x10", undefined],
    ["Infinity", undefined],
    ["2013-01-01", undefined],
    ["10²", undefined],
    ["1.234,5", "decimal-comma"],
    ["1.234.567", "decimal-comma"],
    ["0,5", "decimal-comma"],
    ["12,3456", "decimal-comma"],
    ["(1,234)", "parentheses"],
    ["（12）", "parentheses"],
    ["1e999", "too-large"],
  ])("leaves %j a text", (text, note) => {
    expect(parseCell(text)).toEqual({ value: Number.NaN, kind: "text", note });
  });
});
