/**
 * Analytic hierarchy process: A w = λ_max w for a reciprocal matrix of judgements; CI = (λ_max − n)/(n − 1), CR = CI/RI.
 * Source: Saaty (1977), doi:10.1016/0022-2496(77)90033-5; several experts by geometric mean: Aczél & Saaty (1983),
 * doi:10.1016/0022-2496(83)90028-7; random indices: Saaty (1990), or Alonso & Lamata (2006), doi:10.1142/S0218488506004114.
 * Fails when a matrix has another size than the node has weighted children, or is not reciprocal. CR ≥ 0.1 is a warning that names
 * the three judgements that contradict each other most, the one to reconsider, and the value the others imply for it.
 */
import { Fault, nearest } from "../../../ground/fault/index.js";
import { quote } from "../../../ground/words/index.js";
import { type Cell, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { childrenOf, type Tree, type TreeNode, tree as treeOf, type Weights, weightedLeaves } from "../../../table/index.js";
import { boundWeights } from "../bound-weights.js";
import { completeWeights, weightsTable } from "../complete-weights.js";
import { adviceFor, type Consistency, consistencyOf } from "../judgement-consistency.js";
import { type JudgementMatrix, meanJudgements, readJudgements, solveJudgements } from "../judgement-matrix.js";
import { noWeightFault } from "../no-weight-fault.js";
import { type AhpWeightsOptions, ahpWeightsCard } from "./ahp-weights.method.js";

interface Judged {
  readonly node: string;
  readonly children: readonly string[];
  readonly experts: readonly JudgementMatrix[];
  readonly together: JudgementMatrix;
  readonly weights: readonly number[];
}

/**
 * @param tree indicators and nodes of weight 0 are not compared; nodes without judgements keep the tree's own weights
 * @param options judgements by node; experts, solve, randomIndex, tolerance, bounds
 * @returns value: weights; table `consistency`: λ, CI, RI, CR of every expert and of all together; trace: matrices, weights, advice
 */
export function ahpWeights(tree: Tree, options: Partial<AhpWeightsOptions> & Pick<AhpWeightsOptions, "judgements">): Result<Weights> {
  const chosen = settle(ahpWeightsCard, options);
  const judged = Object.entries(chosen.judgements).map(([node, given]) => judge(tree, node, given, chosen));
  const found = new Map(judged.flatMap(({ children, weights }) => children.map((id, k): [string, number] => [id, weights[k]])));
  const given = <N extends TreeNode>(node: N): N => ({ ...node, weight: found.get(node.id) ?? node.weight });
  const written = treeOf(tree.levels, tree.nodes.map(given), tree.leaves.map(given));
  const leaves = weightedLeaves(written, null);
  if (leaves.length === 0) throw noWeightFault("tree");
  const level = tree.levels.length - 2;
  const { weight, active } = boundWeights(written, level, Object.fromEntries(leaves.map((leaf) => [leaf.id, leaf.weight])), chosen.bounds);
  const value: Weights = completeWeights(written, level, weight, "own");

  const matrices = judged.flatMap(({ node, children, experts, together }) => [
    ...(experts.length > 1 ? experts.map((matrix, k) => ({ node, children, expert: String(k + 1), matrix })) : []),
    { node, children, expert: "all", matrix: together },
  ]);
  const checked = matrices.map((one) => ({ ...one, found: consistencyOf(one.matrix, chosen.randomIndex) }));
  return result(ahpWeightsCard, {
    options: chosen,
    value,
    tables: [weightsTable(tree, value), consistencyTable(checked)],
    trace: {
      judged: judged.map(({ node, children, together, weights }) => ({
        node,
        children,
        matrix: together,
        weights,
        advice: named(adviceFor(together), children),
      })),
      experts: checked.map(({ node, expert, found: one }) => ({ node, expert, ...one })),
      keptOwn: tree.nodes.map((node) => node.id).filter((id) => !(id in chosen.judgements)),
      ...(chosen.bounds ? { activeBounds: active } : {}),
    },
    warnings: checked.flatMap(inconsistency),
  });
}

function judge(tree: Tree, node: string, given: AhpWeightsOptions["judgements"][string], chosen: AhpWeightsOptions): Judged {
  const known = tree.nodes.map((one) => one.id);
  if (!known.includes(node)) throw unknownNode(node, known);
  const children = childrenOf(tree, node)
    .filter((child) => child.weight > 0)
    .map((child) => child.id);
  const several = isSeveral(given) ? given : [given];
  const place = (k: number): string => (several.length > 1 ? `${node}, expert ${k + 1}` : node);
  const experts = several.map((matrix, k) => readJudgements(matrix, children, place(k), chosen.tolerance));
  const trust = chosen.experts ?? experts.map(() => 1);
  if (trust.length !== experts.length || !trust.some((one) => one > 0)) throw expertsFault(node, trust, experts.length);
  const together = experts.length === 1 ? experts[0] : meanJudgements(experts, trust);
  return { node, children, experts, together, weights: solveJudgements(together, chosen.solve) };
}

type Written = readonly (readonly (number | string)[])[];
const isSeveral = (given: Written | readonly Written[]): given is readonly Written[] => Array.isArray(given[0][0]);

const named = (advice: ReturnType<typeof adviceFor>, children: readonly string[]) =>
  advice && { ...advice, triple: advice.triple.map((k) => children[k]), judgement: advice.judgement.map((k) => children[k]) };

interface Checked {
  readonly node: string;
  readonly children: readonly string[];
  readonly expert: string;
  readonly matrix: JudgementMatrix;
  readonly found: Consistency;
}

const consistencyTable = (checked: readonly Checked[]) =>
  rowsTable(
    "consistency",
    { en: "Consistency of judgements", zh: "判断一致性" },
    checked.map(
      ({ node, expert, matrix, found: { lambda, ci, ri, cr } }): Record<string, Cell> => ({
        node,
        expert,
        n: matrix.length,
        lambda,
        ci,
        ri,
        cr,
      }),
    ),
    {
      node: { en: "node", zh: "节点" },
      expert: { en: "expert (all: together)", zh: "专家（all 为综合）" },
      n: { en: "items compared", zh: "比较项数" },
      lambda: { en: "largest eigenvalue", zh: "最大特征值" },
      ci: { en: "consistency index", zh: "一致性指标 CI" },
      ri: { en: "random index", zh: "随机一致性指标 RI" },
      cr: { en: "consistency ratio", zh: "一致性比率 CR" },
    },
  );

function inconsistency({ node, children, expert, matrix, found: { cr } }: Checked): Warning[] {
  const who = expert === "all" ? { en: node, zh: node } : { en: `${node}, expert ${expert}`, zh: `${node}，专家 ${expert}` };
  if (cr === null)
    return [
      {
        code: "no-random-index",
        text: {
          en: `${who.en}: no random index for ${matrix.length} items, so no consistency ratio; compare fewer at once`,
          zh: `${who.zh}：没有 ${matrix.length} 项比较的随机一致性指标，无法计算一致性比率；请减少一次比较的项数`,
        },
      },
    ];
  const advice = cr >= 0.1 ? adviceFor(matrix) : null;
  if (advice === null) return [];
  const [i, j, k] = advice.triple.map((one) => children[one]);
  const [one, other] = advice.judgement.map((place) => children[place]);
  const number = (value: number): string => String(Number(value.toPrecision(3)));
  return [
    {
      code: "inconsistent",
      text: {
        en: `${who.en}: consistency ratio ${number(cr)} is not below 0.1; ${i}, ${j} and ${k} contradict each other most; reconsider ${one} / ${other}: ${number(advice.value)} is written, the other judgements imply ${number(advice.consistent)}`,
        zh: `${who.zh}：一致性比率 ${number(cr)} 不小于 0.1；${i}、${j}、${k} 三者的判断矛盾最大；请重新考虑 ${one} / ${other}：现为 ${number(advice.value)}，由其余判断推出应为 ${number(advice.consistent)}`,
      },
    },
  ];
}

function unknownNode(id: string, known: readonly string[]): Fault {
  const near = nearest(id, known);
  return new Fault({
    code: "unknown-node",
    place: { path: "judgements" },
    found: { en: `judgements name ${quote(id)}, which is no node with children`, zh: `judgements 中的 ${quote(id)} 不是有下级的节点` },
    expected: { en: `expected one of: ${known.join(", ")}`, zh: `应为以下之一：${known.join("、")}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove these judgements", zh: "请删去这些判断" },
  });
}

const expertsFault = (node: string, trust: readonly number[], count: number): Fault =>
  new Fault({
    code: "experts",
    place: { path: "experts" },
    found: {
      en: `experts are [${trust.join(", ")}] and ${node} has ${count} matrices`,
      zh: `experts 为 [${trust.join(", ")}]，而 ${node} 有 ${count} 个矩阵`,
    },
    expected: { en: "expected one weight for each matrix, not all 0", zh: "每个矩阵应有一个权重，且不全为 0" },
    next: { en: "mend or remove experts", zh: "请更正或删去 experts" },
  });
