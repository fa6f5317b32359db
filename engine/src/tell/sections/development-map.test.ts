import { describe, expect, it } from "vitest";
import { ownSystems } from "../../../../proof/study/small-runs.js";
import type { Chart } from "../chart.js";
import type { FigureBlock } from "../document.js";
import { tell } from "../tell.js";

const figures = async (language: "en" | "zh" = "en"): Promise<readonly FigureBlock[]> =>
  (tell(await ownSystems(), language).sections.find((one) => one.id === "coupling")?.blocks ?? []).filter(
    (one): one is FigureBlock => one.kind === "figure",
  );

describe("the development–coupling map", () => {
  it("places every unit at its T and C of the last year, with the kind of its lag and the borders of the classes", async () => {
    const figure = (await figures()).find((one) => one.chart.kind === "plane") as FigureBlock;
    const chart = figure.chart as Extract<Chart, { kind: "plane" }>;
    // gdp 12, 26, 6 over 5–26 and rural 5, 3, 6 over 1–6, pooled
    const scores = [
      ["Birch", 1, 2 / 5],
      ["Ash", 7 / 21, 4 / 5],
      ["Cedar", 1 / 21, 1],
    ] as const;
    expect(chart.points.map(({ name }) => name)).toEqual(scores.map(([name]) => name));
    chart.points.forEach(({ x, y, kind }, k) => {
      const [, a, b] = scores[k];
      expect(x).toBeCloseTo((a + b) / 2, 12);
      expect(y).toBeCloseTo(Math.sqrt((1 - Math.abs(a - b)) * (Math.min(a, b) / Math.max(a, b))), 12);
      expect(kind).toBe(a / b < 0.8 ? 0 : a / b > 1.2 ? 2 : 1);
    });
    expect(chart.borders.map(({ value }) => value)).toEqual(
      [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((one) => expect.closeTo(one, 12)),
    );
    expect(figure.title).toBe("Regions differ more in coupling (C\u00a00.05–0.47) than in development (T\u00a00.52–0.70)");
    expect(figure.file).toBe("tables/couple.coordination.csv");
  });
  it("says the same in Chinese", async () => {
    const figure = (await figures("zh")).find((one) => one.chart.kind === "plane");
    expect(figure?.title).toBe("各地区的差别主要在耦合度（C\u00a00.05–0.47），发展水平（T\u00a00.52–0.70）差别较小");
  });
});
