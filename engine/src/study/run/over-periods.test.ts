import { describe, expect, it } from "vitest";
import type { Result, Warning } from "../../method/index.js";
import { overPeriods } from "./over-periods.js";

const method = { id: "m", variant: "v", options: {}, citations: [] };
const names = { en: "t", zh: "表" };
const warn = (code: string): Warning => ({ code, text: { en: `${code} happened`, zh: `发生 ${code}` } });
/** A method whose table has as many rows as its period has parts. */
const once =
  (parts: readonly (readonly number[])[], warnings: readonly (readonly string[])[] = []) =>
  (t: number): Result => ({
    method,
    value: parts[t].length,
    tables: [{ id: "t", names, columns: [{ id: "x", names, values: parts[t] }] }],
    trace: { rows: parts[t].length },
    warnings: (warnings[t] ?? []).map(warn),
  });

describe("a method called once a period", () => {
  it("gives one value a period and tables with a leading period", async () => {
    const { value, tables, trace } = await overPeriods([2013, 2014, 2016], once([[1, 2], [], [3]]));
    expect(value).toEqual({ periods: [2013, 2014, 2016], values: [2, 0, 1] });
    expect(tables[0].columns.map(({ id, values }) => [id, values])).toEqual([
      ["period", [2013, 2013, 2016]],
      ["x", [1, 2, 3]],
    ]);
    expect(trace).toEqual({
      byPeriod: [
        { period: 2013, rows: 2 },
        { period: 2014, rows: 0 },
        { period: 2016, rows: 1 },
      ],
    });
  });

  it("says a warning once, with the periods it holds for", async () => {
    const { warnings } = await overPeriods([2013, 2014, 2015], once([[1], [1], [1]], [["a"], ["b", "a"], ["b"]]));
    expect(warnings).toEqual([
      { code: "a", text: { en: "a happened (2013, 2014)", zh: "发生 a（2013、2014）" } },
      { code: "b", text: { en: "b happened (2014, 2015)", zh: "发生 b（2014、2015）" } },
    ]);
  });

  it("keeps the method and cannot be rewritten", async () => {
    const result = await overPeriods([2013], once([[1]]));
    expect([result.method, Object.isFrozen(result)]).toEqual([method, true]);
  });
});
