import { beforeAll, describe, expect, it } from "vitest";
import { ownSystems, smallRun } from "../../../../proof/study/small-runs.js";
import type { StudyRun } from "../../study/index.js";
import type { Chart } from "../chart.js";
import type { Block, FigureBlock, TableBlock } from "../document.js";
import { plainText } from "../prose.js";
import { tell } from "../tell.js";

const blocks = (run: StudyRun, language: "en" | "zh" = "en"): readonly Block[] =>
  tell(run, language).sections.find((one) => one.id === "coupling")?.blocks ?? [];
const said = (all: readonly Block[]): string => all.flatMap((one) => (one.kind === "text" ? [plainText(one.text)] : [])).join("\n");

let run: StudyRun;
beforeAll(async () => {
  run = await smallRun({
    rows: ["town,year,gdp,rural", "Ash,2020,10,4", "Birch,2020,20,3", "Cedar,2020,5,1", "Dale,2020,11,6"],
    data: ", unit: town, period: year, regions: as-is",
    head: ["framework: own.yaml"],
    files: {
      "own.yaml": [
        "gongfu: framework",
        "id: two",
        "names: {en: Two systems, zh: 两个系统}",
        "levels: [{id: system, names: {en: system, zh: 系统}}, {id: indicator, names: {en: indicator, zh: 指标}}]",
        "tree:",
        "  - {id: grow, names: {en: Growing, zh: 增长}, children: [{id: gdp, names: {en: Output, zh: 产出}, unit: {en: yuan, zh: 元}, direction: '+'}]}",
        "  - {id: share, names: {en: Sharing, zh: 共享}, children: [{id: rural, names: {en: Rural income, zh: 农村收入}, unit: {en: yuan, zh: 元}, direction: '+'}]}",
        "",
      ].join("\n"),
    },
    steps: [
      "derive",
      "normalise: {method: min-max, scope: pooled, range: [0, 1]}",
      "weigh: {method: equal}",
      "aggregate: {id: index, method: arithmetic}",
      "couple: {of: [index.grow, index.share]}",
      "uncertainty: {of: [index, couple.d], design: factorial, bounds: [0, 1], vary: [{path: normalise.method, among: [min-max, rank]}]}",
    ],
  });
});

describe("how firm a class is", () => {
  it("is said with the counts of the table of degrees", () => {
    const table = run.steps.at(-1)?.result.tables.find((one) => one.id === "degrees");
    const cells = (id: string) => table?.columns.find((one) => one.id === id)?.values ?? [];
    const moved = cells("class_lower").filter((low, row) => low !== cells("class_upper")[row]).length;
    expect(cells("unit")).toHaveLength(4);
    expect(said(blocks(run))).toContain(`The class of ${moved} of 4 regions changes inside the interval`);
    expect(said(blocks(run))).toContain("Under the same 2 designs as the ranks");
    expect(said(blocks(run, "zh"))).toContain(`4 个地区中有 ${moved} 个的等级在区间内改变`);
  });
  it("is drawn over the borders and stands in the table beside D", () => {
    const figure = blocks(run).find((one): one is FigureBlock => one.kind === "figure" && one.id === "degree-intervals") as FigureBlock;
    const chart = figure.chart as Extract<Chart, { kind: "intervals" }>;
    expect("borders" in chart.scale && chart.scale.borders).toHaveLength(9);
    const [series] = chart.series;
    series.values.forEach((value, k) => {
      expect(series.low[k]).toBeLessThanOrEqual(value as number);
      expect(series.high[k]).toBeGreaterThanOrEqual(value as number);
    });
    const table = blocks(run).find((one): one is TableBlock => one.kind === "table" && one.id === "coordination") as TableBlock;
    expect(table.head.slice(1, 4).map(({ label }) => label)).toEqual(["D", "Interval", "Class stays"]);
  });
  it("is not spoken of when no step varies what D rests on", async () => {
    const plain = blocks(await ownSystems());
    expect(plain.some((one) => one.kind === "figure" && one.id === "degree-intervals")).toBe(false);
    expect(
      (plain.find((one) => one.kind === "table" && one.id === "coordination") as TableBlock).head.map(({ label }) => label),
    ).not.toContain("Interval");
  });
});
