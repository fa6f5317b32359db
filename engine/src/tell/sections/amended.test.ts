import { describe, expect, it } from "vitest";
import { smallRun } from "../../../../proof/study/small-runs.js";
import type { TableBlock } from "../document.js";
import { tell } from "../tell.js";

const series = {
  Ash: [10.1, 99.9, 11.3, 11.9],
  Birch: [20.3, 21.1, 22.4, 23.2],
  Cedar: [8.7, 9.1, 9.9, 10.2],
  Dogwood: [30.3, 31.9, 33.4, 35.2],
};
const rows = [
  "town,year,water",
  ...Object.entries(series).flatMap(([town, values]) => values.map((value, t) => `${town},${2019 + t},${value}`)),
];
const tables = async (language: "en" | "zh", decisions: string): Promise<readonly TableBlock[]> => {
  const steps = [
    `audit: {decisions: [${decisions}]}`,
    "amend: {by: audit}",
    "impute: {method: linear-constant}",
    "normalise: {method: min-max}",
    "weigh: {method: equal}",
    "aggregate: {id: index, method: arithmetic}",
  ];
  const run = await smallRun({ rows, data: ", unit: town, period: year, regions: as-is", steps });
  const blocks = tell(run, language).sections.find((one) => one.id === "data")?.blocks ?? [];
  return blocks.filter((one): one is TableBlock => one.kind === "table");
};

describe("what was decided about the findings of the audit", () => {
  const decision = "{variable: water, unit: Ash, period: 2020, action: impute, reason: the yearbook prints 9.99}";

  it("stands in the data section, cell by cell, with the value before and the reason", async () => {
    const found = (await tables("en", decision)).find((one) => one.id === "amended-amend");
    expect(found?.title).toBe("1 amendment by decision");
    expect(found?.rows).toEqual([["water", "Ash", "2020", "99.9", "taken out, to be imputed", "the yearbook prints 9.99"]]);
    expect(found?.file).toBe("tables/amend.amended.csv");
    expect((await tables("zh", decision)).find((one) => one.id === "amended-amend")?.rows[0][4]).toBe("剔除，另行插补");
  });
  it("is counted among the imputed cells when it is to be filled", async () => {
    expect((await tables("en", decision)).find((one) => one.id === "imputed")?.rows[0].slice(0, 2)).toEqual(["water", "1"]);
  });
  it("is not spoken of when nothing was changed", async () => {
    expect((await tables("en", decision.replace("impute", "keep"))).map((one) => one.id)).not.toContain("amended-amend");
  });
});
