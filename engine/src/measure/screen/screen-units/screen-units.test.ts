import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel } from "../../../../../proof/asem.js";
import { describeWith, referenceRows } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, type Panel, panel } from "../../../table/index.js";
import { screenUnits } from "./screen-units.js";
import reference from "./screen-units.reference.json";

const cell = fc.option(fc.constantFrom(0, 0, 1, 2, 3), { nil: null, freq: 2 });
const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([m, n]) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }))
  .map((rows) => Object.fromEntries(rows.map((row, k) => [`x${k}`, row])));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const codes = (p: Panel): string[] => p.units.map((one) => one.code);
const column = (made: ReturnType<typeof screenUnits>, id: string) => made.tables[0].columns.find((one) => one.id === id)?.values ?? [];

describe("screen-units: laws", () => {
  it("keeps fewer when it asks for more, and all when it asks for nothing of a full table", () => {
    fc.assert(
      fc.property(table, share, share, (columns, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const data = panelOf(columns);
        const passing = (available: number): readonly unknown[] =>
          column(screenUnits(data, { available, keep: codes(data) }), "passes").flatMap((one, k) => (one === "yes" ? [k] : []));
        for (const k of passing(high)) expect(passing(low)).toContain(k);
        expect(passing(0)).toHaveLength(data.units.length);
      }),
    );
  });
  it("changes no cell of what it keeps", () => {
    fc.assert(
      fc.property(table, (columns) => {
        const data = panelOf(columns);
        const made = screenUnits(data, { available: 0.5, keep: ["u1"] }).value;
        for (const { id } of data.variables) {
          const whole = cellsOf(data, id);
          expect(cellsOf(made, id)).toEqual(codes(made).map((code) => whole[codes(data).indexOf(code)]));
        }
      }),
    );
  });
  it("does not change its mind when it runs again", () => {
    fc.assert(
      fc.property(table, (columns) => {
        const once = screenUnits(panelOf(columns), { available: 0.5, nonZero: 0.3, keep: ["u1"] }).value;
        expect(codes(screenUnits(once, { available: 0.5, nonZero: 0.3, keep: ["u1"] }).value)).toEqual(codes(once));
      }),
    );
  });
});

describe("screen-units: edges", () => {
  const data = panelOf(
    { x: [1, null, null, 4], y: [1, null, 3, 4] },
    { periods: [2020, 2021], flags: { y: [Flag.suspect, 0, 0, Flag.suspect] } },
  );
  it("takes the groupings, the flags and every period along", () => {
    const grouped = panel({
      variables: data.variables,
      periods: data.periods,
      units: data.units,
      values: data.values,
      flags: data.flags,
      groupings: [{ id: "g", names: { en: "g", zh: "组" }, groups: [], of: ["a", "b"] }],
    });
    const made = screenUnits(grouped, { drop: ["u1"] }).value;
    expect(codes(made)).toEqual(["u2"]);
    expect(made.groupings[0].of).toEqual(["b"]);
    expect(cellsOf(made, "y")).toEqual([null, 4]);
    expect([...made.flags]).toEqual([0, 0, 0, Flag.suspect]);
  });
  it("by unit looks at all periods together", () => {
    const made = screenUnits(data, { available: 0.7 });
    expect(codes(made.value)).toEqual(["u1"]);
    expect(column(made, "available")).toEqual([0.75, 0.5]);
    expect(made.trace.dropped).toEqual(["u2"]);
    expect(made.warnings.map((one) => one.code)).toEqual(["screened-out"]);
  });
  it("by unit-period keeps every unit, empties the years that fail and warns that the panel is not balanced", () => {
    const made = screenUnits(data, { by: "unit-period", available: 0.7 });
    expect(codes(made.value)).toEqual(["u1", "u2"]);
    expect(cellsOf(made.value, "y")).toEqual([1, null, null, 4]);
    expect(made.trace.dropped).toEqual(["u1 2021", "u2 2020"]);
    expect(made.warnings.map((one) => one.code)).toEqual(["unbalanced"]);
  });
  it("by indicator drops columns", () => {
    const made = screenUnits(data, { by: "indicator", available: 0.6 });
    expect(made.value.variables.map((one) => one.id)).toEqual(["y"]);
    expect(column(made, "variable")).toEqual(["x", "y"]);
  });
  it("counts zeros among the values there are; a row without any has no such share and fails it", () => {
    const made = screenUnits(panelOf({ x: [0, null, 1], y: [1, null, 1] }), { nonZero: 0.5 });
    expect(column(made, "non_zero")).toEqual([0.5, null, 1]);
    expect(codes(made.value)).toEqual(["u1", "u3"]);
  });
  it("forces in and out, and says so", () => {
    const made = screenUnits(data, { available: 0.7, keep: ["u2"], drop: ["u1"] });
    expect(codes(made.value)).toEqual(["u2"]);
    expect([made.trace.forcedIn, made.trace.forcedOut]).toEqual([["u2"], ["u1"]]);
    expect(column(made, "passes")).toEqual(["yes", "no"]);
    expect(column(made, "kept")).toEqual(["no", "yes"]);
  });
  it.each([
    ["nothing asked", {}],
    ["nothing left", { available: 1 }],
    ["an unknown unit", { drop: ["u9"] }],
    ["a unit where an indicator is wanted", { by: "indicator", keep: ["u1"], available: 0.1 }],
    ["a code in both lists", { keep: ["u1"], drop: ["u1"] }],
    ["a share above 1", { available: 65 }],
  ] as const)("faults on %s", (_, options) => {
    expect(() => screenUnits(panelOf({ x: [1, null], y: [null, 2] }), options as never)).toThrow(Fault);
  });
});

describe("screen-units: agreement", () => {
  it.each(reference)("$from", ({ input, kept, available }) => {
    const made = screenUnits(panelOf(input.columns as Record<string, (number | null)[]>), input.options);
    expect(codes(made.value)).toEqual(kept);
    expect(column(made, "available")).toEqual(available);
  });
  describeWith("coinr", "COINr's screening")("COINr", () => {
    it.each([
      ["byNA_0.9", { available: 0.9 }],
      ["byNA_0.95", { available: 0.95 }],
      ["byzeros_0.9", { nonZero: 0.9 }],
      ["byNAandzeros_0.95", { available: 0.95, nonZero: 0.95 }],
    ])("keeps the same ASEM countries, by the same counts and shares: %s", (file, options) => {
      const made = screenUnits(asemPanel("default/Denominated.csv"), options);
      const units = referenceRows(`coinr/screen/${file}_units.csv`).map((row) => row.uCode);
      expect([...codes(made.value)].sort()).toEqual([...units].sort());
      const at = new Map(column(made, "unit").map((code, k) => [code, k]));
      for (const row of referenceRows(`coinr/screen/${file}_summary.csv`)) {
        const k = at.get(row.uCode) as number;
        expect([column(made, "missing")[k], column(made, "zeros")[k]]).toEqual([Number(row.N_missing), Number(row.N_zero)]);
        expect(column(made, "available")[k]).toBeCloseTo(Number(row.Dat_Avail), 14);
        expect(column(made, "non_zero")[k]).toBeCloseTo(Number(row.Non_Zero), 14);
      }
    });
  });
});
