import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../method/index.js";
import { writeCsv } from "./csv.js";

const table = (columns: Readonly<Record<string, readonly Cell[]>>) => ({
  id: "t",
  names: { en: "t", zh: "表" },
  columns: Object.entries(columns).map(([id, values]) => ({ id, names: { en: id, zh: id }, values })),
});
const cellOf = (value: Cell): string => writeCsv(table({ a: [value] })).slice(2, -1);

describe("a table as CSV", () => {
  it("has commas, line feeds, no mark, and nothing for a missing cell", () => {
    expect(writeCsv(table({ unit: ["110000", "北京"], x: [0.1, null] }))).toBe("unit,x\n110000,0.1\n北京,\n");
    expect(writeCsv(table({ unit: [], x: [] }))).toBe("unit,x\n");
  });

  it("writes numbers in the fewest digits that read back to the same", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(Number(cellOf(x))).toBe(x === 0 ? 0 : x);
      }),
    );
    expect([0.1 + 0.2, 1e21, 1e-7, 100].map(cellOf)).toEqual(["0.30000000000000004", "1e+21", "1e-7", "100"]);
  });

  it("writes no negative zero", () => expect(cellOf(-0)).toBe("0"));

  it("quotes commas, quotes and line ends", () => {
    expect(["a,b", 'a"b', "a\nb", "a\rb", "a b", "a；b"].map(cellOf)).toEqual(['"a,b"', '"a""b"', '"a\nb"', '"a\rb"', "a b", "a；b"]);
    expect(writeCsv(table({ "a,b": [1] }))).toBe('"a,b"\n1\n');
  });
});
