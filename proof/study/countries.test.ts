import { resolveFramework } from "@gongfu/engine/framework";
import { columnsOf, parseFormula } from "@gongfu/engine/ground/formula";
import { runStudy } from "@gongfu/engine/study";
import { isPanel, series } from "@gongfu/engine/table";
import { expect, it } from "vitest";
import { host } from "./shipped.js";

/** A file of one's own with every series under its code, and what the country framework makes of it. */
it("the two wheels for countries run on a file whose columns carry the publishers' codes", async () => {
  const { tree } = await resolveFramework("two-wheels-world", host);
  const codes = [...new Set(tree.leaves.flatMap((leaf) => columnsOf(parseFormula(leaf.formula ?? leaf.id, leaf.id))))];
  const countries = ["CHN", "FRA", "KEN"];
  const cell = (code: string, i: number): number => 20 + codes.indexOf(code) + 30 * i;
  const rows = countries.flatMap((country, i) =>
    [2020, 2021].map((year) => [country, year, ...codes.map((code) => cell(code, i))].join(",")),
  );
  const csv = `${["country", "year", ...codes].join(",")}\n${rows.join("\n")}\n`;
  const study = `gongfu: 1
title: Countries
data: {panel: wdi.csv}
framework: two-wheels-world
steps:
  - derive
  - normalise: {method: min-max}
  - weigh: {method: equal}
  - aggregate: {id: index, method: arithmetic}
  - couple: {of: [index.empowerment, index.equity]}
`;
  const run = await runStudy(study, "study.yaml", { ...host, readFile: async () => new TextEncoder().encode(csv) });

  const derived = run.steps[0].result.value;
  if (!isPanel(derived)) throw new Error("derive gives a panel");
  const at = (id: string) => Array.from(series(derived, id)).slice(0, 3);
  const expected = (make: (of: (code: string) => number) => number) =>
    countries.map((_, i) =>
      expect.closeTo(
        make((code) => cell(code, i)),
        12,
      ),
    );
  expect(derived.units.map((unit) => unit.code)).toEqual(countries);
  expect(at("cE1a")).toEqual(expected((of) => of("IT.NET.BBND.P2")));
  expect(at("cE2c")).toEqual(expected((of) => Math.min(of("SE.TER.ENRR"), 100)));
  expect(at("cE2d")).toEqual(expected((of) => Math.log1p((of("IP.JRN.ARTC.SC") / of("SP.POP.TOTL")) * 1e6)));
  expect(at("cQ1d")).toEqual(expected((of) => Math.min(1, of("g20.any.9") / of("g20.any.10"))));
  expect(at("cP2b")).toEqual(expected((of) => Math.log(of("SI.DST.10TH.10") / (of("SI.DST.FRST.20") + of("SI.DST.02ND.20")))));

  const scores = run.steps[3].result.tables[0].columns;
  expect(scores.map((column) => column.id)).toEqual(["unit", "period", "empowerment", "equity", "outcome"]);
  expect(scores.flatMap((column) => [...column.values]).every((value) => value !== null)).toBe(true);
});
