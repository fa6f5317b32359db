import { Fault } from "../../ground/fault/index.js";
import { quote, type Text } from "../../ground/words/index.js";
import type { Cell } from "../../method/index.js";
import { Flag, flagsOf, type Index, type Leaf, type Panel, pathOf, series, type Tree, type TreeNode } from "../../table/index.js";
import { obstacleDegree } from "../obstacle/obstacle-degree/obstacle-degree.js";
import { type LeafCells, ranksOf } from "../obstacle/obstacle-tables.js";

/** One indicator as it is diagnosed: levels from 0 to 1, period by period, unit by unit. */
export interface Indicator {
  readonly leaf: Leaf;
  readonly system: TreeNode;
  /** weight in its system; 0 when it is shown only */
  readonly weight: number;
  readonly z: Float64Array;
  readonly flags: Uint8Array;
  /** share in the distance of its system and rank there, where it may be a blockage or a hard point */
  readonly obstacle: { readonly degree: Float64Array; readonly rank: readonly Cell[]; readonly of: number } | null;
}

/** What all tests read. */
export interface Patient {
  readonly panel: Panel;
  readonly tree: Tree;
  readonly indicators: readonly Indicator[];
  /** position of the period diagnosed */
  readonly now: number;
  readonly ideal: number;
  readonly nameOf: (unit: number) => Text;
}

export interface Conditions {
  readonly k: number;
  readonly weights: "equal" | "index";
  readonly ideal: number;
  readonly levers?: readonly string[];
  readonly at?: number;
}

/** Levels, weights and obstacle ranks of every indicator of an index. */
export function patientOf(index: Index, { k, weights, ideal, levers, at }: Conditions): Patient {
  const { normalised: panel, tree } = index;
  const now = at === undefined ? panel.periods.length - 1 : panel.periods.indexOf(at);
  if (now < 0) throw noPeriod(at as number, panel.periods);
  const roots = tree.nodes.filter((node) => node.parent === null);
  const strange = levers?.find((id) => !roots.some((root) => root.id === id));
  if (strange !== undefined) throw noSystem(strange, roots);

  const weighed = tree.leaves.filter((leaf) => index.weights.effective[leaf.id] > 0);
  const inForce = weights === "index" ? index : withEqualWeights(index, weighed);
  const degrees = obstacleDegree(inForce, { ideal }).value;
  const acting = weighed.filter((leaf) => !levers || levers.includes(pathOf(tree, leaf.id)[0].id));
  for (const root of roots) {
    const own = acting.filter((leaf) => pathOf(tree, leaf.id)[0] === root).length;
    if (own > 0 && k > own) throw tooMany(k, root, own);
  }
  const cells = acting.map((leaf): LeafCells => {
    const degree = series(degrees, leaf.id);
    return { leaf, path: pathOf(tree, leaf.id), deviation: degree, degree };
  });
  const ranks = Array.from(series(degrees, 0), (_, cell) => ranksOf(cells, cell));
  const there = new Set(panel.variables.map((one) => one.id));
  const indicators = tree.leaves
    .filter((leaf) => there.has(leaf.id))
    .map((leaf): Indicator => {
      const at = acting.indexOf(leaf);
      const [system] = pathOf(tree, leaf.id);
      return {
        leaf,
        system,
        weight: weighed.includes(leaf) ? inForce.weights.effective[leaf.id] : 0,
        z: series(panel, leaf.id).map((one) => one / ideal),
        flags: flagsOf(panel, leaf.id),
        obstacle:
          at < 0
            ? null
            : {
                degree: cells[at].degree,
                rank: ranks.map((row) => row[at]),
                of: acting.filter((one) => pathOf(tree, one.id)[0] === system).length,
              },
      };
    });
  return { panel, tree, indicators, now, ideal, nameOf: (unit) => panel.units[unit].names };
}

/** Every weighted indicator alike within its system: obstacles then say more than the weights. */
function withEqualWeights(index: Index, weighed: readonly Leaf[]): Index {
  const count = new Map<string, number>();
  const rootOf = (leaf: Leaf): string => pathOf(index.tree, leaf.id)[0].id;
  for (const leaf of weighed) count.set(rootOf(leaf), (count.get(rootOf(leaf)) ?? 0) + 1);
  const effective = Object.fromEntries(
    index.tree.leaves.map((leaf) => [leaf.id, weighed.includes(leaf) ? 1 / (count.get(rootOf(leaf)) as number) : 0]),
  );
  return { ...index, weights: { ...index.weights, effective, byPeriod: undefined } };
}

/** Position of a cell in an indicator's arrays. */
export const cellAt = ({ panel }: Patient, t: number, unit: number): number => t * panel.units.length + unit;

/** Whether a value was observed: there, and not imputed. */
export const observed = ({ z, flags }: Pick<Indicator, "z" | "flags">, cell: number): boolean =>
  z[cell] === z[cell] && !(flags[cell] & Flag.imputed);

/** How many periods running, back from the one diagnosed, something holds. */
export function runOf(now: number, holds: (t: number) => boolean): number {
  let t = now;
  while (t >= 0 && holds(t)) t--;
  return now - t;
}

const tooMany = (k: number, { id, names }: TreeNode, own: number): Fault =>
  new Fault({
    code: "k-too-large",
    place: { path: "k" },
    found: { en: `k is ${k} and ${id} has ${own} indicators`, zh: `k 为 ${k}，而“${names.zh}”只有 ${own} 项指标` },
    expected: { en: "expected at most as many as the smallest system has", zh: "不应多于指标最少的系统" },
    next: { en: `write k: ${own}, or name the systems diagnosed in levers`, zh: `请写 k: ${own}，或在 levers 中指明所诊断的系统` },
  });

const noPeriod = (period: number, periods: readonly number[]): Fault =>
  new Fault({
    code: "unknown-period",
    place: { path: "at" },
    found: { en: `the period is ${period}`, zh: `时期为 ${period}` },
    expected: { en: `expected one of: ${periods.join(", ")}`, zh: `应为以下之一：${periods.join("、")}` },
    next: { en: "leave at out for the latest", zh: "省略 at 即取最新一期" },
  });

const noSystem = (id: string, roots: readonly TreeNode[]): Fault =>
  new Fault({
    code: "unknown-system",
    place: { path: "levers" },
    found: { en: `no system is called ${quote(id)}`, zh: `没有名为 ${quote(id)} 的系统` },
    expected: {
      en: `expected among: ${roots.map((one) => one.id).join(", ")}`,
      zh: `应为以下之一：${roots.map((one) => one.id).join("、")}`,
    },
    next: { en: "name systems of the tree, or leave levers out for all", zh: "请写体系中的系统，或省略 levers 取全部" },
  });
