import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOf } from "../../../../proof/fault-of.js";
import { hash } from "../../ground/hash/index.js";
import { Flag, flagsOf, series } from "../../table/index.js";
import { readSet, readTiles } from "./read-set.js";

const name = "china-provinces";
const description = `id: small
names: {en: Small, zh: 小集}
coverage: {en: two provinces, zh: 两省}
periods: [2013, 2014]
groupings:
  - id: coast
    names: {en: Coast, zh: 沿海}
    groups: [{key: "yes", names: {en: "on the coast", zh: 沿海}}, {key: "no", names: {en: inland, zh: 内陆}}]
conventions:
  - id: strait
    note: {en: across a strait, zh: 隔海相邻}
statuses:
  - {code: F, names: {en: printed, zh: 公布}}
  - {code: x, marks: suspect, names: {en: suspect, zh: 可疑}}
  - {code: S, marks: estimated, names: {en: solved, zh: 求解}}
  - {code: ., marks: missing, names: {en: missing, zh: 缺失}}
columns:
  - id: beds
    names: {en: Beds, zh: 床位}
    unit: {en: beds, zh: 张}
    direction: 1
    source: {en: yearbook, zh: 年鉴}
    vintage: {en: first, zh: 首次}
    breaks:
      - {period: 2014, note: {en: census, zh: 普查}}
      - {period: 2013, unit: "460000", note: {en: new, zh: 新}}
    suspect:
      - {unit: "440000", periods: [2013, 2014], note: {en: odd, zh: 异常}}
    notes:
      - {en: one source, zh: 单一来源}
notes:
  - {en: nothing is filled, zh: 未作插补}
`;
const small = {
  "set.yaml": description,
  "units.csv": "unit,en,zh,coast\n440000,Guangdong,广东,yes\n460000,Hainan,海南,no\n",
  "tiles.csv": "unit,column,row\n440000,6,6\n460000,5,7\n",
  "borders.csv": "a,b,convention\n440000,460000,strait\n",
  "values/beds.csv": "unit,2013,2014\n440000,1.5,2\n460000,,4\n",
  "status/beds.csv": "unit,2013,2014\n440000,F,x\n460000,.,S\n",
};

type Files = Readonly<Record<string, string>>;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const shipped =
  (files: Files) =>
  async (path: string): Promise<Uint8Array> =>
    bytes(files[path.slice(name.length + 1)]);
const read = (changes: Files = {}) => readSet(name, shipped({ ...small, ...changes }));

describe("readSet", () => {
  it("reads units, periods, variables and groupings", async () => {
    const { id, names, panel } = await read();
    expect([id, names.zh]).toEqual(["small", "小集"]);
    expect(panel.periods).toEqual([2013, 2014]);
    expect(panel.units[1]).toEqual({ code: "460000", names: { en: "Hainan", zh: "海南" } });
    expect(panel.variables[0]).toEqual({
      id: "beds",
      names: { en: "Beds", zh: "床位" },
      unit: { en: "beds", zh: "张" },
      direction: 1,
      source: { en: "yearbook", zh: "年鉴" },
      vintage: { en: "first", zh: "首次" },
      derivedFrom: [],
      breaks: [
        { period: 2014, note: { en: "census", zh: "普查" } },
        { period: 2013, unit: "460000", note: { en: "new", zh: "新" } },
      ],
    });
    expect(panel.groupings[0].of).toEqual(["yes", "no"]);
  });

  it("lays the figures out by period, then unit; an empty cell is missing", async () => {
    const { panel } = await read();
    expect([...series(panel, "beds")]).toEqual([1.5, Number.NaN, 2, 4]);
  });

  it("flags suspect, solved and broken figures, and no missing cell", async () => {
    const { panel } = await read();
    expect([...flagsOf(panel, "beds")]).toEqual([Flag.suspect, 0, Flag.suspect | Flag.break, Flag.estimated | Flag.break]);
  });

  it("counts the cells of each status, the most frequent first", async () => {
    const { statuses } = await read({ "status/beds.csv": "unit,2013,2014\n440000,S,S\n460000,.,F\n" });
    expect(statuses.map(({ code, cells }) => [code, cells])).toEqual([
      ["S", 2],
      ["F", 1],
      [".", 1],
      ["x", 0],
    ]);
  });

  it("gathers the notes of the set, of its conventions and of its columns", async () => {
    const { notes } = await read();
    expect(notes.map(({ variable, note }) => [variable, note.en])).toEqual([
      ["", "nothing is filled"],
      ["", "across a strait"],
      ["beds", "odd"],
      ["beds", "one source"],
    ]);
    expect(notes.map((one) => one.convention !== undefined)).toEqual([false, true, false, false]);
  });

  it("reads tiles and borders", async () => {
    const { tiles, borders } = await read({ "borders.csv": "a,b,convention\n440000,460000,\n" });
    expect(tiles).toEqual([
      { code: "440000", column: 6, row: 6 },
      { code: "460000", column: 5, row: 7 },
    ]);
    expect(borders).toEqual([{ a: "440000", b: "460000" }]);
    expect((await read()).borders[0].convention).toBe("strait");
    expect(await readTiles(shipped(small))).toEqual(tiles);
  });

  it("fingerprints every file it read, in the order of their paths", async () => {
    const { files, hash: whole } = await read();
    expect(files.map(({ path }) => path)).toEqual(
      Object.keys(small)
        .map((path) => `${name}/${path}`)
        .sort(),
    );
    for (const file of files) expect(file.hash).toBe(hash(small[file.path.slice(name.length + 1) as keyof typeof small]));
    expect((await read()).hash).toBe(whole);
    expect((await read({ "tiles.csv": "unit,column,row\n440000,6,6\n460000,5,8\n" })).hash).not.toBe(whole);
  });

  it("law: figures come back as written, whatever they are", async () => {
    const cell = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 4, maxLength: 4 }), async (cells) => {
        const rows = (of: (cell: number | null) => string): string => {
          const [a, b, c, d] = cells.map(of);
          return `unit,2013,2014\n440000,${a},${b}\n460000,${c},${d}\n`;
        };
        const { panel } = await read({
          "values/beds.csv": rows((value) => (value === null ? "" : String(value))),
          "status/beds.csv": rows((value) => (value === null ? "." : "F")),
        });
        const [a, b, c, d] = cells.map((value) => (value === null ? Number.NaN : value + 0));
        expect([...series(panel, "beds")]).toEqual([a, c, b, d]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("readSet: faults", () => {
  it("offers the nearest set for an unknown name", async () => {
    const fault = await faultOf(readSet("china-province", shipped(small)));
    expect(fault.code).toBe("unknown-set");
    expect(fault.next.en).toContain("china-provinces");
    expect((await faultOf(readSet("", shipped(small)))).next.en).toContain("panel:");
  });

  it.each([
    [
      "an unknown key of the description",
      { "set.yaml": description.replace("direction: 1", "direction: 1\n    wheel: equity") },
      "set.yaml",
      22,
    ],
    ["a text in one language", { "set.yaml": description.replace(", zh: 小集", "") }, "set.yaml", 2],
    ["a break outside the periods", { "set.yaml": description.replace("period: 2014", "period: 2015") }, "set.yaml", 25],
    ["a break of an unknown unit", { "set.yaml": description.replace('unit: "460000"', 'unit: "460001"') }, "set.yaml", 26],
    ["a doubt outside the periods", { "set.yaml": description.replace("[2013, 2014], note", "[2012, 2014], note") }, "set.yaml", 28],
    ["a unit of an unknown group", { "units.csv": small["units.csv"].replace("yes", "maybe") }, "units.csv", 2],
    ["another header", { "values/beds.csv": small["values/beds.csv"].replace("2014", "2015") }, "values/beds.csv", 1],
    ["units in another order", { "values/beds.csv": "unit,2013,2014\n460000,,4\n440000,1.5,2\n" }, "values/beds.csv", 2],
    ["a unit too many", { "status/beds.csv": `${small["status/beds.csv"]}650000,F,F\n` }, "status/beds.csv", 4],
    ["a unit too few", { "status/beds.csv": "unit,2013,2014\n440000,F,x\n" }, "status/beds.csv", 2],
    ["an unknown status", { "status/beds.csv": small["status/beds.csv"].replace("S", "Q") }, "status/beds.csv", 3],
    ["a figure where none should be", { "values/beds.csv": small["values/beds.csv"].replace(",,", ",3,") }, "values/beds.csv", 3],
    ["no figure where one should be", { "values/beds.csv": small["values/beds.csv"].replace("1.5", "") }, "values/beds.csv", 2],
    ["a word for a figure", { "values/beds.csv": small["values/beds.csv"].replace("1.5", "many") }, "values/beds.csv", 2],
    ["a border of an unknown unit", { "borders.csv": small["borders.csv"].replace("440000", "440001") }, "borders.csv", 2],
    ["a border by an unknown convention", { "borders.csv": small["borders.csv"].replace("strait", "straight") }, "borders.csv", 2],
    ["a tile of an unknown unit", { "tiles.csv": small["tiles.csv"].replace("440000", "110000") }, "tiles.csv", 2],
    ["a tile between two", { "tiles.csv": small["tiles.csv"].replace("5,7", "5.5,7") }, "tiles.csv", 3],
  ])("names file and line of %s", async (_, changes: Files, file, line) => {
    const { place } = await faultOf(read(changes));
    expect(place).toMatchObject({ file: `${name}/${file}`, line });
  });
});
