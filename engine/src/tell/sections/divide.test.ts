import { describe, expect, it } from "vitest";
import { smallRun } from "../../../../proof/study/small-runs.js";
import type { Block, FigureBlock, TableBlock } from "../document.js";
import { plainText } from "../prose.js";
import { tell } from "../tell.js";

/** Access follows income in the first year and is alike in the last; wealth doubles faster the more there is. */
const rows = [
  "town,year,income,access,wealth",
  ...[2018, 2019, 2020, 2021].flatMap((year, t) =>
    Array.from(
      { length: 12 },
      (_, i) => `T${String(i).padStart(2, "0")},${year},${i + 1},${10 + (i + 1) * (3 - t)},${(i + 2) ** (1 + t / 2)}`,
    ),
  ),
];
const data = ", unit: town, period: year, regions: as-is";
const sections = async (steps: readonly string[], language: "en" | "zh"): Promise<readonly Block[] | undefined> =>
  tell(await smallRun({ rows, data, steps }), language).sections.find((one) => one.id === "divide")?.blocks;
const said = (blocks: readonly Block[] | undefined): string[] =>
  (blocks ?? []).flatMap((one) => (one.kind === "text" ? [plainText(one.text)] : []));

const ladder = "concentration: {of: data.access, rank: data.income}";
const test = "matthew: {of: [data.wealth, data.income], replicates: 199}";

describe("the digital divide in the report", () => {
  it("is not spoken of when no step looks for it", async () => {
    expect(await sections(["gini: {of: data.income}"], "en")).toBeUndefined();
  });

  it("says how access leans on income, and draws it", async () => {
    const blocks = await sections([ladder], "en");
    // 2018: 10 + 3r, r = 1 … 12: C = 2 cov(h, R)/μ = 2 · 3 · (143/12/12)/29.5
    expect(said(blocks)[0]).toContain(`the concentration index of access fell from ${((2 * 3 * (143 / 144)) / 29.5).toFixed(3)} to 0.000.`);
    expect(said(await sections([ladder], "zh"))[0]).toContain("access由 0.202 降至 0.000");
    const [figure] = (blocks ?? []).filter((one): one is FigureBlock => one.kind === "figure");
    expect([figure.id, figure.file, figure.chart.kind]).toEqual(["concentration", "tables/concentration.concentration-index.csv", "lines"]);
  });

  it("gives the verdict on every column with what each reading says", async () => {
    const blocks = await sections([test], "en");
    expect(said(blocks)).toEqual([
      "Matthew effect, 2018–2021: those ahead pull away in wealth and the readings do not settle it for income. Persistent ranks alone are no Matthew effect.",
    ]);
    const [table] = (blocks ?? []).filter((one): one is TableBlock => one.kind === "table");
    expect(table.rows.map((row) => row.slice(0, 4))).toEqual([
      ["Wealth", "yes", "for", "for"],
      ["Income", "undecided", "undecided", "undecided"],
    ]);
    expect(said(await sections([test], "zh"))[0]).toContain("wealth方面领先者继续拉大差距，income方面读数不足以判定");
  });
});
