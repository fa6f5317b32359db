import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { describeWith, referenceRows } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { winsorise } from "../winsorise/winsorise.js";
import { winsoriseThenLog } from "./winsorise-then-log.js";
import reference from "./winsorise-then-log.reference.json";

const tailed = fc
  .array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom(1, 1, 1, 50, 900)), { minLength: 4, maxLength: 30 })
  .map((rows) => rows.map(([x, stretch]) => x * stretch));
const transforms = ["log-ct", "log-ct-plus", "log-ct-orig", "log-gii", "box-cox"] as const;
const treated = (x: readonly (number | null)[], options = {}) => winsoriseThenLog(panelOf({ x }), options);
const column = (made: ReturnType<typeof treated>, table: number, id: string) =>
  made.tables[table].columns.find((one) => one.id === id)?.values ?? [];
const heavy = [...Array.from({ length: 18 }, (_, k) => k), 300, 500];

describe("winsorise-then-log: laws", () => {
  it("keeps the order of the units under every transform", () => {
    fc.assert(
      fc.property(tailed, fc.constantFrom(...transforms), fc.integer({ min: 1, max: 3 }), (x, transform, winmax) => {
        const made = cellsOf(treated([...x, 41], { winmax, transform }).value, "x") as number[];
        x.forEach((a, i) => {
          x.forEach((b, j) => {
            if (a <= b) expect(made[i]).toBeLessThanOrEqual(made[j]);
          });
        });
      }),
    );
  });
  it("is winsorising alone where that suffices", () => {
    fc.assert(
      fc.property(tailed, (x) => {
        const alone = winsorise(panelOf({ x }));
        fc.pre(alone.warnings.length === 0);
        expect([...treated(x).value.values]).toEqual([...alone.value.values]);
      }),
    );
  });
  it("gives the logarithm of the original column, whatever was pulled in before, unless combined", () => {
    const alone = cellsOf(treated(heavy, { winmax: 1 }).value, "x");
    const both = cellsOf(treated(heavy, { winmax: 1, combine: true }).value, "x");
    expect(both[19]).toBe(both[18]);
    expect(alone[19]).toBeGreaterThan(alone[18] as number);
  });
});

describe("winsorise-then-log: edges", () => {
  it("puts the new scale into the unit, flags every cell of the column and lists old and new", () => {
    const made = treated(heavy, { winmax: 1 });
    expect(made.value.variables[0].unit.en).toBe("log-ct");
    expect([...flagsOf(made.value, "x")]).toEqual(heavy.map(() => Flag.treated));
    expect(column(made, 0, "old")).toEqual(heavy);
    expect(column(made, 0, "new")).toEqual(cellsOf(made.value, "x"));
    expect(column(made, 1, "stage")).toEqual(["before", "winsorised", "log-ct"]);
    expect(column(made, 1, "cells")).toEqual([0, 1, 20]);
    expect(made.trace.transformed).toEqual([{ id: "x", period: null, transform: "log-ct" }]);
  });
  it("warns when some years only are on the new scale", () => {
    const x = [...heavy, ...heavy.map((_, k) => 100 + k)];
    const made = winsoriseThenLog(panelOf({ x }, { periods: [2020, 2021] }), { winmax: 1, transform: "log-ct-orig", scope: "per-period" });
    expect(made.warnings.map((one) => one.code)).toEqual(["per-period", "mixed-scale"]);
    expect(cellsOf(made.value, "x").slice(20)).toEqual(x.slice(20));
  });
  it("warns when neither step suffices", () => {
    const x = [...Array.from({ length: 20 }, (_, k) => k % 2), 1e9];
    expect(treated(x, { winmax: 1, transform: "box-cox", lambda: 1, skew: 0.001, kurt: -9 }).warnings.map((one) => one.code)).toEqual([
      "still-skewed",
    ]);
  });
  it("mirrors log-ct-plus and log-gii for a long lower tail", () => {
    const low = heavy.map((x) => 500 - x);
    for (const transform of ["log-ct-plus", "log-gii"] as const) {
      const up = cellsOf(treated(heavy, { winmax: 1, transform }).value, "x") as number[];
      const down = cellsOf(treated(low, { winmax: 1, transform }).value, "x") as number[];
      down.forEach((one, k) => {
        expect(one).toBeCloseTo(-up[k], 9);
      });
    }
  });
  it.each([
    ["log-gii below a maximum of 1", heavy.map((x) => x - 500), { winmax: 1, transform: "log-gii" }],
    ["a power without box-cox", heavy, { lambda: 0.5 }],
    ["an unknown transform", heavy, { transform: "log" }],
  ])("faults on %s", (_, x, options) => expect(() => treated(x, options)).toThrow(Fault));
});

describe("winsorise-then-log: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    cellsOf(treated(input.values, input.options).value, "x").forEach((one, k) => {
      expect(Math.abs((one as number) - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
  describeWith("coinr", "COINr's treated data")("COINr", () => {
    it.each([
      ["log_CT", { transform: "log-ct" }],
      ["log_CT_plus", { transform: "log-ct-plus" }],
      ["log_CT_orig", { transform: "log-ct-orig" }],
      ["log_GII_formula", { transform: "log-gii" }],
      ["boxcox_0.5", { transform: "box-cox", lambda: 0.5 }],
      ["boxcox_0", { transform: "box-cox" }],
    ])("transforms the unit vector by %s, and so changes it (there log_GII returns its input)", (name, options) => {
      const rows = referenceRows("coinr/unit/transforms_vector.csv").filter((row) => row.x !== "");
      const x = rows.map((row) => Number(row.x));
      const made = cellsOf(treated(x, { skew: 0.1, kurt: -9, winmax: 1, ...options }).value, "x") as number[];
      expect(made).not.toEqual(x);
      made.forEach((one, k) => {
        expect(one).toBeCloseTo(Number(rows[k][name]), 12);
      });
    });
    it.each([
      ["default/Treated.csv", {}],
      ["treat/winmax1.csv", { winmax: 1 }],
      ["treat/winmax1_logCTplus.csv", { winmax: 1, transform: "log-ct-plus" }],
      ["treat/winmax1_logCTorig_combine.csv", { winmax: 1, transform: "log-ct-orig", combine: true }],
      ["treat/winmax3_skew1_kurt2.csv", { winmax: 3, skew: 1, kurt: 2 }],
    ] as const)("treats the ASEM indicators: %s, with its counts, skewness and kurtosis", (file, options) => {
      const made = winsoriseThenLog(asemPanel("default/Imputed.csv"), options);
      expect(largestGap(made.value, asemPanel(file))).toBeLessThan(1e-12);
      const names = column(made, 1, "variable");
      for (const row of referenceRows(`coinr/${file.replace(".csv", "_details.csv")}`)) {
        const stages = names.flatMap((id, k) => (id === row.iCode ? [k] : []));
        const known = [0, 1, 2].filter((k) => row[`check_SkewKurt${k}.Skew`]);
        expect(stages).toHaveLength(known.length);
        for (const k of known) {
          expect(column(made, 1, "skewness")[stages[k]]).toBeCloseTo(Number(row[`check_SkewKurt${k}.Skew`]), 8);
          expect(column(made, 1, "kurtosis")[stages[k]]).toBeCloseTo(Number(row[`check_SkewKurt${k}.Kurt`]), 8);
          expect(column(made, 1, "passes")[stages[k]]).toBe(row[`check_SkewKurt${k}.Pass`] === "TRUE" ? "yes" : "no");
        }
        if (row["winsorise.nwin"]) expect(column(made, 1, "cells")[stages[1]]).toBe(Number(row["winsorise.nwin"]));
      }
    });
    it("touches the same cells as Treated_points.csv, from above or below", () => {
      const made = winsoriseThenLog(asemPanel("default/Imputed.csv"));
      const ours = column(made, 0, "unit").map((unit, k) => `${unit} ${column(made, 0, "variable")[k]} ${column(made, 0, "rule")[k]}`);
      const rule: Readonly<Record<string, string>> = { winhi: "pulled down", winlo: "pulled up" };
      const theirs = referenceRows("coinr/default/Treated_points.csv").flatMap(({ uCode, ...row }) =>
        Object.entries(row).flatMap(([id, mark]) => (rule[mark] ? [`${uCode} ${id} ${rule[mark]}`] : [])),
      );
      expect(theirs.length).toBeGreaterThan(20);
      expect([...ours].sort()).toEqual([...theirs].sort());
    });
  });
});
