import { beforeAll, describe, expect, it } from "vitest";
import { countries, giniAlone, onePeriod, ownSystems } from "../../../proof/study/small-runs.js";
import type { StudyRun } from "../study/index.js";
import type { Block, FigureBlock, ReportDocument, TableBlock } from "./document.js";
import { plainText } from "./prose.js";
import { tell } from "./tell.js";

const runs: Record<"countries" | "giniAlone" | "onePeriod" | "ownSystems", StudyRun> = {} as never;
beforeAll(async () => {
  [runs.countries, runs.giniAlone, runs.onePeriod, runs.ownSystems] = await Promise.all([
    countries(),
    giniAlone(),
    onePeriod(),
    ownSystems(),
  ]);
});

const ids = (document: ReportDocument): string[] => document.sections.map((section) => section.id);
const blocks = (document: ReportDocument): readonly Block[] => document.sections.flatMap((section) => section.blocks);
const figures = (document: ReportDocument): FigureBlock[] => blocks(document).filter((one): one is FigureBlock => one.kind === "figure");
const tables = (document: ReportDocument): TableBlock[] => blocks(document).filter((one): one is TableBlock => one.kind === "table");
const sentences = (document: ReportDocument): string[] => document.summary.map(plainText);

describe("a report has the sections its steps give", () => {
  it("one index in one year: no lines, no ranks over time, no coupling", () => {
    const document = tell(runs.onePeriod, "en");
    expect(ids(document)).toEqual(["data", "framework", "weights", "results", "methods", "provenance"]);
    expect(figures(document)).toEqual([]);
    expect(document.emblem?.chart.kind).toBe("bars");
  });

  it("one measure and no index: no cover picture, no ranking, the study's own title", () => {
    const document = tell(runs.giniAlone, "en");
    expect(ids(document)).toEqual(["data", "framework", "inequality", "methods", "provenance"]);
    expect(document.emblem).toBeUndefined();
    expect(document.title).toBe("Small study");
    expect(sentences(document)).toEqual(["How sure: 0 raw cells are suspect."]);
  });

  it("countries: five sentences, called countries, with the other weights beside", () => {
    const document = tell(runs.countries, "en");
    expect(document.summary).toHaveLength(5);
    expect(sentences(document)[0]).toMatch(/^Between 2020 and 2021, on average over 3 countries, index rose from 0\.\d{3} to 0\.\d{3}\.$/);
    expect(
      tables(document)
        .find((one) => one.id === "ranking")
        ?.head.map((one) => one.label),
    ).toEqual(["Country", "Index", "Rank", "Other"]);
    expect(figures(document).map((one) => one.id)).toEqual(["weights", "means", "ranks", "gini"]);
  });

  it("two systems of one's own: named as their tree names them, in the form that was computed", () => {
    const document = tell(runs.ownSystems, "en");
    expect(ids(document)).toContain("coupling");
    expect(ids(document)).toContain("obstacles");
    expect(document.sections.find((one) => one.id === "coupling")?.title).toBe("Do Growing and Sharing turn together?");
    expect(sentences(document)[2]).toContain("in the corrected form of Wang et al. (2021).");
    expect(
      tables(document)
        .find((one) => one.id === "coordination")
        ?.head.map((one) => one.label),
    ).toEqual(["Region", "D", "Class", "Ratio", "Type"]);
  });
});

describe("every document", () => {
  const every = (): ReportDocument[] => Object.values(runs).flatMap((run) => [tell(run, "en"), tell(run, "zh")]);

  it("gives every figure a finding, what is drawn, a source, a description and a file", () => {
    for (const document of every()) {
      for (const one of figures(document)) {
        expect(one.title.length).toBeGreaterThan(3);
        expect(one.subtitle).not.toBe("");
        expect(one.note).toMatch(document.language === "en" ? /^Data: .+; own computation\. / : /^数据：.+；作者计算。/);
        expect(one.description).toMatch(/[.。]$/);
        expect(one.file).toMatch(/^tables\/[a-z0-9-]+\.[a-z0-9-]+\.csv$/);
      }
    }
  });

  it("names only tables that the run writes", () => {
    for (const [name, run] of Object.entries(runs)) {
      const written = new Set(run.steps.flatMap((step) => step.result.tables.map((table) => `tables/${step.id}.${table.id}.csv`)));
      const named = [...figures(tell(run, "en")), ...tables(tell(run, "en"))].flatMap((one) => one.file ?? []);
      expect([name, named.filter((file) => file.startsWith("tables/") && !written.has(file))]).toEqual([name, []]);
    }
  });

  it("has rows as wide as their head, and ids that occur once", () => {
    for (const document of every()) {
      for (const one of tables(document)) for (const row of one.rows) expect(row).toHaveLength(one.head.length);
      for (const found of [figures(document), tables(document)]) expect(new Set(found.map((one) => one.id)).size).toBe(found.length);
    }
  });

  it("prints no NaN, no undefined and no empty brackets", () => {
    for (const document of every()) expect(JSON.stringify(document)).not.toMatch(/NaN|undefined|\[object|Infinity|\(\)|（）/);
  });

  it("has the same blocks in both languages", () => {
    for (const run of Object.values(runs)) {
      const shape = (language: "en" | "zh"): string[] => blocks(tell(run, language)).map((one) => ("id" in one ? one.id : one.kind));
      expect(shape("zh")).toEqual(shape("en"));
    }
  });

  it("says the same twice", () => {
    for (const run of Object.values(runs)) expect(tell(run, "zh")).toEqual(tell(run, "zh"));
  });
});
