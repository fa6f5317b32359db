import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellsPerVariable,
  countFlag,
  countMissing,
  Flag,
  flagsOf,
  offset,
  type Panel,
  type PanelParts,
  panel,
  select,
  series,
  variableIndex,
  withCells,
  withPeriods,
  withUnits,
} from "./panel.js";

const parts: PanelParts = {
  variables: [{ id: "gdp", unit: { en: "yuan", zh: "元" }, direction: 1 }, { id: "pop" }],
  periods: [2013, 2014, 2016],
  units: [{ code: "110000", names: { en: "Beijing", zh: "北京" } }, { code: "120000" }],
  values: Float64Array.of(1, 2, 3, 4, 5, Number.NaN, 7, 8, 9, 10, 11, 12),
  flags: Uint8Array.of(0, 0, 0, Flag.suspect, 0, 0, Flag.imputed, 0, Flag.imputed | Flag.break, 0, 0, 0),
  groupings: [{ id: "region", names: { en: "region", zh: "区域" }, groups: [], of: ["e", "e"] }],
};
const p = panel(parts);

describe("a panel", () => {
  it("lays cells out by variable, then period, then unit", () => {
    expect(cellsPerVariable(p)).toBe(6);
    expect([p.values[offset(p, 0, 0, 1)], p.values[offset(p, 1, 0, 0)], p.values[offset(p, 1, 2, 1)]]).toEqual([2, 7, 12]);
    const shape = fc.record({ v: fc.integer({ min: 1, max: 4 }), t: fc.integer({ min: 1, max: 4 }), n: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(shape, ({ v, t, n }) => {
        const any = panel({
          variables: Array.from({ length: v }, (_, k) => ({ id: `v${k}` })),
          periods: Array.from({ length: t }, (_, k) => 2000 + k),
          units: Array.from({ length: n }, (_, k) => ({ code: `u${k}` })),
          values: Float64Array.from({ length: v * t * n }, (_, k) => k),
        });
        let cell = 0;
        for (let a = 0; a < v; a++)
          for (let b = 0; b < t; b++)
            for (let c = 0; c < n; c++) {
              expect(any.values[offset(any, a, b, c)]).toBe(cell);
              expect(series(any, a)[b * n + c]).toBe(cell++);
            }
      }),
    );
  });

  it("fills in what is not said", () => {
    expect(p.variables[1]).toEqual({
      id: "pop",
      names: { en: "pop", zh: "pop" },
      unit: { en: "", zh: "" },
      direction: 0,
      source: { en: "", zh: "" },
      vintage: { en: "", zh: "" },
      derivedFrom: [],
      breaks: [],
    });
    expect(p.units[1].names).toEqual({ en: "120000", zh: "120000" });
    expect(panel({ ...parts, flags: undefined }).flags).toEqual(new Uint8Array(12));
  });

  it("counts missing cells and flags bit by bit", () => {
    expect(countMissing(p)).toBe(1);
    expect([Flag.imputed, Flag.break, Flag.suspect, Flag.estimated].map((bit) => countFlag(p, bit))).toEqual([2, 1, 1, 0]);
  });

  it("finds a variable by id or position, as a view of the same memory", () => {
    expect(Array.from(series(p, "pop"))).toEqual([7, 8, 9, 10, 11, 12]);
    expect(series(p, 1)).toEqual(series(p, "pop"));
    expect(series(p, "pop").buffer).toBe(p.values.buffer);
    expect(Array.from(flagsOf(p, "gdp"))).toEqual([0, 0, 0, 4, 0, 0]);
    expect(variableIndex(p, "pop")).toBe(1);
  });

  it("cannot be rewritten, nor its lists", () => {
    const lists: readonly unknown[] = [p, p.variables, p.variables[0], p.periods, p.units, p.units[0], p.groupings];
    for (const one of lists) expect(Object.isFrozen(one)).toBe(true);
    const periods = [2001, 2002];
    const made = panel({ variables: [], periods, units: [], values: new Float64Array(0) });
    periods.push(2003);
    expect(made.periods).toEqual([2001, 2002]);
  });
});

describe("a panel made from another", () => {
  it("selects variables in the order asked for, with their flags, in memory of its own", () => {
    const two = select(p, ["pop", "gdp"]);
    expect(two.variables.map((one) => one.id)).toEqual(["pop", "gdp"]);
    expect(Array.from(two.values)).toEqual([7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, Number.NaN]);
    expect(Array.from(two.flags)).toEqual([1, 0, 3, 0, 0, 0, 0, 0, 0, 4, 0, 0]);
    expect(two.groupings).toEqual(p.groupings);
    two.values[0] = 99;
    expect(p.values[6]).toBe(7);
    expect(select(p, []).values).toHaveLength(0);
  });

  it("selects units in the order asked for, with flags and groupings, in memory of its own", () => {
    const turned = withUnits(p, [1, 0]);
    expect(turned.units).toEqual([p.units[1], p.units[0]]);
    expect(Array.from(turned.values)).toEqual([2, 1, 4, 3, Number.NaN, 5, 8, 7, 10, 9, 12, 11]);
    expect(Array.from(turned.flags.subarray(0, 6))).toEqual([0, 0, 4, 0, 0, 0]);
    expect(turned.groupings.map((one) => one.of)).toEqual(p.groupings.map((one) => [one.of[1], one.of[0]]));
    expect(withUnits(p, [1]).values).toHaveLength(6);
  });

  it("selects periods, with their flags, in memory of its own", () => {
    const fewer = withPeriods(p, [0, 2]);
    expect(fewer.periods).toEqual([2013, 2016]);
    expect(Array.from(fewer.values)).toEqual([1, 2, 5, Number.NaN, 7, 8, 11, 12]);
    expect(Array.from(fewer.flags)).toEqual([0, 0, 0, 0, 1, 0, 0, 0]);
    expect([fewer.units, fewer.groupings]).toEqual([p.units, p.groupings]);
    fewer.values[0] = 99;
    expect(p.values[0]).toBe(1);
  });

  it("keeps periods, units and groupings when cells are given anew", () => {
    const other = withCells(p, [{ id: "x" }], new Float64Array(6));
    expect([other.periods, other.units, other.groupings]).toEqual([p.periods, p.units, p.groupings]);
    expect(Array.from(other.flags)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("a panel is refused", () => {
  const one = parts.variables[0];
  it.each<[string, Partial<PanelParts>, string]>([
    ["with too few values", { values: new Float64Array(11) }, "panel-shape"],
    ["with too many flags", { flags: new Uint8Array(13) }, "panel-shape"],
    ["with a variable twice", { variables: [one, one] }, "duplicate-id"],
    ["with a unit twice", { units: [parts.units[0], parts.units[0]] }, "duplicate-id"],
    ["with periods out of order", { periods: [2014, 2013, 2016] }, "periods-order"],
    ["with a period twice", { periods: [2013, 2013, 2016] }, "periods-order"],
    ["with half a year", { periods: [2013, 2013.5, 2016] }, "periods-order"],
    ["with an infinite cell", { values: new Float64Array(12).fill(Number.NEGATIVE_INFINITY) }, "infinite-value"],
  ])("%s", (_, change, code) => expect(() => panel({ ...parts, ...change })).toThrow(expect.objectContaining({ code })));

  it("for an unknown variable, with the nearest", () => {
    const ask = (from: Panel, id: string) => () => series(from, id);
    expect(ask(p, "gpd")).toThrow(
      expect.objectContaining({ code: "unknown-variable", next: expect.objectContaining({ en: 'did you mean "gdp"?' }) }),
    );
    expect(ask(p, "temperature")).toThrow(
      expect.objectContaining({ next: expect.objectContaining({ en: expect.stringContaining("list the columns") }) }),
    );
    expect(() => select(p, ["gdp", "gdp"])).toThrow(expect.objectContaining({ code: "duplicate-id" }));
  });
});
