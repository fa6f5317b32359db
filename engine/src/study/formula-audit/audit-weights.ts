import { sum } from "../../ground/sums/index.js";
import type { Text } from "../../ground/words/index.js";
import { minMax } from "../../measure/normalise/min-max/min-max.js";
import type { WeightsByStep } from "../../measure/weigh/combine-weights.js";
import { criticWeights } from "../../measure/weigh/critic-weights/critic-weights.js";
import { cvWeights } from "../../measure/weigh/cv-weights/cv-weights.js";
import { entropyWeights } from "../../measure/weigh/entropy-weights/entropy-weights.js";
import { gameTheoryWeights } from "../../measure/weigh/game-theory-weights/game-theory-weights.js";
import { multiplicativeWeights } from "../../measure/weigh/multiplicative-weights/multiplicative-weights.js";
import { pcaWeights } from "../../measure/weigh/pca-weights/pca-weights.js";
import { scatterDegreeWeights } from "../../measure/weigh/scatter-degree-weights/scatter-degree-weights.js";
import type { Result } from "../../method/index.js";
import type { Panel, Tree, Weights } from "../../table/index.js";
import type { Check } from "./coupling-checks.js";
import type { Findings } from "./findings.js";
import { type IndicatorColumns, type IndicatorTable, indicatorTable } from "./indicator-table.js";
import { gap } from "./interval.js";
import { type Digits, type Published, publishedColumn } from "./published.js";
import { candidate, judgeTable, mistake, type TableCandidate } from "./table-candidates.js";

/** Indicators and the weights published for them. */
export interface WeightsClaim extends IndicatorColumns {
  readonly family: "weights";
  /** one a column of the data, in its order */
  readonly weights: readonly string[];
}

export function auditWeights(claim: WeightsClaim, digits: Digits): Findings {
  const table = indicatorTable(claim, digits);
  const printed = publishedColumn(claim.weights, "weights", digits);
  return {
    columns: [
      {
        column: "w",
        subject: { en: "The published weights", zh: "所公布的权重" },
        plural: true,
        counted: { en: "weights", zh: "项" },
        ...judgeTable(weighings(table), "w", printed, table.inputs),
        denial: { en: "this is a known error", zh: "这是已知的错误做法" },
        instead: {
          en: "those of entropy with k = 1/ln n, n all the rows summed, and with directions applied",
          zh: "按全部求和行数 n 取 k = 1/ln n、并处理指标方向的熵权",
        },
      },
    ],
    checks: [sumOfWeights(printed)],
  };
}

/** Weights of one set share out 1; a printed sum of 100 wants its per cent signs. */
function sumOfWeights(printed: readonly (Published | null)[]): Check {
  const ranges = printed.flatMap((one) => (one ? [one.range] : []));
  const [low, high] = [0, 1].map((end) => sum(ranges.map((range) => range[end])));
  return {
    id: "weights-sum",
    law: "Σw = 1",
    why: { en: "weights of one set share out 1; write 46.3% for a percentage", zh: "同一组权重之和应为 1；百分数请写作 46.3%" },
    passed: gap([low, high], [1, 1]) === 0 ? 1 : 0,
    rows: 1,
    firstFailing: gap([low, high], [1, 1]) === 0 ? null : 0,
    largest: (low + high) / 2,
  };
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
  ["limit", undefined],
  ["shift", 1e-4],
  ["shift", 1e-3],
  ["shift", 1e-2],
  ["shift", 1],
  ["replace", 1e-6],
  ["squeeze", 0.002],
  ["p-plus", 1e-10],
  ["spssau", 0.01],
] as const;

/** Weights that texts publish: methods of the engine, and its known errors by the options that reproduce them. */
export function weighings(table: IndicatorTable): TableCandidate[] {
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
  const make = (id: string, en: string, zh: string, weigh: Weigh, how: Prepared, why?: Text): TableCandidate => {
    const [key, made] = [`${id}-${how}`, of(weigh, how)];
    const names = { en: `${en}, on ${prepared[how].en}`, zh: `${zh}（用${prepared[how].zh}）` };
    const wrong = why ?? (how === "undirected" ? ignored : undefined);
    return wrong ? mistake(key, names, wrong, made) : candidate(key, names.en, names.zh, made);
  };
  return [
    candidate("equal", "equal weights", "等权", () => ids.map(() => 1 / ids.length)),
    ...columns.flatMap((how) => [
      ...entropies(how, make),
      ...(periods > 1 ? entropiesOverTime(how, make) : []),
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
    make("pca", "first-component weights", "第一主成分权重", (panel, tree) => pcaWeights(panel, tree), "directed"),
    make(
      "pca-composite",
      "principal-component weights (components of eigenvalue above 1, by their variance)",
      "主成分综合权重（特征值大于 1，按方差贡献加权）",
      (panel, tree) => pcaWeights(panel, tree, { form: "composite" }),
      "directed",
    ),
    ...combinations(make),
    make("scatter-degree", "scatter-degree weights", "纵横向拉开档次权重", (panel, tree) => scatterDegreeWeights(panel, tree), "directed"),
  ];
}

/** Weights of several methods put together; directions are used. */
function combinations(make: Make): TableCandidate[] {
  const given = {
    entropy: { en: "entropy", zh: "熵权", weigh: (panel: Panel, tree: Tree) => entropyWeights(panel, tree).value },
    critic: { en: "CRITIC", zh: "CRITIC", weigh: (panel: Panel, tree: Tree) => criticWeights(panel, tree).value },
    cv: { en: "coefficient-of-variation", zh: "变异系数", weigh: (panel: Panel, tree: Tree) => cvWeights(panel, tree).value },
  };
  const sets = [
    ["entropy", "critic"],
    ["entropy", "cv"],
    ["critic", "cv"],
    ["entropy", "critic", "cv"],
  ] as const;
  const rules = [
    ["game-theory", "game-theory combination", "博弈论组合权重", (of: WeightsByStep, tree: Tree) => gameTheoryWeights(of, tree)],
    ["product", "normalised product", "乘法合成归一权重", (of: WeightsByStep, tree: Tree) => multiplicativeWeights(of, tree)],
    [
      "geometric",
      "normalised geometric mean",
      "几何平均归一权重",
      (of: WeightsByStep, tree: Tree) => multiplicativeWeights(of, tree, { rule: "geometric" }),
    ],
    ["linear", "mean", "算术平均权重", (of: WeightsByStep, tree: Tree) => multiplicativeWeights(of, tree, { rule: "linear" })],
  ] as const;
  return rules.flatMap(([id, en, zh, combine]) =>
    sets.map((set) =>
      make(
        `${id}-${set.join("-")}`,
        `the ${en} of ${and(set.map((one) => given[one].en))} weights`,
        `${set.map((one) => given[one].zh).join("、")}的${zh}`,
        (panel, tree) => combine(Object.fromEntries(set.map((one) => [one, given[one].weigh(panel, tree)])), tree),
        "directed",
      ),
    ),
  );
}

const and = (names: readonly string[]): string => `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

type Make = (id: string, en: string, zh: string, weigh: Weigh, how: Prepared, why?: Text) => TableCandidate;

const ignored: Text = { en: "some indicators are better the less of them there is", zh: "未处理逆向指标" };
const zeroBreaks: Text = {
  en: "a zero in a column makes its whole entropy 0, so that after min-max all weights are equal",
  zh: "列中一遇零值即把整列的熵记为 0，极差标准化后各指标权重全部相等",
};
const wrongBase: Text = {
  en: "the base must count the rows that are summed: with ln T every entropy exceeds 1 and the order of the weights is reversed",
  zh: "底数应为参与求和的行数：用 ln T 则各项熵均大于 1，权重次序颠倒",
};

const entropies = (how: Prepared, make: Make): TableCandidate[] => [
  ...zeroRules.map(([zero, amount]) => {
    const rule = amount === undefined ? "0·ln 0 = 0" : `${zero} ${amount}`;
    return make(
      `entropy-${zero}${amount === undefined ? "" : `-${amount}`}`,
      `entropy weights (zeros: ${rule})`,
      `熵权（零值：${rule}）`,
      (panel, tree) => entropyWeights(panel, tree, { zero, amount }),
      how,
    );
  }),
  make(
    "entropy-zero-entropy",
    "entropy weights",
    "熵权",
    (panel, tree) => entropyWeights(panel, tree, { zero: "zero-entropy" }),
    how,
    zeroBreaks,
  ),
];

const entropiesOverTime = (how: Prepared, make: Make): TableCandidate[] => [
  make(
    "entropy-base-t",
    "entropy weights with k = 1/ln T while p runs over all region-years",
    "p 按全部地区与年份求和而 k = 1/ln T 的熵权",
    (panel, tree) => entropyWeights(panel, tree, { base: "compat-periods" }),
    how,
    wrongBase,
  ),
  make(
    "entropy-by-period",
    "means of yearly entropy weights",
    "逐年熵权的均值",
    (panel, tree) => entropyWeights(panel, tree, { scope: "per-period" }),
    how,
  ),
];
