import { readFile } from "node:fs/promises";
import { runStudy } from "@gongfu/engine/study";
import { isIndex, series } from "@gongfu/engine/table";
import { describe, expect, it } from "vitest";
import { hasReference, referenceRows } from "../reference-files.js";
import { host, root } from "./shipped.js";

/** The Human Development Index 2021 as UNDP published it (Human Development Report 2021/22, statistical annex, table 1). */
const published: Readonly<Record<string, number>> = {
  CHE: 0.962,
  NOR: 0.961,
  BEL: 0.937,
  SGP: 0.939,
  USA: 0.921,
  JPN: 0.925,
  MEX: 0.758,
  EGY: 0.731,
  IND: 0.633,
  NGA: 0.535,
  TCD: 0.394,
  SSD: 0.385,
};
const folder = new URL("studies/human-development/", root);

/** The shipped study, over its own table or another in the same columns; scores rounded as published. */
async function scores(table?: string): Promise<Record<string, number>> {
  const bytes = (path: string) =>
    path === "data.csv" && table !== undefined ? new TextEncoder().encode(table) : readFile(new URL(path, folder));
  const study = await readFile(new URL("study.yaml", folder), "utf8");
  const run = await runStudy(study, "study.yaml", { ...host, readFile: async (path) => bytes(path) });
  const index = run.steps.find((step) => step.id === "hdi")?.result.value;
  if (!isIndex(index)) throw new Error("the study has an index called hdi");
  const cells = series(index.scores, "hdi");
  return Object.fromEntries(index.scores.units.map(({ code }, i) => [code, Number(cells[i].toFixed(3))]));
}

describe("the Human Development Index, from a study file alone", () => {
  it("comes out as published for the countries shipped", async () => {
    expect(await scores()).toEqual(published);
  });

  it.runIf(hasReference("hdi", "the other countries of the Human Development Index"))(
    "comes out as published for every country at hand",
    async () => {
      const rows = referenceRows("hdi/hdi_2021_sample.csv");
      const head = "iso3,year,life_expectancy,expected_years_schooling,mean_years_schooling,gni_per_head";
      const lines = rows.map((row) => [row.iso3, 2021, row.le_2021, row.eys_2021, row.mys_2021, row.gnipc_2021].join(","));
      const made = await scores(`${[head, ...lines].join("\n")}\n`);
      expect(made).toEqual(Object.fromEntries(rows.map((row) => [row.iso3, Number(row.hdi_2021)])));
      expect(rows.length).toBeGreaterThan(60);
    },
  );
});
