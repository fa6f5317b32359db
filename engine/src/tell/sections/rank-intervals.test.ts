import { describe, expect, it } from "vitest";
import { smallRun } from "../../../../proof/study/small-runs.js";
import type { StudyRun } from "../../study/index.js";
import { plainText } from "../prose.js";
import { tale } from "../tale.js";
import { robustness } from "./rank-intervals.js";

const towns = (...steps: readonly string[]): Promise<StudyRun> =>
  smallRun({
    rows: ["town,year,water,roads,debt", "Ash,2020,10,5,1", "Birch,2020,20,9,4", "Cedar,2020,40,1,2", "Dale,2020,30,4,7"],
    data: ", unit: town, period: year, regions: as-is, negative: [debt]",
    steps: ["normalise: {method: min-max}", "weigh: {method: equal}", "aggregate: {id: index, method: arithmetic}", ...steps],
  });
const vary = "[{path: weigh.method, among: [equal, entropy]}, {leaveOut: indicator}]";
const written = (run: StudyRun, language: "en" | "zh"): string =>
  robustness(tale(run, language))
    .flatMap((one) => (one.kind === "text" ? [plainText(one.text)] : []))
    .join(" ");

describe("how far ranks hang on choices", () => {
  it("says what was varied, how wide the intervals are, and which choice moves ranks most", async () => {
    const run = await towns(`uncertainty: {design: factorial, vary: ${vary}}`);
    const [en, zh] = [written(run, "en"), written(run, "zh")];
    expect(en).toMatch(
      /^The index was built again under all 8 combinations of weights and indicators left out\. In 2020 the 90% interval of a rank spans, at the median, [\d.]+ places for /,
    );
    expect(en).toMatch(/It is widest for \w+ in .* \(rank \d, interval [\d.]+–[\d.]+\)\. The choice that moves ranks most: for /);
    expect(zh).toMatch(/^在权重、指标取舍的全部 8 种组合下重新编制指数。2020 年位次的 90% 区间/);
  });

  it("draws every unit's rank inside its interval, in the order of the ranks", async () => {
    const run = await towns(`uncertainty: {design: factorial, vary: ${vary}}`);
    const figure = robustness(tale(run, "en")).find((one) => one.kind === "figure");
    expect(figure?.file).toBe("tables/uncertainty.rank-intervals.csv");
    const chart = figure?.chart;
    if (chart?.kind !== "intervals") throw new Error("no intervals");
    const [{ values, low, high }] = chart.series;
    expect(chart.scale).toEqual({ ranks: 4 });
    expect(values).toEqual([...values].sort((a, b) => (a ?? 0) - (b ?? 0)));
    values.forEach((_, i) => {
      expect(low[i]).toBeLessThanOrEqual(high[i] as number);
      expect(high[i]).toBeLessThanOrEqual(4);
    });
  });

  it("lists the alternatives with how far each moves ranks, and of many only the furthest", async () => {
    const run = await towns(`uncertainty: {design: factorial, vary: ${vary}}`);
    const table = robustness(tale(run, "en")).find((one) => one.kind === "table");
    expect(table?.rows.map((row) => row.slice(0, 2))).toEqual([
      ["weights", "Equal weights"],
      ["", "Entropy weights"],
      ["indicators left out", expect.any(String)],
      ...Array.from({ length: 3 }, () => ["", expect.any(String)]),
    ]);
    expect(table?.groups).toEqual([2]);
  });

  it("is silent where no choice was varied", async () => {
    expect(robustness(tale(await towns(), "en"))).toEqual([]);
  });
});
