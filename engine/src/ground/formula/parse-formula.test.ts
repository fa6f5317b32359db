import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../fault/index.js";
import { columnsOf, type Formula, parseFormula } from "./parse-formula.js";

/** The formula with every operation in parentheses. */
function written(formula: Formula): string {
  switch (formula.op) {
    case "number":
      return String(formula.value);
    case "column":
      return formula.name;
    case "negate":
      return `(-${written(formula.of)})`;
    case "call":
      return `${formula.name}(${formula.args.map(written).join(", ")})`;
    default:
      return `(${written(formula.left)} ${formula.op} ${written(formula.right)})`;
  }
}

const faultOf = (formula: string): Fault => {
  try {
    parseFormula(formula, "X1");
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error(`${formula} was read`);
};

describe("formulas", () => {
  it.each([
    ["a + b * c", "(a + (b * c))"],
    ["a - b - c", "((a - b) - c)"],
    ["a / b * 100", "((a / b) * 100)"],
    ["-a * b", "((-a) * b)"],
    ["a - -b", "(a - (-b))"],
    ["+a", "a"],
    ["(a + b) / (c - d)", "((a + b) / (c - d))"],
    ["1.5e3 + .5 + 2.", "((1500 + 0.5) + 2)"],
    ["`IT.NET.BBND.P2`/`人口`", "(IT.NET.BBND.P2 / 人口)"],
    ["theil2(a,b;c,d-c)", "theil2(a, b, c, (d - c))"],
    ["chain(gdp, gdp_index, 2013)/pop", "(chain(gdp, gdp_index, 2013) / pop)"],
    ["（a × b）÷ c − 1", "(((a * b) / c) - 1)"],
    ["min(a, max(b, 1), ln(c))", "min(a, max(b, 1), ln(c))"],
    ["ln / min", "(ln / min)"],
  ])("reads %s", (formula, expected) => expect(written(parseFormula(formula, "X1"))).toBe(expected));

  it("lists the columns it reads, each once, in order", () => {
    expect(columnsOf(parseFormula("theil2(u, r; pu, p - pu) + u", "X1"))).toEqual(["u", "r", "pu", "p"]);
  });

  it("reads back what it wrote", () => {
    const leaf = fc.constantFrom("a", "b", "1", "2.5");
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        leaf,
        fc.tuple(tie("tree"), fc.constantFrom("+", "-", "*", "/"), tie("tree")).map(([l, op, r]) => `(${l} ${op} ${r})`),
        tie("tree").map((inner) => `(-${inner})`),
        tie("tree").map((inner) => `abs(${inner})`),
      ),
    }));
    fc.assert(
      fc.property(tree, (formula) => {
        expect(written(parseFormula(formula, "X1"))).toBe(formula);
      }),
    );
  });

  it.each([
    ["a +", 4],
    ["a b", 3],
    ["(a", 3],
    ["a)", 2],
    ["a $ b", 3],
    ["`a", 1],
    ["``", 1],
    ["", 1],
    ["foo(a)", 1],
    ["a + mni(a, b)", 5],
    ["ln(a, b)", 1],
    ["theil2(a, b)", 1],
    ["chain(a, b, c)", 1],
    ["chain(a, b, 2013.5)", 1],
    ["constructor(a)", 1],
    ["2(a)", 2],
    ["a ** b", 4],
    ["min(a b)", 7],
  ])("names the position in %s", (formula, at) => expect(faultOf(formula).place.path).toBe(`X1, position ${at}`));

  it("offers the function that was meant", () => expect(faultOf("thiel2(a,b,c,d)").next.en).toContain("theil2"));

  it("refuses a formula too long to be one, without running out of stack", () => {
    expect(faultOf("(".repeat(100_000)).expected.en).toContain("2000");
    expect(faultOf("(".repeat(2000)).code).toBe("bad-formula");
    expect(() => parseFormula(`${"-".repeat(1999)}a`, "X1")).not.toThrow();
  });
});
