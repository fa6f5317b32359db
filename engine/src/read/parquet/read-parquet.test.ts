import fc from "fast-check";
import { gunzipSync, gzipSync } from "fflate";
import { type BasicType, type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { faultOf } from "../../../../proof/fault-of.js";
import { series } from "../../table/index.js";
import { readPanel } from "../panel/index.js";
import { readSample } from "../sample/index.js";
import { readParquet } from "./read-parquet.js";

const bytesOf = (...columnData: ColumnSource[]): Uint8Array => new Uint8Array(parquetWriteBuffer({ columnData }));
const column = (name: string, data: unknown[], type?: BasicType): ColumnSource => ({ name, data, type, nullable: true });
const read = (...columns: ColumnSource[]) => readParquet(bytesOf(...columns), { file: "data.parquet" });
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

describe("readParquet", () => {
  it("reads texts, numbers, integers, true and false, and what is missing", async () => {
    const table = await read(
      column("省份", ["北京", "上海", null], "STRING"),
      column("gdp", [21134.6, null, Number.NaN], "DOUBLE"),
      column("count", [1, -2, null], "INT32"),
      column("long", [9007199254740991n, -9007199254740991n, null], "INT64"),
      column("flag", [true, false, null], "BOOLEAN"),
    );
    expect(table.rows).toEqual([
      ["北京", "21134.6", "1", "9007199254740991", "1"],
      ["上海", "", "-2", "-9007199254740991", "0"],
      ["", "", "", "", ""],
    ]);
    expect(table).toMatchObject({ header: ["省份", "gdp", "count", "long", "flag"], lines: [1, 2, 3] });
    expect(table.warnings.map(({ code }) => code)).toEqual(["booleans"]);
  });

  it("reads days as days, and days of a year's figures as years", async () => {
    const table = await read(
      column("annual", [day("2013-12-31"), day("2014-12-31")], "TIMESTAMP"),
      column("daily", [day("2013-05-01"), day("2013-06-01")], "TIMESTAMP"),
    );
    expect(table.rows).toEqual([
      ["2013", "2013-05-01"],
      ["2014", "2013-06-01"],
    ]);
    expect(table.warnings).toMatchObject([{ code: "dates-as-years", text: { en: expect.stringContaining("annual") } }]);
  });

  it("gives a panel and a sample like the same table as text", async () => {
    const names = Array.from({ length: 40 }, (_, k) => (k % 2 ? "上海市" : "北京"));
    const bytes = bytesOf(
      { name: "province", data: names, type: "STRING", encoding: "RLE_DICTIONARY" },
      column(
        "year",
        names.map((_, k) => 2000 + Math.floor(k / 2)),
        "INT32",
      ),
      column(
        "gdp（亿元）",
        names.map((_, k) => k / 3),
        "DOUBLE",
      ),
    );
    const csv = new TextEncoder().encode(
      ["province,year,gdp（亿元）", ...names.map((name, k) => `${name},${2000 + Math.floor(k / 2)},${k / 3}`)].join("\n"),
    );
    const [one, other] = await Promise.all([readPanel(bytes, { file: "a.parquet" }), readPanel(csv, { file: "a.csv" })]);
    expect(one.panel).toEqual(other.panel);
    expect(one.panel.variables[0]).toMatchObject({ id: "gdp（亿元）", names: { zh: "gdp" }, unit: { zh: "亿元" } });
    expect(series(one.panel, "gdp（亿元）")[3]).toBe(1);
    expect((await readSample(bytes, { file: "a.parquet" })).sample.columns).toEqual(
      (await readSample(csv, { file: "a.csv" })).sample.columns,
    );
  });

  it("leaves out nested columns and a row index, and says so", async () => {
    const table = await read(
      column("a", [1, 2], "INT32"),
      { name: "__index_level_0__", data: [0n, 1n], type: "INT64" },
      { name: "doc", data: [{ x: 1 }, { x: 2 }], type: "JSON" },
    );
    expect(table.header).toEqual(["a"]);
    expect(table.warnings.map(({ code }) => code)).toEqual(["nested-columns", "index-columns"]);
  });

  it("loads decompressors for a file that needs them", async () => {
    const gzip = parquetWriteBuffer({
      columnData: [column("a", ["x".repeat(200), "y".repeat(200)], "STRING")],
      codec: "GZIP",
      compressors: { GZIP: (input) => gzipSync(input) },
    });
    expect(gunzipSync(gzipSync(new Uint8Array([1])))).toEqual(new Uint8Array([1]));
    expect((await readParquet(new Uint8Array(gzip), { file: "a.parquet" })).rows[1][0]).toBe("y".repeat(200));
  });

  it("law: whatever is written comes back", async () => {
    const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
    const text = fc.option(fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }));
    const rows = fc.array(fc.tuple(number, text, fc.option(fc.integer()), fc.option(fc.maxSafeInteger())), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const table = await read(
          column(
            "x",
            cells.map((row) => row[0]),
            "DOUBLE",
          ),
          column(
            "t",
            cells.map((row) => row[1]),
            "STRING",
          ),
          column(
            "i",
            cells.map((row) => (row[2] === null ? null : row[2] | 0)),
            "INT32",
          ),
          column(
            "l",
            cells.map((row) => (row[3] === null ? null : BigInt(row[3]))),
            "INT64",
          ),
        );
        table.rows.forEach(([x, t, i, l], k) => {
          const [number0, text0, integer0, long0] = cells[k];
          expect(x === "" ? null : Number(x)).toBe(number0 === null ? null : number0 === 0 ? 0 : number0);
          expect(t).toBe(text0 ?? "");
          expect(i === "" ? null : Number(i)).toBe(integer0 === null ? null : integer0 | 0);
          expect(l === "" ? null : Number(l)).toBe(long0);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe("readParquet: faults", () => {
  const whole = bytesOf(column("a", [1, 2], "INT32"));
  it("refuses an integer that a number cannot hold, at its row and column", async () => {
    const fault = await faultOf(read(column("a", ["x", "y"], "STRING"), column("id", [1n, 9007199254740993n], "INT64")));
    expect(fault).toMatchObject({ code: "integer-too-large", place: { file: "data.parquet", line: 2, column: 2 } });
  });
  it.each<[string, Uint8Array]>([
    ["a file cut off", whole.slice(0, whole.length - 3)],
    ["a file of which the head alone is left", whole.slice(0, 8)],
    ["an encrypted file", new Uint8Array([0x50, 0x41, 0x52, 0x45, ...new Array(20).fill(0)])],
  ])("names %s", async (_, bytes) => {
    expect(await faultOf(readPanel(bytes, { file: "data.parquet" }))).toMatchObject({
      code: "not-parquet",
      place: { file: "data.parquet" },
    });
  });
  it("refuses a file without rows", async () => {
    expect((await faultOf(read(column("a", [], "INT32")))).code).toBe("no-rows");
  });
});
