import type { Cell, ResultTable } from "@gongfu/engine/method";
import { listSheets, readTable } from "@gongfu/engine/read";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sheetNames } from "./sheet-names.js";
import { workbook } from "./workbook.js";

const table = (columns: Readonly<Record<string, readonly Cell[]>>, id = "scores"): ResultTable => ({
  id,
  names: { en: "Scores", zh: "得分" },
  columns: Object.entries(columns).map(([name, values]) => ({
    id: name,
    names: { en: `${name} en`, zh: `${name} 中` },
    unit: name === "gdp" ? { en: "100 million yuan", zh: "亿元" } : undefined,
    values,
  })),
});
const back = (bytes: Uint8Array, sheet: string) => readTable(bytes, { file: "tables.xlsx", sheet });

describe("workbook", () => {
  it("holds one sheet a table and a codebook", async () => {
    const bytes = workbook([
      { name: "index.scores", table: table({ unit: ["北京", "上海"], gdp: [0.1, null] }), source: "tables/index.scores.csv" },
      { name: "rank.ranks", table: table({ unit: ["北京"], rank: [1] }, "ranks") },
    ]);
    expect((await listSheets(bytes, "tables.xlsx")).map(({ name }) => name)).toEqual(["index.scores", "rank.ranks", "codebook"]);
    expect(await back(bytes, "index.scores")).toMatchObject({
      header: ["unit", "gdp"],
      rows: [
        ["北京", "0.1"],
        ["上海", ""],
      ],
    });
    const book = await back(bytes, "codebook");
    expect(book.rows[1]).toEqual([
      "index.scores",
      "scores",
      "Scores",
      "得分",
      "gdp",
      "gdp en",
      "gdp 中",
      "100 million yuan",
      "亿元",
      "tables/index.scores.csv",
    ]);
    expect(book.rows).toHaveLength(4);
  });

  it("gives the same bytes for the same tables", () => {
    const make = () => workbook([{ name: "a", table: table({ x: [1, 2, null] }) }]);
    expect(make()).toEqual(make());
  });

  it("keeps a text that begins like a formula a text", async () => {
    const texts = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'];
    const read = await back(workbook([{ name: "a", table: table({ k: texts, x: [1, 2, 3, 4, 5] }) }]), "a");
    expect(read.rows.map(([text]) => text)).toEqual(texts);
  });

  it("law: numbers and texts come back as they were", async () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const text = fc.string({ unit: "grapheme", minLength: 1 }).map((one) => `x${one}x`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.option(number)), { minLength: 1, maxLength: 20 }), async (rows) => {
        const read = await back(workbook([{ name: "a", table: table({ t: rows.map(([t]) => t), x: rows.map(([, x]) => x) }) }]), "a");
        expect(read.rows.map(([, x]) => (x === "" ? null : Number(x)))).toEqual(rows.map(([, x]) => (x === null ? null : x + 0)));
        expect(read.rows.map(([t]) => t)).toEqual(rows.map(([t]) => t.replace(/\s*[\r\n]+\s*/g, /\p{Script=Han}/u.test(t) ? "" : " ")));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["too many columns", table(Object.fromEntries(Array.from({ length: 16_385 }, (_, k) => [`c${k}`, [1]]))), "sheet-too-large"],
    ["a text too long", table({ t: ["x".repeat(32_768)] }), "text-too-long"],
  ])("refuses %s", (_, large, code) => {
    expect(() => workbook([{ name: "a", table: large }])).toThrow(expect.objectContaining({ code }));
  });
});

describe("sheetNames", () => {
  it("cuts, cleans and tells apart", () => {
    const long = "a-long-step-name-with-many-parts.scores";
    expect(sheetNames(["a/b:c", long, long, "A/B:C", "''", "History", "codebook"])).toEqual([
      "a-b-c",
      "a-long-step-name-with-many-part",
      "a-long-step-name-with-many-pa~2",
      "A-B-C~2",
      "table",
      "History~2",
      "codebook",
    ]);
  });
  it("law: names are legal, at most 31 characters, and each is there once", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 50 }), { maxLength: 30 }), (wished) => {
        const names = sheetNames(wished);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wished.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
        }
      }),
    );
  });
});
