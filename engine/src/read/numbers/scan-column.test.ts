import { describe, expect, it } from "vitest";
import { columnWarnings, meansNumbers, scanColumn, textFault } from "./scan-column.js";

const place = (at: number) => ({ file: "data.csv", line: at + 2, column: 3 });

describe("scanColumn", () => {
  it("counts numbers, missing cells and the rest", () => {
    const scan = scanColumn(["1", "—", "", "x", "3.5"]);
    expect([...scan.values]).toEqual([1, Number.NaN, Number.NaN, Number.NaN, 3.5]);
    expect(scan).toMatchObject({ numbers: 2, missing: 2, bad: [{ at: 3 }] });
  });
  it("tells a column of numbers with a slip from a column of texts", () => {
    expect(meansNumbers(scanColumn(["1", "2", "x"]))).toBe(true);
    expect(meansNumbers(scanColumn(["East", "West", "3"]))).toBe(false);
    expect(meansNumbers(scanColumn(["0,5", "0,6"]))).toBe(true);
    expect(meansNumbers(scanColumn(["", "NA"]))).toBe(false);
  });
  it("does not decide between decimal comma and thousands in a file separated by semicolons", () => {
    expect(scanColumn(["1,234"], ";").bad).toEqual([{ at: 0, note: "decimal-comma" }]);
    expect(scanColumn(["1,234"], ",").values[0]).toBe(1234);
    expect(scanColumn(["1,234.5", "1,234,567"], ";").bad).toEqual([]);
  });
});

describe("textFault", () => {
  it("names the first cell, up to five more, and how many", () => {
    const cells = ["1", "a", "2", "b", "c", "d", "e", "f", "g", "3", "4", "5", "6", "7", "8"];
    const fault = textFault(scanColumn(cells), cells, "gdp", place);
    expect(fault).toMatchObject({ code: "text-number", place: { file: "data.csv", line: 3, column: 3 } });
    expect(fault.found.en).toBe(
      '"a" in column "gdp" is not a number; 7 such cells, also "b" on line 5, "c" on line 6, "d" on line 7, "e" on line 8, "f" on line 9 and 1 more',
    );
    expect(fault.found.zh).toContain("共 7 个");
  });
  it.each([
    ["1.234,5", "ambiguous-decimal", /1234\.5/],
    ["(12)", "text-number", /-1234/],
    ["1e999", "text-number", /exponent/],
    ["x", "text-number", /mend/],
  ])("says for %j what to do", (cell, code, next) => {
    const fault = textFault(scanColumn([cell]), [cell], "v", place);
    expect(fault.code).toBe(code);
    expect(fault.next.en).toMatch(next);
    expect(fault.next.zh).toMatch(/\p{Script=Han}/u);
    expect(fault.expected.zh).toMatch(/\p{Script=Han}/u);
  });
});

describe("columnWarnings", () => {
  const codes = (cells: string[]) => columnWarnings(scanColumn(cells), "v").map(({ code }) => code);
  it("notes percent signs once, and warns when only some cells carry them", () => {
    expect(codes(["1%", "2%", "0"])).toEqual(["percent-signs"]);
    expect(codes(["1%", "2"])).toEqual(["mixed-percent"]);
  });
  it("notes how numbers were dressed", () => {
    const [warning] = columnWarnings(scanColumn(["1,234", " 2", "３", "…", "4"]), "v");
    expect(warning.code).toBe("text-number");
    expect(warning.text.en).toContain("thousands separators removed (1)");
    expect(warning.text.en).toContain("full-width digits or spaces (1)");
    expect(warning.text.zh).toContain("缺失符号");
    expect(codes(["1", "2.5", ""])).toEqual([]);
  });
});
