import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fault, isFault } from "../../ground/fault/index.js";
import { type Panel, panel, series } from "../../table/index.js";
import { type ReadPanelOptions, readPanel } from "./read-panel.js";

const read = (text: string, options: Partial<ReadPanelOptions> = {}) =>
  readPanel(new TextEncoder().encode(text), { file: "data/gdp.csv", ...options });

async function faultOf(text: string, options: Partial<ReadPanelOptions> = {}): Promise<Fault> {
  try {
    await read(text, options);
  } catch (error) {
    if (!isFault(error)) throw error;
    for (const one of [error, ...error.others]) {
      expect(one.place.file).toBe("data/gdp.csv");
      expect(one.place.line).toBeGreaterThan(0);
      for (const words of [one.found, one.expected, one.next]) {
        expect(words.en).not.toBe("");
        expect(words.zh).toMatch(/\p{Script=Han}/u);
      }
    }
    return error;
  }
  throw new Error("no fault");
}

const shape = ({ variables, periods, units }: Panel) => ({
  variables: variables.map(({ id }) => id),
  periods,
  units: units.map(({ code }) => code),
});
const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

describe("readPanel: layouts", () => {
  it("reads one column a variable: provinces in code order, years ascending, holes missing", async () => {
    const { panel: p, kind, columns } = await read("省份,年份,gdp,人口\n上海,2014,3,30\n北京市,2014年,2,\n北京,2013,1,10\n");
    expect(kind).toBe("china-provinces");
    expect(columns).toMatchObject({ layout: "long", unit: "省份", period: "年份", variables: ["gdp", "人口"] });
    expect(shape(p)).toEqual({ variables: ["gdp", "人口"], periods: [2013, 2014], units: ["110000", "310000"] });
    expect([...series(p, "gdp")]).toEqual([1, Number.NaN, 2, 3]);
    expect([...series(p, "人口")]).toEqual([10, Number.NaN, Number.NaN, 30]);
    expect(p.units[0].names).toEqual({ en: "Beijing", zh: "北京" });
    expect(p.variables[1].names).toEqual({ en: "人口", zh: "人口" });
  });
  it("reads one row a value, with the units of measure it gives", async () => {
    const { panel: p, columns } = await read(
      "country,year,indicator,value,unit_of_measure\nFrance,2013,gdp,1,bn\nChina,2013,gdp,2,bn\nChina,2014,pop,3,m\n",
    );
    expect(columns.layout).toBe("long-values");
    expect(shape(p)).toEqual({ variables: ["gdp", "pop"], periods: [2013, 2014], units: ["FRA", "CHN"] });
    expect([...p.values]).toEqual([1, 2, Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 3]);
    expect(p.variables.map(({ unit }) => unit.en)).toEqual(["bn", "m"]);
  });
  it("reads a yearbook export: one column a year, newest first, notes above and below", async () => {
    const {
      panel: p,
      columns,
      warnings,
    } = await read('指标：地区生产总值(亿元)\n地区,2014年,2013年\n北京市,"2,000.5",1\n天津市,—,3\n注：按当年价格计算\n');
    expect(columns.layout).toBe("wide");
    expect(shape(p)).toEqual({ variables: ["gdp"], periods: [2013, 2014], units: ["110000", "120000"] });
    expect([...p.values]).toEqual([1, 3, 2000.5, Number.NaN]);
    expect(codes(warnings)).toEqual(["layout-decided", "preamble-dropped", "footer-dropped", "text-number"]);
  });
  it("reads the World Bank's form: one row a country and series, one column a year", async () => {
    const { panel: p, columns } = await read(
      'Country Name,Country Code,Series Name,Series Code,2013 [YR2013],2014 [YR2014]\n"Korea, Rep.",KOR,"GDP, US$",GDP,1,2\n"Korea, Rep.",KOR,Population,POP,..,4\nVietnam,VNM,"GDP, US$",GDP,5,6\n',
    );
    expect(columns).toMatchObject({ layout: "wide", unit: "Country Name", variable: "Series Code" });
    expect(shape(p)).toEqual({ variables: ["GDP", "POP"], periods: [2013, 2014], units: ["KOR", "VNM"] });
    expect([...p.values]).toEqual([1, 5, 2, 6, Number.NaN, Number.NaN, 4, Number.NaN]);
  });
  it("names the variable of a wide table by the option, else by the file", async () => {
    const text = "unit,2013,2014\na,1,2\n";
    expect((await read(text)).panel.variables[0].id).toBe("gdp");
    expect((await read(text, { variable: "income" })).panel.variables[0].id).toBe("income");
  });
  it("reads a table of one period, given or numbered 1", async () => {
    const text = "区县,gdp\n甲,1\n乙,2\n";
    for (const [period, expected] of [
      [undefined, 1],
      [2020, 2020],
      ["2020年", 2020],
      [0, 0],
    ] as const) {
      const { panel: p, columns, kind } = await read(text, { period });
      expect(columns).toMatchObject({ layout: "one-period", period: null });
      expect(kind).toBe("as-is");
      expect(shape(p)).toEqual({ variables: ["gdp"], periods: [expected], units: ["甲", "乙"] });
    }
  });
  it("finds unit and period by what stands in them when the headings say nothing", async () => {
    const { columns } = await read("x,k,t,v\n5,北京,2013,1\n6,北京,2014,2\n7,天津,2013,3\n");
    expect(columns).toMatchObject({ unit: "k", period: "t", variables: ["x", "v"] });
  });
  it("prefers the column that names known regions", async () => {
    const { columns, panel: p } = await read("region,province,v\nEast,北京,1\nWest,四川,2\nWest,云南,3\n");
    expect(columns).toMatchObject({ unit: "province", groupings: ["region"] });
    expect(p.groupings[0].of).toEqual(["East", "West", "West"]);
  });
  it("does as it is told", async () => {
    const text = "a,b,2013,2014,v\nx,1,5,6,9\ny,2,7,8,9\n";
    const long = await read(text, { unit: "a", period: "b", regions: "as-is" });
    expect(shape(long.panel)).toEqual({ variables: ["2013", "2014", "v"], periods: [1, 2], units: ["x", "y"] });
    const wide = await read(text, { unit: "a", layout: "wide" });
    expect(shape(wide.panel)).toEqual({ variables: ["gdp"], periods: [2013, 2014], units: ["x", "y"] });
    expect(wide.columns.aside).toEqual(["b", "v"]);
    const named = await read("who,what,n,year\nx,p,1,2013\nx,q,2,2013\n", { variable: "what", value: "n", unit: "who" });
    expect(shape(named.panel)).toEqual({ variables: ["p", "q"], periods: [2013], units: ["x"] });
    const flat = await read("a,2013,2014\nx,5,6\n", { unit: "a", layout: "long" });
    expect(shape(flat.panel).variables).toEqual(["2013", "2014"]);
  });
});

describe("readPanel: what stands beside the numbers", () => {
  it("takes numbers headed area for a surface, and texts for second names", async () => {
    const table = (areas: readonly string[]) =>
      ["code,year,area,x", ...areas.map((area, k) => `${"abc"[k]},2020,${area},${k}`), ""].join("\n");
    expect((await read(table(["83871", "30528", "110.5"]))).columns).toMatchObject({ variables: ["area", "x"], aside: [] });
    expect((await read(table(["North", "South", "West"]))).columns.variables).not.toContain("area");
  });
  it("turns texts that are constant within a unit into groupings, and sets the others aside", async () => {
    const {
      panel: p,
      columns,
      warnings,
    } = await read(
      "adcode,name_zh,region4,year,note,v\n110000,北京,East,2013,x,1\n110000,北京,,2014,y,2\n510000,四川,West,2013,,3\n520000,贵州,West,2013,,4\n",
    );
    expect(p.groupings).toEqual([
      {
        id: "region4",
        names: { en: "region4", zh: "region4" },
        groups: [
          { key: "East", names: { en: "East", zh: "East" } },
          { key: "West", names: { en: "West", zh: "West" } },
        ],
        of: ["East", "West", "West"],
      },
    ]);
    expect(columns.aside).toEqual(["name_zh", "note"]);
    expect(codes(warnings)).toEqual(["layout-decided", "columns-aside"]);
  });
  it("names units taken as they are by their further names", async () => {
    const { panel: p } = await read("code,name_zh,name_en,v\n110101,东城区,Dongcheng,1\n110102,西城区,Xicheng,2\n", {
      regions: "as-is",
      unit: "code",
    });
    expect(p.units).toEqual([
      { code: "110101", names: { en: "Dongcheng", zh: "东城区" } },
      { code: "110102", names: { en: "Xicheng", zh: "西城区" } },
    ]);
  });
  it("marks directions, and refuses one for a column that is not there", async () => {
    const text = "unit,a,b\nx,1,2\ny,3,4\n";
    const directions = async (options: Partial<ReadPanelOptions>) =>
      (await read(text, options)).panel.variables.map(({ direction }) => direction);
    expect(await directions({})).toEqual([0, 0]);
    expect(await directions({ negative: ["b"] })).toEqual([1, -1]);
    expect(await directions({ directions: { a: 1 } })).toEqual([1, 0]);
    expect(await faultOf(text, { negative: ["bb"] })).toMatchObject({ code: "unknown-column", next: { en: 'did you mean "b"?' } });
  });
  it("warns of a column without a single number and keeps it", async () => {
    const { panel: p, warnings } = await read("unit,a,b\nx,1,NA\ny,3,\n");
    expect(shape(p).variables).toEqual(["a", "b"]);
    expect(codes(warnings)).toContain("all-missing");
  });
  it("accepts two spellings of one unit in different years, with a warning", async () => {
    const { panel: p, warnings } = await read("province,year,v\n北京,2013,1\n北京市,2014,2\n天津,2013,3\n");
    expect(shape(p).units).toEqual(["110000", "120000"]);
    expect(warnings.find(({ code }) => code === "unit-spellings")?.text.en).toContain('"北京" (2) = "北京市" (3)');
  });
  it("keeps Hong Kong, Macao and Taiwan under their codes, with a warning", async () => {
    const { panel: p, warnings } = await read("province,v\n香港,1\n北京,2\n天津,3\n");
    expect(shape(p).units).toEqual(["110000", "120000", "810000"]);
    expect(codes(warnings)).toContain("outside-31");
  });
  it("drops unmatched rows when asked, without reading their cells", async () => {
    const text = "province,v\n北京,2\n天津,3\n全国,see note\n";
    const { panel: p, warnings } = await read(text, { onUnmatched: "drop" });
    expect(shape(p).units).toEqual(["110000", "120000"]);
    expect(warnings.find(({ code }) => code === "units-dropped")?.text.zh).toContain('"全国" (4)');
  });
  it("says what it decided, in both languages", async () => {
    const { warnings } = await read("省份,年份,gdp\n北京,2013,1\n");
    expect(warnings[0]).toEqual({
      code: "layout-decided",
      text: {
        en: 'read as one row a unit and period (UTF-8): "省份" holds 1 unit (province of China); periods 2013 in "年份"; variables gdp',
        zh: '按长表（每行为一个单位一个时期）读入（UTF-8）：单位列 "省份"，共 1 个（中国省级地区）；时期 2013（列 "年份"）；变量 gdp',
      },
    });
  });
});

describe("readPanel: faults", () => {
  it("lists every unmatched unit with its line and a suggestion", async () => {
    const fault = await faultOf("province,year,v\n北京,2013,1\nYunan,2013,2\nYunan,2014,2\n上海,2013,3\nGuandong,2013,4\n");
    expect([fault, ...fault.others].map(({ code, place, next }) => [code, place.line, place.column, next.en])).toEqual([
      ["unknown-unit", 3, 1, 'did you mean "Yunnan"?'],
      ["unknown-unit", 6, 1, 'did you mean "Guangdong"?'],
    ]);
  });
  it("refuses an empty unit", async () => {
    expect(await faultOf("unit,v\na,1\n,2\n")).toMatchObject({ code: "empty-unit", place: { line: 3, column: 1 } });
  });
  it("names both lines of every duplicate key", async () => {
    const fault = await faultOf("province,year,v\n北京,2013,1\n天津,2013,1\n北京市,2013,1\n天津,2013,2\n");
    expect(fault).toMatchObject({ code: "duplicate-key", place: { line: 4 } });
    expect(fault.found.en).toBe('unit "北京 110000", period 2013 stands on line 2 and on line 4; 2 such rows');
    expect(fault.found.zh).toContain("第 2 行和第 4 行");
    expect(fault.others.map(({ place, found }) => [place.line, found.en])).toEqual([
      [5, 'unit "天津 120000", period 2013 stands on line 3 and on line 5'],
    ]);
    const stacked = await faultOf("unit,year,variable,value\na,2013,x,1\na,2013,y,1\na,2013,y,2\n");
    expect(stacked.found.en).toContain('"y", unit "a", period 2013 stands on line 3 and on line 4');
    expect((await faultOf("unit,2013,2014\na,1,2\na,3,4\n")).place.line).toBe(3);
  });
  it("suggests naming the period when units repeat and no period was found", async () => {
    expect((await faultOf("unit,v\na,1\na,2\n")).next.en).toContain("period: <column>");
  });
  it("lists cells that are no numbers, column by column", async () => {
    const fault = await faultOf('unit,year,a,b\nx,2013,1,1\ny,2013,two,2\nz,2013,3,"1.234,5"\n');
    expect(fault).toMatchObject({ code: "text-number", place: { line: 3, column: 3 } });
    expect(fault.found.en).toBe('"two" in column "a" is not a number');
    expect(fault.others[0]).toMatchObject({ code: "ambiguous-decimal", place: { line: 4, column: 4 } });
    const wide = await faultOf("unit,2013,2014\nx,1,2\ny,3,oops\n");
    expect(wide).toMatchObject({ place: { line: 3, column: 3 } });
  });
  it("refuses periods that are not years", async () => {
    const fault = await faultOf("unit,year,v\nx,2013,1\nx,2013Q2,2\nx,,3\n");
    expect(fault).toMatchObject({ code: "bad-period", place: { line: 3, column: 2 } });
    expect(fault.found.en).toContain('also "" (4)');
  });
  it.each([
    ["no-unit-column", "year,v\n2013,1\n2014,2\n", {}],
    ["no-numeric-column", "province,year,name\n北京,2013,x\n天津,2013,y\n", {}],
    ["no-numeric-column", "province,v\n北京,\n天津,NA\n", {}],
    ["no-year-columns", "unit,v\na,1\n", { layout: "wide" }],
    ["duplicate-header", "unit,2013,2013年\na,1,2\n", {}],
    ["unknown-column", "unit,v\na,1\n", { unit: "units" }],
    ["unknown-column", "unit,v\na,1\n", { period: "year" }],
    ["unknown-column", "unit,v\na,1\n", { value: "val", variable: "v" }],
    ["empty-variable", "unit,year,variable,value\na,2013,x,1\na,2013,,1\n", {}],
    ["ragged-row", "unit,v\na,1,2\n", {}],
    ["unknown-unit", "unit,v\nx,1\ny,2\n", { regions: "countries", onUnmatched: "drop" }],
  ] as const)("faults with %s for %j", async (code, text, options) => {
    expect((await faultOf(text, options)).code).toBe(code);
  });
  it("refuses a panel of more cells than memory holds", async () => {
    const rows = Array.from({ length: 9000 }, (_, k) => `u${k},${k + 1},1,1`);
    expect((await faultOf(`unit,period,a,b\n${rows.join("\n")}\n`)).code).toBe("panel-too-large");
  });
});

describe("readPanel: laws", () => {
  const name = fc.stringMatching(/^[a-zA-Z_\u4e00-\u9fa5,;"' ]{1,8}$/).filter((text) => /[a-zA-Z\u4e00-\u9fa5]/.test(text.trim()));
  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  );
  const field = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const panels = fc
    .record({
      variables: fc.uniqueArray(name, { minLength: 1, maxLength: 4, selector: (text) => text.trim() }),
      periods: fc.uniqueArray(fc.integer({ min: 1900, max: 2100 }), { minLength: 1, maxLength: 4 }),
      units: fc.uniqueArray(name, { minLength: 1, maxLength: 5, selector: (text) => text.trim() }),
    })
    .chain(({ variables, periods, units }) =>
      fc
        .array(cell, {
          minLength: variables.length * periods.length * units.length,
          maxLength: variables.length * periods.length * units.length,
        })
        .map((values) =>
          panel({
            variables: variables.map((id) => ({ id: `v ${id.trim()}` })),
            periods: [...periods].sort((a, b) => a - b),
            units: units.map((code) => ({ code: `u ${code.trim()}` })),
            values: Float64Array.from(values, (x) => x + 0),
          }),
        ),
    )
    .filter((p) => p.values.some((x) => x === x));
  const number = (x: number): string => (x === x ? String(x) : "NA");

  it("reads back the cells of any panel written as a long table", async () => {
    await fc.assert(
      fc.asyncProperty(panels, fc.constantFrom("\n", "\r\n"), async (p, end) => {
        const rows = p.units.flatMap(({ code }, i) =>
          p.periods.map((period, t) =>
            [field(code), period, ...p.variables.map((_, v) => number(series(p, v)[t * p.units.length + i]))].join(","),
          ),
        );
        const text = [["unit", "period", ...p.variables.map(({ id }) => field(id))].join(","), ...rows, ""].join(end);
        const back = await read(text, { regions: "as-is" });
        expect(shape(back.panel)).toEqual(shape(p));
        expect([...back.panel.values]).toEqual([...p.values]);
      }),
      { numRuns: 60 },
    );
  });
  it("answers any text with a panel or a fault, never with another error", async () => {
    const part = fc.constantFrom(
      "unit",
      "year",
      "北京",
      "2013",
      "1",
      "-",
      "x",
      ",",
      ",",
      ",",
      "\n",
      "\n",
      '"',
      ";",
      "\t",
      " ",
      "注：",
      "\uFEFF",
      "é",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
        const outcome = await read(parts.join("")).catch((error: unknown) => error);
        expect(isFault(outcome) || (outcome as { panel?: Panel }).panel?.kind === "panel").toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  it("reads the same panel from a table of one row a value, whatever the order of its rows", async () => {
    await fc.assert(
      fc.asyncProperty(panels, fc.boolean(), async (p, reversed) => {
        const rows = p.variables.flatMap(({ id }, v) =>
          p.units.flatMap(({ code }, i) =>
            p.periods.map((period, t) => [field(code), period, field(id), number(series(p, v)[t * p.units.length + i])].join("\t")),
          ),
        );
        if (reversed) rows.reverse();
        const { panel: back } = await read(["unit\tperiod\tvariable\tvalue", ...rows].join("\n"), { regions: "as-is", delimiter: "\t" });
        const at = (q: Panel, id: string, unit: string, period: number): number =>
          series(q, id)[q.periods.indexOf(period) * q.units.length + q.units.findIndex(({ code }) => code === unit)];
        for (const { id } of p.variables) {
          for (const { code } of p.units) for (const period of p.periods) expect(at(back, id, code, period)).toBe(at(p, id, code, period));
        }
      }),
      { numRuns: 40 },
    );
  });
});
