import { describe, expect, it } from "vitest";
import { smallRun } from "../../../../proof/study/small-runs.js";
import type { Chart } from "../chart.js";
import type { FigureBlock, Section } from "../document.js";
import { plainText } from "../prose.js";
import { tell } from "../tell.js";

const data = ", unit: town, period: year, regions: as-is";
const rows = (year: number, incomes: readonly number[]): string[] => incomes.map((income, k) => `T${k},${year},${income}`);
/** Of ten, 2020: four below .75 × 20, five in the middle, one above 40; 2021: one below, eight in it, one above. */
const before = rows(2020, [2, 6, 10, 14, 20, 20, 22, 24, 30, 50]);
const after = rows(2021, [10, 16, 18, 20, 20, 20, 22, 24, 30, 50]);
const section = async (lines: readonly string[], steps: readonly string[], language: "en" | "zh" = "en"): Promise<Section> => {
  const run = await smallRun({ rows: ["town,year,income", ...lines], data, steps });
  return tell(run, language).sections.find((one) => one.id === "inequality") as Section;
};
const said = ({ blocks }: Section): string[] => blocks.flatMap((one) => (one.kind === "text" ? [plainText(one.text)] : []));
const figures = ({ blocks }: Section): FigureBlock[] => blocks.filter((one): one is FigureBlock => one.kind === "figure");

describe("the olive in a report", () => {
  it("says who stands below, in and above the middle, and what became of it", async () => {
    const english = await section([...before, ...after], ["olive: {of: data.income}"]);
    expect(said(english)).toEqual([
      "In 2021 the middle of income (0.75–2 medians, 15–40) holds 80.0%, 10.0% stand below it and 10.0% above; its share rose from 50.0% to 80.0% since 2020. The distribution is thickest in the middle: an olive.",
    ]);
    const chinese = await section([...before, ...after], ["olive: {of: data.income}"], "zh");
    expect(said(chinese)[0]).toContain(
      "占 80.0%，以下占 10.0%，以上占 10.0%；2020 年以来其占比由 50.0% 升至 80.0%。分配中间最厚，呈橄榄型。",
    );
    expect(english.asides.map((one) => one.title)).toContain("A middle may grow poorer");
  });
  it("draws the layers of the last year over the outline of the first, with the shares of the table", async () => {
    const [figure] = figures(await section([...before, ...after], ["olive: {of: data.income}"]));
    expect([figure.id, figure.file]).toEqual(["olive", "tables/olive.layers.csv"]);
    const chart = figure.chart as Extract<Chart, { kind: "pyramid" }>;
    expect(chart.layers).toHaveLength(13);
    expect(chart.layers.reduce((sum, { share }) => sum + (share as number), 0)).toBeCloseTo(1, 12);
    expect(chart.layers.reduce((sum, { before: share }) => sum + (share as number), 0)).toBeCloseTo(1, 12);
    expect([chart.band, chart.middle.value, chart.outline]).toEqual([{ from: 0.75, to: 2 }, "80.0%", "outline: 2020"]);
    const inside = chart.layers.filter(({ from, to }) => from >= 0.75 && to !== null && to <= 2);
    expect(inside.reduce((sum, { share }) => sum + (share as number), 0)).toBeCloseTo(0.8, 12);
  });
  it("one year has no outline; a bottom-heavy distribution is a pyramid", async () => {
    const found = await section(rows(2020, [1, 1, 1, 1, 1, 1, 9, 10, 11, 40]), [
      "olive: {id: fixed-band, of: data.income, band: absolute, from: 5, to: 20}",
    ]);
    expect(said(found)[0]).toContain("5–20) holds 30.0%, 60.0% stand below it and 10.0% above. It is thickest below the middle: a pyramid");
    const [figure] = figures(found);
    expect("outline" in figure.chart).toBe(false);
    expect(figure.id).toBe("fixed-band");
  });
});

describe("Lorenz curves in a report", () => {
  it("draw the first and the last year, named with their Gini coefficients", async () => {
    const found = await section([...before, ...after], ["lorenz: {of: data.income}", "gini: {of: data.income}"]);
    const figure = figures(found).find((one) => one.chart.kind === "lorenz") as FigureBlock;
    const chart = figure.chart as Extract<Chart, { kind: "lorenz" }>;
    const lines = figures(found).find((one) => one.chart.kind === "lines") as FigureBlock;
    const [series] = (lines.chart as Extract<Chart, { kind: "lines" }>).series;
    expect(chart.curves.map(({ label }) => label)).toEqual([2020, 2021].map((year, k) => `${year} · Gini ${series.values[k]?.toFixed(3)}`));
    for (const { points } of chart.curves)
      expect([points[0], points.at(-1)]).toEqual([
        [0, 0],
        [1, 1],
      ]);
    // 2, 6, 10 and 14 of 198; 10, 16, 18 and 20 of 230
    expect(figure.title).toBe("Income: the share of the lower 40% rose from 16.2% to 27.8%");
    expect(figure.file).toBe("tables/lorenz.curve.csv");
  });
  it("one year is one curve", async () => {
    const [figure] = figures(await section(before, ["lorenz: {of: data.income, at: deciles}"], "zh"));
    expect((figure.chart as Extract<Chart, { kind: "lorenz" }>).curves).toHaveLength(1);
    expect(figure.title).toBe("income：较低的 40% 占 16.2%");
  });
});
