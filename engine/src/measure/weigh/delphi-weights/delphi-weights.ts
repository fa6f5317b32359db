/**
 * Delphi weights: the average score of every item in the last round, rescaled beside its siblings. How far the experts agree is told
 * for every round: Kendall's W of each group of siblings with m(n − 1)W against χ², and the coefficient of variation of each item.
 * Source: Dalkey & Helmer (1963), doi:10.1287/mnsc.9.3.458; W: Kendall & Babington Smith (1939), doi:10.1214/aoms/1177732186.
 * Fails when an item is unknown, or when an expert scores some siblings and leaves others out.
 */
import { Fault, nearest } from "../../../ground/fault/index.js";
import { mean } from "../../../ground/sums/index.js";
import { quote } from "../../../ground/words/index.js";
import { type Cell, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { childrenOf, type Tree, type TreeNode, tree as treeOf, type Weights, weightedLeaves } from "../../../table/index.js";
import { standardDeviation } from "../../moments.js";
import { boundWeights } from "../bound-weights.js";
import { completeWeights, weightsTable } from "../complete-weights.js";
import { type Agreement, kendallAgreement } from "../kendall-agreement.js";
import { noWeightFault } from "../no-weight-fault.js";
import { type DelphiWeightsOptions, delphiWeightsCard } from "./delphi-weights.method.js";

interface Item {
  readonly id: string;
  readonly mean: number;
  readonly median: number;
  readonly sd: number;
  readonly cv: number | null;
}
interface Group {
  readonly round: number;
  readonly node: string | null;
  readonly experts: number;
  readonly items: readonly Item[];
  readonly agreement: Agreement;
}

/**
 * @param tree indicators and nodes of weight 0 need no score; siblings that no expert of the last round scores keep the tree's own weights
 * @param options rounds, average, bounds
 * @returns value: weights; tables: agreement (W by round and group), scores (mean, median, sd, CV by round and item)
 */
export function delphiWeights(tree: Tree, options: Partial<DelphiWeightsOptions> & Pick<DelphiWeightsOptions, "rounds">): Result<Weights> {
  const chosen = settle(delphiWeightsCard, options);
  const groups = chosen.rounds.flatMap((experts, k) => groupsOf(tree, experts, k + 1));
  const last = groups.filter((one) => one.round === chosen.rounds.length).flatMap((one) => one.items);
  const found = new Map(last.map((item): [string, number] => [item.id, item[chosen.average]]));
  const given = <N extends TreeNode>(node: N): N => ({ ...node, weight: node.weight > 0 ? (found.get(node.id) ?? node.weight) : 0 });
  const written = treeOf(tree.levels, tree.nodes.map(given), tree.leaves.map(given));
  const leaves = weightedLeaves(written, null);
  if (leaves.length === 0) throw noWeightFault("tree");
  const level = tree.levels.length - 2;
  const { weight, active } = boundWeights(written, level, Object.fromEntries(leaves.map((leaf) => [leaf.id, leaf.weight])), chosen.bounds);
  const value: Weights = completeWeights(written, level, weight, "own");
  return result(delphiWeightsCard, {
    options: chosen,
    value,
    tables: [weightsTable(tree, value), agreementTable(groups), scoresTable(groups)],
    trace: { groups, ...(chosen.bounds ? { activeBounds: active } : {}) },
    warnings: groups.filter((one) => one.round === chosen.rounds.length).flatMap(disagreement),
  });
}

/** One round, by groups of siblings that were scored. */
function groupsOf(tree: Tree, experts: DelphiWeightsOptions["rounds"][number], round: number): Group[] {
  const known = [...tree.nodes, ...tree.leaves].map((node) => node.id);
  for (const [k, expert] of experts.entries())
    for (const id of Object.keys(expert)) if (!known.includes(id)) throw unknownItem(id, known, round, k + 1);
  return [null, ...tree.nodes.map((node) => node.id)].flatMap((node): Group[] => {
    const ids = childrenOf(tree, node)
      .filter((child) => child.weight > 0)
      .map((child) => child.id);
    if (ids.length < 2 || !experts.some((expert) => ids.some((id) => id in expert))) return [];
    const scores = experts.map((expert, k) =>
      ids.map((id) => {
        if (expert[id] === undefined) throw noScore(id, round, k + 1);
        return expert[id];
      }),
    );
    const items = ids.map(
      (id, j): Item =>
        itemOf(
          id,
          Float64Array.from(scores, (row) => row[j]),
        ),
    );
    return [{ round, node, experts: experts.length, items, agreement: kendallAgreement(scores) }];
  });
}

function itemOf(id: string, scores: Float64Array): Item {
  const sorted = scores.toSorted();
  const middle = sorted.length / 2;
  const median = sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
  const centre = mean(scores);
  const sd = standardDeviation(scores);
  return { id, mean: centre, median, sd, cv: centre > 0 ? sd / centre : null };
}

const agreementTable = (groups: readonly Group[]) =>
  rowsTable(
    "agreement",
    { en: "Agreement of experts", zh: "专家意见协调程度" },
    groups.map(
      ({ round, node, experts, items, agreement: { w, chiSquared, p } }): Record<string, Cell> => ({
        round,
        node,
        experts,
        items: items.length,
        w,
        chiSquared,
        p,
      }),
    ),
    {
      round: { en: "round", zh: "轮次" },
      node: { en: "node (empty: roots)", zh: "节点（空为最上层）" },
      experts: { en: "experts", zh: "专家数" },
      items: { en: "items", zh: "项数" },
      w: { en: "Kendall's W", zh: "Kendall 协调系数 W" },
      chiSquared: { en: "chi-squared", zh: "卡方值" },
      p: { en: "p", zh: "p 值" },
    },
  );

const scoresTable = (groups: readonly Group[]) =>
  rowsTable(
    "scores",
    { en: "Scores of items", zh: "各项评分" },
    groups.flatMap(({ round, items }) => items.map((item): Record<string, Cell> => ({ round, ...item }))),
    {
      round: { en: "round", zh: "轮次" },
      id: { en: "item", zh: "评分项" },
      mean: { en: "mean", zh: "均值" },
      median: { en: "median", zh: "中位数" },
      sd: { en: "standard deviation", zh: "标准差" },
      cv: { en: "coefficient of variation", zh: "变异系数" },
    },
  );

/** The experts still differ in the last round: no more agreement than by chance, or one item with a wide spread. */
function disagreement({ node, items, agreement: { p } }: Group): Warning[] {
  const place = node ?? "tree";
  const wide = items.filter((item) => item.cv !== null && item.cv >= 0.25).map((item) => item.id);
  return [
    ...(p !== null && p < 0.05
      ? []
      : [
          {
            code: "no-agreement",
            text: {
              en: `${place}: the ranks given in the last round agree no more than by chance (Kendall's W)`,
              zh: `${place}：末轮排序的一致程度不高于随机（Kendall W）`,
            },
          },
        ]),
    ...(wide.length
      ? [
          {
            code: "wide-scores",
            text: {
              en: `${place}: the scores of ${wide.join(", ")} vary by a quarter of their mean or more; another round may help`,
              zh: `${place}：${wide.join("、")} 的评分变异系数不小于 0.25，可再征询一轮`,
            },
          },
        ]
      : []),
  ];
}

function unknownItem(id: string, known: readonly string[], round: number, expert: number): Fault {
  const near = nearest(id, known);
  return new Fault({
    code: "unknown-node",
    place: { path: `round ${round}, expert ${expert}` },
    found: { en: `${quote(id)} is scored, which the framework does not have`, zh: `评分项 ${quote(id)} 不在指标体系中` },
    expected: { en: `expected ids of the ${known.length} nodes and indicators`, zh: `应为 ${known.length} 个节点与指标的标识之一` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove the score", zh: "请删去该评分" },
  });
}

const noScore = (id: string, round: number, expert: number): Fault =>
  new Fault({
    code: "no-score",
    place: { path: `round ${round}, expert ${expert}` },
    found: { en: `no score for ${quote(id)}, though a sibling has one`, zh: `${quote(id)} 没有评分，而其同级项有评分` },
    expected: { en: "expected a score of every expert for every weighted sibling", zh: "每位专家应对所有计入权重的同级项评分" },
    next: { en: "add the score, or leave this expert out of the round", zh: "请补上评分，或在该轮中去掉这位专家" },
  });
