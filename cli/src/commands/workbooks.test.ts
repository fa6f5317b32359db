import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listSheets, readTable } from "@gongfu/engine/read";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { call, newFolder } from "../../../proof/capture.js";
import { layOut } from "../../../proof/faults/broken.js";
import { workbookOf } from "../../../proof/small-workbook.js";

const yearbook = workbookOf(
  {
    name: "说明",
    rows: [
      ["口径", "说明"],
      ["gdp", "当年价"],
    ],
  },
  {
    name: "数据",
    rows: [
      ["表 1  地区生产总值与人口", null, null, null, null],
      ["地  区", "生产总值（亿元）", null, "人口（万人）", null],
      [null, 2019, 2020, 2019, 2020],
      ["北京市", 35445.1, "35,943.3", 2190, 2189],
      ["上海", 37987.6, 38963.3, 2481, 2488],
      ["西藏", 1697.8, 1902.7, 361, 366],
      ["注：2020 年为初步核算数。", null, null, null, null],
    ],
    merges: ["A1:E1", "A2:A3", "B2:C2", "D2:E2"],
  },
  {
    name: "附表",
    rows: [
      ["地区", "值"],
      ["北京", 1],
    ],
  },
);

describe("a workbook on the command line", () => {
  const cwd = newFolder();
  writeFileSync(join(cwd, "data.xlsx"), yearbook);

  it("is drafted into a study that runs, with the sheet it names", async () => {
    const { code, out, err } = await call(["new", "data.xlsx", "--sheet", "数据", "--lang", "zh"], { cwd });
    expect([code, err]).toEqual([0, ""]);
    for (const said of ["3 个单位", "2019–2020", "生产总值（亿元）", "合为一行表头", "表下注释"]) expect(out).toContain(said);
    expect(readFileSync(join(cwd, "study.yaml"), "utf8")).toContain('sheet: "数据"');
    expect(readFileSync(join(cwd, "framework.yaml"), "utf8")).toContain('unit: {en: "亿元", zh: "亿元"}');
    const ran = await call(["run", "study.yaml", "--out", "out", "--format", "html,xlsx", "--lang", "zh"], { cwd });
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(ran.out).toContain("out/tables.xlsx\n");
    expect(readdirSync(join(cwd, "out"))).toContain("report.zh.html");
  });

  it("is measured row by row, with a word on the sheet that was taken", async () => {
    const { code, out } = await call(["gini", "data.xlsx", "--value", "人口（万人）/2020", "--json"], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(out).warnings[0].code).toBe("sheet-chosen");
    const parquet = parquetWriteBuffer({ columnData: [{ name: "y", data: Float64Array.of(2189, 2488, 366), type: "DOUBLE" }] });
    writeFileSync(join(cwd, "y.parquet"), new Uint8Array(parquet));
    expect(JSON.parse((await call(["gini", "y.parquet", "--value", "y", "--json"], { cwd })).out).value).toBe(JSON.parse(out).value);
  });
  it("is refused when the sheet is not there", async () => {
    const { code, err } = await call(["gini", "data.xlsx", "--value", "值", "--sheet", "附录", "--lang", "zh"], { cwd });
    expect(code).toBe(1);
    expect(err).toContain("没有名为");
  });
});

describe("tables as a workbook", () => {
  it("hold what the CSV files hold, in a file of their own or beside the report", async () => {
    const cwd = newFolder();
    layOut(cwd, { name: "sound", exit: 1, found: "" });
    const { code, out } = await call(["run", "study.yaml", "--out", "out", "--format", "xlsx"], { cwd });
    expect(code).toBe(0);
    expect(out.endsWith("out/tables.xlsx\n")).toBe(true);
    expect(readdirSync(join(cwd, "out")).sort()).toEqual(["results.json", "study.lock.json", "tables", "tables.xlsx"]);
    const bytes = new Uint8Array(readFileSync(join(cwd, "out/tables.xlsx")));
    const sheets = await listSheets(bytes, "tables.xlsx");
    expect(sheets).toHaveLength(readdirSync(join(cwd, "out/tables")).length + 1);
    const book = await readTable(bytes, { file: "tables.xlsx", sheet: "codebook" });
    const [sheet, file] = ["sheet", "file"].map((name) => book.header.indexOf(name));
    const [first] = book.rows;
    const table = await readTable(bytes, { file: "tables.xlsx", sheet: first[sheet] });
    const csv = await readTable(new Uint8Array(readFileSync(join(cwd, "out", first[file]))), { file: first[file] });
    expect([table.header, table.rows]).toEqual([csv.header, csv.rows]);
    expect((await call(["run", "study.yaml", "--out", "out", "--format", "docx"], { cwd })).code).toBe(2);
  });
});
