import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWide, shorten, textWidth, wrap, wrapEvenly } from "./measure.js";

describe("the width of letters", () => {
  it("is a square for a Chinese character, with its full-width punctuation", () => {
    expect([textWidth("共富", 12), textWidth("，。", 10)]).toEqual([24, 20]);
    expect([isWide("中"), isWide("a"), isWide("，")]).toEqual([true, false, true]);
  });

  it("grows with size, weight and length", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 8, max: 40 }), (text, size) => {
        expect(textWidth(text, size + 1)).toBeGreaterThan(textWidth(text, size));
        expect(textWidth(text, size, true)).toBeGreaterThanOrEqual(textWidth(text, size));
        expect(textWidth(`${text}m`, size)).toBeGreaterThan(textWidth(text, size));
      }),
    );
  });
});

describe("lines", () => {
  it("break between words in English, between characters in Chinese, never before closing punctuation", () => {
    expect(wrap("Equity runs ahead", 10, textWidth("Equity runs", 10))).toEqual(["Equity runs", "ahead"]);
    expect(wrap("平权领先，赋能落后", 10, 45)).toEqual(["平权领", "先，赋能", "落后"]);
  });

  it("lose no letter and none is wider than the limit unless one word is", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("ab", "cde", "f", "省", "市，", "。"), { minLength: 1, maxLength: 12 }), (words) => {
        const text = words.join(" ");
        const lines = wrap(text, 10, 60);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(60);
      }),
    );
  });

  it("can be spread evenly, so that no character stands alone", () => {
    expect(wrap("数字要素挖掘", 12, 62)).toEqual(["数字要素挖", "掘"]);
    expect(wrapEvenly("数字要素挖掘", 12, 62)).toEqual(["数字要", "素挖掘"]);
    expect(wrapEvenly("短", 12, 62)).toEqual(["短"]);
  });
});

describe("shortening", () => {
  it("ends with an ellipsis only when something is left out", () => {
    expect(shorten("Inner Mongolia", 12, 500)).toBe("Inner Mongolia");
    const short = shorten("Inner Mongolia", 12, 50);
    expect(short).toMatch(/^Inn.*…$/);
    expect(textWidth(short, 12)).toBeLessThanOrEqual(50);
  });
});
