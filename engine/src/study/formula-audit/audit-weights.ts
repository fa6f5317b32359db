import { minMax } from "../../measure/normalise/min-max/min-max.js";
import { criticWeights } from "../../measure/weigh/critic-weights/critic-weights.js";
import { cvWeights } from "../../measure/weigh/cv-weights/cv-weights.js";
import { entropyWeights } from "../../measure/weigh/entropy-weights/entropy-weights.js";
import { pcaWeights } from "../../measure/weigh/pca-weights/pca-weights.js";
import { scatterDegreeWeights } from "../../measure/weigh/scatter-degree-weights/scatter-degree-weights.js";
import type { Result } from "../../method/index.js";
import type { Panel, Tree, Weights } from "../../table/index.js";
import type { Findings } from "./findings.js";
import { type IndicatorColumns, type IndicatorTable, indicatorTable } from "./indicator-table.js";
import { type Digits, publishedColumn } from "./published.js";
import { candidate, judgeTable, type TableCandidate } from "./table-candidates.js";

/** Indicators and the weights published for them. */
export interface WeightsClaim extends IndicatorColumns {
  readonly family: "weights";
  /** one a column of the data, in its order */
  readonly weights: readonly string[];
}

export function auditWeights(claim: WeightsClaim, digits: Digits): Findings {
  const table = indicatorTable(claim, digits);
  const printed = publishedColumn(claim.weights, "weights", digits);
  return { columns: [{ column: "w", candidates: judgeTable(weighings(table), "w", printed, table.inputs) }], checks: [], classes: null };
}

type Weigh = (panel: Panel, tree: Tree) => Result<Weights>;
/** What is done to the columns before they are weighed. */
type Prepared = "directed" | "undirected" | "per-period" | "raw";

const prepared = {
  directed: { en: "min-max columns", zh: "极差标准化列" },
  undirected: { en: "min-max columns, directions ignored", zh: "极差标准化列（忽略指标方向）" },
  "per-period": { en: "columns rescaled within each period", zh: "逐期极差标准化列" },
  raw: { en: "raw columns", zh: "原始列" },
} as const;

const zeroRules = [
  ["limit", undefined, true],
  ["shift", 1e-4, true],
  ["shift", 1e-3, true],
  ["shift", 1e-2, true],
  ["shift", 1, true],
  ["squeeze", 0.002, true],
  ["p-plus", 1e-10, true],
  ["zero-entropy", undefined, false],
] as const;

/** Weights that texts publish: methods of the engine, and its known errors by the options that reproduce them. */
function weighings(table: IndicatorTable): TableCandidate[] {
  const { tree, ids, panelOf, periods } = table;
  const hasNegative = tree.leaves.some((leaf) => leaf.direction < 0);
  const columns: readonly Prepared[] = [
    "directed",
    ...(hasNegative ? (["undirected"] as const) : []),
    ...(periods > 1 ? (["per-period"] as const) : []),
    "raw",
  ];
  const of = (weigh: Weigh, how: Prepared) => (inputs: Float64Array) => {
    const data = panelOf(inputs, how !== "undirected");
    const ready = how === "raw" ? data : minMax(data, { scope: how === "per-period" ? "per-period" : "pooled" }).value;
    const { effective } = weigh(ready, tree).value;
    return ids.map((id) => effective[id]);
  };
  const make = (id: string, en: string, zh: string, weigh: Weigh, how: Prepared, right = true): TableCandidate =>
    candidate(`${id}-${how}`, `${en} of ${prepared[how].en}`, `${prepared[how].zh}的${zh}`, of(weigh, how), right && how !== "undirected");

  return [
    candidate("equal", "equal weights", "等权", () => ids.map(() => 1 / ids.length)),
    ...columns.flatMap((how) => [
      ...zeroRules.map(([zero, amount, right]) =>
        make(
          `entropy-${zero}${amount === undefined ? "" : `-${amount}`}`,
          `entropy weights (zero rule ${zero}${amount === undefined ? "" : ` ${amount}`})`,
          `熵权（零值规则 ${zero}${amount === undefined ? "" : ` ${amount}`}）`,
          (panel, tree) => entropyWeights(panel, tree, { zero, amount }),
          how,
          right,
        ),
      ),
      ...(periods > 1
        ? [
            make(
              "entropy-base-t",
              "entropy weights with k = 1/ln T over all region-years (a wrong base: the order is reversed)",
              "k = 1/ln T 却按全部行求和的熵权（底数错误，次序颠倒）",
              (panel, tree) => entropyWeights(panel, tree, { base: "compat-periods" }),
              how,
              false,
            ),
            make(
              "entropy-by-period",
              "means of yearly entropy weights",
              "逐年熵权的均值",
              (panel, tree) => entropyWeights(panel, tree, { scope: "per-period" }),
              how,
            ),
          ]
        : []),
      make("critic", "CRITIC weights", "CRITIC 权重", (panel, tree) => criticWeights(panel, tree), how),
      make(
        "critic-absolute",
        "CRITIC weights with 1 − |r|",
        "CRITIC 权重（1 − |r|）",
        (panel, tree) => criticWeights(panel, tree, { conflict: "absolute" }),
        how,
      ),
      make("cv", "coefficient-of-variation weights", "变异系数权重", (panel, tree) => cvWeights(panel, tree), how),
    ]),
    make("pca", "principal-component weights", "主成分权重", (panel, tree) => pcaWeights(panel, tree), "directed"),
    make("scatter-degree", "scatter-degree weights", "纵横向拉开档次权重", (panel, tree) => scatterDegreeWeights(panel, tree), "directed"),
  ];
}
