import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { minMax } from "../min-max/min-max.js";
import { moderate } from "./moderate.js";
import type { ModerateOptions } from "./moderate.method.js";
import reference from "./moderate.reference.json";

type Optimum = ModerateOptions["optimum"][string];
const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 20 }).filter((x) => new Set(x).size > 1);
const scaled = (x: readonly (number | null)[], optimum: Optimum, options = {}, direction: -1 | 1 = 1) =>
  cellsOf(moderate(panelOf({ x }, { direction: { x: direction } }), { optimum: { x: optimum }, ...options }).value, "x") as number[];

describe("moderate indicators: laws", () => {
  it("fall with the distance from the optimum; the farthest gets the lower end, the optimum the upper", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -150, max: 150 }), (x, optimum) => {
        const z = scaled([...x, optimum], optimum);
        const d = [...x, optimum].map((one) => Math.abs(one - optimum));
        if (Math.max(...d) === 0) return;
        expect(z.at(-1)).toBe(1);
        z.forEach((one, i) => {
          expect(one).toBeCloseTo(1 - d[i] / Math.max(...d), 12);
        });
      }),
    );
  });
  it("do not depend on a declared direction, nor on unit and zero of the measure", () => {
    fc.assert(
      fc.property(values, (x) => {
        const z = scaled([...x, 3], 3);
        expect(scaled([...x, 3], 3, {}, -1)).toEqual(z);
        scaled(
          [...x, 3].map((one) => 8 * one + 5),
          29,
        ).forEach((one, i) => {
          expect(one).toBeCloseTo(z[i], 12);
        });
      }),
    );
  });
  it("leave the others to min–max", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(1 as const, -1 as const), (x, direction) => {
        const data = panelOf({ x, y: [...x].reverse() }, { direction: { x: direction } });
        const plain = cellsOf(minMax(data).value, "x") as number[];
        (cellsOf(moderate(data, { optimum: { y: 0.5 } }).value, "x") as number[]).forEach((one, i) => {
          expect(one).toBeCloseTo(plain[i], 14);
        });
      }),
    );
  });
});

describe("moderate indicators: edges", () => {
  it("count all values of an interval as best", () =>
    expect(scaled([0, 4, 5, 6, 12], [4, 6])).toEqual([expect.closeTo(1 / 3, 12), 1, 1, 1, 0]));
  it("leave missing missing, and a column all at one distance without scale", () => {
    expect(scaled([0, null, 5], 5)).toEqual([0, null, 1]);
    expect(scaled([4, 6], 5)).toEqual([null, null]);
  });
  it("measure pooled or in each period, on any range", () => {
    const data = panelOf({ x: [0, 5, 3, 5] }, { periods: [2020, 2021] });
    const of = (options: object) => cellsOf(moderate(data, { optimum: { x: 5 }, ...options }).value, "x");
    expect(of({ range: [1, 101] })).toEqual([1, 101, expect.closeTo(61, 12), 101]);
    expect(of({ scope: "per-period" })).toEqual([0, 1, 0, 1]);
  });
  it("fault on an unknown indicator and on an interval turned round", () => {
    expect(() => moderate(panelOf({ x: [1, 2] }), { optimum: { y: 1 } })).toThrow(Fault);
    expect(() => scaled([1, 2], [6, 4])).toThrow(expect.objectContaining({ code: "empty-range" }));
  });
});

describe("moderate indicators: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    scaled(input.values, input.optimum as unknown as Optimum).forEach((one, k) => {
      expect(Math.abs(one - expected[k])).toBeLessThanOrEqual(tolerance);
    });
  });
});
