import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Flag, flagsOf } from "../../../table/index.js";
import { quantileWinsor } from "./quantile-winsor.js";
import reference from "./quantile-winsor.reference.json";

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });
const share = fc.double({ min: 0, max: 0.49, noNaN: true });
const treated = (x: readonly (number | null)[], options = {}) => quantileWinsor(panelOf({ x }), options);

describe("quantile-winsor: laws", () => {
  it("keeps the order and stays inside the extremes", () => {
    fc.assert(
      fc.property(values, share, share, (x, lower, upper) => {
        const made = cellsOf(treated(x, { lower, upper }).value, "x") as number[];
        expect(Math.min(...made)).toBeGreaterThanOrEqual(Math.min(...x));
        expect(Math.max(...made)).toBeLessThanOrEqual(Math.max(...x));
        x.forEach((a, i) => {
          x.forEach((b, j) => {
            if (a <= b) expect(made[i]).toBeLessThanOrEqual(made[j]);
          });
        });
      }),
    );
  });
  it("does from below what it does to −x from above", () => {
    fc.assert(
      fc.property(values, share, (x, lower) => {
        const made = cellsOf(treated(x, { lower, upper: 0 }).value, "x") as number[];
        const mirrored = cellsOf(
          treated(
            x.map((one) => -one),
            { lower: 0, upper: lower },
          ).value,
          "x",
        ) as number[];
        made.forEach((one, k) => {
          expect(mirrored[k]).toBeCloseTo(-one, 9);
        });
      }),
    );
  });
  it("touches no more than the share on each side", () => {
    fc.assert(
      fc.property(values, share, share, (x, lower, upper) => {
        const made = cellsOf(treated(x, { lower, upper }).value, "x") as number[];
        const [up, down] = [x.filter((one, k) => made[k] > one).length, x.filter((one, k) => made[k] < one).length];
        expect(up).toBeLessThanOrEqual(Math.ceil(lower * (x.length - 1)));
        expect(down).toBeLessThanOrEqual(Math.ceil(upper * (x.length - 1)));
      }),
    );
  });
});

describe("quantile-winsor: edges", () => {
  const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const ends = { lower: 0.1, upper: 0.1 };
  it("does nothing with shares of 0, to a protected column, or to an empty one", () => {
    expect(cellsOf(treated(ten, { lower: 0, upper: 0 }).value, "x")).toEqual(ten);
    expect(cellsOf(treated(ten, { ...ends, never: ["x"] }).value, "x")).toEqual(ten);
    expect(cellsOf(treated([null, null], ends).value, "x")).toEqual([null, null]);
  });
  it("flags and lists the cells, and shows skewness before and after", () => {
    const made = treated([...ten, null], ends);
    expect([...flagsOf(made.value, "x")].map((bits) => bits === Flag.treated)).toEqual([...ten.map((x) => x === 0 || x === 10), false]);
    expect(made.tables[0].columns.map((one) => one.values[1])).toEqual(["u11", 2020, "x", 10, 9, "pulled down"]);
    expect(made.tables[1].columns[2].values).toEqual(["before", "winsorised"]);
  });
  it("takes the quantiles of each period when asked, and other shares for some indicators", () => {
    const x = [...ten, ...ten.map((one) => one + 100)];
    const data = panelOf({ x, y: x }, { periods: [2020, 2021] });
    const made = quantileWinsor(data, { ...ends, scope: "per-period", overrides: [{ indicators: ["y"], lower: 0, upper: 0 }] });
    expect(cellsOf(made.value, "x")[10]).toBe(9);
    expect(cellsOf(made.value, "x")[11]).toBe(101);
    expect(cellsOf(made.value, "y")).toEqual(x);
    expect(made.warnings.map((one) => one.code)).toEqual(["per-period"]);
  });
  it.each([{ lower: 0.5 }, { upper: -0.1 }, { never: ["z"] }])("faults on %o", (options) =>
    expect(() => treated(ten, options)).toThrow(Fault),
  );
});

describe("quantile-winsor: agreement", () => {
  it.each(reference)("$from", ({ input, expected }) => {
    expect(cellsOf(treated(input.values, input.options).value, "x")).toEqual(expected);
  });
});
