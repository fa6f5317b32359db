import { describe, expect, it } from "vitest";
import { smallRun } from "../../../../proof/study/small-runs.js";
import type { TableBlock } from "../document.js";
import { tell } from "../tell.js";

const incomes = [2, 3, 5, 7, 11, 13, 1000, 4, 3];
const rows = ["town,region,year,income,debt", ...incomes.map((x, k) => `T${k},${k < 5 ? "north" : "south"},2020,${x},${k === 4 ? "" : k}`)];
const steps = [
  "impute: {method: group-mean, by: region}",
  "treat: {method: winsorise-then-log}",
  "normalise: {method: min-max}",
  "weigh: {method: equal}",
  "aggregate: {id: index, method: arithmetic}",
];
const tables = async (language: "en" | "zh", treatments = steps): Promise<readonly TableBlock[]> => {
  const run = await smallRun({ rows, data: ", unit: town, period: year, regions: as-is", steps: treatments });
  const blocks = tell(run, language).sections.find((one) => one.id === "data")?.blocks ?? [];
  return blocks.filter((one): one is TableBlock => one.kind === "table");
};

describe("what a study did to single cells", () => {
  it("stands in the data section: how many were treated, how, and the skewness before and after", async () => {
    const found = (await tables("en")).find((one) => one.id === "treated-treat");
    expect(found?.title).toBe("1 treated cell, by indicator");
    expect(found?.rows).toEqual([["income", "1", "pulled down", "3.00", "0.58"]]);
    expect(found?.file).toBe("tables/treat.treated.csv");
    expect((await tables("zh")).find((one) => one.id === "treated-treat")?.rows[0][2]).toBe("自上端缩尾");
  });
  it("names the rule of every imputation in both languages", async () => {
    const rules = async (language: "en" | "zh") =>
      (await tables(language)).find((one) => one.id === "imputed")?.rows.map((row) => row.at(-1));
    expect(await rules("en")).toEqual(["mean of the group"]);
    expect(await rules("zh")).toEqual(["组内均值"]);
  });
  it("is not spoken of when nothing was treated", async () => {
    expect((await tables("en", ["treat: {method: winsorise, skew: 9}", ...steps.slice(2)])).map((one) => one.id)).not.toContain(
      "treated-treat",
    );
  });
});
