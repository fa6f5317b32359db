import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel } from "../../../../../proof/asem.js";
import { hasReference, numberOf, referenceRows } from "../../../../../proof/reference-files.js";
import { panelOf } from "../../../../../proof/small-tables.js";
import { columnStatistics } from "./column-statistics.js";
import reference from "./column-statistics.reference.json";

const describeColumn = (x: readonly (number | null)[], options = {}) => columnStatistics(panelOf({ x }), options).value[0];
const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 30 }).filter((x) => new Set(x).size > 1);

describe("column statistics: laws", () => {
  it("move with the unit of measure, and keep the shape", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -90, max: 90 }), fc.integer({ min: 1, max: 20 }), (x, a, b) => {
        const [plain, moved] = [describeColumn(x), describeColumn(x.map((one) => a + b * one))];
        for (const key of ["min", "max", "mean", "median"] as const) expect(moved[key]).toBeCloseTo(a + b * (plain[key] as number), 9);
        expect(moved.sd).toBeCloseTo(b * (plain.sd as number), 9);
        expect(moved.skewness).toBeCloseTo(plain.skewness as number, 9);
        expect(moved.kurtosis).toBeCloseTo(plain.kurtosis as number, 8);
        expect([moved.unique, moved.mostFrequent]).toEqual([plain.unique, plain.mostFrequent]);
      }),
    );
  });
  it("turn around when the column does", () => {
    fc.assert(
      fc.property(values, (x) => {
        const [plain, back] = [describeColumn(x), describeColumn(x.map((one) => -one))];
        expect(back.skewness).toBeCloseTo(-(plain.skewness as number), 10);
        expect(back.kurtosis).toBeCloseTo(plain.kurtosis as number, 9);
        expect(back.min).toBeCloseTo(-(plain.max as number), 12);
      }),
    );
  });
  it("do not depend on the order of the units", () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(describeColumn([...x].reverse())).toEqual(describeColumn(x));
      }),
    );
  });
  it("of one period are those of its rows alone", () => {
    fc.assert(
      fc.property(values, values, (x, y) => {
        const width = Math.min(x.length, y.length);
        const data = panelOf({ x: [...x.slice(0, width), ...y.slice(0, width)] }, { periods: [2020, 2021] });
        const [first, second] = columnStatistics(data, { scope: "per-period" }).value;
        expect(first).toEqual({ ...describeColumn(x.slice(0, width)), period: 2020 });
        expect(second).toEqual({ ...describeColumn(y.slice(0, width)), period: 2021 });
      }),
    );
  });
});

describe("column statistics: edges", () => {
  it("give null for what is not there, and say so", () => {
    const made = columnStatistics(panelOf({ x: [null, null, null], y: [4, 4, 4] }));
    expect(made.value[0]).toMatchObject({ n: 0, min: null, mean: null, median: null, sd: null, unique: null, mostFrequent: null });
    expect(made.value[0].marks).toEqual(["available"]);
    expect(made.value[1]).toMatchObject({ sd: 0, skewness: null, mostFrequent: 1, marks: ["unique"] });
    expect(made.warnings.map((one) => one.code)).toEqual(["no-shape"]);
    expect(describeColumn([7])).toMatchObject({ n: 1, mean: 7, sd: null });
  });
  it("mark a shape only when it leans and has heavy tails, thresholds included", () => {
    const heavy = [1, 2, 2, 3, 3, 3, 4, 90];
    const { skewness, kurtosis } = describeColumn(heavy) as { skewness: number; kurtosis: number };
    expect(describeColumn(heavy).marks).toContain("shape");
    expect(describeColumn(heavy, { skewness, kurtosis }).marks).toContain("shape");
    expect(describeColumn(heavy, { skewness: skewness + 1e-9 }).marks).not.toContain("shape");
    expect(describeColumn(heavy, { kurtosis: kurtosis + 1e-9 }).marks).not.toContain("shape");
  });
  it("mark a share that goes down to its threshold, thresholds included", () => {
    expect(describeColumn([1, null, 2, 3], { available: 0.75 }).marks).toContain("available");
    expect(describeColumn([1, null, 2, 3], { available: 0.74 }).marks).toEqual([]);
    expect(describeColumn([0, 1, 2, 3], { nonZero: 0.75 }).marks).toEqual(["non-zero"]);
    expect(describeColumn([1, 1, 2, 3], { unique: 0.75 }).marks).toEqual(["unique"]);
  });
  it("print every row with its marks", () => {
    const [table] = columnStatistics(panelOf({ x: [0, 0, 5, 5] })).tables;
    expect(table.columns.map((one) => one.values[0])).toEqual([
      "x",
      null,
      4,
      0,
      5,
      2.5,
      2.5,
      expect.any(Number),
      0,
      -6,
      1,
      0.5,
      0.5,
      0.5,
      "non-zero unique",
    ]);
  });
});

describe("column statistics: agreement", () => {
  it.each(reference)("$from", ({ input, expected, marks, tolerance }) => {
    const made = describeColumn(input.values) as unknown as Record<string, number | null>;
    for (const [key, wanted] of Object.entries(expected)) {
      if (wanted === null) expect(made[key]).toBeNull();
      else expect(Math.abs((made[key] as number) - wanted)).toBeLessThanOrEqual(tolerance);
    }
    expect(made.marks).toEqual(marks);
  });

  const names = {
    n: "N.Avail",
    min: "Min",
    max: "Max",
    mean: "Mean",
    median: "Median",
    sd: "Std",
    skewness: "Skew",
    kurtosis: "Kurt",
    available: "Frc.Avail",
    nonZero: "Frc.NonZero",
    unique: "Frc.Unique",
    mostFrequent: "Frc.Same",
  };
  const flags = { available: "Flag.Avail", "non-zero": "Flag.NonZero", unique: "Flag.Unique", shape: "Flag.SkewKurt" };
  it.runIf(hasReference("coinr", "statistics of ASEM")).each(["Raw", "Aggregated"])("COINr, ASEM: %s, figures and flags", (step) => {
    const made = new Map(columnStatistics(asemPanel(`default/${step}.csv`)).value.map((row) => [row.variable, row]));
    const rows = referenceRows(`coinr/stats/stats_${step}.csv`);
    expect(rows.length).toBe(made.size);
    for (const row of rows) {
      const own = made.get(row.iCode) as unknown as Record<string, number>;
      for (const [key, column] of Object.entries(names)) {
        const theirs = numberOf(row[column]);
        expect(Math.abs(own[key] - theirs) / Math.max(1, Math.abs(theirs))).toBeLessThan(1e-12);
      }
      expect(own.marks).toEqual(Object.entries(flags).flatMap(([mark, column]) => (row[column] === "ok" ? [] : [mark])));
    }
  });
});
