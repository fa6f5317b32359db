import { describe, expect, it } from "vitest";
import { smallRun } from "../../../../proof/study/small-runs.js";
import type { Block, FigureBlock, TableBlock } from "../document.js";
import { plainText } from "../prose.js";
import { tell } from "../tell.js";

const head = "town,region,year,income";
const data = ", unit: town, period: year, regions: as-is";
const run = (rows: readonly string[]) => smallRun({ rows: [head, ...rows], data, steps: ["dagum: {of: data.income, by: region}"] });
const inequality = async (rows: readonly string[], language: "en" | "zh"): Promise<readonly Block[]> =>
  tell(await run(rows), language).sections.find((one) => one.id === "inequality")?.blocks ?? [];
const said = (blocks: readonly Block[]): string[] => blocks.flatMap((one) => (one.kind === "text" ? [plainText(one.text)] : []));

/** In 2020 the regions do not overlap (.05 within, .2 net between, of .25); in 2021 they have one mean (.0625 within, .125 overlap). */
const first = ["Ash,north,2020,1", "Birch,north,2020,2", "Cedar,south,2020,3", "Dale,south,2020,4"];
const second = ["Ash,north,2021,1", "Birch,north,2021,3", "Cedar,south,2021,2", "Dale,south,2021,2"];

describe("where the Gini comes from", () => {
  it("is said with the three shares of the last year and the way of the net part", async () => {
    const [english, chinese] = [await inequality([...first, ...second], "en"), await inequality([...first, ...second], "zh")];
    expect(said(english)).toEqual([
      "Of the Gini coefficient of income in 2021, 0% lies between the groups net (region), 33% within them, and 67% where they overlap; the net part fell from 80% to 0%.",
    ]);
    expect(said(chinese)[0]).toContain("组内差距占 33%，各组交叠（超变密度）占 67%；组间净差距占比由 80% 降至 0%。");
  });

  it("is drawn as three parts that add up to the Gini of every year", async () => {
    const [figure] = (await inequality([...first, ...second], "en")).filter((one): one is FigureBlock => one.kind === "figure");
    expect([figure.id, figure.file, figure.chart.kind]).toEqual(["dagum", "tables/dagum.dagum.csv", "stack"]);
    const { series } = figure.chart as { series: readonly { name: string; values: readonly number[] }[] };
    expect(series.map((one) => one.name)).toEqual(["between, net", "overlap", "within"]);
    [0.25, 0.1875].forEach((gini, t) => {
      expect(series.reduce((total, one) => total + one.values[t], 0)).toBeCloseTo(gini, 15);
    });
  });

  it("is one sentence and a row in the table when there is one year", async () => {
    const blocks = await inequality(first, "en");
    expect(said(blocks)).toEqual([
      "Of the Gini coefficient of income in 2020, 80% lies between the groups net (region), 20% within them, and 0% where they overlap.",
    ]);
    expect(blocks.map((one) => one.kind)).toEqual(["text", "table"]);
    const table = blocks[1] as TableBlock;
    expect(table.note).toContain("net of their overlap");
    expect(table.rows[0].slice(-2)).toEqual(["0.250", "80.0%"]);
  });

  it("is not spoken of when all have the same", async () => {
    expect(said(await inequality(["Ash,north,2020,2", "Birch,north,2020,2", "Cedar,south,2020,2"], "en"))).toEqual([]);
  });
});
