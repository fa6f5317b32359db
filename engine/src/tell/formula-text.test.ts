import { beforeAll, describe, expect, it } from "vitest";
import { onePeriod } from "../../../proof/study/small-runs.js";
import { formulaText } from "./formula-text.js";
import { type Tale, tale } from "./tale.js";

let english: Tale;
let chinese: Tale;
beforeAll(async () => {
  const run = await onePeriod();
  [english, chinese] = [tale(run, "en"), tale(run, "zh")];
});

describe("a formula in words", () => {
  it("says that a column is taken as published", () => {
    expect([formulaText("water", english), formulaText("water", chinese)]).toEqual(["as published", "直接取用"]);
  });

  it("prints signs as papers do and leaves numbers alone", () => {
    expect(formulaText("water / (roads + debt)*100", english)).toBe("water ÷ (roads + debt) × 100");
    expect(formulaText("water/(roads-debt)*100", chinese)).toBe("water÷（roads−debt）×100");
  });

  it("names the functions", () => {
    expect(formulaText("theil2(water, roads; debt, debt)", english)).toBe("Theil index (water, roads; debt, debt)");
  });
});
