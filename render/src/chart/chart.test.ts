import type { Language } from "@gongfu/engine/ground/words";
import type { Chart } from "@gongfu/engine/tell";
import { describe, expect, it } from "vitest";
import { sampleCharts } from "../../fixtures/sample-charts.js";
import { markupFaults } from "../../fixtures/well-formed.js";
import type { Theme } from "../palette/palette.js";
import { textWidth } from "../text/measure.js";
import { renderChart } from "./chart.js";

const charts = (["en", "zh"] as const).flatMap((language) =>
  Object.values(sampleCharts(language)).flatMap((chart) =>
    ([720, 350] as const).map((width) => ({ language, kind: chart.kind, chart, width, theme: "light" as Theme })),
  ),
);

/** Rows of every picture: its letters with where they begin and end. */
function letters(svg: string): { text: string; from: number; to: number }[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].flatMap(([, attributes, text]) => {
    const read = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
    const x = read("x");
    if (x === undefined || read("transform")) return [];
    const wide = textWidth(text.replaceAll("&amp;", "&"), Number(read("font-size") ?? 12), read("font-weight") === "700") / 1.06;
    const start = Number(x) - (read("text-anchor") === "middle" ? wide / 2 : read("text-anchor") === "end" ? wide : 0);
    return [{ text, from: start, to: start + wide }];
  });
}

describe.each(charts)("$kind, $language, $width pixels", ({ language, chart, width, theme }) => {
  const options = { language: language as Language, theme, width, title: "A & B < C", description: "One sentence." };
  const svg = renderChart(chart, options);

  it("is well formed, with ids that occur once", () => {
    expect(markupFaults(svg)).toEqual([]);
  });

  it("has a name and a sentence for those who cannot see it", () => {
    expect(svg).toContain("<title>A &amp; B &lt; C</title>");
    expect(svg).toMatch(/<desc id="[^"]+-desc">One sentence\.<\/desc>/);
    expect(renderChart(chart, { language, theme, width })).toMatch(/<desc id="[^"]+">[^<]{10,}<\/desc>/);
  });

  it("holds no number that is none", () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it("gives the same bytes again, whatever was drawn in between", () => {
    renderChart(sampleCharts("en").lines, { language: "zh", theme: "dark", width: 500 });
    expect(renderChart(chart, options)).toBe(svg);
  });

  it("keeps its letters inside the picture", () => {
    const outside = letters(svg).filter(({ from, to }) => from < -3 || to > width + 3);
    expect(outside).toEqual([]);
  });

  it("changes every colour with the theme", () => {
    const dark = renderChart(chart, { ...options, theme: "dark" });
    const colours = (markup: string): string[] => [...new Set(markup.match(/#[0-9A-F]{6}/g))];
    expect(markupFaults(dark)).toEqual([]);
    expect(colours(dark).filter((colour) => ["#FFFFFF", "#1F2328", "#5B6470", "#0072B2", "#D55E00", "#009E73"].includes(colour))).toEqual(
      [],
    );
  });
});

describe("choosing", () => {
  const options = { language: "en" as Language, theme: "light" as Theme, width: 720, id: "c" };
  const brushable = [
    "tiles",
    "tile-classes",
    "tile-values",
    "shapes",
    "bump",
    "bars",
    "intervals",
    "quadrant",
    "heatmap",
    "signs",
  ] as const;

  it.each(brushable)("%s: every mark of a unit carries its code, and the chosen one is drawn otherwise", (kind) => {
    const chart = sampleCharts("en")[kind];
    const codes = new Map([
      ["Zhejiang", "330000"],
      ["Tianjin", "120000"],
    ]);
    const plain = renderChart(chart, options);
    const free = renderChart(chart, { ...options, brush: { codes, chosen: null } });
    const chosen = renderChart(chart, { ...options, brush: { codes, chosen: "Tianjin" } });
    expect(plain).not.toContain("data-unit");
    expect(free).toContain('data-unit="330000"');
    expect(free).toContain('data-unit="120000"');
    expect(chosen).not.toBe(free);
    expect(markupFaults(chosen)).toEqual([]);
  });
});

describe("radar", () => {
  const draw = (values: readonly (number | null)[], max = 1): string =>
    renderChart(
      { kind: "radar", axes: values.map((_, k) => ({ name: `axis ${k}` })), series: [{ name: "a", role: "equity", values }], max },
      { language: "en", theme: "light", width: 500, id: "c" },
    );
  const spots = (svg: string): number[][] =>
    [...svg.matchAll(/<circle cx="([^"]+)" cy="([^"]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);

  it("puts every value at its share of the common end, zero in the middle", () => {
    const [up, right, down, left] = spots(draw([1, 1, 1, 1]));
    const middle = [(up[0] + down[0]) / 2, (up[1] + down[1]) / 2];
    expect((left[1] + right[1]) / 2).toBeCloseTo(middle[1], 1);
    expect(down[1] - up[1]).toBeCloseTo(right[0] - left[0], 1);
    const half = spots(draw([0.5, 0, 0.5, 0]));
    expect(half[1][0]).toBeCloseTo(middle[0], 1);
    expect(middle[1] - half[0][1]).toBeCloseTo((middle[1] - up[1]) / 2, 1);
  });

  it("is open beside a missing value", () => {
    const lines = (svg: string): string[] => [...svg.matchAll(/<path d="([^"]+)"[^>]*stroke="#D55E00"/g)].map((match) => match[1]);
    expect(lines(draw([1, 1, 1, 1])).some((d) => d.endsWith("Z"))).toBe(true);
    expect(lines(draw([1, null, 1, 1])).some((d) => d.endsWith("Z"))).toBe(false);
    expect(spots(draw([1, null, 1, 1]))).toHaveLength(3);
  });
});

describe("gaps and doubt", () => {
  const one = (chart: Chart): string => renderChart(chart, { language: "en", theme: "light", width: 720 });
  const series = (values: readonly (number | null)[], doubtful?: readonly boolean[]) => [
    { name: "a", role: "ink" as const, values, doubtful },
  ];

  it("a line stops where a value is missing and is dashed where it is doubtful", () => {
    const whole = one({ kind: "lines", x: [1, 2, 3, 4], series: series([1, 2, 3, 4]) });
    const cut = one({ kind: "lines", x: [1, 2, 3, 4], series: series([1, 2, null, 4]) });
    const doubted = one({ kind: "lines", x: [1, 2, 3, 4], series: series([1, 2, 3, 4], [false, false, false, true]) });
    expect(cut).not.toBe(whole);
    expect(whole).not.toContain("stroke-dasharray");
    expect(doubted).toContain("stroke-dasharray");
  });

  it("bars begin at zero and say their values", () => {
    const svg = one({ kind: "bars", rows: ["x", "y"], series: series([2, -1]) });
    expect(svg).toContain(">2.00<");
    expect(svg).toContain(">−1.00<");
    expect(markupFaults(svg)).toEqual([]);
  });

  it("intervals of degrees lie over the borders of their classes, named where all names have room", () => {
    const chart: Chart = {
      kind: "intervals",
      rows: ["a", "b"],
      series: [{ name: "D", role: "ink", values: [0.55, null], low: [0.42, null], high: [0.68, null] }],
      scale: { from: 0.42, to: 0.68, borders: [0.4, 0.5, 0.6].map((value) => ({ value, name: `class ${value}` })) },
    };
    const svg = one(chart);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(2);
    for (const text of ["class 0.4", "class 0.5", "class 0.6", "0.7"]) expect(svg).toContain(`>${text}<`);
    expect(svg).toContain("<title>a, D: 0.55 (0.42–0.68)</title>");
    expect(renderChart(chart, { language: "en", theme: "light", width: 90 })).not.toContain(">class 0.5<");
  });

  it("names those points of a crowd whose names can be read as theirs, and always the chosen ones", () => {
    const crowd = Array.from({ length: 25 }, (_, i) => ({ name: `N${i}`, x: 0.5 + (i % 5) / 100, y: 0.6 + Math.floor(i / 5) / 100 }));
    const svg = one({
      kind: "quadrant",
      x: { name: "x", role: "empowerment" },
      y: { name: "y", role: "equity" },
      points: [{ name: "Alone", x: 0.1, y: 0.1 }, ...crowd.map((point, i) => (i === 12 ? { ...point, emphasised: true } : point))],
    });
    const shown = [...svg.matchAll(/>(N\d+|Alone)<\/text>/g)].map((match) => match[1]);
    expect(shown).toEqual(expect.arrayContaining(["Alone", "N12"]));
    expect(shown.length).toBeLessThan(16);
  });

  it("axes of their own scales have no line of balance, and neither side leads", () => {
    const points = [
      { name: "a", x: 0.2, y: 12 },
      { name: "b", x: 0.7, y: 25 },
    ];
    const apart = { kind: "quadrant", x: { name: "score", role: "ink" }, y: { name: "schooling", role: "ink" }, points } as const;
    expect(one(apart)).toContain("schooling leads");
    const svg = one({ ...apart, balance: false });
    for (const text of ["leads", "balance"]) expect(svg).not.toContain(text);
    expect(svg).toContain("schooling");
  });

  it("a cell without a value is hatched, one outlier does not make the others alike", () => {
    const row = Array.from({ length: 50 }, (_, i) => i / 10);
    const plain = one({ kind: "heatmap", rows: ["r"], columns: row.map(String), values: [row], role: "equity", digits: 1 });
    const outlier = one({
      kind: "heatmap",
      rows: ["r"],
      columns: row.map(String),
      values: [[...row.slice(0, -1), 400]],
      role: "equity",
      digits: 1,
    });
    expect(plain).not.toContain("≥");
    expect(outlier).toContain("≥ 4.");
    expect(one({ kind: "heatmap", rows: ["r"], columns: ["c", "d"], values: [[1, null]], role: "equity", digits: 1 })).toContain("url(#");
  });

  it("a cell of signs says them in words and draws one shape each, also where four share a narrow cell", () => {
    const signs = (["square", "slash", "ring", "diamond"] as const).map((shape) => ({ name: `a ${shape}`, shape }));
    const chart: Chart = { kind: "signs", rows: ["r"], columns: ["c", "d"], signs, cells: [[[0, 3], []]], role: "equity" };
    const svg = one(chart);
    expect(svg).toContain("<title>r, c: a square, a diamond</title>");
    expect(svg).toContain("<title>r, d: –</title>");
    expect(svg.match(/<circle/g)).toHaveLength(1);
    const narrow = renderChart(
      {
        ...chart,
        columns: Array.from({ length: 11 }, (_, k) => `indicator ${k}`),
        cells: [Array.from({ length: 11 }, () => [0, 1, 2, 3])],
      },
      { language: "en", theme: "dark", width: 340 },
    );
    expect(narrow.match(/<circle/g)).toHaveLength(12);
    expect(markupFaults(narrow)).toEqual([]);
  });

  it.each(Object.values(sampleCharts("en")).map((chart) => [chart.kind, chart] as const))("%s survives without any value", (_, chart) => {
    const emptied = JSON.parse(
      JSON.stringify(chart, (key, value) =>
        key === "values" && Array.isArray(value) ? value.map((v) => (Array.isArray(v) ? v.map(() => null) : null)) : value,
      ),
    ) as Chart;
    const svg = one(emptied);
    expect(markupFaults(svg)).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});
