import { sum } from "../../ground/sums/index.js";
import { dagum } from "../../inequality/decompose/dagum/dagum.js";
import { gini } from "../../inequality/measure/gini/gini.js";
import { duclosEstebanRay } from "../../inequality/polarise/duclos-esteban-ray/duclos-esteban-ray.js";
import { wolfson } from "../../inequality/polarise/wolfson/wolfson.js";
import type { Audited, Findings } from "./findings.js";
import { type Digits, publishedColumn } from "./published.js";
import { candidate, complete, judgeTable, mistake, type TableCandidate } from "./table-candidates.js";

/** Values (mean incomes, say), the population behind them, groups; and the measures published for them. */
export interface InequalityClaim {
  readonly family: "inequality";
  readonly values: readonly string[];
  readonly population?: readonly string[];
  /** group of every row, for measures between groups */
  readonly by?: readonly string[];
  readonly gini?: string;
  readonly wolfson?: string;
  /** Duclos–Esteban–Ray index of polarisation */
  readonly der?: string;
  /** between-group Gini of Dagum's decomposition: net, as its name goes */
  readonly between?: string;
}

export function auditInequality(claim: InequalityClaim, digits: Digits): Findings {
  const { values, population, by } = claim;
  const inputs = [
    ...complete(publishedColumn(values, "values", digits), "values"),
    ...(population ? complete(publishedColumn(population, "population", digits), "population") : []),
  ];
  const measures = {
    gini: ginis(values.length, population !== undefined),
    wolfson: wolfsons(values.length, population !== undefined),
    der: polarisations(values.length, population !== undefined),
    between: by ? betweens(by, population !== undefined) : [],
  };
  const columns = (["gini", "wolfson", "der", "between"] as const).flatMap((name) => {
    const text = claim[name];
    if (text === undefined) return [];
    const printed = publishedColumn([text], name, digits);
    return [{ column: name, counted: null, ...judgeTable(measures[name], name, printed, inputs), ...spoken[name] }];
  });
  return { columns, checks: [] };
}

type Spoken = Pick<Audited, "subject" | "denial" | "instead">;

/** How to speak of each published measure. */
const spoken: Readonly<Record<"gini" | "wolfson" | "der" | "between", Spoken>> = {
  gini: {
    subject: { en: "The published Gini coefficient", zh: "所公布的基尼系数" },
    denial: { en: "it is not the Gini coefficient of these values", zh: "并非这些数值的基尼系数" },
    instead: { en: "the Gini coefficient of the values weighted by the population, over n", zh: "按人口加权、除以 n 的基尼系数" },
  },
  wolfson: {
    subject: { en: "The published Wolfson index", zh: "所公布的 Wolfson 指数" },
    denial: { en: "it is not on the scale of Wolfson (1994)", zh: "与 Wolfson（1994）的尺度不同" },
    instead: { en: "P = 2(2T − G)μ/m", zh: "P = 2(2T − G)μ/m" },
  },
  der: {
    subject: { en: "The published Duclos–Esteban–Ray index", zh: "所公布的 Duclos–Esteban–Ray 极化指数" },
    denial: { en: "it is not on the scale of Duclos, Esteban and Ray (2004)", zh: "与 Duclos、Esteban 和 Ray（2004）的尺度不同" },
    instead: { en: "twice these, with α stated", zh: "其两倍，并注明 α" },
  },
  between: {
    subject: { en: "The published between-group Gini", zh: "所公布的组间基尼系数" },
    denial: { en: "it is not the net between-group Gini of Dagum", zh: "并非 Dagum 的组间净值差距" },
    instead: { en: "the net between-group Gini Gnb, beside transvariation Gt", zh: "组间净值差距 Gnb，并另列超变密度 Gt" },
  },
};

type Measure = (y: Float64Array, population: Float64Array | undefined) => number | null;

const of =
  (n: number, weighted: boolean, measure: Measure) =>
  (inputs: Float64Array): number[] => [measure(inputs.subarray(0, n), weighted ? inputs.subarray(n) : undefined) ?? Number.NaN];

export function ginis(n: number, weighted: boolean): TableCandidate[] {
  const make = (measure: Measure) => of(n, weighted, measure);
  const plain = [
    candidate(
      "gini",
      "the Gini coefficient over n",
      "基尼系数（除以 n）",
      make((y, weights) => gini(y, { weights }).value),
    ),
    candidate(
      "gini-sample",
      "the Gini coefficient over n − 1",
      "基尼系数（除以 n − 1）",
      make((y, weights) => gini(y, { weights, form: "sample" }).value),
    ),
    mistake(
      "gini-half",
      { en: "half the Gini coefficient", zh: "基尼系数的一半" },
      { en: "the area beside the Lorenz curve was not doubled", zh: "洛伦兹曲线与对角线所夹面积未乘 2" },
      make((y, weights) => scaled(gini(y, { weights }).value, 0.5)),
    ),
  ];
  if (!weighted) return plain;
  return [
    ...plain,
    mistake(
      "gini-unweighted",
      { en: "the Gini coefficient of the rows, each counted once", zh: "各行各计一次的基尼系数" },
      { en: "the population is left out", zh: "未按人口加权" },
      make((y) => gini(y).value),
    ),
    mistake(
      "gini-of-means-as-totals",
      { en: "the Gini coefficient of values divided by the population", zh: "数值再除以人口后的基尼系数" },
      {
        en: "mean incomes were sorted by y/population and cumulated as if they were totals",
        zh: "把人均收入当作总收入，按 y/人口 排序并累计",
      },
      make((y, weights) => (weights ? gini(shared(y, weights), { weights }).value : null)),
    ),
  ];
}

const shared = (y: Float64Array, among: Float64Array): Float64Array => y.map((one, k) => one / among[k]);
const scaled = (value: number | null, times: number): number | null => (value === null ? null : value * times);

export function wolfsons(n: number, weighted: boolean): TableCandidate[] {
  const make = (options: Parameters<typeof wolfson>[1]) => of(n, weighted, (y, weights) => wolfson(y, { ...options, weights }).value);
  // without weights a row ends at one half, or the middle row spans it: both readings agree
  const step = candidate(
    "wolfson-step",
    "the Wolfson index with L(½) read at a row, as dineq does",
    "L(½) 取自某一行的 Wolfson 指数（dineq 的做法）",
    make({ lorenz: "step" }),
  );
  return [
    ...(weighted ? [step] : []),
    candidate("wolfson", "the Wolfson index P = 2(2T − G)μ/m", "Wolfson 指数 P = 2(2T − G)μ/m", make({})),
    mistake(
      "wolfson-half",
      { en: "(2T − G)μ/m", zh: "(2T − G)μ/m" },
      { en: "it is half of it, as PySAL prints it", zh: "仅为其一半，PySAL 即如此输出" },
      make({ scale: "half" }),
    ),
  ];
}

export function polarisations(n: number, weighted: boolean): TableCandidate[] {
  return [0.25, 0.5, 0.75, 1].flatMap((alpha) => {
    const make = (scale: "raw" | "half") => of(n, weighted, (y, weights) => duclosEstebanRay(y, { alpha, scale, weights }).value);
    return [
      candidate(
        `der-${alpha}`,
        `the Duclos–Esteban–Ray index with α = ${alpha}`,
        `Duclos–Esteban–Ray 极化指数（α = ${alpha}）`,
        make("raw"),
      ),
      mistake(
        `der-${alpha}-half`,
        { en: `half the Duclos–Esteban–Ray index with α = ${alpha}`, zh: `Duclos–Esteban–Ray 极化指数的一半（α = ${alpha}）` },
        { en: "DASP prints the half", zh: "DASP 输出的是一半" },
        make("half"),
      ),
    ];
  });
}

export function betweens(by: readonly string[], weighted: boolean): TableCandidate[] {
  const part = (pick: (parts: ReturnType<typeof dagum>["value"]) => number) =>
    of(by.length, weighted, (y, weights) => pick(dagum(y, by, { weights }).value));
  const other = (id: string, en: string, zh: string, made: TableCandidate["of"]) => mistake(id, { en, zh }, undefined, made);
  return [
    candidate(
      "net-between",
      "the net between-group Gini Gnb of Dagum",
      "Dagum 组间净值差距 Gnb",
      part((one) => one.netBetween),
    ),
    mistake(
      "gross-between",
      { en: "the gross between-group Gini Gnb + Gt", zh: "组间总差距 Gnb + Gt" },
      { en: "net between and transvariation together", zh: "净值差距与超变密度之和" },
      part((one) => one.grossBetween),
    ),
    ...recycled(by, weighted),
    other(
      "net-between-share",
      "the net between-group share Gnb/G",
      "组间净值贡献率 Gnb/G",
      part((one) => one.netBetween / one.gini),
    ),
    other(
      "gross-between-share",
      "the gross between-group share (Gnb + Gt)/G",
      "组间总贡献率 (Gnb + Gt)/G",
      part((one) => one.grossBetween / one.gini),
    ),
    other(
      "transvariation",
      "transvariation Gt",
      "超变密度 Gt",
      part((one) => one.transvariation),
    ),
    other(
      "within",
      "the within-group Gini Gw",
      "组内差距 Gw",
      part((one) => one.within),
    ),
    other(
      "mean-of-pairs",
      "the unweighted mean of the Gini coefficients between pairs of groups",
      "两两组间基尼系数的简单平均",
      of(by.length, weighted, (y, weights) => pairMean(y, by, weights)),
    ),
  ];
}

/** A list of the groups' names, shorter than the data, is silently repeated down the rows by programs that recycle vectors. */
function recycled(by: readonly string[], weighted: boolean): TableCandidate[] {
  const names = [...new Set(by)];
  const groups = by.map((_, row) => names[row % names.length]);
  if (groups.every((group, row) => group === by[row])) return [];
  const why = {
    en: "the list of group names was shorter than the data and was silently repeated down the rows",
    zh: "分组名称的个数少于数据行数，被程序逐行循环套用",
  };
  return (["netBetween", "grossBetween"] as const).map((part) => {
    const net = part === "netBetween";
    return mistake(
      net ? "recycled-net-between" : "recycled-gross-between",
      net
        ? { en: "Gnb of groups that take turns row by row", zh: "各组逐行轮流时的 Gnb" }
        : { en: "Gnb + Gt of groups that take turns row by row", zh: "各组逐行轮流时的 Gnb + Gt" },
      why,
      of(by.length, weighted, (y, weights) => dagum(y, groups, { weights }).value[part]),
    );
  });
}

function pairMean(y: Float64Array, by: readonly string[], weights: Float64Array | undefined): number {
  const pairs = dagum(y, by, { weights }).tables.find((table) => table.id === "pairs");
  const found = (pairs?.columns.find((column) => column.id === "gini")?.values ?? []).map(Number);
  return sum(found) / found.length;
}
