/**
 * Entropy weights: p = z/Σz, e = −(1/ln n) Σ p ln p, d = 1 − e, w = d/Σd; n = the rows actually summed (all region-years when pooled).
 * Source: Shannon (1948), doi:10.1002/j.1538-7305.1948.tb01338.x; as weights: Xu (2004), doi:10.1016/S0377-2217(03)00146-2.
 * Fails on negative values, when all indicators of a group are constant, and when a wrong base makes an entropy exceed 1.
 */
import { Fault, outOfRange } from "../../../ground/fault/index.js";
import { listed } from "../../../ground/words/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import { type Panel, type PeriodWeights, series, type Tree, variableIndex, type Weights, weightedLeaves } from "../../../table/index.js";
import { boundWeights } from "../bound-weights.js";
import { type ColumnEntropy, columnEntropy } from "../column-entropy.js";
import { completeWeights, groupsAt, levelIndex, weightsTable } from "../complete-weights.js";
import { byPeriodTable, meanWeights } from "../mean-weights.js";
import { noWeightFault } from "../no-weight-fault.js";
import { refuseNegative } from "../refuse-negative.js";
import { constantWarning, perPeriodWarning } from "../weigh-groups.js";
import { isAmountless, zeroAmounts } from "../zero-amounts.js";
import { type EntropyWeightsOptions, entropyWeightsCard } from "./entropy-weights.method.js";

type Entropies = Readonly<Record<string, ColumnEntropy>>;

/**
 * @param panel indicators on one non-negative scale, direction already applied; in natural units for `on: raw`, where direction does not enter
 * @param options scope, within, bounds, on, zero rule and its amount, base
 * @returns value: weights; above the level `within` nodes stand by the tree's own weights; trace: e, d, w, rows per group
 */
export function entropyWeights(panel: Panel, tree: Tree, options: Partial<EntropyWeightsOptions> = {}): Result<Weights> {
  const chosen = settle(entropyWeightsCard, options);
  const level = levelIndex(tree, chosen.within);
  const groups = groupsAt(tree, level);
  if (groups.length === 0) throw noWeightFault("tree");
  checkOptions(chosen, panel.periods.length);
  if (chosen.zero !== "spssau") refuseNegative(panel, tree);

  const amount = chosen.amount ?? zeroAmounts[chosen.zero];
  const base = chosen.base === "rows" ? undefined : panel.periods.length;
  const width = panel.units.length;
  const pooled = chosen.scope === "pooled";
  const parts = (pooled ? [null] : panel.periods).map((period, t) => {
    const entropies: Entropies = Object.fromEntries(
      weightedLeaves(tree, null).map(({ id }) => {
        const cells = series(panel, variableIndex(panel, id));
        const block = pooled ? cells : cells.subarray(t * width, (t + 1) * width);
        return [id, columnEntropy(block, { name: chosen.zero, amount }, base)];
      }),
    );
    for (const { node, leaves } of groups) {
      const ids = leaves.map((leaf) => leaf.id);
      checkGroup(node.id, ids, entropies, chosen.base, period, panel);
    }
    // With the base kept on purpose every d is negative, and w = d/Σd is that of the sizes.
    const divergence = Object.fromEntries(Object.entries(entropies).map(([id, { d }]) => [id, Math.abs(d)]));
    const { weight, active } = boundWeights(tree, level, divergence, chosen.bounds, constantsOf(entropies));
    return { period, entropies, active, weights: completeWeights(tree, level, weight, "own") };
  });

  const byPeriod = parts.map(({ period, weights }): PeriodWeights => ({ period: period as number, ...sharesOf(weights) }));
  const value: Weights = pooled ? parts[0].weights : meanWeights(tree, level, byPeriod);
  const signs = new Map(panel.variables.map((one) => [one.id, one.direction < 0 ? "-" : "+"]));
  return result(entropyWeightsCard, {
    options: chosen,
    value,
    tables: () => [
      weightsTable(tree, value, pooled ? entropyColumns(parts[0].entropies) : {}),
      ...(pooled ? [] : [byPeriodTable(tree, byPeriod)]),
    ],
    trace: {
      within: value.within,
      on: chosen.on,
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
      ...(chosen.bounds ? { activeBounds: parts.flatMap(({ period, active }) => active.map((one) => ({ period, ...one }))) } : {}),
    },
    warnings: [
      ...constantWarning(constants(parts)),
      ...compatWarning(chosen.base),
      ...zeroWarning(chosen.zero, parts),
      ...(pooled ? [] : [perPeriodWarning]),
    ],
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
  if (isAmountless(zero) && amount !== undefined) {
    throw new Fault({
      code: "amount-without-use",
      place: { path: "amount" },
      found: { en: `amount is ${amount} but zero is ${zero}`, zh: `amount 为 ${amount}，而 zero 为 ${zero}` },
      expected: { en: `expected no amount: with ${zero} nothing is added`, zh: `${zero} 不加任何常数，不应给出 amount` },
      next: { en: "remove amount, or write zero: shift, replace or p-plus", zh: "请删去 amount，或写 zero: shift、replace 或 p-plus" },
    });
  }
  if (zero === "squeeze" && amount !== undefined && amount >= 0.5)
    throw outOfRange("amount", amount, {
      en: "a number below 0.5: squeeze leaves [amount, 1 − amount]",
      zh: "小于 0.5 的数：squeeze 化到 [amount, 1 − amount]",
    });
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

const constantsOf = (entropies: Entropies): string[] => Object.keys(entropies).filter((id) => entropies[id].constant);
const constants = (parts: readonly { readonly entropies: Entropies }[]): string[] => [
  ...new Set(parts.flatMap(({ entropies }) => constantsOf(entropies))),
];

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

/** A column that holds a 0 is taken to tell everything apart; kept to reproduce what one package prints. */
function zeroWarning(zero: string, parts: readonly { readonly entropies: Entropies }[]): Warning[] {
  const ids = parts.flatMap(({ entropies }) => Object.keys(entropies).filter((id) => entropies[id].zeros > 0 && entropies[id].e === 0));
  if (zero !== "zero-entropy" || ids.length === 0) return [];
  const which = listed([...new Set(ids)]);
  return [
    {
      code: "zero-entropy",
      text: {
        en: `${which.en}: entropy taken as 0 because of a zero value: a rule kept only to reproduce an old number`,
        zh: `${which.zh} 因含零值而将熵记为 0：此规则仅用于复现旧结果`,
      },
    },
  ];
}
