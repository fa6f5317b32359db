import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align, numberText } from "./table.js";
import { padEnd, padStart, width, wrap } from "./width.js";

describe("width in a terminal", () => {
  it.each([
    ["abc", 3],
    ["基尼系数", 8],
    ["（一）", 6],
    ["é", 1],
    ["e\u0301", 1],
    ["2013–2022 年", 12],
    ["", 0],
  ])("%s takes %i columns", (text, columns) => expect(width(text)).toBe(columns));
  it("pads to the same width whatever the script", () => {
    expect(width(padEnd("基尼", 9))).toBe(9);
    expect(width(padStart("gini", 9))).toBe(9);
    expect(padEnd("too long", 3)).toBe("too long");
  });
});

describe("wrap", () => {
  const words = fc
    .array(fc.constantFrom("cake", "a", "共同富裕", "，", "fair", " ", "增长。"), { maxLength: 60 })
    .map((parts) => parts.join(" "));
  it("loses no sign and keeps to the width", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 60 }), (text, columns) => {
        const wrapped = wrap(text, columns);
        expect(wrapped.replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
        for (const line of wrapped.split("\n")) expect(width(line)).toBeLessThanOrEqual(columns + 2);
      }),
    );
  });
  it("starts no line with a closing mark", () => expect(wrap("共同富裕，共同富裕。", 8)).toBe("共同富\n裕，共同\n富裕。"));
});

describe("aligned tables", () => {
  it("put Chinese and numbers in straight columns", () => {
    expect(
      align(
        ["地区", "n"],
        [
          ["北京", "1"],
          ["Inner Mongolia", "12"],
        ],
        [false, true],
      ),
    ).toBe(["地区             n", "──────────────  ──", "北京             1", "Inner Mongolia  12"].join("\n"));
  });
  it.each([
    [0.1 + 0.2, "0.3"],
    [123456789, "123456789"],
    [1 / 3, "0.333333"],
    [-0.000012345678, "-0.0000123457"],
  ])("print %d as %s", (value, text) => expect(numberText(value)).toBe(text));
});
