import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fault, isFault } from "../../ground/fault/index.js";
import { longestLine } from "./guard-bytes.js";
import { type ReadRowsOptions, readRows } from "./read-rows.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (input: string | Uint8Array, options: Partial<ReadRowsOptions> = {}) =>
  readRows(typeof input === "string" ? utf8(input) : input, { file: "data.csv", ...options });

/** GB18030 two-byte code of each character, by decoding every pair once. */
const pairs = new Map<string, number[]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail !== 0x7f) pairs.set(new TextDecoder("gb18030").decode(new Uint8Array([lead, trail])), [lead, trail]);
  }
}
const gb18030 = (text: string): Uint8Array =>
  new Uint8Array([...text].flatMap((char) => (char < "\x80" ? [char.charCodeAt(0)] : (pairs.get(char) as number[]))));

function faultOf(input: string | Uint8Array, options: Partial<ReadRowsOptions> = {}): Fault {
  try {
    read(input, options);
  } catch (error) {
    if (!isFault(error)) throw error;
    expect(error.place.file).toBe("data.csv");
    for (const text of [error.found, error.expected, error.next]) {
      expect(text.en).not.toBe("");
      expect(text.zh).toMatch(/\p{Script=Han}/u);
    }
    return error;
  }
  throw new Error("no fault");
}

describe("readRows: encodings", () => {
  const text = "省份,年份,地区生产总值\n北京,2013,21746\n内蒙古,2013,11392\n";
  it("reads UTF-8 with and without its mark", () => {
    for (const prefix of ["", "\uFEFF"]) {
      const table = read(prefix + text);
      expect(table.encoding).toBe("utf-8");
      expect(table.header).toEqual(["省份", "年份", "地区生产总值"]);
    }
  });
  it("recognises GB18030 by its everyday characters", () => {
    const table = read(gb18030(text));
    expect(table.encoding).toBe("gb18030");
    expect(table.rows).toEqual([
      ["北京", "2013", "21746"],
      ["内蒙古", "2013", "11392"],
    ]);
  });
  it("recognises GB18030 even when a name needs a rarer character", () => {
    expect(read(gb18030("城市,值\n北京,1\n亳州,2\n漯河,3\n衢州,4\n")).encoding).toBe("gb18030");
  });
  it("reads UTF-16 of both byte orders by their mark", () => {
    const units = Uint16Array.from(`\uFEFF${text}`, (char) => char.charCodeAt(0));
    const little = new Uint8Array([...units].flatMap((unit) => [unit & 255, unit >> 8]));
    const big = new Uint8Array([...units].flatMap((unit) => [unit >> 8, unit & 255]));
    expect(read(little)).toMatchObject({ encoding: "utf-16le", header: ["省份", "年份", "地区生产总值"] });
    expect(read(big)).toMatchObject({ encoding: "utf-16be", header: ["省份", "年份", "地区生产总值"] });
  });
  it("names the line and byte that no encoding explains", () => {
    const latin = new Uint8Array([...utf8("country,v\nChina,1\nC"), 0xf4, ...utf8("te d'Ivoire,2\n")]);
    const fault = faultOf(latin);
    expect(fault.code).toBe("wrong-encoding");
    expect(fault.place.line).toBe(3);
    expect(fault.found.en).toContain("0xF4 (byte 2 of line 3)");
  });
  it("does not take Big5 for GB18030", () => {
    const big5 = new Uint8Array([...utf8("a,b\n"), 0xa5, 0x5f, 0xa8, 0xca, 0x2c, 0x31, 10, 0xa4, 0xa4, 0xb0, 0xea, 0x2c, 0x32, 10]);
    expect(faultOf(big5)).toMatchObject({ code: "wrong-encoding", place: { line: 2 } });
  });
  it("names the bad byte of a broken GB18030 file", () => {
    const broken = new Uint8Array([...gb18030(text), ...gb18030("上海"), 0xff, ...gb18030(",2013,1\n")]);
    const fault = faultOf(broken);
    expect(fault).toMatchObject({ code: "wrong-encoding", place: { line: 4 } });
    expect(fault.found.en).toContain("0xFF (byte 5 of line 4) is not valid GB18030");
  });
  it("faults when the named encoding does not fit", () => {
    expect(faultOf(gb18030(text), { encoding: "utf-8" })).toMatchObject({ code: "wrong-encoding", place: { line: 1 } });
    expect(faultOf(new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42]))).toMatchObject({ code: "wrong-encoding" });
  });
});

describe("readRows: rows and lines", () => {
  it("reads LF, CRLF and CR line ends alike", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const table = read(["a,b", "1,2", "3,4", ""].join(end));
      expect(table).toMatchObject({
        header: ["a", "b"],
        rows: [
          ["1", "2"],
          ["3", "4"],
        ],
        lines: [2, 3],
      });
    }
  });
  it("keeps line ends and doubled quotes inside quotes, and counts lines through them", () => {
    const table = read('a,b\n"x\ny","say ""hi"""\n3,4\n');
    expect(table.rows).toEqual([
      ["x\ny", 'say "hi"'],
      ["3", "4"],
    ]);
    expect(table.lines).toEqual([2, 4]);
  });
  it.each([
    [",", "a,b\n1,2\n"],
    ["\t", "a\tb\n1,5\t2,5\n"],
    [";", "a;b\n1,5;2,5\n1,6;2,6\n"],
    ["|", "a|b\n1|2\n"],
    [",", '"a;x","b;y;z"\n1,2\n'],
    [",", "alone\n1\n"],
  ])("finds the separator %j", (delimiter, text) => {
    expect(read(text).delimiter).toBe(delimiter);
  });
  it("takes the separator it is told", () => {
    expect(read("a;b\n1;2\n", { delimiter: "," }).header).toEqual(["a;b"]);
  });
  it("ignores empty lines at the end and says which it left out in the middle", () => {
    const table = read("a,b\n1,2\n\n,,\n3,4\n\n ,\n\n");
    expect(table.rows).toHaveLength(2);
    expect(table.lines).toEqual([2, 5]);
    expect(table.warnings).toEqual([{ code: "blank-rows", text: { en: "lines 3, 4: blank, left out", zh: "第 3、4 行为空行，已略去" } }]);
  });
  it("drops the wholly empty columns a spreadsheet leaves at the right", () => {
    expect(read("a,b,,\n1,2,,\n3,4,,\n").header).toEqual(["a", "b"]);
  });
  it("leaves out a yearbook's footer with its lines named", () => {
    const table = read("地区,值\n北京,1\n西藏,\n注：1. 本表按当年价格计算。\n2. 不含港澳台\n数据来源：国家统计局\n");
    expect(table.rows).toEqual([
      ["北京", "1"],
      ["西藏", ""],
    ]);
    expect(table.warnings).toHaveLength(1);
    expect(table.warnings[0].code).toBe("footer-dropped");
    expect(table.warnings[0].text.en).toContain("lines 4, 5, 6");
  });
  it.each(["Source: World Bank", "Note: see text, and more, and more", "Last Updated: 01/07/2024", "资料来源：中国统计年鉴", "附注：无"])(
    "takes %j for a footer",
    (line) => {
      expect(read(`a,b\n1,2\n${line}\n`).rows).toEqual([["1", "2"]]);
    },
  );
  it("leaves out the lines a statistics office writes above the header", () => {
    const table = read(
      "数据库：分省年度数据\n指标：地区生产总值(亿元)\n时间：最近10年\n地区,2022年,2021年\n北京市,1,2\n数据来源：国家统计局\n",
    );
    expect(table).toMatchObject({ header: ["地区", "2022年", "2021年"], headerLine: 4, lines: [5] });
    expect(table.warnings.map(({ code }) => code)).toEqual(["preamble-dropped", "footer-dropped"]);
  });
  it("does not take a full row for a footer", () => {
    expect(read("a,b\n注：x,2\n").rows).toEqual([["注：x", "2"]]);
  });
});

describe("readRows: faults", () => {
  it("refuses an empty file", () => {
    for (const input of ["", "\uFEFF", " \n\n", ",,\n"]) expect(faultOf(input)).toMatchObject({ code: "empty-file", place: { line: 1 } });
  });
  it("refuses a header alone", () => {
    expect(faultOf("\na,b\n\n")).toMatchObject({ code: "no-rows", place: { line: 2 } });
  });
  it("refuses NUL bytes at their line, and names known formats", () => {
    expect(faultOf("a,b\n1,\0\n")).toMatchObject({ code: "binary-file", place: { line: 2 } });
    const workbook = faultOf(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]));
    expect(workbook.found.en).toContain(".xlsx");
    expect(workbook.next.en).toContain("save it as CSV");
  });
  it("refuses a web page under the name of a workbook", () => {
    for (const page of ["<html><table>", "\uFEFF \n<!DOCTYPE html>", "<?xml version='1.0'?><Workbook>"])
      expect(faultOf(page).code).toBe("web-page");
    expect(read("<5,b\n1,2\n").header).toEqual(["<5", "b"]);
  });
  it("refuses ragged rows with their lines, fields and the header's", () => {
    const fault = faultOf("a,b,c\n1,2,3\n1,2\n4,5,6\n1,2,3,4\n");
    expect(fault).toMatchObject({ code: "ragged-row", place: { line: 3, column: 2 } });
    expect(fault.found.en).toBe("line 3 has 2 fields; so do not fit: line 5");
    expect(fault.expected.en).toBe("expected 3 fields, as in the header");
    expect(faultOf("a,b\n1,2,3\n").next.en).toContain("quotes");
  });
  it("refuses duplicate names and cells without a name in the header, all at once", () => {
    const fault = faultOf("a, b,,b ,a\n1,2,3,4,5\n");
    expect(fault).toMatchObject({ code: "empty-header", place: { line: 1, column: 3 } });
    expect(fault.others.map(({ code, place }) => [code, place.column])).toEqual([
      ["duplicate-header", 4],
      ["duplicate-header", 5],
    ]);
  });
  it("refuses a quote that never closes, at the line it opens", () => {
    expect(faultOf('a,b\n1,2\n3,"x\n5,6\n')).toMatchObject({ code: "unterminated-quote", place: { line: 3, column: 3 } });
    expect(faultOf('a,b\n1,"x"y\n3,"z"\n')).toMatchObject({ code: "stray-quote", place: { line: 2, column: 3 } });
  });
  it("refuses an endless line without reading on", () => {
    expect(faultOf(new Uint8Array(100_000_000).fill(65))).toMatchObject({ code: "long-line", place: { line: 1 } });
    expect(faultOf(`a,b\n${"1".repeat(longestLine + 1)},2\n`)).toMatchObject({ code: "long-line", place: { line: 2 } });
    expect(read(`a\n${"1".repeat(longestLine)}\n`).rows[0][0]).toHaveLength(longestLine);
  });
  it("answers any bytes with a table or a fault, never with another error", () => {
    const byte = fc.oneof(fc.constantFrom(10, 13, 34, 44, 59, 65, 49), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 60 }), (bytes) => {
        try {
          const table = read(Uint8Array.from(bytes));
          expect(table.rows.every((row) => row.length === table.header.length)).toBe(true);
          expect(table.lines).toHaveLength(table.rows.length);
        } catch (error) {
          if (!isFault(error)) throw error;
          expect(error.place.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
