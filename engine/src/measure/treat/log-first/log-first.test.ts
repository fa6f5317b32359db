import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel, largestGap } from "../../../../../proof/asem.js";
import { describeWith } from "../../../../../proof/reference-files.js";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { ln } from "../../../ground/elementary/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { series } from "../../../table/index.js";
import { logFirst } from "./log-first.js";
import reference from "./log-first.reference.json";

const tailed = fc
  .array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom(1, 1, 1, 50, 900)), { minLength: 4, maxLength: 30 })
  .map((rows) => rows.map(([x, stretch]) => x * stretch));
const treated = (x: readonly (number | null)[], options = {}) => logFirst(panelOf({ x }), options);
const stages = (made: ReturnType<typeof treated>) => made.tables[1].columns.find((one) => one.id === "stage")?.values;

describe("log-first: laws", () => {
  it("keeps the order of the units", () => {
    fc.assert(
      fc.property(tailed, (x) => {
        const made = cellsOf(treated(x).value, "x") as number[];
        x.forEach((a, i) => {
          x.forEach((b, j) => {
            if (a <= b) expect(made[i]).toBeLessThanOrEqual(made[j]);
          });
        });
      }),
    );
  });
  it("takes a column with outliers to a logarithm, leaves all others, and winsorises only where that fails", () => {
    fc.assert(
      fc.property(tailed, (x) => {
        const found = stages(treated(x)) ?? [];
        expect([["before"], ["before", "log-ct"], ["before", "log-ct", "winsorised"]]).toContainEqual(found);
        if (found.length === 1) expect(cellsOf(treated(x).value, "x")).toEqual(x);
      }),
    );
  });
});

describe("log-first: edges", () => {
  const shifted = { transform: "box-cox", lambda: 1 } as const;
  const x = [2, 3, 5, 7, 11, 13, 1000, -4, 3];
  it("winsorises what the transform left when combined", () => {
    const made = treated(x, { ...shifted, combine: true });
    expect(cellsOf(made.value, "x")).toEqual([6, 7, 9, 11, 15, 17, 17, 0, 7]);
    expect(made.value.variables[0].unit.en).toBe("box-cox");
  });
  it("keeps missing cells missing", () => {
    expect(cellsOf(treated([...x, null], shifted).value, "x")[9]).toBeNull();
  });
  it("faults on a power without box-cox", () => {
    expect(() => treated(x, { lambda: 2 })).toThrow(Fault);
  });
});

describe("log-first: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    cellsOf(treated(input.values, input.options).value, "x").forEach((one, k) => {
      expect(Math.abs((one as number) - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
  describeWith("coinr", "COINr's treated data")("COINr", () => {
    it("agrees in the 34 ASEM columns without outliers, and takes the logarithm of the 15 that the peer hands back untouched", () => {
      const data = asemPanel("default/Imputed.csv");
      const made = logFirst(data);
      const wanted = asemPanel("treat/log_first.csv");
      const changed = new Set(made.tables[0].columns[2].values);
      const others = data.variables.map((one) => one.id).filter((id) => !changed.has(id));
      expect([others.length, changed.size]).toEqual([34, 15]);
      expect(largestGap(made.value, wanted, others)).toBe(0);
      const flights = series(data, "Flights");
      const [low, high] = [Math.min(...flights), Math.max(...flights)];
      series(made.value, "Flights").forEach((one, i) => {
        expect(one).toBeCloseTo(ln(flights[i] - low + 0.01 * (high - low)), 12);
      });
    });
  });
});
