import { describe, expect, it } from "vitest";
import { smallRun } from "../../../../proof/study/small-runs.js";
import type { Chart } from "../chart.js";
import type { Block, FigureBlock } from "../document.js";
import { plainText } from "../prose.js";
import { tell } from "../tell.js";

const head = "town,region,year,income,urban,rural,all,residents";
const data = ", unit: town, period: year, regions: as-is";
/** 2020: no gap inside a town, two regions of towns at 1 and at 3; 2021: four equal towns, each split into 3 and 1. */
const year = (y: number, north: string, south: string): string[] =>
  [`Ash,north`, `Birch,north`, `Cedar,south`, `Dale,south`].map((town, k) => `${town},${y},${k < 2 ? north : south},10,5`);
const rows = [head, ...year(2020, "1,1,1", "3,3,3"), ...year(2021, "2,3,1", "2,3,1")];
const told = async (step: string, language: "en" | "zh" = "en"): Promise<readonly Block[]> =>
  tell(await smallRun({ rows, data, steps: [step] }), language).sections.find((one) => one.id === "inequality")?.blocks ?? [];
const said = (blocks: readonly Block[]): string[] => blocks.flatMap((one) => (one.kind === "text" ? [plainText(one.text)] : []));
const urbanRural =
  "decompose: {id: levels, method: urban-rural, of: [data.urban, data.rural], people: [data.all, data.residents], by: region}";

describe("inequality level by level", () => {
  it("is said with every part of the last year, the widest gap and the narrowest", async () => {
    expect(said(await told(urbanRural))).toEqual([
      "Level by level, town and country of every region apart, the Theil index stayed at 0.131 (urban; rural). In 2021 0% lies between groups (region), 0% lies between regions and 100% lies between town and country, within regions. The gap between town and country is widest in Ash (Theil 0.131, ratio 3.00) and narrowest in Dale (0.131, 3.00).",
    ]);
    expect(said(await told(urbanRural, "zh"))[0]).toContain("地区内城乡之间占 100%");
  });
  it("is drawn as parts that add up to the index of every year", async () => {
    const figure = (await told(urbanRural)).find((one): one is FigureBlock => one.kind === "figure") as FigureBlock;
    expect([figure.id, figure.file]).toEqual(["levels", "tables/levels.urban-rural-theil.csv"]);
    expect(figure.title).toBe("Between town and country, within regions: the part of the Theil index rose from 0% to 100%");
    const { series } = figure.chart as Extract<Chart, { kind: "stack" }>;
    expect(series).toHaveLength(3);
    for (const t of [0, 1]) expect(series.reduce((sum, { values }) => sum + (values[t] as number), 0)).toBeCloseTo(0.130812, 6);
  });
});
