import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addScores, cleanPanel, plant, score } from "../../../../bench/planted-errors.js";
import { describeWith, numberOf, type Row, referenceRows } from "../../../../proof/reference-files.js";
import { panelOf } from "../../../../proof/small-tables.js";
import { Fault } from "../../ground/fault/index.js";
import { Flag, type Panel, panel, select, series, withCells } from "../../table/index.js";
import type { Finding } from "../finding.js";
import { dataAudit } from "./data-audit.js";
import type { DataAuditOptions } from "./data-audit.method.js";
import reference from "./data-audit.reference.json";

type Options = Partial<DataAuditOptions>;
const seed = fc.integer({ min: 1, max: 1e6 });
const small = { units: 12, periods: 8, columns: 4 };
const brief = ({ kind, variable, unit, from }: Finding): unknown[] => [kind, variable, unit ?? null, from ?? null];
const briefs = (p: Panel, options: Options = {}): unknown[][] => dataAudit(p, options).value.map(brief);
const inAnyOrder = (list: unknown[][]): string[] => list.map((one) => one.join(" ")).sort();
const ofKind = (p: Panel, kind: string, options: Options = {}): Finding[] => dataAudit(p, options).value.filter((one) => one.kind === kind);
const planted = (k: number): Panel => plant(cleanPanel(k, { units: 31, periods: 10, columns: 12 }), k).panel;

describe("data-audit: laws", () => {
  it("finds the same jumps and breaks when a column is multiplied by a constant", () => {
    fc.assert(
      fc.property(seed, fc.double({ min: 0.01, max: 100, noNaN: true }), (k, factor) => {
        const p = planted(k);
        const scaled = withCells(
          p,
          p.variables,
          p.values.map((one) => one * factor),
        );
        const kinds = ["base-break", "spread-break", "spike", "unit-shift"];
        const jumps = (q: Panel): unknown[][] => briefs(q).filter(([kind]) => kinds.includes(kind as string));
        expect(jumps(scaled)).toEqual(jumps(p));
      }),
      { numRuns: 20 },
    );
  });
  it("says the same, in another order, when columns and units are shuffled", () => {
    fc.assert(
      fc.property(seed, (k) => {
        const p = planted(k);
        const ids = p.variables.map((one) => one.id).reverse();
        const units = p.units.toReversed();
        const shuffled = panel({ ...select(p, ids), units, values: select(p, ids).values.slice() });
        const width = units.length;
        for (let row = 0; row < shuffled.values.length; row += width) shuffled.values.subarray(row, row + width).reverse();
        const named = (q: Panel): string[] => inAnyOrder(briefs(q).filter(([kind]) => kind !== "duplicate"));
        expect(named(shuffled)).toEqual(named(p));
        expect(ofKind(shuffled, "duplicate")).toHaveLength(ofKind(p, "duplicate").length);
      }),
      { numRuns: 10 },
    );
  });
  it("finds a cell that is ten times too large or too small in a column of less noise", () => {
    fc.assert(
      fc.property(seed, fc.nat(3), fc.nat(11), fc.integer({ min: 1, max: 6 }), fc.constantFrom(10, 0.1), (k, v, i, t, factor) => {
        const clean = cleanPanel(k, small);
        const values = clean.values.slice();
        values[(v * 8 + t) * 12 + i] *= factor;
        expect(briefs(withCells(clean, clean.variables, values))).toContainEqual(["spike", `x${v}`, `u${i}`, 2010 + t]);
      }),
    );
  });
  it("changes nothing in the panel it looks at", () => {
    const p = planted(5);
    const [values, flags] = [p.values.slice(), p.flags.slice()];
    dataAudit(p);
    expect([p.values, p.flags]).toEqual([values, flags]);
  });
  it("says no more than chance allows about clean panels", () => {
    const found = Array.from(
      { length: 20 },
      (_, k) => dataAudit(cleanPanel(500 + k, { units: 31, periods: 12, columns: 40 })).value,
    ).flat();
    expect(found.filter((one) => one.severity === "stop")).toEqual([]);
    expect(found.every((one) => one.kind === "repeat")).toBe(true);
    expect(found.length).toBeLessThanOrEqual(20 * 40 * 0.2);
  });
  it("finds at least nine of ten planted defects, and at least nine of ten findings are planted ones", () => {
    const tables = Array.from({ length: 10 }, (_, k) => {
      const clean = cleanPanel(100 + k, { units: 31, periods: 12, columns: 40 });
      const made = plant(clean, 100 + k);
      return score(made.planted, dataAudit(made.panel).value, dataAudit(clean).value);
    });
    const total = addScores(tables);
    expect([...total.keys()].sort()).toEqual(["base-break", "duplicate", "repeat", "spike", "unit-shift"]);
    for (const [kind, one] of total) {
      expect(one.right / one.planted, `recall of ${kind}`).toBeGreaterThanOrEqual(0.9);
      expect(one.right / one.found, `precision of ${kind}`).toBeGreaterThanOrEqual(0.9);
    }
  });
  it("puts the gravest findings first and says each in both languages", () => {
    const { value, tables } = dataAudit(planted(9));
    const ranks = value.map((one) => ["stop", "doubt", "note"].indexOf(one.severity));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    for (const { sentence } of value) {
      expect(sentence.en).toMatch(/^[^\p{Script=Han}]+[.?]$/u);
      expect(sentence.zh).toMatch(/\p{Script=Han}.*。$/u);
    }
    expect(tables[0].columns[0].values).toHaveLength(value.length);
  });
});

describe("data-audit: edges", () => {
  it("takes one unit, one period, one cell and no value at all", () => {
    expect(briefs(panelOf({ x: [1] }))).toEqual([]);
    expect(briefs(panelOf({ x: [1, 2, 3, 4.5] }))).toEqual([]);
    expect(briefs(panelOf({ x: [1, 2, 4, 7] }, { periods: [1, 2, 3, 4] }))).toEqual([]);
    expect(briefs(panelOf({ x: [null, null], y: [1, 2] }, { periods: [1, 2] }))).toEqual([
      ["empty", "x", null, null],
      ["thin", null, "u1", null],
    ]);
  });
  it("compares the changes of series with zeros and negative values too", () => {
    const balance = [-2, 3, 1, 4, 0, 2, -1, 3, 2, 300, 1, 2, 0, 3, 1, 4];
    const p = panelOf({ balance }, { periods: balance.map((_, k) => 2000 + k) });
    expect(ofKind(p, "spike").map(brief)).toEqual([["spike", "balance", "u1", 2009]]);
  });
  it("names constant and nearly constant columns", () => {
    const nearly = Array.from({ length: 40 }, (_, k) => (k === 7 ? 8.25 : 5));
    const found = dataAudit(panelOf({ flat: nearly.map(() => 5), nearly }, { periods: [2019, 2020] })).value;
    expect(found.filter((one) => one.kind === "constant").map(({ variable, severity }) => [variable, severity])).toEqual([
      ["flat", "doubt"],
      ["nearly", "note"],
    ]);
  });
  it("gathers missing periods of several columns and lists scattered holes", () => {
    const x = [null, null, 4.1, 5.2, 6.3, null];
    const p = panelOf({ x, y: [null, null, 1.5, 2.25, 3.5, 4.75] }, { periods: [2019, 2020, 2021] });
    const gaps = ofKind(p, "gap");
    expect(gaps.map(({ variable, other, unit, from, to }) => [variable, other, unit, from, to])).toEqual([
      [null, "x, y", undefined, 2019, 2019],
      ["x", undefined, undefined, 2021, 2021],
    ]);
    const missing = dataAudit(p)
      .tables.find((one) => one.id === "missing")
      ?.columns.find((one) => one.id === "missing");
    expect(missing?.values).toEqual([2, 0, 1, 2, 0, 0]);
  });
  it("checks a total against its urban and rural parts, as a mean or as a sum", () => {
    const urban = [30.1, 31.2, 33.5, 34.6, 36.9, 38.3, 40.2, 41.7, 43.1, 44.8];
    const rural = urban.map((one) => Math.round(one * 4) / 10);
    const income_total = urban.map((one, k) => (k === 4 ? one + 1 : Math.round((one + rural[k]) * 5) / 10));
    const pop_total = urban.map((one, k) => Math.round((one + rural[k] + (k === 6 ? 3 : 0)) * 10) / 10);
    const p = panelOf(
      { income_total, income_urban: urban, income_rural: rural, pop_total, pop_urban: urban, pop_rural: rural },
      { periods: urban.map((_, k) => 2000 + k) },
    );
    expect(ofKind(p, "identity").map(brief)).toEqual([
      ["identity", "income_total", "u1", 2004],
      ["identity", "pop_total", "u1", 2006],
    ]);
  });
  it("checks bounds given by the user and rare negatives among counts", () => {
    const beds = Array.from({ length: 30 }, (_, k) => (k === 11 ? -4 : 40 + ((k * 7) % 13)));
    expect(ofKind(panelOf({ beds }), "bounds").map(brief)).toEqual([["bounds", "beds", "u12", 2020]]);
    const above = dataAudit(panelOf({ beds }), { bounds: [{ variable: "beds", min: -5, max: 51 }] });
    expect(above.tables.find((one) => one.id === "cells")?.columns.at(-1)?.values).toEqual(beds.filter((one) => one > 51));
  });
  it("holds a published ratio to its printed digits", () => {
    const [a, b] = [
      [44564, 48532, 26265],
      [17101, 18867, 12695],
    ];
    const data = { ratio: [2.61, 2.57, 2.07], a, b };
    const identities: Options["identities"] = [{ variable: "ratio", is: "ratio", of: ["a", "b"], times: 1 }];
    expect(ofKind(panelOf(data), "identity", { identities })).toEqual([]);
    const wrong = ofKind(panelOf({ ...data, ratio: [2.61, 2.58, 2.07] }), "identity", { identities });
    expect(wrong[0].sentence.en).toContain("u2 2020, 2.58 printed, 2.572322044 computed");
  });
  it("allows for the rounding of the parts when asked", () => {
    const data = panelOf({ ratio: [3.33], a: [10], b: [3.1] });
    const identities: Options["identities"] = [{ variable: "ratio", is: "ratio", of: ["a", "b"], times: 1 }];
    expect(ofKind(data, "identity", { identities })).toHaveLength(1);
    expect(ofKind(data, "identity", { identities, parts: "rounded" })).toEqual([]);
  });
  it("tells two vintages of one series, and the one that runs on in a straight line", () => {
    const clean = cleanPanel(3, { units: 31, periods: 10, columns: 2 });
    const values = clean.values.slice();
    const size = 310;
    values.copyWithin(size, 0, size);
    for (let k = 8 * 31; k < size; k++) values[size + k] = Math.round(2 * values[size + k - 31] - values[size + k - 62]);
    const [found] = ofKind(withCells(clean, clean.variables, values), "vintage");
    expect(brief(found)).toEqual(["vintage", "x1", null, 2018]);
    expect(found).toMatchObject({ other: "x0", to: 2019, severity: "stop", offer: "drop", statistic: 0.8 });
  });
  it("repeats what the panel declares, and marks findings there as declared", () => {
    const x = [3.1, 3.3, 3.6, 40.1, 4.2, 4.4, 4.9, 5.3];
    const p = panelOf({ x }, { periods: x.map((_, k) => 2010 + k), flags: { x: x.map((_, k) => (k === 3 ? Flag.suspect : 0)) } });
    const note = { en: "New definition.", zh: "口径改变。" };
    const declared = { ...p, variables: [{ ...p.variables[0], breaks: [{ period: 2015, note }] }] };
    const found = dataAudit(declared).value;
    expect(found.map((one) => [...brief(one), one.declared])).toEqual([
      ["spike", "x", "u1", 2013, true],
      ["break-declared", "x", null, 2015, true],
      ["suspect-declared", "x", "u1", 2013, true],
    ]);
  });
  it("prints recorded decisions and warns about those that meet nothing", () => {
    const p = planted(11);
    const spike = ofKind(p, "spike")[0];
    const decision = {
      variable: spike.variable as string,
      unit: spike.unit,
      period: spike.from,
      action: "drop",
      reason: "misprint",
    } as const;
    const stray = { ...decision, unit: "u-none" };
    const { value, warnings, tables } = dataAudit(p, { decisions: [decision, stray] });
    expect(value.find((one) => brief(one).join() === brief(spike).join())?.decision).toEqual(decision);
    expect(warnings.map((one) => one.code)).toEqual(["decision-unmatched", "undecided-findings"]);
    expect(tables.find((one) => one.id === "decisions")?.columns.at(-1)?.values).toEqual([expect.any(Number), 0]);
  });
  it("stops when asked until the finding is decided", () => {
    const x = [3.1, 3.3, 3.6, 40.1, 4.2, 4.4, 4.9, 5.3];
    const p = panelOf({ x }, { periods: x.map((_, k) => 2010 + k) });
    expect(() => dataAudit(p, { stopOn: "stop" })).toThrow(Fault);
    const decisions: Options["decisions"] = [{ variable: "x", kind: "spike", action: "impute", reason: "40.1 for 4.01" }];
    expect(dataAudit(p, { stopOn: "stop", decisions }).trace.undecided).toBe(0);
  });
  it.each([
    ["an unknown column in a decision", { decisions: [{ variable: "y", action: "keep", reason: "-" }] }],
    ["an unknown column in an identity", { identities: [{ variable: "x", is: "sum", of: ["x", "z"], times: 1 }] }],
    ["crossed bounds", { bounds: [{ variable: "x", min: 2, max: 1 }] }],
    ["an unknown action", { decisions: [{ variable: "x", action: "guess" as never, reason: "-" }] }],
  ] satisfies [string, Options][])("faults on %s", (_, options) => {
    expect(() => dataAudit(panelOf({ x: [1, 2] }), options)).toThrow(Fault);
  });
});

describe("data-audit: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    const p = panelOf(input.columns as unknown as Record<string, number[]>, { periods: input.periods });
    const units = (input as { units?: Record<string, string> }).units ?? {};
    const variables = p.variables.map((one) => ({ ...one, unit: { en: units[one.id] ?? "", zh: units[one.id] ?? "" } }));
    expect(briefs({ ...p, variables })).toEqual(expected);
  });
});

const cases = "../data/audit-cases/";

describeWith(cases, "the real panels with their real defects")("data-audit: real defects", () => {
  const provinces = tablePanel(`${cases}cn_provinces_panel_2011_2024.csv`, ["adcode", "year"], ["name_zh", "name_en", "region4"]);
  const found = dataAudit(provinces).value.map(brief);
  const count = (kind: string, options: Options = {}): number => ofKind(provinces, kind, options).length;

  it.each([
    ["base-break", "telecom_volume_1e8", null, 2016],
    ["base-break", "telecom_volume_1e8", null, 2021],
    ["spike", "software_revenue_1e8", "150000", 2021],
    ["spike", "optical_cable_km", "460000", 2018],
    ["spike", "websites_1e4", "310000", 2016],
    ["unit-shift", "software_revenue_1e8", "230000", 2018],
    ["repeat", "va_secondary", "650000", 2015],
    ["repeat", "optical_cable_km", "460000", 2015],
    ["repeat", "optical_cable_km", "460000", 2021],
    ["spread-break", "hospital_beds_per_1e4", null, 2020],
    ["straight-line", "websites_1e4", null, 2019],
    ["vintage", "dfi_pku_alt_suspect", null, 2021],
  ])("%s in %s, %s %i", (...wanted) => {
    expect(found).toContainEqual(wanted);
  });
  it("flags no more than these rules should: 3 base breaks, 4 spread breaks, 3 repeats, 1 interpolated column", () => {
    expect([count("base-break"), count("spread-break"), count("repeat"), count("straight-line")]).toEqual([3, 4, 3, 1]);
  });
  it("flags 7 spikes and 22 shifts when a unit's own noise is not asked", () => {
    expect([count("spike", { jumpOwn: 0 }), count("unit-shift", { jumpOwn: 0 })]).toEqual([7, 22]);
  });
  it("says that two vintages differ in all 62 cells", () => {
    const [pair] = ofKind(provinces, "vintage", { sameSeries: [["dfi_pku", "dfi_pku_alt_suspect"]] });
    expect(pair).toMatchObject({ severity: "stop", sentence: { en: expect.stringContaining("differ in 62 of 62 cells") } });
  });
  it("parts two releases that agree to 2020, and finds the one that runs on evenly", () => {
    const other = tablePanel(`${cases}digital24_original_2013_2023.csv`, ["adcode", "year"], []);
    const joined = joinedPanel(provinces, "dfi_pku", other, "dfi_pku");
    const [pair] = ofKind(joined, "vintage");
    expect(pair).toMatchObject({ variable: "b", other: "a", from: 2021, to: 2022, severity: "stop" });
    expect(pair.sentence.en).toMatch(/agree exactly in 248 of 310 cells and differ in 62/);
  });
  it("touches every filled-in cell but the 5 between 4 and 5, which chance explains", () => {
    const filled = tablePanel(`${cases}digital22_interpolated_2013_2022.csv`, ["id", "year"], ["province"]);
    const original = tablePanel(`${cases}digital24_original_2013_2023.csv`, ["adcode", "year"], ["X_drop_digital_real_integration"]);
    const { tables } = dataAudit(filled);
    const columns = Object.fromEntries(tables[1].columns.map((one) => [one.id, one.values]));
    const touched = new Set(columns.variable.map((id, k) => `${id} ${columns.unit[k]} ${columns.period[k]}`));
    const pairs = { x5: "ipv4_1e4", x13: "mobile_internet_users_1e4", x21: "rd_institutions_industrial" };
    const holes = Object.entries(pairs).flatMap(([id, source]) =>
      holesOf(original, source)
        .filter(({ period }) => period <= 2022)
        .map(({ unit, period }) => `${id} ${unit} ${period}`),
    );
    expect(holes).toHaveLength(90);
    expect(holes.filter((one) => !touched.has(one))).toEqual(["x21 540000 2018"]);
  });
  it("tells GDP and population before and after the revision apart", () => {
    const old = tablePanel(`${cases}gpi_components_1985_2018.csv`, ["adcode", "year"], ["name_zh", "name_en"]);
    const differing = (a: string, b: string): number => {
      const joined = joinedPanel(provinces, a, old, b);
      const last = withCells(
        { ...joined, periods: [2018] },
        joined.variables,
        Float64Array.from([...series(joined, 0).subarray(7 * 31, 8 * 31), ...series(joined, 1).subarray(7 * 31, 8 * 31)]),
      );
      const [pair] = ofKind(last, "vintage", { sameSeries: [["a", "b"]] });
      return Math.round(pair.statistic * 31);
    };
    expect(differing("gdp", "gdp_1e8_old_vintage")).toBe(28);
    expect(differing("pop", "pop_1e4")).toBe(27);
  });
  it("finds that the published urban–rural ratio equals its levels to six decimals, and sees one wrong digit", () => {
    const facts = tablePanel("../data/china-provinces/facts.csv", ["adcode", "year"], ["province_zh", "province_en"]);
    const ratio = joinedPanel(provinces, "urban_rural_income_ratio", facts, "income_urban");
    const both = panel({
      ...ratio,
      variables: [{ id: "ratio" }, { id: "urban" }, { id: "rural" }],
      values: Float64Array.from([...ratio.values, ...series(joinedPanel(provinces, "gdp", facts, "income_rural"), 1)]),
      flags: undefined,
    });
    const identities: Options["identities"] = [{ variable: "ratio", is: "ratio", of: ["urban", "rural"], times: 1 }];
    expect(ofKind(both, "identity", { identities })).toEqual([]);
    const values = both.values.slice();
    values[5 * 31 + 9] += 1e-6;
    expect(ofKind(withCells(both, both.variables, values), "identity", { identities })[0].sentence.en).toContain("1 of 310 cells");
  });
});

/** A file of rows (unit, year, columns) as a panel. */
function tablePanel(path: string, [unit, year]: readonly [string, string], skip: readonly string[]): Panel {
  const rows = referenceRows(path);
  const ids = Object.keys(rows[0]).filter((name) => ![unit, year, ...skip].includes(name));
  const units = [...new Set(rows.map((row) => row[unit]))].sort();
  const periods = [...new Set(rows.map((row) => Number(row[year])))].sort((a, b) => a - b);
  const at = (row: Row): number => periods.indexOf(Number(row[year])) * units.length + units.indexOf(row[unit]);
  const size = periods.length * units.length;
  const values = new Float64Array(ids.length * size).fill(Number.NaN);
  for (const row of rows) ids.forEach((id, v) => void (values[v * size + at(row)] = numberOf(row[id])));
  return panel({ variables: ids.map((id) => ({ id })), periods, units: units.map((code) => ({ code })), values });
}

/** One column of each of two panels with the same units, as `a` and `b`, in the periods of the first. */
function joinedPanel(p: Panel, a: string, q: Panel, b: string): Panel {
  const width = p.units.length;
  const own = series(q, b);
  const other = p.periods.flatMap((period) => {
    const t = q.periods.indexOf(period);
    return p.units.map(({ code }) => (t < 0 ? Number.NaN : own[t * width + q.units.findIndex((one) => one.code === code)]));
  });
  return panel({
    variables: [{ id: "a" }, { id: "b" }],
    periods: p.periods,
    units: p.units,
    values: Float64Array.from([...series(p, a), ...other]),
  });
}

function holesOf(p: Panel, id: string): { unit: string; period: number }[] {
  return p.periods.flatMap((period, t) =>
    p.units.flatMap(({ code }, i) => (Number.isNaN(series(p, id)[t * p.units.length + i]) ? [{ unit: code, period }] : [])),
  );
}
