import { readdirSync, readFileSync } from "node:fs";
import { chinaProvinces, readSet } from "@gongfu/engine/read";
import { countMissing, Flag, flagsOf, offset, series, variableIndex } from "@gongfu/engine/table";
import { describe, expect, it } from "vitest";
import { host, root } from "../study/shipped.js";

/** The shipped set against published totals and against itself, in plain loops. */
const set = await readSet("china-provinces", host.readShipped);
const { panel } = set;
const { units, variables, periods } = panel;
const years = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022];
const folder = new URL("data/china-provinces/", root);

const at = (column: string, year: number): number[] =>
  units.map((_, i) => panel.values[offset(panel, variableIndex(panel, column), year - 2013, i)]);
const cell = (column: string, unit: string, year: number): number => at(column, year)[units.findIndex(({ names }) => names.en === unit)];
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const weighted = (values: readonly number[], weights: readonly number[]): number =>
  sum(values.map((value, i) => value * weights[i])) / sum(weights);
const flagged = (column: string, bit: number): string[] =>
  years.flatMap((year, t) =>
    units.flatMap(({ names }, i) => (flagsOf(panel, column)[t * units.length + i] & bit ? [`${names.en} ${year}`] : [])),
  );

describe("china-provinces: shape", () => {
  it("has 31 provincial units by code, ten years and 31 columns", () => {
    expect(units.map(({ code, names }) => ({ code, names }))).toEqual(
      chinaProvinces.filter(({ outside }) => !outside).map(({ code, names }) => ({ code, names })),
    );
    expect(periods).toEqual(years);
    expect(variables).toHaveLength(31);
    expect(set.coverage.zh).toContain("不含港澳台");
    for (const place of ["Hong Kong", "Macao", "Taiwan"]) expect(set.coverage.en).toContain(place);
  });

  it("holds 31 × 10 cells a column, written as shortest decimals, units ascending", () => {
    const names = variables.map(({ id }) => `${id}.csv`).sort();
    expect(readdirSync(new URL("values/", folder)).sort()).toEqual(names);
    expect(readdirSync(new URL("status/", folder)).sort()).toEqual(names);
    const codes = units.map(({ code }) => code);
    for (const kind of ["values", "status"]) {
      for (const name of names) {
        const text = readFileSync(new URL(`${kind}/${name}`, folder), "utf8");
        expect(text).toMatch(/^unit,.*\n$/s);
        expect(text).not.toContain("\r");
        const [header, ...rows] = text.trimEnd().split("\n");
        expect(header).toBe(`unit,${years.join()}`);
        const cells = rows.map((row) => row.split(","));
        expect(cells.map(([unit]) => unit)).toEqual(codes);
        expect(codes).toEqual([...codes].sort());
        for (const [, ...rest] of cells) {
          expect(rest).toHaveLength(10);
          if (kind === "values") for (const one of rest) expect(one === "" ? "" : String(Number(one))).toBe(one);
        }
      }
    }
  });

  it("describes every column in both languages, by its original source", () => {
    for (const { id, names, unit, source, vintage, breaks } of variables) {
      expect(id).toMatch(/^[a-z][a-z0-9_]*$/);
      for (const text of [names, source, vintage, ...breaks.map(({ note }) => note)]) {
        expect(text.en).toMatch(/^[^\p{Script=Han}]+$/u);
        expect(text.zh).toMatch(/\p{Script=Han}/u);
      }
      expect(unit.zh === "%" ? unit.en : unit.zh).toMatch(/^%$|\p{Script=Han}/u);
      expect(source.en).not.toMatch(/PKU|Peking University|CEADs|research index/i);
      expect(source.zh).not.toMatch(/北京大学|CEADs|^同上/);
    }
    const ids = new Set(variables.map(({ id }) => id));
    for (const { variable, note } of set.notes) {
      expect(variable === "" || ids.has(variable)).toBe(true);
      expect(note.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it("misses 181 of 9,610 cells: consumption 2013, broadband 2021–22, unemployment 2022, mobile internet 2013", () => {
    expect(panel.values).toHaveLength(9610);
    expect(countMissing(panel)).toBe(181);
    const gaps = variables.flatMap(({ id }) =>
      years.flatMap((year) => {
        const missing = at(id, year).filter(Number.isNaN).length;
        return missing ? [[id, year, missing]] : [];
      }),
    );
    expect(gaps).toEqual([
      ["broadband_subs", 2021, 31],
      ["broadband_subs", 2022, 31],
      ["mobile_internet_users", 2013, 26],
      ["cons_urban", 2013, 31],
      ["cons_rural", 2013, 31],
      ["unemployment_registered", 2022, 31],
    ]);
  });

  it("says of every cell how it was obtained", () => {
    expect(set.statuses.map(({ code, cells }) => [code, cells])).toEqual([
      ["F", 5486],
      ["T", 2449],
      ["V", 1449],
      [".", 181],
      ["v", 37],
      ["x", 6],
      ["S", 2],
    ]);
    for (const { names } of set.statuses) expect(names.zh).toMatch(/\p{Script=Han}/u);
  });
});

describe("china-provinces: published figures", () => {
  it.each([
    ["gdp", "Beijing", 2020, 38503.6],
    ["gdp", "Guangdong", 2020, 113708.9],
    ["gdp", "Guizhou", 2020, 18308.3],
    ["income_urban", "Zhejiang", 2020, 62699],
    ["income_rural", "Zhejiang", 2020, 31930],
    ["income_urban", "Gansu", 2020, 33822],
    ["income_rural", "Gansu", 2020, 10344],
    ["income_urban", "Shanghai", 2022, 84034],
    ["income_rural", "Shanghai", 2022, 39729],
  ])("%s of %s in %i is %f", (column, unit, year, expected) => {
    expect(cell(column, unit, year)).toBe(expected);
  });

  it.each([
    ["pop", 2020, 141013, 0.5],
    ["mobile_phone_users", 2020, 159407, 0.5],
    ["broadband_subs", 2013, 18890.9, 0.05],
    ["broadband_subs", 2020, 48354.9, 0.05],
    ["broadband_ports", 2020, 94604.9, 0.05],
    ["ecommerce_sales", 2020, 189334.5, 0.05],
    ["software_revenue", 2020, 81625.6, 0.05],
    ["rd_fte", 2020, 5234509, 0.5],
  ])("the provinces' %s of %i sum to %f", (column, year, expected, tolerance) => {
    expect(Math.abs(sum(at(column, year)) - expected)).toBeLessThan(tolerance);
  });

  it("urban residents are 63.84 % in 2020", () => {
    expect((100 * sum(at("pop_urban", 2020))) / sum(at("pop", 2020))).toBeCloseTo(63.84, 2);
  });

  it.each([
    [2013, 69011],
    [2020, 100142],
    [2022, 108762],
  ])("self-sufficiency times expenditure gives the local revenue of %i within 1", (year, expected) => {
    const expenditure = at("fiscal_exp", year);
    const revenue = sum(at("fiscal_self_sufficiency", year).map((share, i) => (share / 100) * expenditure[i]));
    expect(Math.abs(revenue - expected)).toBeLessThan(1);
  });

  it.each([
    [2013, 9.67],
    [2022, 14.88],
  ])("the population-weighted share aged 65 and over of %i is the national one", (year, expected) => {
    expect(Math.abs(weighted(at("age65_share", year), at("pop", year)) - expected)).toBeLessThan(0.02);
  });
});

describe("china-provinces: identities", () => {
  /** Survey weight of the urban population implied by total = w · urban + (1 − w) · rural. */
  const surveyWeights = (year: number): number[] => {
    const urban = at("income_urban", year);
    const rural = at("income_rural", year);
    return at("income_total", year).map((total, i) => (total - rural[i]) / (urban[i] - rural[i]));
  };
  const urbanShares = (year: number): number[] => at("pop_urban", year).map((urban, i) => urban / at("pop", year)[i]);

  it("income: the implied survey weight averages 5.4 points below urbanisation, from Guizhou −12 to Shanghai +1", () => {
    const gaps = years.flatMap((year) =>
      surveyWeights(year).map((weight, i) => {
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThan(1);
        return { unit: units[i].names.en, gap: 100 * (weight - urbanShares(year)[i]) };
      }),
    );
    gaps.sort((a, b) => a.gap - b.gap);
    expect(sum(gaps.map(({ gap }) => gap)) / gaps.length).toBeCloseTo(-5.4, 1);
    expect(gaps[0].unit).toBe("Guizhou");
    expect(Math.round(gaps[0].gap)).toBe(-12);
    expect(gaps[309].unit).toBe("Shanghai");
    expect(Math.round(gaps[309].gap)).toBe(1);
  });

  it.each([
    [2013, 0.5226],
    [2020, 0.5655],
    [2022, 0.5764],
  ])("income: the national survey weight of %i", (year, expected) => {
    expect(weighted(surveyWeights(year), at("pop", year))).toBeCloseTo(expected, 4);
  });

  it.each([
    [2014, 14491.4],
    [2020, 21209.9],
    [2022, 24538],
  ])("consumption: with the weights of the incomes it comes within 2 % of the national figure of %i", (year, national) => {
    const weights = surveyWeights(year);
    const urban = at("cons_urban", year);
    const rural = at("cons_rural", year);
    const totals = weights.map((w, i) => w * urban[i] + (1 - w) * rural[i]);
    expect(Math.abs(weighted(totals, at("pop", year)) / national - 1)).toBeLessThan(0.02);
  });

  it.each([
    [2013, 0.13535, 0.04805, 0.0873],
    [2022, 0.09513, 0.03835, 0.05679],
  ])("Theil T of %i between and within provinces, resident weights", (year, total, between, within) => {
    const population = at("pop", year);
    const urbanPopulation = at("pop_urban", year);
    const cells = units.flatMap((_, i) => [
      { i, people: urbanPopulation[i], income: at("income_urban", year)[i] },
      { i, people: population[i] - urbanPopulation[i], income: at("income_rural", year)[i] },
    ]);
    const people = sum(population);
    const money = sum(cells.map((one) => one.people * one.income));
    const provinceMoney = units.map((_, i) => sum(cells.filter((one) => one.i === i).map((one) => one.people * one.income)));
    const theil = (parts: readonly { people: number; money: number }[]): number =>
      sum(parts.map((part) => (part.money / money) * Math.log(part.money / money / (part.people / people))));
    const all = theil(cells.map((one) => ({ people: one.people, money: one.people * one.income })));
    const outer = theil(units.map((_, i) => ({ people: population[i], money: provinceMoney[i] })));
    expect(Math.abs(all - total)).toBeLessThan(1e-5);
    expect(Math.abs(outer - between)).toBeLessThan(1e-5);
    expect(Math.abs(all - outer - within)).toBeLessThan(1e-5);
  });

  it("shares lie between 0 and 100, the rest is positive; urban incomes exceed rural ones", () => {
    for (const { id, unit } of variables) {
      for (const value of series(panel, id)) {
        if (Number.isNaN(value)) continue;
        expect(value).toBeGreaterThan(0);
        if (unit.en === "%") expect(value).toBeLessThanOrEqual(100);
      }
    }
    for (const year of years) {
      const rural = at("income_rural", year);
      at("income_urban", year).forEach((urban, i) => {
        expect(urban).toBeGreaterThan(rural[i]);
      });
    }
  });
});

describe("china-provinces: what a reader must know", () => {
  it("marks suspect and solved cells", () => {
    expect(flagged("software_revenue", Flag.suspect)).toEqual([
      ...[2018, 2019, 2020].map((year) => `Heilongjiang ${year}`),
      "Inner Mongolia 2021",
      "Heilongjiang 2021",
      "Heilongjiang 2022",
    ]);
    const tibet = [2014, 2015, 2016, 2017, 2018].map((year) => `Tibet ${year}`);
    expect(flagged("urban_water", Flag.suspect)).toEqual(tibet);
    expect(flagged("urban_gas", Flag.suspect)).toEqual(tibet);
    expect(flagged("cons_urban", Flag.estimated)).toEqual(["Jilin 2022"]);
    expect(flagged("cons_rural", Flag.estimated)).toEqual(["Tibet 2022"]);
    const count = (bit: number): number => panel.flags.reduce((n, flags) => n + (flags & bit ? 1 : 0), 0);
    expect(count(Flag.suspect)).toBe(16);
    expect(count(Flag.estimated)).toBe(2);
    expect(count(Flag.imputed)).toBe(0);
  });

  it("declares the breaks", () => {
    const declared = variables.flatMap(({ id, breaks }) => breaks.map(({ period, unit }) => [id, period, unit ?? "all"].join(" ")));
    expect(declared).toEqual([
      "fiscal_exp 2015 all",
      "fiscal_self_sufficiency 2015 all",
      "income_total 2013 all",
      "income_urban 2013 all",
      "income_rural 2013 all",
      "cons_urban 2013 all",
      "cons_rural 2013 all",
      "hospital_beds 2020 all",
      "he_students 2021 120000",
      "he_students 2021 220000",
      "unemployment_registered 2022 all",
      "age65_share 2020 all",
      "age65_share 2021 all",
    ]);
    expect(flagged("he_students", Flag.break)).toEqual(["Tianjin 2021", "Jilin 2021"]);
    expect(flagged("hospital_beds", Flag.break)).toHaveLength(31);
    expect(flagged("unemployment_registered", Flag.break)).toEqual([]);
    expect(variables[variableIndex(panel, "gdp")].vintage.zh).toContain("第五次全国经济普查");
  });

  it("puts every province in one of four regions", () => {
    const [region4, ...others] = panel.groupings;
    expect(others).toEqual([]);
    expect(region4.id).toBe("region4");
    const sizes = region4.groups.map(({ names, key }) => [names.zh, region4.of.filter((of) => of === key).length]);
    expect(sizes).toEqual([
      ["东部", 10],
      ["中部", 6],
      ["西部", 12],
      ["东北", 3],
    ]);
  });

  it("draws 31 tiles, one a province, no two in one place", () => {
    expect(set.tiles.map(({ code }) => code).sort()).toEqual(units.map(({ code }) => code));
    expect(new Set(set.tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(31);
  });

  it("joins 68 pairs by land, each once, and Guangdong with Hainan by a named convention", () => {
    const codes = new Set(units.map(({ code }) => code));
    for (const { a, b } of set.borders) {
      expect(codes.has(a) && codes.has(b)).toBe(true);
      expect(a < b).toBe(true);
    }
    expect(new Set(set.borders.map(({ a, b }) => a + b)).size).toBe(69);
    expect(set.borders.filter(({ convention }) => convention === undefined)).toHaveLength(68);
    expect(set.borders.filter(({ convention }) => convention !== undefined)).toEqual([
      { a: "440000", b: "460000", convention: "guangdong-hainan" },
    ]);
    const reached = new Set(set.borders.flatMap(({ a, b, convention }) => (convention ? [] : [a, b])));
    expect([...codes].filter((code) => !reached.has(code))).toEqual(["460000"]);
  });

  it("has an account of its origin in both languages", () => {
    const origin = readFileSync(new URL("ORIGIN.md", folder), "utf8");
    const [english, chinese] = origin.split("\n---\n");
    expect(english).not.toMatch(/^#.*\p{Script=Han}/mu);
    expect(chinese).toMatch(/\p{Script=Han}{4}/u);
    for (const { id } of variables) {
      expect(english).toContain(`\`${id}\``);
      expect(chinese).toContain(`\`${id}\``);
    }
  });
});
