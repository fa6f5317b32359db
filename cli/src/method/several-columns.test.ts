import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { incomeSources, nestedTheil } from "@gongfu/engine";
import { describe, expect, it } from "vitest";
import { call, newFolder } from "../../../proof/capture.js";

const cwd = newFolder();
writeFileSync(
  join(cwd, "homes.csv"),
  "region,zone,year,wages,rent,persons\nE,urban,2020,10,3,2\nE,rural,2020,4,1,3\nW,urban,2020,7,,1\nW,rural,2021,3,2,4\nE,urban,2021,8,9,2\n",
);
const run = (...argv: string[]) => call([...argv, "--lang", "en"], { cwd });
const value = async (...argv: string[]) => JSON.parse((await run(...argv, "--json")).out).value;

describe("a method that measures several columns of the rows of a file", () => {
  it("takes them by name, weighs the rows, and goes through the periods", async () => {
    const plain = ["income-sources", "homes.csv", "--columns", "wages,rent", "--weight", "persons"];
    expect(await value(...plain)).toEqual(incomeSources({ wages: [10, 4, 3, 8], rent: [3, 1, 2, 9] }, { weights: [2, 3, 4, 2] }).value);
    expect(await value(...plain, "--period", "year")).toEqual({
      periods: [2020, 2021],
      values: [
        incomeSources({ wages: [10, 4], rent: [3, 1] }, { weights: [2, 3] }).value,
        incomeSources({ wages: [3, 8], rent: [2, 9] }, { weights: [4, 2] }).value,
      ],
    });
  });

  it("takes nested groups by name, the coarsest first", async () => {
    const plain = ["nested-theil", "homes.csv", "--value", "wages", "--by", "region,zone"];
    const by = [
      ["E", "E", "W", "W", "E"],
      ["urban", "rural", "urban", "rural", "urban"],
    ];
    expect(await value(...plain)).toEqual(nestedTheil([10, 4, 7, 3, 8], by).value);
    const inPeriods = await value(...plain, "--period", "year");
    expect(inPeriods.values[1]).toEqual(
      nestedTheil(
        [3, 8],
        by.map((keys) => keys.slice(3)),
      ).value,
    );
  });

  it.each([
    [["income-sources", "homes.csv"], 2, "--columns is missing"],
    [["income-sources", "homes.csv", "--columns", "wages"], 2, "expected at least 2 columns"],
    [["income-sources", "homes.csv", "--columns", "wages,rnt"], 1, 'did you mean "rent"?'],
    [["nested-theil", "homes.csv", "--value", "wages"], 2, "--by is missing"],
    [["nested-theil", "homes.csv", "--value", "wages", "--by", "region"], 2, "expected at least 2 columns"],
  ])("%j ends with %i", async (argv, code, says) => {
    const called = await run(...argv);
    expect(called.err).toContain(says);
    expect(called.code).toBe(code);
  });

  it("says how in its help", async () => {
    expect((await run("income-sources", "--help")).out).toContain("gongfu income-sources data.csv --columns a,b --weight persons");
    expect((await run("nested-theil", "--help")).out).toContain("--by region,urban");
  });
});
