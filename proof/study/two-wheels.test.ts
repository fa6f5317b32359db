import { readFileSync } from "node:fs";
import { recordRun, runStudy } from "@gongfu/engine/study";
import { beforeAll, describe, expect, it } from "vitest";
import { host, root, studyText } from "./shipped.js";

/** The two-wheel study once more, from the raw table with nothing of the engine: formulas typed out, plain loops. */
const years = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022];
const raw = (column: string): Record<string, (number | null)[]> =>
  Object.fromEntries(
    readFileSync(new URL(`data/china-provinces/values/${column}.csv`, root), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [unit, ...cells] = line.split(",");
        return [unit, cells.map((cell) => (cell === "" ? null : Number(cell)))];
      }),
  );
const columns = new Proxy({} as Record<string, ReturnType<typeof raw>>, {
  get: (cache, name: string) => {
    cache[name] ??= raw(name);
    return cache[name];
  },
});
const units = Object.keys(columns.gdp).sort();

type Formula = (c: (name: string) => number, unit: string, t: number) => number;
const theil2 = (a: number, b: number, wa: number, wb: number): number => {
  const mean = (wa * a + wb * b) / (wa + wb);
  return ((wa / (wa + wb)) * a * Math.log(a / mean)) / mean + ((wb / (wa + wb)) * b * Math.log(b / mean)) / mean;
};
const gdpAt2013: Formula = (_, unit, t) => {
  let level = columns.gdp[unit][0] as number;
  for (let k = 1; k <= t; k++) level *= (columns.gdp_index[unit][k] as number) / 100;
  return level;
};
const wheels: Record<string, Record<string, [string, 1 | -1, Formula][]>> = {
  empowerment: {
    E1: [
      ["S-E102", 1, (c) => (c("broadband_ports") / c("pop")) * 100],
      ["S-E103", 1, (c) => (c("software_revenue") / c("gdp")) * 100],
      ["S-E104", 1, (c) => c("it_employment_share")],
      ["S-E105", 1, (c) => c("ecommerce_firm_share")],
      ["S-E108", 1, (c) => c("computers_per_100")],
      ["S-E109", 1, (c) => c("websites_per_100_firms")],
    ],
    E2: [
      ["S-E202", 1, (c) => c("rd_fte") / c("pop")],
      ["S-E203", 1, (c) => c("invention_patents") / c("pop")],
      ["S-E207", 1, (c) => c("tertiary_share")],
    ],
    E3: [
      ["S-E302", 1, (c) => (c("ecommerce_sales") / c("gdp")) * 100],
      ["S-E303", 1, (c) => (c("mobile_phone_users") / c("pop")) * 100],
    ],
  },
  equity: {
    Q1: [
      ["S-Q101", 1, (c) => (c("mobile_internet_users") / c("pop")) * 100],
      ["S-Q102", 1, (c) => (c("broadband_subs") / c("pop")) * 100],
      ["S-Q105", 1, (c) => c("he_students")],
    ],
    Q2: [
      ["S-Q201", 1, (c) => c("hospital_beds")],
      ["S-Q204", 1, (c) => (c("fiscal_exp") / c("pop")) * 10000],
      ["S-Q207", 1, (c) => c("urban_water")],
      ["S-Q208", 1, (c) => c("urban_gas")],
    ],
    Q3: [
      ["S-Q301", -1, (c) => c("income_urban") / c("income_rural")],
      ["S-Q302", -1, (c) => c("cons_urban") / c("cons_rural")],
      ["S-Q305", 1, (c) => (c("pop_urban") / c("pop")) * 100],
    ],
  },
  outcome: {
    P1: [
      ["S-P101", 1, (c, unit, t) => (gdpAt2013(c, unit, t) / c("pop")) * 10000],
      ["S-P102", 1, (c) => c("income_total")],
    ],
    P2: [["S-P207", -1, (c) => theil2(c("income_urban"), c("income_rural"), c("pop_urban"), c("pop") - c("pop_urban"))]],
    P3: [
      ["S-P302", 1, (c) => c("green_coverage")],
      ["S-P303", 1, (c) => c("fiscal_self_sufficiency")],
    ],
  },
};

/** Normalised 0–1 by unit × year, ends carried. */
function normalised(formula: Formula, direction: 1 | -1): number[][] {
  const cells = units.map((unit) =>
    years.map((_, t) => {
      let missing = false;
      const value = formula(
        (name) => {
          const cell = columns[name][unit][t];
          missing ||= cell === null;
          return cell ?? 0;
        },
        unit,
        t,
      );
      return missing ? null : value;
    }),
  );
  const filled = cells.map((row) => {
    const first = row.findIndex((cell) => cell !== null);
    const last = row.findLastIndex((cell) => cell !== null);
    return row.map((_, t) => row[Math.min(Math.max(t, first), last)] as number);
  });
  const all = filled.flat().map((x) => x * direction);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return filled.map((row) => row.map((x) => (x * direction - low) / (high - low)));
}

const average = (rows: number[][][], weights: number[]): number[][] => {
  const total = weights.reduce((a, b) => a + b, 0);
  return units.map((_, i) => years.map((_, t) => rows.reduce((sum, row, k) => sum + weights[k] * row[i][t], 0) / total));
};
const entropyWeight = (z: number[][]): number => {
  const all = z.flat();
  const total = all.reduce((a, b) => a + b, 0);
  return 1 + all.reduce((sum, x) => (x > 0 ? sum + (x / total) * Math.log(x / total) : sum), 0) / Math.log(all.length);
};

const z = Object.fromEntries(
  Object.entries(wheels).map(([wheel, parts]) => [
    wheel,
    Object.values(parts).map((leaves) => leaves.map(([, direction, formula]) => normalised(formula, direction))),
  ]),
);
const equal = Object.fromEntries(
  Object.entries(z).map(([wheel, parts]) => [
    wheel,
    average(
      parts.map((leaves) =>
        average(
          leaves,
          leaves.map(() => 1),
        ),
      ),
      parts.map(() => 1),
    ),
  ]),
);
const entropy = Object.fromEntries(
  Object.entries(z).map(([wheel, parts]) => [wheel, average(parts.flat(), parts.flat().map(entropyWeight))]),
);

let files: Map<string, string>;
beforeAll(async () => {
  files = recordRun(await runStudy(await studyText(), "study.yaml", host));
});

const table = (path: string): Record<string, string>[] => {
  const [head, ...lines] = (files.get(path) ?? "").trim().split("\n");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, k) => [head.split(",")[k], cell])));
};
const close = (printed: string, expected: number): void => {
  expect(Math.abs(Number(printed) - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
};
const level = (d: number): number => Math.min(10, Math.floor(Math.round(d * 1e12) / 1e11) + 1);

describe("the two-wheel study against an independent computation from the raw table", () => {
  it.each([
    ["index", equal],
    ["index-entropy", entropy],
  ])("%s scores agree to 1e-12", (id, expected) => {
    const rows = table(`tables/${id}.scores.csv`);
    expect(Object.keys(rows[0])).toEqual(["unit", "period", "empowerment", "equity", "outcome"]);
    expect(rows.map((row) => `${row.unit} ${row.period}`)).toEqual(units.flatMap((unit) => years.map((year) => `${unit} ${year}`)));
    rows.forEach((row, k) => {
      const [i, t] = [Math.floor(k / years.length), k % years.length];
      for (const wheel of ["empowerment", "equity", "outcome"]) close(row[wheel], expected[wheel][i][t]);
    });
  });

  it("mechanism scores agree to 1e-12", () => {
    const names = Object.values(wheels).flatMap((parts) => Object.keys(parts));
    const means = Object.values(z).flatMap((parts) =>
      parts.map((leaves) =>
        average(
          leaves,
          leaves.map(() => 1),
        ),
      ),
    );
    table("tables/index.mechanisms.csv").forEach((row, k) => {
      names.forEach((name, m) => {
        close(row[name], means[m][Math.floor(k / years.length)][k % years.length]);
      });
    });
  });

  it("coupling agrees to 1e-12 in both forms, with the same classes", () => {
    const rows = table("tables/couple.coordination.csv");
    expect(Object.keys(rows[0])).toEqual([
      "unit",
      "period",
      "t",
      "c",
      "d",
      "c_wang2021",
      "d_wang2021",
      "class",
      "relative",
      "class_wang2021",
    ]);
    let differ = 0;
    rows.forEach((row, k) => {
      const e = equal.empowerment[Math.floor(k / years.length)][k % years.length];
      const q = equal.equity[Math.floor(k / years.length)][k % years.length];
      const t = (e + q) / 2;
      const c = (2 * Math.sqrt(e * q)) / (e + q);
      const wang = Math.sqrt((1 - Math.abs(e - q)) * (Math.min(e, q) / Math.max(e, q)));
      close(row.t, t);
      close(row.c, c);
      close(row.d, Math.sqrt(c * t));
      close(row.c_wang2021, wang);
      close(row.d_wang2021, Math.sqrt(wang * t));
      close(row.relative, e / q);
      expect([row.class, row.class_wang2021]).toEqual([String(level(Math.sqrt(c * t))), String(level(Math.sqrt(wang * t)))]);
      if (row.class !== row.class_wang2021) differ++;
    });
    expect(differ).toBe(288);
  });

  it("shows the orders of magnitude the study is known for", () => {
    const mean = (path: string, column: string, year: number): number => {
      const cells = table(path).filter((row) => row.period === String(year));
      return cells.reduce((sum, row) => sum + Number(row[column]), 0) / cells.length;
    };
    for (const [path, column, first, last] of [
      ["tables/index.scores.csv", "empowerment", 0.159, 0.316],
      ["tables/index.scores.csv", "equity", 0.413, 0.657],
      ["tables/couple.coordination.csv", "d", 0.492, 0.665],
      ["tables/couple.coordination.csv", "d_wang2021", 0.382, 0.512],
    ] as const) {
      expect([mean(path, column, 2013).toFixed(3), mean(path, column, 2022).toFixed(3)]).toEqual([first.toFixed(3), last.toFixed(3)]);
    }
    const behind = table("tables/index.scores.csv").filter((row) => row.period === "2022" && Number(row.equity) <= Number(row.empowerment));
    expect(behind.map((row) => row.unit)).toEqual(["110000"]);
  });

  it("finds the same blockages and hard points by plain loops, beside the provinces of the same region", () => {
    const regions = Object.fromEntries(
      readFileSync(new URL("data/china-provinces/units.csv", root), "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => [line.split(",")[0], line.split(",")[3]]),
    );
    const at = (values: number[], p: number): number => {
      const sorted = [...values].sort((x, y) => x - y);
      const [low, rest] = [Math.floor((sorted.length - 1) * p), ((sorted.length - 1) * p) % 1];
      return sorted[low] + (rest > 0 ? rest * (sorted[low + 1] - sorted[low]) : 0);
    };
    const blockages = units.map(() => years.map(() => 0));
    let hard = 0;
    for (const wheel of ["empowerment", "equity"]) {
      const leaves = z[wheel].flat();
      const large = (leaf: number[][], i: number, t: number): boolean => leaves.filter((other) => other[i][t] < leaf[i][t]).length < 5;
      for (const leaf of leaves) {
        units.forEach((unit, i) => {
          years.forEach((_, t) => {
            const like = units.flatMap((other, j) => (regions[other] === regions[unit] ? [leaf[j][t]] : []));
            if (large(leaf, i, t) && leaf[i][t] < 0.5 && leaf[i][t] < at(like, 0.5)) blockages[i][t]++;
          });
          const gap =
            at(
              units.map((_, j) => leaf[j][9]),
              0.75,
            ) - leaf[i][9];
          const pace = (leaf[i][9] - leaf[i][4]) / 5;
          if ([7, 8, 9].every((t) => large(leaf, i, t)) && gap > 1e-12 && (pace <= 0 || gap / pace > 10)) hard++;
        });
      }
    }
    expect(table("tables/diagnose.counts.csv").map((row) => Number(row.blockages))).toEqual(blockages.flat());
    const found = table("tables/diagnose.symbols.csv");
    expect(found.find((row) => row.point === "blockage")?.findings).toBe(String(blockages.reduce((sum, row) => sum + row[9], 0)));
    expect(found.find((row) => row.point === "hard-point")?.findings).toBe(String(hard));
  });

  it("carries 119 cells to the ends and fills no gap inside", () => {
    const rows = table("tables/impute.imputed.csv");
    const count = (variable: string): number => rows.filter((row) => row.variable === variable).length;
    expect([rows.length, count("S-Q101"), count("S-Q302"), count("S-Q102")]).toEqual([119, 26, 31, 62]);
  });
});
