import { readSet } from "@gongfu/engine/read";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf } from "../../../../../proof/small-tables.js";
import { host } from "../../../../../proof/study/shipped.js";
import { Fault } from "../../../ground/fault/index.js";
import { type Panel, select } from "../../../table/index.js";
import { theil } from "../theil/theil.js";
import { urbanRuralTheil } from "./urban-rural-theil.js";
import type { UrbanRuralTheilOptions } from "./urban-rural-theil.method.js";
import reference from "./urban-rural-theil.reference.json";

type Options = Partial<UrbanRuralTheilOptions> & { people?: Panel; total?: Panel; by?: readonly string[] };
type Numbers = readonly (number | null)[];
const incomes = (urban: Numbers, rural: Numbers, periods: readonly number[] = [2020]): Panel => panelOf({ urban, rural }, { periods });
const residents = (all: Numbers, urban: Numbers, periods: readonly number[] = [2020]): Panel => panelOf({ all, urban }, { periods });
const column = (k: number, id: string, made: ReturnType<typeof urbanRuralTheil>): readonly unknown[] =>
  made.tables[k].columns.find((one) => one.id === id)?.values ?? [];

const amount = fc.double({ min: 1, max: 1e5, noNaN: true });
const units = fc
  .array(
    fc.tuple(
      amount,
      amount,
      fc.double({ min: 1, max: 1e4, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom("E", "W"),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((rows) => ({
    of: incomes(
      rows.map(([u]) => u),
      rows.map(([, r]) => r),
    ),
    people: residents(
      rows.map((row) => row[2]),
      rows.map((row) => row[2] * row[3]),
    ),
    by: rows.map((row) => row[4]),
    cells: rows.flatMap(([u, r, n, share]) => [
      { x: u, w: n * share },
      { x: r, w: n * (1 - share) },
    ]),
  }));

describe("urbanRuralTheil: laws", () => {
  it.each(["T", "L"] as const)("is the Theil index %s of all towns and countrysides, and the sum of its parts", (index) => {
    fc.assert(
      fc.property(units, ({ of, people, by, cells }) => {
        const [{ theil: whole, between, within }] = urbanRuralTheil(of, { people, by, index }).value;
        const flat = theil(
          cells.map(({ x }) => x),
          { weights: cells.map(({ w }) => w), index },
        ).value;
        expect(whole).toBeCloseTo(flat, 11);
        expect(between[0] + between[1] + within).toBeCloseTo(whole, 12);
        const [without] = urbanRuralTheil(of, { people, index }).value;
        expect(without.between[0]).toBeCloseTo(between[0] + between[1], 12);
        expect(without.within).toBeCloseTo(within, 12);
      }),
    );
  });
  it("within is the units' own indices, weighted by their income", () => {
    fc.assert(
      fc.property(units, ({ of, people }) => {
        const made = urbanRuralTheil(of, { people });
        const own = column(1, "theil", made) as number[];
        const share = column(2, "income_share", made) as number[];
        const keys = column(2, "group", made) as string[];
        const at = (i: number): number => keys.indexOf(`u${i + 1}`);
        expect(own.reduce((sum, one, i) => sum + share[at(i)] * one, 0)).toBeCloseTo(made.value[0].within, 11);
      }),
    );
  });
  it("with the survey's weight gives the total back: the mean of a unit is its total", () => {
    fc.assert(
      fc.property(units, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ of, people }, w) => {
        const width = of.units.length;
        const total = panelOf({ total: Array.from({ length: width }, (_, i) => w * of.values[i] + (1 - w) * of.values[width + i]) });
        const made = urbanRuralTheil(of, { people, total, weights: "survey" });
        const means = column(2, "mean", made) as number[];
        const keys = column(2, "group", made) as string[];
        total.values.forEach((one, i) => {
          const at = keys.indexOf(`u${i + 1}`);
          if (at >= 0) expect(means[at] / one).toBeCloseTo(1, 9);
        });
      }),
    );
  });
});

describe("urbanRuralTheil: edges", () => {
  const of = incomes([3, 2, 4, 5], [1, 2, 2, 1], [2013, 2014]);
  const people = residents([2, 6, 2, 4], [1, 3, 1, 1], [2013, 2014]);

  it("goes through the periods and prints every unit's own index, which a study can address", () => {
    const made = urbanRuralTheil(of, { people });
    expect(made.value.map(({ period, units: count }) => [period, count])).toEqual([
      [2013, 2],
      [2014, 2],
    ]);
    expect(made.tables[1].columns.map(({ id }) => id)).toEqual([
      "unit",
      "period",
      "theil",
      "ratio",
      "urban_share",
      "urban_share_resident",
      "urban_share_survey",
    ]);
    expect(column(1, "unit", made)).toEqual(["u1", "u1", "u2", "u2"]);
    expect(column(1, "ratio", made)).toEqual([3, 2, 1, 5]);
    expect(column(2, "period", made)).toEqual([2013, 2013, 2014, 2014]);
    expect(column(0, "between_regions", made)).toEqual([]);
    expect(column(0, "between_regions", urbanRuralTheil(of, { people, by: ["E", "W"] }))).toHaveLength(2);
  });
  it("prints both urban shares when it can, and says which it used", () => {
    const total = panelOf({ total: [2.5, 2, 3, 2] }, { periods: [2013, 2014] });
    const [resident, survey] = (["resident", "survey"] as const).map((weights) => urbanRuralTheil(of, { people, total, weights }));
    for (const made of [resident, survey]) {
      expect(column(1, "urban_share_resident", made)).toEqual([0.5, 0.5, 0.5, 0.25]);
      expect(column(1, "urban_share_survey", made)).toEqual([0.75, 0.5, null, 0.25]);
    }
    expect(column(1, "urban_share", survey)).toEqual([0.75, 0.5, null, 0.25]);
    expect(resident.method.variant).toContain("urban share of residents");
    expect(survey.method.variant).toContain("survey weight");
    expect(resident.method.variant).toContain("units weighted by residents");
    expect(urbanRuralTheil(of, { total, weights: "survey" }).method.variant).toContain("each unit counts once");
  });
  it("leaves out what is missing or has no urban share, with a warning; a period without anything has no row", () => {
    const gaps = incomes([3, 2, null, null], [1, 2, 2, 1], [2013, 2014]);
    const made = urbanRuralTheil(gaps, { people });
    expect(made.value.map(({ period }) => period)).toEqual([2013]);
    expect(made.warnings.map(({ code }) => code)).toEqual(["cells-left-out"]);
    expect(made.trace.left).toBe(2);
    expect(column(1, "theil", made)).toEqual([expect.closeTo(0.130812035941137, 14), null, 0, null]);
  });
  it("a unit all of whose residents live in town has no gap", () => {
    const made = urbanRuralTheil(incomes([3], [1]), { people: residents([2], [2]) });
    expect(made.value[0]).toEqual({ period: 2020, units: 1, theil: 0, between: [0], within: 0 });
    expect(column(1, "theil", made)).toEqual([0]);
  });
  it.each([
    ["no people", () => urbanRuralTheil(of)],
    ["the survey's weight without a total", () => urbanRuralTheil(of, { people, weights: "survey" })],
    ["three incomes", () => urbanRuralTheil(panelOf({ a: [1], b: [1], c: [1] }), { people })],
    ["people in one column", () => urbanRuralTheil(of, { people: select(people, ["all"]) })],
    ["nothing complete", () => urbanRuralTheil(incomes([null], [1]), { people: residents([2], [1]) })],
    ["more urban residents than residents", () => urbanRuralTheil(incomes([3], [1]), { people: residents([1], [2]) })],
    ["a zero in L", () => urbanRuralTheil(incomes([3], [0]), { people: residents([2], [1]), index: "L" })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("urbanRuralTheil: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const made = urbanRuralTheil(incomes(input.urban, input.rural), {
      people: residents(input.all, input.urbanPeople),
      ...(input.options as Options),
    });
    const [found] = made.value;
    expect(Math.abs(found.theil - expected.theil)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(found.within - expected.within)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(found.between[0] - expected.between[0])).toBeLessThanOrEqual(tolerance);
    for (const [i, wanted] of expected.own.entries())
      expect(Math.abs((column(1, "theil", made)[i] as number) - wanted)).toBeLessThanOrEqual(tolerance);
  });

  it("provinces of China: between and within provinces, to six digits, and region4 above them", async () => {
    const { panel } = await readSet("china-provinces", host.readShipped);
    const of = select(panel, ["income_urban", "income_rural"]);
    const around = { people: select(panel, ["pop", "pop_urban"]), total: select(panel, ["income_total"]) };
    const resident = urbanRuralTheil(of, around).value;
    for (const [period, ...wanted] of [
      [2013, 0.135347, 0.048046, 0.0873],
      [2020, 0.103411, 0.03988, 0.063531],
      [2022, 0.095133, 0.038347, 0.056786],
    ]) {
      const found = resident.find((one) => one.period === period);
      [found?.theil, found?.between[0], found?.within].forEach((one, k) => {
        expect(Math.abs((one as number) - wanted[k])).toBeLessThan(1.1e-6);
      });
    }
    const by = panel.groupings.find(({ id }) => id === "region4")?.of;
    for (const [t, { between, within, theil: whole }] of urbanRuralTheil(of, { ...around, by }).value.entries()) {
      expect(Math.abs(between[0] + between[1] + within - whole)).toBeLessThan(1e-12);
      expect(between[0] + between[1]).toBeCloseTo(resident[t].between[0], 12);
    }
    const survey = urbanRuralTheil(of, { ...around, weights: "survey" });
    expect(survey.warnings).toEqual([]);
    expect(survey.value.map(({ units: count }) => count)).toEqual(Array(10).fill(31));
  });
});
