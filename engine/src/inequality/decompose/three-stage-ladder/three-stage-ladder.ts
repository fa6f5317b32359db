/**
 * The Gini from stage to stage (market → disposable → final income). Each fall G₀ − G₁ is the vertical effect V = G₀ − C₁ (C₁: the new
 * income along the old ranks) less the re-ranking R = G₁ − C₁ ≥ 0; V = K g/(1 − g) with Kakwani's K and the average net take g.
 * Sources: Reynolds & Smolensky (1977); Kakwani (1984). The stages are one order among many: their Shapley average stands beside.
 * Fails when a stage has a mean of 0 or less, or negative incomes unless allowed.
 */
import { finite, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { shareFault, weightedMean } from "../../rows.js";
import { measureOf } from "../measure-of.js";
import { completeParts, type Parts } from "../parts.js";
import { rankCovariance } from "../rank-covariance.js";
import { shapleyValues } from "../shapley-values.js";
import { type ThreeStageLadderOptions, threeStageLadderCard } from "./three-stage-ladder.method.js";

type Options = Partial<ThreeStageLadderOptions> & { weights?: ArrayLike<number> };
const mostSteps = 12;

export interface LadderStep {
  readonly from: string;
  readonly to: string;
  /** G₀ − G₁: above 0 when the stage equalises */
  readonly fall: number;
  readonly vertical: number;
  readonly reranking: number;
  /** g: the share of the income before that the stage takes on balance, below 0 when it gives */
  readonly take: number;
  /** K of what the stage takes on balance; null when it takes and gives the same in sum */
  readonly kakwani: number | null;
  /** the fall, averaged over all orders of the steps; null for the whole way and where a part of it is not defined */
  readonly shapley: number | null;
}

interface Stage {
  readonly name: string;
  readonly x: Float64Array;
  readonly mean: number;
  readonly gini: number;
}

/**
 * @param stages columns of the same rows, one a stage, in order, all in one unit; rows with one missing and rows of weight 0 are left out
 * @param options allowNegative; weights: one non-negative number a row
 * @returns value: the Gini of every stage and every step, the last step being the whole way when there are three stages or more;
 *   tables `three-stage-ladder` (mean, Gini, T, L, Hoover of every stage) and `steps`
 */
export function threeStageLadder(
  stages: Parts,
  { weights, ...options }: Options = {},
): Result<{ readonly gini: readonly number[]; readonly steps: readonly LadderStep[] }> {
  const chosen = settle(threeStageLadderCard, options);
  const { names, parts, p, n, dropped, weight } = completeParts(stages, weights);
  const rungs = parts.map((x, k): Stage => {
    const mean = weightedMean(x, p);
    if (!(mean > 0)) throw shareFault(mean).at({ path: names[k] });
    const least = x.reduce((a, b) => Math.min(a, b));
    if (least < 0 && !chosen.allowNegative) throw shareFault(least).at({ path: names[k] });
    return { name: names[k], x, mean, gini: (2 * rankCovariance(x, x, p)) / mean };
  });
  const orders = overOrders(rungs, p);
  const steps = rungs.slice(1).map((to, k) => stepOf(rungs[k], to, p, orders ? finite(orders[k]) : null));
  if (rungs.length > 2) steps.push(stepOf(rungs[0], rungs[rungs.length - 1], p, null));
  return result(threeStageLadderCard, {
    options: chosen,
    value: { gini: rungs.map(({ gini }) => gini), steps },
    variant: `${threeStageLadderCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [
      rowsTable(
        "three-stage-ladder",
        threeStageLadderCard.names,
        rungs.map(({ name, x, mean, gini }) => ({
          stage: name,
          n,
          mean,
          gini,
          theil_t: finite(measureOf("T", x, p)),
          theil_l: finite(measureOf("L", x, p)),
          hoover: finite(measureOf("hoover", x, p)),
        })),
        stageColumns,
      ),
      rowsTable("steps", { en: "From stage to stage", zh: "逐阶段变化" }, steps.map(stepCells), stepColumns),
    ],
    trace: { rows: n, dropped, weight },
    warnings: orders ? [] : [noOrders],
  });
}

function stepOf(from: Stage, to: Stage, p: Float64Array, shapley: number | null): LadderStep {
  const along = (2 * rankCovariance(to.x, from.x, p)) / to.mean;
  const taken = from.x.map((one, i) => one - to.x[i]);
  const take = (from.mean - to.mean) / from.mean;
  return {
    from: from.name,
    to: to.name,
    fall: from.gini - to.gini,
    vertical: from.gini - along,
    reranking: to.gini - along,
    take,
    kakwani: finite((2 * rankCovariance(taken, from.x, p)) / weightedMean(taken, p) - from.gini),
    shapley,
  };
}

/** What every step lowers the Gini by, averaged over all orders of the steps; undefined when a mean falls to 0 or there are too many. */
function overOrders(rungs: readonly Stage[], p: Float64Array): Float64Array | undefined {
  const flows = rungs.slice(1).map(({ x }, k) => x.map((one, i) => one - rungs[k].x[i]));
  if (flows.length > mostSteps) return undefined;
  const income = new Float64Array(p.length);
  const values = shapleyValues(flows.length, (coalition) => {
    income.set(rungs[0].x);
    flows.forEach((flow, k) => {
      if (coalition & (1 << k)) for (let i = 0; i < income.length; i++) income[i] += flow[i];
    });
    return -measureOf("gini", income, p);
  });
  return values.every(Number.isFinite) ? values : undefined;
}

const stepCells = ({ from, to, fall, vertical, reranking, take, kakwani, shapley }: LadderStep) => ({
  from,
  to,
  fall,
  vertical,
  reranking,
  take,
  kakwani,
  shapley,
});

const stageColumns = {
  stage: { en: "income after the stage", zh: "阶段收入" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean", zh: "均值" },
  gini: { en: "Gini coefficient", zh: "基尼系数" },
  theil_t: { en: "Theil index T", zh: "泰尔指数 T" },
  theil_l: { en: "mean log deviation L", zh: "平均对数偏差 L" },
  hoover: { en: "Hoover index", zh: "胡佛指数" },
};
const stepColumns = {
  from: { en: "from", zh: "由" },
  to: { en: "to", zh: "至" },
  fall: { en: "fall of the Gini (redistributive effect)", zh: "基尼系数降幅（再分配效应）" },
  vertical: { en: "vertical effect (Reynolds–Smolensky)", zh: "纵向效应（Reynolds–Smolensky 指数）" },
  reranking: { en: "re-ranking, taken back", zh: "排序变动效应（抵消部分）" },
  take: { en: "average net take", zh: "平均净税率" },
  kakwani: { en: "Kakwani progressivity of the net take", zh: "净税收的 Kakwani 累进指数" },
  shapley: { en: "fall, averaged over the orders of the steps", zh: "降幅（对各阶段次序取平均）" },
};

const noOrders: Warning = {
  code: "no-orders",
  text: {
    en: "the average over the orders of the steps is left out: in some order the mean is not above 0, or there are more than 12 steps",
    zh: "未给出对阶段次序的平均：某些次序下均值不为正，或阶段多于 12 个",
  },
};
