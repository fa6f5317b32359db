import { describe, expect, it } from "vitest";
import { smallRun } from "../../../../proof/study/small-runs.js";
import type { StudyRun } from "../../study/index.js";
import { plainText } from "../prose.js";
import { tale } from "../tale.js";
import { diagnosis } from "./diagnosis.js";

/** Four towns whose roads fall behind their water; Dale has no debt figure in the last year. */
const towns = (...steps: readonly string[]): Promise<StudyRun> =>
  smallRun({
    rows: [
      "town,year,water,roads,debt",
      ...[2019, 2020, 2021].flatMap((year, t) => [
        `Ash,${year},${40 + t},1,1`,
        `Birch,${year},${30 + t},1,2`,
        `Cedar,${year},${20 + t},9,3`,
        `Dale,${year},10,${10 - t},${year === 2021 ? "" : 4}`,
      ]),
    ],
    data: ", unit: town, period: year, regions: as-is, negative: [debt]",
    steps: [
      "normalise: {method: min-max, scope: pooled}",
      "weigh: {method: equal}",
      "aggregate: {id: index, method: arithmetic, changingComposition: allow}",
      ...steps,
    ],
  });
const chain =
  "{id: c, names: {en: supply, zh: 供给}, stages: [{id: w, names: {en: water, zh: 水}, of: [water]}, {id: r, names: {en: roads, zh: 路}, of: [roads]}]}";
const step = `diagnose: {of: index, k: 1, chains: [${chain}]}`;
const section = async (language: "en" | "zh", ...steps: readonly string[]) => diagnosis(tale(await towns(...steps), language));

describe("the diagnosis", () => {
  it("counts what was found and names the commonest blockage and the units without one", async () => {
    const [en, zh] = [await section("en", step), await section("zh", step)];
    const said = (one: typeof en): string => (one?.blocks[0].kind === "text" ? plainText(one.blocks[0].text) : "");
    expect(said(en)).toMatch(
      /^In 2021 the diagnosis finds \d+ blockages? in \d regions?, \d+ breaks? in \d regions?, 1 blind spot in 1 region and /,
    );
    expect(said(en)).toContain('The commonest blockage is "roads", in 2 of 4 regions.');
    expect(said(en)).not.toContain("not firm");
    expect(said(zh)).toContain("最常见的堵点是“roads”，见于 4 个地区中的 2 个。");
    expect([en?.title, zh?.title]).toEqual(["Diagnosis", "四点诊断"]);
  });

  it("draws the signs of every unit and indicator, a broken link on its stage downstream", async () => {
    const figure = (await section("en", step))?.blocks.find((one) => one.kind === "figure");
    if (figure?.chart.kind !== "signs") throw new Error("no signs");
    const { rows, columns, signs, cells } = figure.chart;
    expect([figure.file, columns, signs.map((one) => one.shape)]).toEqual([
      "tables/diagnose.matrix.csv",
      ["water", "roads", "debt"],
      ["square", "slash", "ring", "diamond"],
    ]);
    expect(cells[rows.indexOf("Ash")][1]).toEqual(expect.arrayContaining([0, 1]));
    expect(cells[rows.indexOf("Dale")][2]).toEqual([2]);
  });

  it("tables the links of the chains and the heaviest findings, and tells of the units with most", async () => {
    const blocks = (await section("zh", step))?.blocks ?? [];
    const tables = blocks.filter((one) => one.kind === "table");
    expect(tables.map((one) => one.file)).toEqual(["tables/diagnose.chains.csv", "tables/diagnose.findings.csv"]);
    expect(tables[0].rows[0].slice(0, 2)).toEqual(["供给", "水→路"]);
    const items = blocks.flatMap((one) => (one.kind === "list" ? one.items.map(plainText) : []));
    expect(items.some((one) => /^Ash（\d 项）。堵点：roads。/.test(one))).toBe(true);
    expect(items.join("")).not.toMatch(/NaN|undefined|null/);
  });

  it("says which findings turn inside the rank intervals", async () => {
    const vary = "uncertainty: {design: factorial, vary: [{path: weigh.method, among: [equal, entropy]}, {leaveOut: indicator}]}";
    const said = (await section("en", vary, "diagnose: {of: index, k: 1, intervals: uncertainty}"))?.blocks[0];
    expect(said?.kind === "text" ? plainText(said.text) : "").toContain(
      "are not firm: under other choices the region may stand above or below",
    );
  });

  it("is silent without a diagnosis", async () => expect(await section("en")).toBeUndefined());
});
