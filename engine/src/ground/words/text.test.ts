import { describe, expect, it } from "vitest";
import { both, languages, listed, quote, same } from "./index.js";

describe("texts", () => {
  it("exist in English and Chinese", () => {
    expect(languages).toEqual(["en", "zh"]);
    expect(both((language) => `<${language}>`)).toEqual({ en: "<en>", zh: "<zh>" });
    expect(same("x = 1")).toEqual({ en: "x = 1", zh: "x = 1" });
  });
});

describe("quoting what a user wrote", () => {
  it.each<[unknown, string]>([
    ["heavy", '"heavy"'],
    ["", '""'],
    ["two\r\nlines", '"two⏎lines"'],
    [12, '"12"'],
    [null, '"null"'],
    [undefined, '"undefined"'],
    [{ a: [1] }, '"{"a":[1]}"'],
    ["x".repeat(60), `"${"x".repeat(60)}"`],
    ["x".repeat(61), `"${"x".repeat(60)}… (61 characters)"`],
  ])("%j", (found, text) => expect(quote(found)).toBe(text));
});

describe("a list in words", () => {
  it("shows the first few and how many there are", () => {
    expect(listed(["a", "b"])).toEqual({ en: "a, b", zh: "a、b" });
    expect(listed(["a", "b", "c"], 2)).toEqual({ en: "a, b and 1 more", zh: "a、b 等 3 项" });
    expect(listed([])).toEqual({ en: "", zh: "" });
  });
});
