import { describe, expect, it } from "vitest";
import { tabbed } from "./tabbed.js";

const wanted = "年份\tU1\tU2\tD\n2005\t.028\t.487\t.457\n2006\t.070\t.583\t.619";

describe("a pasted table", () => {
  it.each([
    ["tabs", wanted],
    ["commas", wanted.replaceAll("\t", ",")],
    ["full-width commas", wanted.replaceAll("\t", "，")],
    ["semicolons", wanted.replaceAll("\t", ";")],
    ["bars", wanted.replaceAll("\t", "|")],
    ["single spaces", wanted.replaceAll("\t", " ")],
    ["wide spaces", wanted.replaceAll("\t", "   ")],
    ["ideographic spaces", wanted.replaceAll("\t", "\u3000")],
    ["Windows line ends and empty lines", `\r\n${wanted.replaceAll("\n", "\r\n\r\n")}\r\n`],
  ])("with %s", (_, text) => {
    expect(tabbed(text)).toBe(wanted);
  });

  it("keeps an empty cell between tabs, and a single space inside a name between wide ones", () => {
    expect(tabbed("city\tU1\tU2\nA\t\t0.5")).toBe("city\tU1\tU2\nA\t\t0.5");
    expect(tabbed("city  U1  U2\nInner Mongolia  0.1  0.5")).toBe("city\tU1\tU2\nInner Mongolia\t0.1\t0.5");
  });

  it("gives rows of bare numbers headings by their place", () => {
    expect(tabbed("0.1 0.2\n０.3 40%")).toBe("#1\t#2\n0.1\t0.2\n０.3\t40%");
  });
});
