import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { faultOf } from "../../../../proof/fault-of.js";
import { type BookCell, type BookSheet, workbookOf } from "../../../../proof/small-workbook.js";
import { isFault } from "../../ground/fault/index.js";
import { series } from "../../table/index.js";
import { readPanel } from "../panel/index.js";
import { readSample } from "../sample/index.js";
import { listSheets, readWorkbook } from "./read-workbook.js";

const sheet = (rows: readonly (readonly BookCell[])[], ...merges: string[]): BookSheet => ({ name: "数据", rows, merges });
const read = (...sheets: BookSheet[]) => readWorkbook(workbookOf(...sheets), { file: "data.xlsx" });
const panelOf = (...sheets: BookSheet[]) => readPanel(workbookOf(...sheets), { file: "data.xlsx" });
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

describe("readWorkbook: the shapes people have", () => {
  it("reads a plain table like the same table as text", async () => {
    const table = await read(
      sheet([
        ["省份", "年份", "GDP（亿元）"],
        ["北京", 2013, 21134.6],
        ["上海", "2013年", "２３，２０４"],
      ]),
    );
    expect(table).toMatchObject({ header: ["省份", "年份", "GDP（亿元）"], headerLine: 1, lines: [2, 3], warnings: [] });
    expect(table.rows).toEqual([
      ["北京", "2013", "21134.6"],
      ["上海", "2013年", "２３，２０４"],
    ]);
    expect(table.form.zh).toContain("数据");
  });

  it("leaves out titles above, the unit's line, and notes and sources below", async () => {
    const rows = [
      ["表 2-1  分省地区生产总值", null, null],
      [null, null, "单位：亿元"],
      ["地  区", 2013, 2014],
      ["北 京", 21134.6, 22926],
      [],
      ["上 海", "23,204", 25269.8],
      ["注：本表按当年价格计算。", null, null],
      [null, "资料来源：《中国统计年鉴》", null],
      ["Source: yearbook", null, null],
    ];
    const { panel, warnings } = await panelOf(sheet(rows, "A1:C1"));
    expect(panel.units.map(({ code }) => code)).toEqual(["110000", "310000"]);
    expect(panel.variables[0].unit.zh).toBe("亿元");
    expect([...series(panel, "data")]).toEqual([21134.6, 23204, 22926, 25269.8]);
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["preamble-dropped", "footer-dropped", "blank-rows", "text-number"]),
    );
    expect(warnings.find(({ code }) => code === "footer-dropped")?.text.en).toContain("lines 7, 8, 9");
  });

  it("joins the names of merged headings over two and three rows", async () => {
    const two = await read(
      sheet(
        [
          ["地区", "数字经济", null, "共享"],
          [null, "电商销售额", "普及率", null],
          ["北京", 1, 2, 3],
        ],
        "A1:A2",
        "B1:C1",
        "D1:D2",
      ),
    );
    expect(two.header).toEqual(["地区", "数字经济/电商销售额", "数字经济/普及率", "共享"]);
    expect(two.warnings.map(({ code }) => code)).toEqual(["header-joined"]);
    const three = await read(
      sheet(
        [
          ["Region", "Digital", null, null],
          [null, "Access", null, "Use"],
          [null, "fixed", "mobile", null],
          ["Beijing", 1, 2, 3],
        ],
        "A1:A3",
        "B1:D1",
        "B2:C2",
        "D2:D3",
      ),
    );
    expect(three.header).toEqual(["Region", "Digital/Access/fixed", "Digital/Access/mobile", "Digital/Use"]);
    expect(three.headerLine).toBe(3);
  });

  it("joins headings that are set over others without being merged", async () => {
    const table = await read(
      sheet([
        ["地区", "GDP", null, "人口", null],
        [null, "2013年", "2014年", "2013年", "2014年"],
        ["北京", 1, 2, 3, 4],
      ]),
    );
    expect(table.header).toEqual(["地区", "GDP/2013年", "GDP/2014年", "人口/2013年", "人口/2014年"]);
  });

  it.each([
    [
      "variables over years",
      [
        ["地区", "GDP（亿元）", null, "人口（万人）", null],
        [null, 2013, 2014, 2013, 2014],
      ],
    ],
    [
      "years over variables",
      [
        ["地区", 2013, null, 2014, null],
        [null, "GDP（亿元）", "人口（万人）", "GDP（亿元）", "人口（万人）"],
      ],
    ],
  ])("takes %s for a wide table of several variables", async (title, header) => {
    const figures = title === "variables over years" ? [1, 2, 3, 4] : [1, 3, 2, 4];
    const { panel, columns } = await panelOf(sheet([...header, ["北京", ...figures], ["上海", 5, 6, 7, 8]], "A1:A2", "B1:C1", "D1:E1"));
    expect(columns.layout).toBe("wide");
    expect(panel.variables.map(({ names, unit }) => [names.zh, unit.zh])).toEqual([
      ["GDP", "亿元"],
      ["人口", "万人"],
    ]);
    expect(panel.periods).toEqual([2013, 2014]);
    expect(series(panel, "GDP（亿元）")[0]).toBe(1);
    expect(series(panel, "人口（万人）")[2]).toBe(4);
  });

  it("takes a row of units, and the numbering of a form's columns, for what they are", async () => {
    const table = await read(
      sheet([
        ["地区", "生产总值", "人口"],
        [null, "（亿元）", "万人"],
        ["甲", 1, 2],
        ["北京", 21134.6, 2125],
      ]),
    );
    expect(table.header).toEqual(["地区", "生产总值（亿元）", "人口（万人）"]);
    expect(table.lines).toEqual([4]);
  });

  it("writes a unit joined downwards in each of its rows", async () => {
    const rows = [
      ["地区", "年份", "值"],
      ["北京", 2013, 1],
      [null, 2014, 2],
      ["上海", 2013, 3],
      [null, 2014, 4],
    ];
    const { panel } = await panelOf(sheet(rows, "A2:A3", "A4:A5"));
    expect([...series(panel, "值")]).toEqual([1, 3, 2, 4]);
  });

  it("leaves a number that is written once for joined cells where it stands, and says so", async () => {
    const { rows, warnings } = await read(
      sheet(
        [
          ["地区", "值"],
          ["北京", 1.5],
          ["上海", null],
        ],
        "B2:B3",
      ),
    );
    expect(rows[1]).toEqual(["上海", ""]);
    expect(warnings[0]).toMatchObject({ code: "merged-numbers", text: { en: expect.stringContaining("B2:B3") } });
  });

  it("drops empty rows and columns, and still names the place in the sheet", async () => {
    const rows = [[], [null, null, "地区", null, "值"], [null, null, "北京", null, 1], [], [null, null, "上海", null, "many"]];
    const table = await read(sheet(rows));
    expect(table).toMatchObject({ header: ["地区", "值"], columns: [3, 5], headerLine: 2, lines: [3, 5] });
    const fault = await faultOf(readSample(workbookOf(sheet(rows)), { file: "data.xlsx", numeric: ["值"] }));
    expect(fault.place).toMatchObject({ file: "data.xlsx", line: 5, column: 5 });
  });

  it("reads dates on one day of the year as years, others as days", async () => {
    const annual = await read(
      sheet([
        ["地区", "时间", "值"],
        ["北京", day("2013-12-31"), 1],
        ["北京", day("2014-12-31"), 2],
      ]),
    );
    expect(annual.rows.map((row) => row[1])).toEqual(["2013", "2014"]);
    expect(annual.warnings.map(({ code }) => code)).toEqual(["dates-as-years"]);
    const wide = await read(
      sheet([
        ["地区", day("2013-06-30"), day("2014-06-30")],
        ["北京", 1, 2],
      ]),
    );
    expect(wide.header).toEqual(["地区", "2013", "2014"]);
    const daily = await read(
      sheet([
        ["地区", "日期"],
        ["北京", day("2013-05-01")],
        ["上海", day("2013-06-01")],
      ]),
    );
    expect(daily.rows.map((row) => row[1])).toEqual(["2013-05-01", "2013-06-01"]);
  });

  it("reads a failed formula as missing and says where", async () => {
    const { rows, warnings } = await read(
      sheet([
        ["地区", "值"],
        ["北京", { error: "#DIV/0!" }],
        ["上海", 1],
      ]),
    );
    expect(rows[0][1]).toBe("");
    expect(warnings[0]).toMatchObject({ code: "error-cells", text: { en: expect.stringContaining('B2 "#DIV/0!"') } });
  });

  it("names the empty corner of a wide table", async () => {
    const table = await read(
      sheet([
        [null, 2013, 2014],
        ["北京", 1, 2],
      ]),
    );
    expect(table.header).toEqual(["unit", "2013", "2014"]);
    expect(table.warnings.map(({ code }) => code)).toEqual(["heading-supplied"]);
  });

  it("reads a sample of one column", async () => {
    const { sample: s } = await readSample(workbookOf(sheet([["income"], [1], [2]])), { file: "data.xlsx" });
    expect([...(s.columns[0].values as Float64Array)]).toEqual([1, 2]);
  });
});

describe("readWorkbook: sheets", () => {
  const notes: BookSheet = {
    name: "说明",
    rows: [
      ["变量", "含义"],
      ["gdp", "地区生产总值"],
    ],
  };
  const hidden: BookSheet = {
    name: "底稿",
    hidden: true,
    rows: [
      ["a", "b"],
      ["x", 1],
    ],
  };
  const other: BookSheet = {
    name: "R&D <2>",
    rows: [
      ["地区", "值"],
      ["上海", 7],
    ],
  };
  const data = sheet([
    ["地区", "值"],
    ["北京", 1],
  ]);

  it("takes the first visible one with a table of numbers, and says what it passed over", async () => {
    const table = await read(notes, hidden, data, other);
    expect(table.rows).toEqual([["北京", "1"]]);
    expect(table.warnings[0]).toMatchObject({ code: "sheet-chosen", text: { zh: expect.stringContaining("R&D <2>") } });
    expect((await read(notes, data)).warnings).toEqual([]);
  });
  it("takes the one it is told, hidden or not", async () => {
    const book = workbookOf(notes, hidden, data, other);
    expect((await readWorkbook(book, { file: "data.xlsx", sheet: "R&D <2>" })).rows).toEqual([["上海", "7"]]);
    expect((await readWorkbook(book, { file: "data.xlsx", sheet: "底稿" })).rows).toEqual([["x", "1"]]);
    const fault = await faultOf(readWorkbook(book, { file: "data.xlsx", sheet: "R&D" }));
    expect(fault).toMatchObject({ code: "unknown-sheet", place: { file: "data.xlsx" } });
  });
  it("lists them with the size of their tables", async () => {
    expect(await listSheets(workbookOf(notes, hidden, data, { name: "空", rows: [] }), "data.xlsx")).toEqual([
      { name: "说明", hidden: false, rows: 1, columns: 2, numbers: false },
      { name: "底稿", hidden: true, rows: 1, columns: 2, numbers: true },
      { name: "数据", hidden: false, rows: 1, columns: 2, numbers: true },
      { name: "空", hidden: false, rows: 0, columns: 0, numbers: false },
    ]);
  });
});

describe("readWorkbook: faults", () => {
  const compound = (text: string): Uint8Array =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array(60).fill(0), ...[...text].flatMap((char) => [char.charCodeAt(0), 0])]);
  const zip = (path: string): Uint8Array => zipSync({ [path]: new Uint8Array([1]) });

  it.each<[string, Uint8Array, string]>([
    ["an old workbook", compound("Workbook"), "old-workbook"],
    ["an encrypted workbook", compound("EncryptedPackage"), "encrypted-workbook"],
    ["a zip archive of something else", zip("word/document.xml"), "not-a-workbook"],
    ["a binary workbook", zip("xl/workbook.bin"), "not-a-workbook"],
    [
      "a damaged archive",
      workbookOf(
        sheet([
          ["a", "b"],
          ["x", 1],
        ]),
      ).slice(0, 300),
      "not-a-workbook",
    ],
    ["a workbook without a table", workbookOf(sheet([["只有标题", null]])), "no-table"],
  ])("names %s", async (_, bytes, code) => {
    expect(await faultOf(readPanel(bytes, { file: "data.xlsx" }))).toMatchObject({ code, place: { file: "data.xlsx" } });
  });
  it("refuses a sheet asked of a text file", async () => {
    expect(await faultOf(readPanel(new TextEncoder().encode("a,b\n1,2\n"), { file: "a.csv", sheet: "数据" }))).toMatchObject({
      code: "no-sheets",
    });
  });
  it("refuses two columns of one name, at their columns of the sheet", async () => {
    expect(
      await faultOf(
        read(
          sheet([
            [null, "地区", "值", "值"],
            [null, "北京", 1, 2],
          ]),
        ),
      ),
    ).toMatchObject({
      code: "duplicate-header",
      place: { line: 1, column: 4 },
    });
  });
});

describe("readWorkbook: laws", () => {
  it("numbers and names come back as they were written, below any titles and above any notes", async () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const content = fc.uniqueArray(name, { minLength: 2, maxLength: 5 }).chain((header) =>
      fc.record({
        header: fc.constant(header),
        rows: fc.array(fc.tuple(name, fc.array(number, { minLength: header.length - 1, maxLength: header.length - 1 })), {
          minLength: 1,
          maxLength: 6,
        }),
        titles: fc.array(fc.constant(["一份表格的标题"]), { maxLength: 3 }),
        notes: fc.array(fc.constant(["注：说明"]), { maxLength: 2 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(content, async ({ header, rows, titles, notes }) => {
        const body = rows.map(([unit, figures]): BookCell[] => [unit, ...figures]);
        const table = await read(sheet([...titles, header, ...body, ...notes]));
        expect(table.header).toEqual(header);
        expect(table.rows.map(([unit, ...cells]) => [unit, ...cells.map(Number)])).toEqual(
          rows.map(([unit, figures]) => [unit, ...figures.map((one) => one + 0)]),
        );
        expect(table.lines[0]).toBe(titles.length + 2);
      }),
      { numRuns: 60 },
    );
  });

  it("answers any archive with a table or a fault, never with another error", async () => {
    const book = workbookOf(
      sheet([
        ["地区", "值"],
        ["北京", 1],
      ]),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(book.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const bytes = book.slice();
        bytes[at] = byte;
        try {
          const table = await readWorkbook(bytes, { file: "data.xlsx" });
          expect(table.rows.every((row) => row.length === table.header.length)).toBe(true);
        } catch (error) {
          if (!isFault(error)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});
