import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { describeWith, numberOf, referenceRows } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { shapeOf } from "../shape.js";
import { winsorise } from "./winsorise.js";
import reference from "./winsorise.reference.json";

const tailed = fc
  .array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom(1, 1, 1, 1, 25)), { minLength: 4, maxLength: 40 })
  .map((rows) => rows.map(([x, stretch]) => x * stretch));
const treated = (x: readonly (number | null)[], options = {}) => winsorise(panelOf({ x }), options);
const column = (made: ReturnType<typeof winsorise>, table: number, id: string) =>
  made.tables[table].columns.find((one) => one.id === id)?.values;

describe("winsorise: laws", () => {
  it("keeps the order of the units, and moves values only toward the middle, never beyond an observed one", () => {
    fc.assert(
      fc.property(tailed, (x) => {
        const made = cellsOf(treated(x, { winmax: "none" }).value, "x") as number[];
        for (const one of made) expect(x).toContain(one);
        x.forEach((a, i) => {
          x.forEach((b, j) => {
            if (a <= b) expect(made[i]).toBeLessThanOrEqual(made[j]);
          });
        });
      }),
    );
  });
  it("without a limit ends in a column that passes, and does nothing to it when it runs again", () => {
    fc.assert(
      fc.property(tailed, (x) => {
        const made = treated(x, { winmax: "none" });
        const after = shapeOf(cellsOf(made.value, "x") as number[]);
        expect(after === null || Math.abs(after.skewness) < 2 || after.kurtosis < 3.5).toBe(true);
        expect(made.warnings).toEqual([]);
        expect([...winsorise(made.value, { winmax: "none" }).value.values]).toEqual([...made.value.values]);
      }),
    );
  });
  it("does for −x what it does for x, and does not care about a + bx", () => {
    fc.assert(
      fc.property(tailed, fc.integer({ min: -100, max: 100 }), (x, a) => {
        const made = cellsOf(treated(x).value, "x") as number[];
        const { skewness = 1 } = shapeOf(x) ?? {};
        fc.pre(Math.abs(skewness) > 1e-6);
        const moved = cellsOf(treated(x.map((one) => a + 2 * one)).value, "x") as number[];
        moved.forEach((one, k) => {
          expect((one - a) / 2).toBeCloseTo(made[k], 9);
        });
      }),
    );
  });
  it("flags and lists exactly the cells it changed, and counts them as it judged them", () => {
    fc.assert(
      fc.property(tailed, (x) => {
        const made = treated(x);
        const now = cellsOf(made.value, "x");
        expect([...flagsOf(made.value, "x")]).toEqual(x.map((one, k) => (one === now[k] ? 0 : Flag.treated)));
        const changed = x.filter((one, k) => one !== now[k]);
        expect(column(made, 0, "old")).toEqual(changed);
        expect(column(made, 1, "cells")?.at(-1)).toBe(changed.length);
      }),
    );
  });
  it("shows the skewness and kurtosis of the column it returns, to ten digits, however far the outlier was", () => {
    fc.assert(
      fc.property(tailed, fc.constantFrom(1e3, 1e6, 1e12), (x, far) => {
        const made = treated([...x, far]);
        const shape = shapeOf(cellsOf(made.value, "x") as number[]);
        const shown = column(made, 1, "skewness")?.at(-1) as number | null;
        if (shape === null) expect(shown).toBeNull();
        else expect(Math.abs((shown as number) - shape.skewness)).toBeLessThan(1e-9 * Math.max(1, Math.abs(shape.skewness)));
      }),
    );
  });
});

describe("winsorise: edges", () => {
  const skewed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 900, 1000];
  it("moves ties together", () => {
    expect(cellsOf(treated([1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 1000, 1000], { winmax: 2, kurt: 1 }).value, "x").slice(-2)).toEqual([
      9, 9,
    ]);
  });
  it("stops after winmax cells and warns that outliers remain", () => {
    const made = treated([...skewed, 1e6, 2e6], { winmax: 1, skew: 0.1, kurt: 0 });
    expect(cellsOf(made.value, "x").slice(-2)).toEqual([1e6, 1e6]);
    expect(made.warnings.map((one) => one.code)).toEqual(["still-skewed"]);
    expect(made.trace.stillFailing).toEqual(["x"]);
  });
  it("leaves missing cells missing and earlier flags in place", () => {
    const x = [...skewed.slice(0, 9), null, 1e5];
    const made = winsorise(panelOf({ x }, { flags: { x: x.map(() => Flag.suspect) } }));
    expect(cellsOf(made.value, "x")).toEqual([...skewed.slice(0, 9), null, 9]);
    expect(flagsOf(made.value, "x")[10]).toBe(Flag.suspect | Flag.treated);
    expect(flagsOf(made.value, "x")[9]).toBe(Flag.suspect);
  });
  it("leaves columns alone that cannot be judged: constant, fewer than four values, empty", () => {
    const made = winsorise(panelOf({ a: [1, 1, 1, 1], b: [1, 2, 1000, null], c: [null, null, null, null] }));
    expect(["a", "b", "c"].map((id) => cellsOf(made.value, id))).toEqual([
      [1, 1, 1, 1],
      [1, 2, 1000, null],
      [null, null, null, null],
    ]);
    expect(column(made, 1, "skewness")).toEqual([null, null, null]);
  });
  it("judges all years together, or each by itself with a warning", () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109];
    const data = panelOf({ x }, { periods: [2020, 2021] });
    expect(cellsOf(winsorise(data).value, "x")).toEqual(x);
    const made = winsorise(data, { scope: "per-period" });
    expect(cellsOf(made.value, "x").slice(0, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9]);
    expect(made.warnings.map((one) => one.code)).toEqual(["per-period"]);
    expect(column(made, 1, "period")).toEqual([2020, 2020, 2021]);
  });
  it("protects columns, and takes other settings for those that override them", () => {
    const x = [...skewed.slice(0, 9), 10, 1e5];
    const data = panelOf({ x, y: x, z: x });
    const made = winsorise(data, { never: ["x"], overrides: [{ indicators: ["y"], skew: 100 }] }).value;
    expect(["x", "y", "z"].map((id) => cellsOf(made, id)[10])).toEqual([1e5, 1e5, 10]);
  });
  it.each([
    ["an unknown protected column", { never: ["z"] }],
    ["an override of an unknown column", { overrides: [{ indicators: ["z"] }] }],
    ["a column in two overrides", { overrides: [{ indicators: ["x"] }, { indicators: ["x"] }] }],
    ["a limit of no cells", { winmax: 0 }],
    ["a misspelt option", { winmaks: 3 }],
  ])("faults on %s", (_, options) => expect(() => treated([1, 2, 3, 4], options)).toThrow(Fault));
});

describe("winsorise: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    expect(cellsOf(treated(input.values, input.options).value, "x")).toEqual(expected);
  });
  describeWith("coinr", "COINr's treated data")("COINr", () => {
    it("gives its bias-corrected skewness and kurtosis", () => {
      const x = referenceRows("coinr/unit/transforms_vector.csv").flatMap((row) => (row.x === "" ? [] : [Number(row.x)]));
      const [wanted] = referenceRows("coinr/unit/skew_kurt.csv");
      expect(shapeOf(x)?.skewness).toBeCloseTo(Number(wanted.skew_G1), 12);
      expect(shapeOf(x)?.kurtosis).toBeCloseTo(Number(wanted.kurt_G2), 12);
    });
    it("pulls in the unit vector", () => {
      const rows = referenceRows("coinr/unit/transforms_vector.csv");
      const made = treated(
        rows.map((row) => (row.x === "" ? null : Number(row.x))),
        { winmax: 2 },
      ).value;
      expect([...made.values]).toEqual(rows.map((row) => numberOf(row.winsorise_max2)));
    });
    it("treats the ASEM indicators without a limit, with its counts, skewness and kurtosis", () => {
      const made = winsorise(asemPanel("default/Imputed.csv"), { winmax: "none" });
      expect(largestGap(made.value, asemPanel("treat/win_unlimited.csv"))).toBeLessThan(1e-12);
      const checks = (stage: string, id: string) => {
        const row = (column(made, 1, "stage") ?? []).findIndex((one, k) => one === stage && column(made, 1, "variable")?.[k] === id);
        return Object.fromEntries(made.tables[1].columns.map((one) => [one.id, one.values[row]]));
      };
      for (const row of referenceRows("coinr/treat/win_unlimited_details.csv")) {
        const before = checks("before", row.iCode);
        expect(before.passes).toBe(row["check_SkewKurt0.Pass"] === "TRUE" ? "yes" : "no");
        expect(before.skewness).toBeCloseTo(Number(row["check_SkewKurt0.Skew"]), 9);
        expect(before.kurtosis).toBeCloseTo(Number(row["check_SkewKurt0.Kurt"]), 9);
        if (row["winsorise.nwin"] === "") continue;
        const after = checks("winsorised", row.iCode);
        expect(after.cells).toBe(Number(row["winsorise.nwin"]));
        expect(after.skewness).toBeCloseTo(Number(row["check_SkewKurt1.Skew"]), 9);
        expect(after.kurtosis).toBeCloseTo(Number(row["check_SkewKurt1.Kurt"]), 9);
      }
    });
  });
});
