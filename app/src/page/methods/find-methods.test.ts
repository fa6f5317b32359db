import { describe, expect, it } from "vitest";
import { cards } from "../../worker/calls/cards.js";
import type { Session } from "../../worker/session.js";
import { findMethods } from "./find-methods.js";
import { allowedText, defaultText } from "./option-text.js";
import { partOf } from "./page-parts.js";

const all = cards({} as Session);
const found = (query: string): string[] => findMethods(all, query).flatMap(({ methods }) => methods.map(({ id }) => id));

describe("the list of methods", () => {
  it("holds all of them, each in one room, when nothing is asked", () => {
    expect(found("").sort()).toEqual(all.map(({ id }) => id).sort());
  });

  it("finds by name, id, verb and summary in either language, all words at once", () => {
    for (const query of ["theil", "泰尔", "THEIL index", "组间"]) expect(found(query)).toContain("theil");
    expect(found("weigh entropy")).toContain("entropy-weights");
    expect(found("no-such-method")).toEqual([]);
  });
});

describe("an option as one writes it", () => {
  it("is told for every option of every method", () => {
    for (const { options } of all) for (const { schema } of options) expect(allowedText(schema)).not.toMatch(/undefined|\[object/);
  });

  it("shows choices, ranges, lists and the default", () => {
    expect(allowedText({ enum: ["T", "L"], default: "T" })).toBe("T | L");
    expect(defaultText({ enum: ["T", "L"], default: "T" })).toBe("T");
    expect(allowedText({ type: "number", exclusiveMinimum: 0, maximum: 1 })).toBe("number > 0, ≤ 1");
    expect(allowedText({ type: "array", items: { type: "string" } })).toBe("[string, …]");
    expect(defaultText({ type: "boolean" })).toBeNull();
  });
});

describe("a method's page in one language", () => {
  const page = "# Theil · 泰尔\n\n**What.** Say.\n\n```js\ntheil([1])\n```\n\n---\n\n**说明。** 话。\n";
  const kinds = (language: "en" | "zh"): string[] =>
    partOf(page, language, "算例")
      .map(({ type }) => type)
      .filter((type) => type !== "space");

  it("is its part without the title; the Chinese part gets the example", () => {
    expect(kinds("en")).toEqual(["paragraph", "code"]);
    expect(kinds("zh")).toEqual(["paragraph", "heading", "code"]);
  });
});
