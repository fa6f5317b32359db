import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { runCard } from "../../../method/index.js";
import { gini } from "../../measure/gini/gini.js";
import { measures } from "../measures.js";
import { theil } from "../theil/theil.js";
import { inequalityChange, type Snapshot } from "./inequality-change.js";
import { type InequalityChangeOptions, inequalityChangeCard } from "./inequality-change.method.js";
import reference from "./inequality-change.reference.json";

type Options = Partial<InequalityChangeOptions>;
const made = (before: Snapshot, after: Snapshot, options: Options = {}) => inequalityChange(before, after, options).value;

const income = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.double({ min: 1e-2, max: 1e4, noNaN: true }));
const weight = fc.integer({ min: 1, max: 4 });
const samples = fc
  .array(fc.tuple(income, income, weight, weight, fc.constantFrom("a", "b", "c")), { minLength: 2, maxLength: 25 })
  .map((rows) => {
    const by = rows.map((row) => row[4]);
    return {
      before: { values: rows.map((row) => row[0]), weights: rows.map((row) => row[2]), by },
      after: { values: rows.map((row) => row[1]), weights: rows.map((row) => row[3]), by },
    };
  });
const part = (value: number | null): number => value ?? Number.NaN;

describe("inequalityChange: laws", () => {
  it("parts by groups add up to the change, whichever measure", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(...measures), ({ before, after }, measure) => {
        const found = made(before, after, { measure });
        expect(found.change).toBeCloseTo(found.after - found.before, 15);
        expect(part(found.shares) + part(found.means) + part(found.within)).toBeCloseTo(found.change, 11);
      }),
    );
  });
  it("the Gini's change is weights + re-ranking − progressivity, re-ranking at least 0", () => {
    fc.assert(
      fc.property(samples, ({ before, after }) => {
        const found = made(before, after);
        expect(found.before).toBeCloseTo(gini(before.values, { weights: before.weights }).value as number, 12);
        expect(part(found.reweighting) + part(found.reranking) - part(found.progressivity)).toBeCloseTo(found.change, 12);
        expect(found.reranking).toBeGreaterThanOrEqual(-1e-13);
        expect(part(made({ ...before, weights: after.weights }, after).reweighting)).toBeCloseTo(0, 13);
      }),
    );
  });
  it("backwards in time every part by groups changes its sign", () => {
    fc.assert(
      fc.property(samples, ({ before, after }) => {
        const [there, back] = [made(before, after), made(after, before)];
        for (const id of ["change", "shares", "means", "within"] as const) expect(part(back[id])).toBeCloseTo(-part(there[id]), 11);
      }),
    );
  });
  it("growth in proportion changes nothing; a group's growth is a matter of means; moves between equal groups of none", () => {
    fc.assert(
      fc.property(samples, ({ before }) => {
        const all = made(before, { ...before, values: before.values.map((one) => one * 8) });
        for (const id of ["change", "shares", "means", "within", "progressivity", "reranking"] as const)
          expect(part(all[id])).toBeCloseTo(0, 11);
        const one = made(before, { ...before, values: before.values.map((x, i) => (before.by[i] === "a" ? x * 2 : x)) });
        expect(part(one.shares)).toBeCloseTo(0, 11);
        expect(part(one.within)).toBeCloseTo(0, 11);
      }),
    );
  });
  it("has nothing within groups of one row, and no means or shares when all are one group", () => {
    fc.assert(
      fc.property(samples, ({ before, after }) => {
        const each = before.values.map((_, i) => `row ${i}`);
        expect(part(made({ ...before, by: each }, { ...after, by: each }).within)).toBeCloseTo(0, 11);
        const one = before.values.map(() => "all");
        const found = made({ ...before, by: one }, { ...after, by: one });
        expect([part(found.shares), part(found.means)].map(Math.abs).every((size) => size < 1e-12)).toBe(true);
      }),
    );
  });
});

describe("inequalityChange: edges", () => {
  const [before, after] = [{ values: [1, 3, 2] }, { values: [2, 3, 4] }];

  it("without groups tells only who overtook whom, and that for the Gini alone", () => {
    expect(made(before, after)).toMatchObject({ shares: null, means: null, within: null });
    expect(inequalityChange(before, after).tables).toHaveLength(1);
    expect(made(before, after, { measure: "T" })).toMatchObject({ progressivity: null, reranking: null, reweighting: null });
  });
  it("takes other units at each date when told so", () => {
    const by = ["a", "a", "b", "b", "a"];
    const found = made({ values: [1, 3, 2], by: by.slice(2) }, { values: [2, 3, 4, 1, 1], by }, { paired: false });
    expect(found).toMatchObject({ progressivity: null, reranking: null, reweighting: null });
    expect(part(found.shares) + part(found.means) + part(found.within)).toBeCloseTo(found.change, 14);
    expect(() => made({ values: [1, 3] }, { values: [1, 2, 3] })).toThrow(Fault);
  });
  it("leaves out a unit that is missing at one date at both", () => {
    const given = inequalityChange(
      { values: [1, 3, Number.NaN, 4], weights: [1, 1, 1, 0] },
      { values: [2, 3, 4, 5], weights: [1, 1, 1, 1] },
    );
    expect(given.value).toEqual(made({ values: [1, 3], weights: [1, 1] }, { values: [2, 3], weights: [1, 1] }));
    expect(given.trace.rows).toEqual([2, 2]);
    const by = ["a", "", "b"];
    const out = inequalityChange({ ...before, by }, { ...after, by });
    expect([out.warnings.map(({ code }) => code), out.trace.rows]).toEqual([["no-group"], [2, 2]]);
  });
  it("takes two periods of a column, and of one of weights", async () => {
    const periods = [2013, 2018, 2022];
    const value = panelOf({ income: [1, 3, 9, 9, 2, 4] }, { periods });
    const weight = panelOf({ people: [1, 1, 5, 5, 2, null] }, { periods });
    const by = ["E", "W"];
    const run = (options: Options) => runCard(inequalityChangeCard, { value, weight, by }, options);
    const found = await run({ paired: false, first: 2013, last: 2018 });
    expect(found.value).toEqual(made({ values: [1, 3], weights: [1, 1], by }, { values: [9, 9], weights: [5, 5], by }, { paired: false }));
    expect(found.method.options).toMatchObject({ first: 2013, last: 2018 });
    // a missing weight is none: the second unit has left, and its group with it
    await expect(run({ paired: false })).rejects.toThrow(Fault);
    expect((await runCard(inequalityChangeCard, { value, by }, {})).value).toEqual(made({ values: [1, 3], by }, { values: [2, 4], by }));
    await expect(run({ first: 2014 })).rejects.toThrow(Fault);
    await expect(run({ first: 2022, last: 2013 })).rejects.toThrow(Fault);
  });
  it.each([
    ["a group of one date only", () => made({ values: [1, 2], by: ["a", "a"] }, { values: [1, 2], by: ["a", "b"] })],
    ["a group that has nothing", () => made({ values: [0, 2], by: ["a", "b"] }, { values: [1, 2], by: ["a", "b"] })],
    ["a negative value", () => made({ values: [-1, 2] }, { values: [1, 2] })],
    ["nothing to share", () => made({ values: [0, 0] }, { values: [1, 2] })],
    ["L of a 0", () => made({ values: [0, 2] }, { values: [1, 2] }, { measure: "L" })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("inequalityChange: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const found = made(input.before, input.after, input.options as Options) as unknown as Record<string, number>;
    for (const [id, wanted] of Object.entries(expected)) expect(Math.abs(found[id] - wanted), id).toBeLessThanOrEqual(tolerance);
  });

  describeWith("inequality", "change of the Gini of 48 states")("with other programs", () => {
    it("48 states 1929–2009 by census region: both ends as PySAL has them, the parts their difference", () => {
      const pysal = referenceJson("inequality/ref_inequality_pysal.json") as Record<string, Record<string, number>>;
      const states = referenceRows("inequality/data/us_income.csv");
      const by = states.map((row) => row.census_region);
      const at = (year: string): Snapshot => ({ values: states.map((row) => numberOf(row[year])), by });
      const found = made(at("1929"), at("2009"));
      expect(found.before).toBeCloseTo(pysal["us_income.gini_by_year"]["1929"], 11);
      expect(found.after).toBeCloseTo(pysal["us_income.gini_by_year"]["2009"], 11);
      expect(part(found.shares)).toBeCloseTo(0, 12);
      expect(part(found.means) + part(found.within)).toBeCloseTo(found.change, 12);
      expect(part(found.reranking) - part(found.progressivity)).toBeCloseTo(found.change, 12);
      const t = made(at("1929"), at("2009"), { measure: "T" });
      expect(t.change).toBeCloseTo(theil(at("2009").values).value - theil(at("1929").values).value, 12);
    });
  });
});
