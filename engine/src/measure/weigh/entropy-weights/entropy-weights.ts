/**
 * Entropy weights: p = z/Σz, e = −(1/ln n) Σ p ln p, d = 1 − e, w = d/Σd; n = the rows actually summed (all region-years when pooled).
 * Source: Shannon (1948), doi:10.1002/j.1538-7305.1948.tb01338.x; as weights: Xu (2004), doi:10.1016/S0377-2217(03)00146-2.
 * Fails on negative values, when all indicators of a group are constant, and when a wrong base makes an entropy exceed 1.
 */
import { Fault } from "../../../ground/fault/index.js";
import { listed } from "../../../ground/words/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import { type Panel, type PeriodWeights, series, type Tree, variableIndex, type Weights, weightedLeaves } from "../../../table/index.js";
import { type ColumnEntropy, columnEntropy } from "../column-entropy.js";
import { completeWeights, groupsAt, levelIndex, weightsTable } from "../complete-weights.js";
import { byPeriodTable, meanWeights } from "../mean-weights.js";
import { noWeightFault } from "../no-weight-fault.js";
import { zeroAmounts } from "../zero-amounts.js";
import { type EntropyWeightsOptions, entropyWeightsCard } from "./entropy-weights.method.js";

type Entropies = Readonly<Record<string, ColumnEntropy>>;

/**
 * @param normalised indicators on one non-negative scale, direction already applied
 * @param options scope, within, zero rule and its amount, base
 * @returns value: weights; above the level `within` nodes stand by the tree's own weights; trace: e, d, w, rows per group
 */
export function entropyWeights(normalised: Panel, tree: Tree, options: Partial<EntropyWeightsOptions> = {}): Result<Weights> {
  const chosen = settle(entropyWeightsCard, options);
  const level = levelIndex(tree, chosen.within);
  const groups = groupsAt(tree, level);
  if (groups.length === 0) throw noWeightFault("tree");
  checkOptions(chosen, normalised.periods.length);
  refuseNegative(normalised, tree);

  const amount = chosen.amount ?? zeroAmounts[chosen.zero];
  const base = chosen.base === "rows" ? undefined : normalised.periods.length;
  const width = normalised.units.length;
  const pooled = chosen.scope === "pooled";
  const parts = (pooled ? [null] : normalised.periods).map((period, t) => {
    const entropies: Entropies = Object.fromEntries(
      weightedLeaves(tree, null).map(({ id }) => {
        const cells = series(normalised, variableIndex(normalised, id));
        const block = pooled ? cells : cells.subarray(t * width, (t + 1) * width);
        return [id, columnEntropy(block, { name: chosen.zero, amount }, base)];
      }),
    );
    for (const { node, leaves } of groups) {
      const ids = leaves.map((leaf) => leaf.id);
      checkGroup(node.id, ids, entropies, chosen.base, period, normalised);
    }
    const divergence = Object.fromEntries(Object.entries(entropies).map(([id, { d }]) => [id, d]));
    return { period, entropies, weights: completeWeights(tree, level, divergence, "own") };
  });

  const byPeriod = parts.map(({ period, weights }): PeriodWeights => ({ period: period as number, ...sharesOf(weights) }));
  const value: Weights = pooled ? parts[0].weights : meanWeights(tree, level, byPeriod);
  const signs = new Map(normalised.variables.map((one) => [one.id, one.direction < 0 ? "-" : "+"]));
  return result(entropyWeightsCard, {
    options: chosen,
    value,
    tables: [
      weightsTable(tree, value, pooled ? entropyColumns(parts[0].entropies) : {}),
      ...(pooled ? [] : [byPeriodTable(tree, byPeriod)]),
    ],
    trace: {
      within: value.within,
      zero: chosen.zero,
      amount,
      base: chosen.base,
      groups: parts.flatMap(({ period, entropies, weights }) =>
        groups.map(({ node, leaves }) => {
          const ids = leaves.map((leaf) => leaf.id);
          const total = ids.reduce((sum, id) => sum + entropies[id].d, 0);
          return {
            group: node.id,
            period,
            indicators: ids,
            e: ids.map((id) => entropies[id].e),
            d: ids.map((id) => entropies[id].d),
            w: ids.map((id) => entropies[id].d / total),
            rows: ids.map((id) => entropies[id].rows),
            zerosSeen: ids.reduce((sum, id) => sum + entropies[id].zeros, 0),
            direction: ids.map((id) => signs.get(id)),
            share: weights.share[node.id],
          };
        }),
      ),
    },
    warnings: [...constantWarning(parts), ...compatWarning(chosen.base), ...(pooled ? [] : [perPeriod])],
  });
}

const sharesOf = ({ share, effective }: Pick<Weights, "share" | "effective">) => ({ share, effective });

const entropyColumns = (entropies: Entropies) => ({
  e: { names: { en: "entropy", zh: "信息熵" }, of: Object.fromEntries(Object.entries(entropies).map(([id, { e }]) => [id, e])) },
  d: {
    names: { en: "divergence 1 − e", zh: "差异系数 1 − e" },
    of: Object.fromEntries(Object.entries(entropies).map(([id, { d }]) => [id, d])),
  },
});

function checkOptions({ zero, amount, base }: EntropyWeightsOptions, periods: number): void {
  if (zero === "limit" && amount !== undefined) {
    throw new Fault({
      code: "amount-without-use",
      place: { path: "amount" },
      found: { en: `amount is ${amount} but zero is limit`, zh: `amount 为 ${amount}，而 zero 为 limit` },
      expected: { en: "expected no amount: with limit nothing is added", zh: "limit 不加任何常数，不应给出 amount" },
      next: { en: "remove amount, or write zero: shift, replace or p-plus", zh: "请删去 amount，或写 zero: shift、replace 或 p-plus" },
    });
  }
  if (base !== "rows" && periods < 2) {
    throw new Fault({
      code: "entropy-base",
      place: { path: "base" },
      found: { en: `base is ${base} and there is one period: ln 1 is 0`, zh: `base 为 ${base}，而只有一个时期：ln 1 为 0` },
      expected: { en: "expected k = 1/ln of the rows summed", zh: "应取 k = 1/ln(实际求和行数)" },
      next: { en: "write base: rows", zh: "请写 base: rows" },
    });
  }
}

function refuseNegative(normalised: Panel, tree: Tree): void {
  for (const { id } of weightedLeaves(tree, null)) {
    const cells = series(normalised, variableIndex(normalised, id));
    const cell = cells.findIndex((z) => z < 0);
    if (cell < 0) continue;
    const unit = normalised.units[cell % normalised.units.length].code;
    const period = normalised.periods[Math.floor(cell / normalised.units.length)];
    throw new Fault({
      code: "negative-value",
      place: { path: `${id}, unit ${unit}, period ${period}` },
      found: { en: `${id} is ${cells[cell]}`, zh: `${id} 的值为 ${cells[cell]}` },
      expected: {
        en: "expected normalised values of at least 0: entropy takes them as shares of a sum",
        zh: "标准化值应不小于 0：熵权法以其占总和的比重计算",
      },
      next: { en: "normalise with min-max or goalposts to [0, 1]", zh: "请用 min-max 或 goalposts 化到 [0, 1]" },
    });
  }
}

function checkGroup(group: string, ids: readonly string[], entropies: Entropies, base: string, period: number | null, panel: Panel): void {
  const all = ids.map((id) => entropies[id]);
  if (all.every((one) => one.d === 0))
    throw noWeightFault(period === null ? group : `${group}, period ${period}`, { en: "all are constant", zh: "全部为常数" });
  const past = ids.filter((id) => entropies[id].d < 0);
  const onPurpose = base === "compat-periods" && panel.periods.length > 1 && past.length === all.filter((one) => one.d !== 0).length;
  if (past.length === 0 || onPurpose) return;
  const rows = Math.max(...all.map((one) => one.rows));
  throw new Fault({
    code: "entropy-past-one",
    place: { path: group },
    found: {
      en: `entropy of ${listed(past).en} exceeds 1: shares run over ${rows} rows but k is 1/ln ${panel.periods.length}`,
      zh: `${listed(past).zh} 的熵大于 1：比重按 ${rows} 行计算，而 k 取 1/ln ${panel.periods.length}`,
    },
    expected: {
      en: "expected k = 1/ln of the rows summed; otherwise the order of the weights is reversed",
      zh: "应取 k = 1/ln(实际求和行数)，否则权重次序颠倒",
    },
    next: {
      en: "write base: rows; to reproduce an old number on purpose, base: compat-periods",
      zh: "请写 base: rows；若要有意复现旧结果，写 base: compat-periods",
    },
  });
}

function constantWarning(parts: readonly { readonly entropies: Entropies }[]): Warning[] {
  const ids = [...new Set(parts.flatMap(({ entropies }) => Object.keys(entropies).filter((id) => entropies[id].constant)))];
  if (ids.length === 0) return [];
  const which = listed(ids);
  return [
    {
      code: "constant",
      text: { en: `${which.en}: constant, so no information and weight 0`, zh: `${which.zh} 为常数，不含信息，权重为 0` },
    },
  ];
}

const compatWarning = (base: string): Warning[] =>
  base === "compat-periods"
    ? [
        {
          code: "wrong-base",
          text: {
            en: "k uses the number of periods although shares run over all rows: a known error, kept here only to reproduce an old number",
            zh: "k 取时期数，而比重按全部行计算：这是已知错误，此处仅用于复现旧结果",
          },
        },
      ]
    : [];

const perPeriod: Warning = {
  code: "per-period",
  text: { en: "weights differ between periods: scores do not compare over time", zh: "各期权重不同：得分不可跨期比较" },
};
