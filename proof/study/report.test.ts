import { recordRun, runStudy, type StudyRun } from "@gongfu/engine/study";
import { type Inline, type ReportDocument, tell } from "@gongfu/engine/tell";
import { beforeAll, describe, expect, it } from "vitest";
import { host, studyText } from "./shipped.js";

/** The sentences of the shipped report against the CSV tables the run writes: no lookup of the engine is used here. */
let run: StudyRun;
let files: Map<string, string>;
let english: ReportDocument;
let chinese: ReportDocument;
beforeAll(async () => {
  run = await runStudy(await studyText(), "study.yaml", host);
  files = recordRun(run);
  [english, chinese] = [tell(run, "en"), tell(run, "zh")];
});

type Row = Readonly<Record<string, string>>;
function rows(path: string): Row[] {
  const [head, ...lines] = (files.get(path) as string).trimEnd().split("\n");
  const keys = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, k) => [keys[k], cell])));
}
const text = (parts: readonly Inline[]): string => parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
const mean = (table: readonly Row[], column: string, period: number): string => {
  const values = table.filter((row) => row.period === String(period)).map((row) => Number(row[column]));
  return (values.reduce((a, b) => a + b, 0) / values.length).toFixed(3);
};
const summary = (document: ReportDocument): string[] => document.summary.map(text);
const provinces: Readonly<Record<string, string>> = { "110000": "Beijing", "540000": "Tibet" };

describe("the summary of the two wheels", () => {
  it("has five sentences in both languages", () => {
    expect([english.summary.length, chinese.summary.length]).toEqual([5, 5]);
    for (const sentence of summary(english)) expect(sentence).toMatch(/^[A-Z].*\.$/);
    for (const sentence of summary(chinese)) expect(sentence).toMatch(/。$/);
  });

  it("says by how much the scores rose", () => {
    const scores = rows("tables/index.scores.csv");
    const of = (column: string): [string, string] => [mean(scores, column, 2013), mean(scores, column, 2022)];
    const [[e0, e1], [q0, q1]] = [of("empowerment"), of("equity")];
    expect(summary(english)[0]).toContain(`empowerment rose from ${e0} to ${e1}, equity rose from ${q0} to ${q1}`);
    expect(summary(chinese)[0]).toContain(`数字赋能由 ${e0} 升至 ${e1}，数字平权由 ${q0} 升至 ${q1}`);
  });

  it("counts where equity leads and names the exception", () => {
    const last = rows("tables/index.scores.csv").filter((row) => row.period === "2022");
    const leads = last.filter((row) => Number(row.equity) > Number(row.empowerment));
    const not = last.filter((row) => !leads.includes(row)).map((row) => provinces[row.unit]);
    expect(summary(english)[1]).toContain(`in ${leads.length} of ${last.length} provinces in 2022 (all but ${not.join(", ")})`);
    expect(english.title).toContain(`${leads.length} of ${last.length}`);
  });

  it("gives the coordination in both forms and counts the classes that differ", () => {
    const table = rows("tables/couple.coordination.csv");
    const differ = table.filter((row) => row.class !== row.class_wang2021).length;
    expect(summary(english)[2]).toContain(`rose from ${mean(table, "d", 2013)} to ${mean(table, "d", 2022)}`);
    expect(summary(english)[2]).toContain(`gives ${mean(table, "d_wang2021", 2022)} and puts ${differ} of ${table.length} region-years`);
  });

  it("names the first, the last and the one that moved most", () => {
    const table = rows("tables/couple.coordination.csv");
    const ranked = (period: string): Map<string, number> => {
      const sorted = table.filter((row) => row.period === period).sort((a, b) => Number(b.d) - Number(a.d));
      return new Map(sorted.map((row, k) => [row.unit, k + 1]));
    };
    const [before, after] = [ranked("2013"), ranked("2022")];
    const ends = [...after].filter(([, rank]) => rank === 1 || rank === after.size).map(([unit]) => provinces[unit]);
    const moves = [...after].map(([unit, rank]) => Math.abs(rank - (before.get(unit) as number)));
    const [, from, to] = /from (\d+)\w\w in 2013 to (\d+)/.exec(summary(english)[3]) as RegExpExecArray;
    expect(summary(english)[3]).toContain(`${ends[0]} is first and ${ends[1]} last of ${after.size}`);
    expect(Math.abs(Number(to) - Number(from))).toBe(Math.max(...moves));
  });

  it("says how sure: imputed, suspect, blind, and the one cell that turns the wheels", () => {
    const imputed = rows("tables/impute.imputed.csv").length;
    expect(summary(english)[4]).toContain(`${imputed} of 8,370 indicator cells are imputed`);
    expect(summary(english)[4]).toContain(`${run.framework.blindSpots.length} of ${run.framework.definitions.length} defined indicators`);
    expect(summary(english)[4]).toContain('2016 value of "Urban water coverage" alone puts empowerment ahead of equity in Tibet');
  });

  it("says how wide the intervals of rank are: half of the provinces' are at most that wide", () => {
    const table = rows("tables/uncertainty.rank-intervals.csv").filter((row) => row.period === "2022");
    const median = (column: string): number => {
      const widths = table.filter((row) => row.column === column).map((row) => Number(row.upper) - Number(row.lower));
      expect(widths).toHaveLength(31);
      return widths.sort((a, b) => a - b)[15];
    };
    const [e, q] = [median("empowerment"), median("equity")];
    expect(summary(english)[4]).toContain(
      `the median 90% interval of a rank in 2022 is ${e} places wide for empowerment and ${q} for equity.`,
    );
    expect(summary(chinese)[4]).toContain(`2022 年位次的 90% 区间宽度中位数为数字赋能 ${e} 位，数字平权 ${q} 位。`);
  });
});

describe("what the report says of the data", () => {
  it("counts the missing cells itself, and tells nothing of borders that no step uses", () => {
    for (const [document, missing] of [
      [english, "of which 181 (1.9%) are missing"],
      [chinese, "其中 181 个（1.9%）缺失"],
    ] as const) {
      const blocks = document.sections.find((one) => one.id === "data")?.blocks ?? [];
      const said = JSON.stringify(blocks.filter((block) => block.kind === "text" || block.kind === "list"));
      expect(said.split("181")).toHaveLength(2);
      expect(said).toContain(missing);
      expect(said).not.toMatch(/Qiongzhou|琼州/);
    }
    expect(run.data.notes.some((one) => one.convention === "guangdong-hainan")).toBe(true);
  });
});

describe("the cell that turns the wheels", () => {
  it("does so by computing: with the neighbours' mean in its place equity leads", () => {
    const scores = rows("tables/index.scores.csv").filter((row) => row.unit === "540000");
    const gap = (period: string): number => {
      const row = scores.find((one) => one.period === period) as Row;
      return Number(row.empowerment) - Number(row.equity);
    };
    expect([gap("2015") < 0, gap("2016") > 0, gap("2017") < 0]).toEqual([true, true, true]);
    const water = (period: string): number =>
      Number((rows("tables/normalise.normalised.csv").find((row) => row.unit === "540000" && row.period === period) as Row)["S-Q207"]);
    const weight = Number((rows("tables/weigh.weights.csv").find((row) => row.id === "S-Q207") as Row).effective);
    const without = gap("2016") - weight * ((water("2015") + water("2017")) / 2 - water("2016"));
    expect(without).toBeLessThan(0);
    const said = english.sections
      .flatMap((section) => section.blocks)
      .flatMap((block) => (block.kind === "text" ? [text(block.text)] : []));
    expect(said.find((one) => one.startsWith("In Tibet"))).toContain(`the lead would be −${Math.abs(without).toFixed(3)}`);
  });
});

describe("where the Gini of empowerment comes from", () => {
  it("is said with the shares of the table, which add up to the Gini of the same column", () => {
    const table = rows("tables/dagum.dagum.csv");
    const [before, after] = [table[0], table[table.length - 1]];
    const whole = (cell: string): string => `${(100 * Number(cell)).toFixed(0)}%`;
    const sentences = (document: ReportDocument): string[] =>
      document.sections.flatMap((one) => one.blocks.flatMap((block) => (block.kind === "text" ? [text(block.text)] : [])));
    const said = sentences(english).find((one) => one.startsWith("Of the Gini coefficient")) as string;
    expect(said).toContain(`of empowerment in 2022, ${whole(after.net_between_share)} lies between the groups net`);
    expect(said).toContain(`${whole(after.within_share)} within them, and ${whole(after.transvariation_share)} where they overlap`);
    expect(said).toContain(`from ${whole(before.net_between_share)} to ${whole(after.net_between_share)}`);
    expect(sentences(chinese).some((one) => one.includes(`各组交叠（超变密度）占 ${whole(after.transvariation_share)}`))).toBe(true);
    const ginis = rows("tables/gini-empowerment.gini.csv");
    table.forEach((row, t) => {
      const parts = Number(row.within) + Number(row.net_between) + Number(row.transvariation);
      expect(parts).toBeCloseTo(Number(ginis[t].gini), 12);
    });
    expect(rows("tables/dagum.pairs.csv")).toHaveLength(6 * table.length);
  });
});

describe("the map of coordination", () => {
  it("marks the system that lags by the ratio of the table, in every tile", () => {
    const figure = english.sections.flatMap((one) => one.blocks).find((block) => block.kind === "figure" && block.id === "classes");
    if (figure?.kind !== "figure" || figure.chart.kind !== "tile-classes") throw new Error("no map of classes");
    const last = rows("tables/couple.coordination.csv").filter((row) => row.period === "2022");
    const wanted = last.map(({ relative }) => (Number(relative) < 0.8 ? "left" : Number(relative) > 1.2 ? "right" : undefined));
    expect(figure.chart.tiles.map(({ corner }) => corner)).toEqual(wanted);
    expect(figure.title).toContain(`empowerment lags in ${wanted.filter((one) => one === "left").length}`);
  });
});

describe("what does not pass", () => {
  it("is counted from the table; the neighbours' means are those of the borders by hand", () => {
    const table = rows("tables/diagnose.barriers.csv");
    const of = (barrier: string): Row[] => table.filter((row) => row.barrier === barrier);
    const sentence = english.sections
      .flatMap((one) => one.blocks)
      .flatMap((block) => (block.kind === "text" ? [text(block.text)] : []))
      .find((one) => one.startsWith("Beside the four points")) as string;
    const provincesOf = (barrier: string): number => new Set(of(barrier).map((row) => row.unit)).size;
    expect(sentence).toContain(`${of("obstruction").length} obstructions in ${provincesOf("obstruction")} provinces`);
    expect(sentence).toContain(
      `${of("information-barrier").length} information barriers in ${provincesOf("information-barrier")} provinces`,
    );
    expect(sentence).toContain("no indicator compares ages");
    const z = rows("tables/normalise.normalised.csv").filter((row) => row.period === "2022");
    const use = (unit: string): number => {
      const row = z.find((one) => one.unit === unit) as Row;
      return (Number(row["S-E302"]) + Number(row["S-E105"])) / 2;
    };
    const touching = (unit: string): string[] => run.data.borders.flatMap(({ a, b }) => (a === unit ? [b] : b === unit ? [a] : []));
    for (const row of of("information-barrier").filter((one) => one.subject === "use")) {
      const own = touching(row.unit);
      expect(Number(row.value)).toBeCloseTo(use(row.unit), 12);
      expect(Number(row.reference)).toBeCloseTo(own.reduce((sum, other) => sum + use(other), 0) / own.length, 12);
    }
  });
});

describe("how firm the class of D is", () => {
  it("is counted from the degrees of every design; none fails, and the interval holds D as often as the shares say", () => {
    const last = rows("tables/uncertainty.degrees.csv").filter((row) => row.period === "2022");
    const moved = last.filter((row) => row.class_lower !== row.class_upper).length;
    const sentences = (document: ReportDocument): string =>
      document.sections.flatMap((one) => one.blocks.flatMap((block) => (block.kind === "text" ? [text(block.text)] : []))).join("\n");
    expect(sentences(english)).toContain(`The class of ${moved} of 31 provinces changes inside the interval`);
    expect(sentences(chinese)).toContain(`31 个省份中有 ${moved} 个的等级在区间内改变`);
    expect(rows("tables/uncertainty.failures.csv")).toEqual([]);
    const d = new Map(rows("tables/couple.coordination.csv").map((row) => [`${row.unit} ${row.period}`, row]));
    const shares = rows("tables/uncertainty.class-shares.csv");
    for (const row of last) {
      const own = d.get(`${row.unit} 2022`) as Row;
      expect([row.nominal, row.class]).toEqual([own.d, own.class]);
      const stays = shares.find((one) => one.unit === row.unit && one.period === "2022" && one.class === row.class);
      expect(Number(row.same)).toBeCloseTo(Number(stays?.share ?? 0), 12);
    }
  });
});

describe("inequality of income, level by level", () => {
  it("is said with the shares of the table; 2013, 2020 and 2022 are the known values", () => {
    const table = rows("tables/urban-rural.urban-rural-theil.csv");
    const [before, after] = [table[0], table[table.length - 1]];
    const whole = (cell: string): string => `${(100 * Number(cell)).toFixed(0)}%`;
    const said = english.sections
      .flatMap((one) => one.blocks)
      .flatMap((block) => (block.kind === "text" ? [text(block.text)] : []))
      .find((one) => one.startsWith("Level by level")) as string;
    expect(said).toContain(`fell from ${Number(before.theil).toFixed(3)} to ${Number(after.theil).toFixed(3)}`);
    expect(said).toContain(`${whole(after.within_share)} lies between town and country, within provinces`);
    for (const row of table) {
      const parts = Number(row.between_regions) + Number(row.between_units) + Number(row.within);
      expect(parts).toBeCloseTo(Number(row.theil), 12);
    }
    expect([before, table[7], after].map((row) => Number(row.theil).toFixed(6))).toEqual(["0.135347", "0.103411", "0.095133"]);
    expect([before, table[7], after].map((row) => Number(row.within).toFixed(6))).toEqual(["0.087300", "0.063531", "0.056786"]);
  });
});

describe("the shipped report", () => {
  it("has every section, and the same figures in both languages", () => {
    const ids = (document: ReportDocument): string[] =>
      document.sections.flatMap((section) => [
        section.id,
        ...section.blocks.flatMap((block) => (block.kind === "figure" ? [`figure ${block.id}`] : [])),
      ]);
    expect(english.sections.map((section) => section.id)).toEqual(
      "data framework weights results coupling obstacles diagnosis inequality divide methods provenance".split(" "),
    );
    expect(ids(chinese)).toEqual(ids(english));
    expect(english.emblem?.chart.kind).toBe("wheels");
  });

  it("is Chinese in Chinese: no English words in titles, heads and sentences", () => {
    const written = chinese.sections
      .filter((section) => section.id !== "methods" && section.id !== "provenance")
      .flatMap((section) => [
        section.title,
        ...section.asides.flatMap((one) => [one.title, text(one.text)]),
        ...section.blocks.flatMap((block): string[] => {
          if (block.kind === "text") return [text(block.text)];
          if (block.kind === "heading") return [block.text];
          if (block.kind === "figure") return [block.title, block.subtitle, block.note, block.description];
          return block.kind === "table" ? [block.title, block.note ?? "", ...block.head.map((one) => one.label)] : [];
        }),
      ]);
    expect(written.filter((one) => /[a-z]{3,} [a-z]{2,}/i.test(one))).toEqual([]);
  });
});
