import { describe, expect, it } from "vitest";
import { panelOf } from "../../../../proof/small-tables.js";
import { incomeSources, nestedTheil } from "../../inequality/index.js";
import { series } from "../../table/index.js";
import { runTask } from "./task.js";

const sources = panelOf({ wages: [1, 2, 3, 2, 2, 9], rent: [3, 1, 8, 1, 0, 2] }, { periods: [2013, 2014] });

describe("a card that measures several columns", () => {
  it("is called once a period, with that period's cells", async () => {
    for (const weight of [undefined, Float64Array.of(1, 2, 3, 3, 2, 1)]) {
      const { value, tables } = await runTask({ card: "income-sources", inputs: { sources, weight }, options: {}, periods: [2013, 2014] });
      const one = (t: number) => {
        const part = (id: string) => series(sources, id).subarray(t * 3, t * 3 + 3);
        return incomeSources({ wages: part("wages"), rent: part("rent") }, { weights: weight?.subarray(t * 3, t * 3 + 3) }).value;
      };
      expect(value).toEqual({ periods: [2013, 2014], values: [one(0), one(1)] });
      expect(tables[1].columns[0]).toMatchObject({ id: "period", values: [2013, 2013, 2014, 2014] });
    }
  });

  it("has nested groupings of the units in every period", async () => {
    const by = [
      ["A", "A", "B"],
      ["u", "r", "u"],
    ];
    const inputs = { value: series(sources, "rent").map((one) => one + 1), by };
    const { value } = await runTask({ card: "nested-theil", inputs, options: {}, periods: [2013, 2014] });
    expect(value).toEqual({ periods: [2013, 2014], values: [nestedTheil([4, 2, 9], by).value, nestedTheil([2, 1, 3], by).value] });
  });
});
