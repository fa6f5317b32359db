import { Fault, throwAll } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import type { Warning } from "../../method/index.js";
import { childrenOf, effectiveShares, everyNode, offset, type Panel, type Tree, variableIndex, type Weights } from "../../table/index.js";
import { noWeightFault } from "../weigh/no-weight-fault.js";

type Shares = Readonly<Record<string, number>>;

export interface InForce {
  readonly weights: Weights;
  /** shares of each period, in the order of the panel's periods */
  readonly shares: readonly Shares[];
  /** nodes and indicators with a share in some period */
  readonly acting: ReadonlySet<string>;
  readonly warnings: readonly Warning[];
}

/** The weights as they act on this panel: of this tree, in every period, without the columns that do not vary. */
export function weightsInForce(normalised: Panel, given: Weights, tree: Tree): InForce {
  const stranger = everyNode(tree).find((node) => !(given.share[node.id] >= 0));
  if (stranger) throw otherTree(stranger.id);
  const weighted = tree.leaves.filter((leaf) => given.effective[leaf.id] > 0);
  if (weighted.length === 0) throw noWeightFault("tree");
  const constant = weighted.map((leaf) => leaf.id).filter((id) => normalised.variables[variableIndex(normalised, id)].constant);
  const weights = constant.length ? withoutLeaves(tree, given, constant) : given;
  const shares = normalised.periods.map((period) => {
    if (!weights.byPeriod) return weights.share;
    const found = weights.byPeriod.find((one) => one.period === period);
    if (!found) throw noPeriod(period);
    return found.share;
  });
  const acting = new Set<string>();
  for (const share of new Set(shares)) for (const { id } of everyNode(tree)) if (share[id] > 0) acting.add(id);
  return { weights, shares, acting, warnings: [...constantWarning(constant), ...(weights.byPeriod ? [perPeriod] : [])] };
}

/** The same weights with some indicators at 0 and their siblings rescaled; a group that loses all of them is a fault. */
function withoutLeaves(tree: Tree, given: Weights, dropped: readonly string[]): Weights {
  const rescale = (share: Shares): { share: Shares; effective: Shares } => {
    const left: Record<string, number> = { ...share };
    for (const id of dropped) left[id] = 0;
    const parents = [...tree.nodes].reverse().map((node) => node.id);
    for (const parent of parents) {
      const children = childrenOf(tree, parent);
      const total = children.reduce((sum, child) => sum + left[child.id], 0);
      if (total === 0 && share[parent] > 0) throw noWeightFault(parent, { en: "all are constant", zh: "全部为常数" });
      for (const child of children) if (total > 0) left[child.id] /= total;
    }
    return { share: left, effective: effectiveShares(tree, left) };
  };
  const byPeriod = given.byPeriod?.map(({ period, share }) => ({ period, ...rescale(share) }));
  return { ...given, ...rescale(given.share), ...(byPeriod ? { byPeriod } : {}) };
}

/** An indicator with weight that is missing for most units of one period would change what the index measures. */
export function checkComposition(normalised: Panel, tree: Tree, shares: readonly Shares[], policy: "fault" | "allow"): Warning[] {
  const n = normalised.units.length;
  const weighted = new Map([...new Set(shares)].map((share) => [share, leavesInForce(tree, share)]));
  const found: { readonly id: string; readonly period: number; readonly missing: number }[] = [];
  for (const { id } of tree.leaves) {
    normalised.periods.forEach((period, t) => {
      const missing = weighted.get(shares[t])?.has(id) ? missingIn(normalised, id, t) : 0;
      if (missing * 2 > n) found.push({ id, period, missing });
    });
  }
  if (policy === "fault") throwAll(found.map((one) => compositionFault(one.id, one.period, one.missing, n)));
  return found.map(({ id, period, missing }) => ({
    code: "changing-composition",
    text: {
      en: `${id} is missing for ${missing} of ${n} units in ${period}: scores of that period measure something else`,
      zh: `${period} 年 ${id} 有 ${missing}/${n} 个单位缺失：该期得分的构成已改变`,
    },
  }));
}

/** Indicators with weight, and weight at every node above them. */
function leavesInForce(tree: Tree, share: Shares): ReadonlySet<string> {
  const inForce = new Set<string>();
  for (const { id, parent } of everyNode(tree)) if (share[id] > 0 && (parent === null || inForce.has(parent))) inForce.add(id);
  return inForce;
}

/** Units without the indicator in one period. */
function missingIn(normalised: Panel, id: string, t: number): number {
  const { values, units } = normalised;
  const start = offset(normalised, variableIndex(normalised, id), t, 0);
  let missing = 0;
  for (let c = start; c < start + units.length; c++) if (values[c] !== values[c]) missing++;
  return missing;
}

const compositionFault = (id: string, period: number, missing: number, n: number): Fault =>
  new Fault({
    code: "changing-composition",
    place: { path: `${id}, period ${period}` },
    found: { en: `${id} is missing for ${missing} of ${n} units in ${period}`, zh: `${period} 年 ${id} 有 ${missing}/${n} 个单位缺失` },
    expected: {
      en: "expected an indicator with weight to be there for at least half of the units in every period; otherwise levels do not compare",
      zh: "计入权重的指标每期至少应有一半单位有值，否则各期水平不可比",
    },
    next: {
      en: "give it weight 0, impute it, shorten the window, or write changingComposition: allow",
      zh: "可将其权重设为 0、进行插补、缩短时间范围，或写 changingComposition: allow",
    },
  });

const otherTree = (id: string): Fault =>
  new Fault({
    code: "other-tree",
    place: { path: "weights" },
    found: { en: `the weights know no ${quote(id)}`, zh: `权重中没有 ${quote(id)}` },
    expected: { en: "expected weights made with the same framework", zh: "应为用同一指标体系得到的权重" },
    next: { en: "name the step that weighs this framework in weights:", zh: "请在 weights: 中写明对应该指标体系的赋权步骤" },
  });

const noPeriod = (period: number): Fault =>
  new Fault({
    code: "no-weights",
    place: { path: `period ${period}` },
    found: { en: `the weights have no period ${period}`, zh: `权重中没有时期 ${period}` },
    expected: { en: "expected weights for every period of the data", zh: "每个时期都应有权重" },
    next: { en: "weigh the same panel that is aggregated", zh: "请对所合成的同一面板赋权" },
  });

function constantWarning(ids: readonly string[]): Warning[] {
  if (ids.length === 0) return [];
  const which = listed(ids);
  return [
    {
      code: "constant",
      text: {
        en: `${which.en}: constant, weight 0, the others of the group rescaled`,
        zh: `${which.zh} 为常数，权重记为 0，同组其余指标权重相应调整`,
      },
    },
  ];
}

const perPeriod: Warning = {
  code: "per-period",
  text: { en: "weights differ between periods: scores do not compare over time", zh: "各期权重不同：得分不可跨期比较" },
};
