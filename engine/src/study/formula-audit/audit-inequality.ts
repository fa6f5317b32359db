import { sum } from "../../ground/sums/index.js";
import { dagum } from "../../inequality/dagum/dagum.js";
import { gini } from "../../inequality/gini/gini.js";
import { rows as sortedRows } from "../../inequality/rows.js";
import type { Findings } from "./findings.js";
import { type Digits, publishedColumn } from "./published.js";
import { candidate, complete, judgeTable, type TableCandidate } from "./table-candidates.js";

/** Values (mean incomes, say), the population behind them, groups; and the measures published for them. */
export interface InequalityClaim {
  readonly family: "inequality";
  readonly values: readonly string[];
  readonly population?: readonly string[];
  /** group of every row, for measures between groups */
  readonly by?: readonly string[];
  readonly gini?: string;
  readonly wolfson?: string;
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
    between: by ? betweens(by, population !== undefined) : [],
  };
  const columns = (["gini", "wolfson", "between"] as const).flatMap((name) => {
    const text = claim[name];
    if (text === undefined) return [];
    const printed = publishedColumn([text], name, digits);
    return [{ column: name, candidates: judgeTable(measures[name], name, printed, inputs) }];
  });
  return { columns, checks: [], classes: null };
}

type Measure = (y: Float64Array, population: Float64Array | undefined) => number | null;

const of =
  (n: number, weighted: boolean, measure: Measure) =>
  (inputs: Float64Array): number[] => [measure(inputs.subarray(0, n), weighted ? inputs.subarray(n) : undefined) ?? Number.NaN];

function ginis(n: number, weighted: boolean): TableCandidate[] {
  const plain = [
    candidate(
      "gini",
      "the Gini coefficient over n",
      "基尼系数（除以 n）",
      of(n, weighted, (y, weights) => gini(y, { weights }).value),
    ),
    candidate(
      "gini-sample",
      "the Gini coefficient times n/(n − 1)",
      "基尼系数（乘 n/(n − 1)）",
      of(n, weighted, (y, weights) => gini(y, { weights, form: "sample" }).value),
    ),
    candidate(
      "gini-half",
      "half the Gini coefficient",
      "基尼系数的一半",
      of(n, weighted, (y, weights) => (gini(y, { weights }).value ?? Number.NaN) / 2),
      false,
    ),
  ];
  if (!weighted) return plain;
  return [
    ...plain,
    candidate(
      "gini-unweighted",
      "the Gini coefficient without the population",
      "未按人口加权的基尼系数",
      of(n, weighted, (y) => gini(y).value),
      false,
    ),
    candidate(
      "gini-of-means-as-totals",
      "the Gini coefficient of y/population: mean incomes sorted by y/pop and cumulated as totals",
      "按 y/pop 排序、把人均收入当作总收入累计的基尼系数",
      of(n, weighted, (y, weights) =>
        weights
          ? gini(
              y.map((one, k) => one / weights[k]),
              { weights },
            ).value
          : null,
      ),
      false,
    ),
  ];
}

function wolfsons(n: number, weighted: boolean): TableCandidate[] {
  return [
    candidate("wolfson", "the Wolfson index P = 2(2T − G)μ/m", "Wolfson 指数 P = 2(2T − G)μ/m", of(n, weighted, wolfson)),
    candidate(
      "wolfson-half",
      "half the Wolfson index, (2T − G)μ/m",
      "Wolfson 指数的一半 (2T − G)μ/m",
      of(n, weighted, (y, w) => wolfson(y, w) / 2),
      false,
    ),
  ];
}

/** P = 2(2T − G)μ/m with T = 1/2 − L(1/2), L interpolated; m the median, the mean of both middle values where the step falls between them. */
function wolfson(y: Float64Array, weights: Float64Array | undefined): number {
  const { x, p, mean, n } = sortedRows(y, weights);
  let [people, income, lorenz] = [0, 0, 0];
  let median = x[n - 1];
  for (let i = 0; i < n; i++) {
    const left = 0.5 - people;
    if (left <= p[i] * (1 + 1e-12)) {
      lorenz = income + (left * x[i]) / mean;
      const onStep = Math.abs(left - p[i]) <= 1e-12 && i + 1 < n;
      median = onStep ? (x[i] + x[i + 1]) / 2 : x[i];
      break;
    }
    people += p[i];
    income += (p[i] * x[i]) / mean;
  }
  const g = gini(y, { weights }).value ?? Number.NaN;
  return (2 * (2 * (0.5 - lorenz) - g) * mean) / median;
}

function betweens(by: readonly string[], weighted: boolean): TableCandidate[] {
  const part = (pick: (parts: ReturnType<typeof dagum>["value"]) => number) =>
    of(by.length, weighted, (y, weights) => pick(dagum(y, by, { weights }).value));
  return [
    candidate(
      "net-between",
      "the net between-group Gini",
      "组间净值差距",
      part((one) => one.netBetween),
    ),
    candidate(
      "gross-between",
      "the gross between-group Gini: net and transvariation together",
      "组间总差距（净值与超变密度之和）",
      part((one) => one.grossBetween),
      false,
    ),
    candidate(
      "net-between-share",
      "the net between-group share of the Gini",
      "组间净值贡献率",
      part((one) => one.netBetween / one.gini),
      false,
    ),
    candidate(
      "gross-between-share",
      "the gross between-group share of the Gini",
      "组间总贡献率",
      part((one) => one.grossBetween / one.gini),
      false,
    ),
    candidate(
      "transvariation",
      "transvariation",
      "超变密度",
      part((one) => one.transvariation),
      false,
    ),
    candidate(
      "within",
      "the within-group Gini",
      "组内差距",
      part((one) => one.within),
      false,
    ),
    candidate(
      "mean-of-pairs",
      "the unweighted mean of the Gini coefficients between pairs of groups",
      "两两组间基尼系数的简单平均",
      of(by.length, weighted, (y, weights) => pairMean(y, by, weights)),
      false,
    ),
  ];
}

function pairMean(y: Float64Array, by: readonly string[], weights: Float64Array | undefined): number {
  const pairs = dagum(y, by, { weights }).tables.find((table) => table.id === "pairs");
  const ginis = (pairs?.columns.find((column) => column.id === "gini")?.values ?? []).map(Number);
  return sum(ginis) / ginis.length;
}
