import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { incomeSources, nestedTheil, theil } from "@gongfu/engine";
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

describe("a method on a panel that takes columns beside the one measured", () => {
  writeFileSync(
    join(cwd, "towns.csv"),
    "town,year,region,urban,rural,all,residents\nAsh,2020,N,3,1,10,5\nBirch,2020,N,6,2,20,8\nCedar,2020,S,4,4,5,1\nAsh,2021,N,6,2,10,5\nBirch,2021,N,9,3,30,8\nCedar,2021,S,8,4,5,1\n",
  );
  const about = ["--unit", "town", "--period", "year", "--regions", "as-is"];
  it("takes each by a flag of its own", async () => {
    const made = await value(
      ...["urban-rural-theil", "towns.csv", "--columns", "urban,rural", "--people", "all,residents", "--by", "region"],
      ...about,
    );
    expect(made.map(({ period, units }: { period: number; units: number }) => [period, units])).toEqual([
      [2020, 3],
      [2021, 3],
    ]);
    const [first] = made;
    const flat = theil([3, 1, 6, 2, 4, 4], { weights: [5, 5, 8, 12, 1, 4] });
    expect(first.theil).toBeCloseTo(flat.value, 12);
    expect(first.between).toHaveLength(2);
  });
  it("measures what is left when no columns are named", async () => {
    writeFileSync(join(cwd, "dates.csv"), "town,year,income,people\nAsh,2020,1,3\nBirch,2020,2,1\nAsh,2021,2,3\nBirch,2021,2,1\n");
    const found = await value("growth-incidence", "dates.csv", "--weight", "people", ...about);
    expect(found.mean).toBeCloseTo(2 / 1.25 - 1, 12);
  });
  it("faults on too few and too many of them", async () => {
    for (const given of ["all", "all,residents,urban"]) {
      const called = await run("urban-rural-theil", "towns.csv", "--columns", "urban,rural", "--people", given, ...about);
      expect(called.code).toBe(2);
      expect(called.err).toContain("expected 2 columns: residents: all, urban");
    }
  });
  it("says how in its help", async () => {
    expect((await run("urban-rural-theil", "--help")).out).toContain("--people <a,b>");
    expect((await run("growth-incidence", "--help")).out).toContain("--weight <column>");
  });
});
