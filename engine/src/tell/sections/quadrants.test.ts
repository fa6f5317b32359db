import { describe, expect, it } from "vitest";
import { smallRun } from "../../../../proof/study/small-runs.js";
import type { StudyRun } from "../../study/index.js";
import { plainText } from "../prose.js";
import { tale } from "../tale.js";
import { quadrants } from "./quadrants.js";

const towns = (years: readonly number[], step: string): Promise<StudyRun> =>
  smallRun({
    rows: [
      "town,year,rich,shared",
      ...years.flatMap((year) => [`Ash,${year},${year - 2019},1`, `Birch,${year},9,${year - 2012}`, `Cedar,${year},1,${year - 2010}`]),
    ],
    data: ", unit: town, period: year, regions: as-is",
    steps: [step],
  });
const written = (run: StudyRun, language: "en" | "zh"): string =>
  quadrants(tale(run, language))
    .flatMap((one) => (one.kind === "text" ? [plainText(one.text)] : []))
    .join(" ");

describe("two scores at once", () => {
  it("counts who is high in both, in words and as a stack of types", async () => {
    const run = await towns(
      [2020, 2021],
      "quadrant: {of: [data.rich, data.shared], threshold: fixed, lines: [3, 9], names: affluence-sharing}",
    );
    expect(written(run, "en")).toBe(
      "In 2021, 1 of 3 regions are at or above the fixed line in both rich and shared, against 0 in 2020. With the median as the line, 1 of 6 region-years would change type.",
    );
    const figure = quadrants(tale(run, "zh")).find((one) => one.kind === "figure");
    expect(figure?.title).toBe("rich与shared双高者：2020 年 0 个，2021 年 1 个");
    expect(figure?.file).toBe("tables/quadrant.counts.csv");
    expect(figure?.chart).toEqual({
      kind: "stack",
      x: [2020, 2021],
      series: [
        { name: "共同富裕型", role: "outcome", values: [0, 1] },
        { name: "优先共享型", role: "equity", values: [1, 1] },
        { name: "率先富裕型", role: "empowerment", values: [1, 0] },
        { name: "相对滞后型", role: "quiet", values: [1, 1] },
      ],
    });
  });

  it("says when the line is drawn over all years", async () => {
    const step = "quadrant: {of: [data.rich, data.shared]}";
    expect(written(await towns([2020, 2021], step), "zh")).toContain("均达到全部年份的中位数");
    expect(written(await towns([2020, 2021], step.replace("]}", "], scope: per-period}")), "zh")).toContain("均达到中位数");
  });

  it("is silent for a single period", async () => {
    expect(quadrants(tale(await towns([2020], "quadrant: {of: [data.rich, data.shared]}"), "en"))).toEqual([]);
  });
});
