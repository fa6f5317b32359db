import { arithmetic, geometric, harmonic } from "../../measure/aggregate/means.js";
import type { Rule } from "../../measure/aggregate/node-cells.js";
import { minMax } from "../../measure/normalise/min-max/min-max.js";
import { greyRelation } from "../../measure/rate/grey-relation/grey-relation.js";
import { topsis } from "../../measure/rate/topsis/topsis.js";
import { manualWeights } from "../../measure/weigh/manual-weights/manual-weights.js";
import { type Panel, series, type Weights } from "../../table/index.js";
import type { Findings } from "./findings.js";
import { type IndicatorColumns, type IndicatorTable, indicatorTable } from "./indicator-table.js";
import { type Digits, publishedColumn } from "./published.js";
import { candidate, complete, judgeTable, mistake, type TableCandidate } from "./table-candidates.js";

/** Parts and the index published for them. */
export interface IndexClaim extends IndicatorColumns {
  readonly family: "index";
  readonly index: readonly string[];
  /** one a column of the data; equal when absent */
  readonly weights?: readonly string[];
}

export function auditIndex(claim: IndexClaim, digits: Digits): Findings {
  const table = indicatorTable(claim, digits);
  const weights = complete(publishedColumn(claim.weights ?? table.ids.map(() => "1"), "weights", claim.weights ? digits : 20), "weights");
  const printed = publishedColumn(claim.index, "index", digits);
  return {
    columns: [
      {
        column: "I",
        subject: { en: "The published index", zh: "所公布的指数" },
        counted: { en: "rows", zh: "行" },
        ...judgeTable(indices(table), "I", printed, [...table.inputs, ...weights]),
        denial: { en: "this is a known error", zh: "这是已知的错误做法" },
        instead: { en: "those of the method named in the text", zh: "文中所称方法的结果" },
      },
    ],
    checks: [],
  };
}

const eachOf = (rule: Rule) => {
  if (!("each" in rule)) throw new Error("a mean is taken unit by unit");
  return rule.each;
};

type Make = (data: Panel, weights: Weights) => Float64Array;

export function indices({ tree, ids, rows, panelOf, order }: IndicatorTable): TableCandidate[] {
  const of =
    (make: Make, directed = true) =>
    (inputs: Float64Array) => {
      const set = Object.fromEntries(ids.map((id, j) => [id, Math.max(0, inputs[ids.length * rows + j])]));
      const cells = make(panelOf(inputs, directed), manualWeights(tree, { set }).value);
      const inFileOrder = new Array<number>(rows);
      order.forEach((row, cell) => {
        inFileOrder[row] = cells[cell];
      });
      return inFileOrder;
    };
  const mean =
    (rule: Rule, scale = 1, normal = false): Make =>
    (data, { effective }) => {
      const parts = normal ? minMax(data).value : data;
      const columns = ids.map((id) => series(parts, id));
      const each = eachOf(rule);
      const shares = Float64Array.from(ids, (id) => effective[id]);
      return Float64Array.from(
        { length: rows },
        (_, cell) =>
          scale *
          each(
            Float64Array.from(columns, (x) => x[cell]),
            shares,
            ids.length,
          ),
      );
    };
  const close =
    (form: "vector" | "minmax-matrix" | "minmax-distance"): Make =>
    (data, weights) =>
      series(topsis(data, weights, tree, { form }).value, 0);
  const grade =
    (scale: "min-max" | "mean" | "initial", divisor = 1): Make =>
    (data, weights) =>
      series(greyRelation(data, weights, tree, { scale }).value, 0).map((one) => one / divisor);
  const negative = tree.leaves.some((leaf) => leaf.direction < 0);
  const undirected = mistake(
    "linear-undirected",
    { en: "the weighted mean of min-max parts without regard to their direction", zh: "不计指标方向的极差标准化加权平均" },
    { en: "some parts are better the less of them there is", zh: "未处理逆向指标" },
    of(mean(arithmetic, 1, true), false),
  );
  return [
    candidate("linear", "the weighted mean of the parts", "各部分的加权平均", of(mean(arithmetic))),
    candidate("linear-100", "the weighted mean of the parts times 100", "各部分加权平均乘 100", of(mean(arithmetic, 100))),
    candidate("geometric", "the weighted geometric mean of the parts", "各部分的加权几何平均", of(mean(geometric))),
    candidate("geometric-100", "the weighted geometric mean of the parts times 100", "各部分加权几何平均乘 100", of(mean(geometric, 100))),
    candidate("harmonic", "the weighted harmonic mean of the parts", "各部分的加权调和平均", of(mean(harmonic))),
    candidate("linear-min-max", "the weighted mean of min-max parts", "极差标准化后的加权平均", of(mean(arithmetic, 1, true))),
    candidate(
      "linear-min-max-100",
      "the weighted mean of min-max parts times 100",
      "极差标准化后加权平均乘 100",
      of(mean(arithmetic, 100, true)),
    ),
    ...(negative ? [undirected] : []),
    candidate("topsis-vector", "TOPSIS closeness, each column over its length", "TOPSIS 贴近度（向量归一）", of(close("vector"))),
    candidate(
      "topsis-minmax-matrix",
      "TOPSIS closeness, weights times min-max columns",
      "TOPSIS 贴近度（权重乘极差标准化列）",
      of(close("minmax-matrix")),
    ),
    candidate(
      "topsis-minmax-distance",
      "TOPSIS closeness, weights inside the squared distance of min-max columns",
      "TOPSIS 贴近度（权重置于极差标准化列的距离平方内）",
      of(close("minmax-distance")),
    ),
    ...(["min-max", "mean", "initial"] as const).map((scale) =>
      candidate(
        `grey-relation-${scale}`,
        `the grey relational grade, ρ = 0.5, columns ${scaled[scale].en}`,
        `灰色关联度（ρ = 0.5，${scaled[scale].zh}）`,
        of(grade(scale)),
      ),
    ),
    mistake(
      "grey-relation-divisor",
      { en: "the grey relational grade divided by the number of units", zh: "再除以单位数的灰色关联度" },
      { en: "the weights have shared it out already: the divisor is one too many", zh: "权重已归一，多除一次" },
      of(grade("min-max", rows)),
    ),
  ];
}

const scaled = {
  "min-max": { en: "rescaled to 0–1", zh: "极差化" },
  mean: { en: "over their mean", zh: "均值化" },
  initial: { en: "over their first value", zh: "初值化" },
} as const;
