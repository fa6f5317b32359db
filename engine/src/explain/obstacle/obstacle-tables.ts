import { mean, sum } from "../../ground/sums/index.js";
import { type Cell, finite, type ResultTable, rowsTable } from "../../method/index.js";
import { type Leaf, nodesAt, type Panel, type Tree, type TreeNode } from "../../table/index.js";

/** One indicator's cells, period by period. */
export interface LeafCells {
  readonly leaf: Leaf;
  /** from the root down to the leaf */
  readonly path: readonly TreeNode[];
  readonly deviation: Float64Array;
  readonly degree: Float64Array;
}

/** Unit, period, system, indicator: rows by unit, then period, then indicator. */
export function obstaclesTable(p: Panel, cells: readonly LeafCells[], groups: readonly string[]): ResultTable {
  const peers = cells.map(({ degree }) => peerMeans(p, degree, groups));
  const rows = everyCell(p).flatMap(({ unit, period, cell }) => {
    const ranks = ranksOf(cells, cell);
    return cells.map(
      ({ leaf, path, deviation, degree }, k): Record<string, Cell> => ({
        unit,
        period,
        root: path[0].id,
        indicator: leaf.id,
        obstacle: finite(degree[cell]),
        deviation: finite(deviation[cell]),
        rank: ranks[k],
        excess: finite(degree[cell] - peers[k][cell]),
      }),
    );
  });
  return rowsTable("obstacles", { en: "Obstacle degree of each indicator", zh: "各指标障碍度" }, rows, {
    unit: { en: "unit", zh: "单位" },
    period: { en: "period", zh: "时期" },
    root: { en: "system", zh: "系统" },
    indicator: { en: "indicator", zh: "指标" },
    obstacle: { en: "obstacle degree, share of the distance in the system", zh: "障碍度（占该系统差距的份额）" },
    deviation: { en: "deviation from the best", zh: "偏离度" },
    rank: { en: "rank in the system, 1 for the largest", zh: "系统内位次（1 为最大）" },
    excess: { en: "obstacle degree less the mean of the peers", zh: "障碍度与同组均值之差" },
  });
}

/** Sums over the indicators of every node between the systems and the indicators. */
export function layersTable(p: Panel, tree: Tree, cells: readonly LeafCells[]): ResultTable {
  const layers = tree.levels.slice(1, -1).flatMap((level, k) =>
    nodesAt(tree, k + 1).flatMap((node) => {
      const own = cells.filter(({ path }) => path[k + 1] === node);
      return own.length ? [{ level: level.id, node, root: own[0].path[0].id, own }] : [];
    }),
  );
  const rows = everyCell(p).flatMap(({ unit, period, cell }) =>
    layers.map(({ level, node, root, own }): Record<string, Cell> => {
      const known = own.map(({ degree }) => degree[cell]).filter((one) => one === one);
      return { unit, period, root, level, layer: node.id, obstacle: known.length ? sum(known) : null };
    }),
  );
  return rowsTable("layers", { en: "Obstacle degree of each layer", zh: "各准则层障碍度" }, rows, {
    unit: { en: "unit", zh: "单位" },
    period: { en: "period", zh: "时期" },
    root: { en: "system", zh: "系统" },
    level: { en: "level", zh: "层级" },
    layer: { en: "layer", zh: "准则层" },
    obstacle: { en: "obstacle degree", zh: "障碍度" },
  });
}

/** Cells in the order of tables: by unit, then period. */
const everyCell = (p: Panel): { unit: string; period: number; cell: number }[] =>
  p.units.flatMap(({ code }, i) => p.periods.map((period, t) => ({ unit: code, period, cell: t * p.units.length + i })));

/** Mean degree over the units of the same group in the same period, for every cell. */
function peerMeans(p: Panel, degree: Float64Array, groups: readonly string[]): Float64Array {
  const means = new Float64Array(degree.length).fill(Number.NaN);
  const members = new Map<string, number[]>();
  groups.forEach((key, i) => {
    const known = members.get(key);
    if (known) known.push(i);
    else members.set(key, [i]);
  });
  p.periods.forEach((_, t) => {
    for (const own of members.values()) {
      const known = own.map((i) => degree[t * groups.length + i]).filter((one) => one === one);
      const middle = known.length ? mean(known) : Number.NaN;
      for (const i of own) means[t * groups.length + i] = middle;
    }
  });
  return means;
}

/** Ranks within each system, 1 for the largest degree; degrees equal to 12 digits share the smallest rank. */
export function ranksOf(cells: readonly LeafCells[], cell: number): Cell[] {
  const rounded = cells.map(({ degree }) => Number(degree[cell].toPrecision(12)));
  const ranks: Cell[] = rounded.map(() => null);
  const above = new Map<TreeNode, { count: number; rank: number; degree: number }>();
  const order = [...rounded.keys()].filter((k) => rounded[k] === rounded[k]).sort((a, b) => rounded[b] - rounded[a]);
  for (const k of order) {
    const [root] = cells[k].path;
    const last = above.get(root);
    const count = (last?.count ?? 0) + 1;
    const rank = last?.degree === rounded[k] ? last.rank : count;
    above.set(root, { count, rank, degree: rounded[k] });
    ranks[k] = rank;
  }
  return ranks;
}
