import { Fault, nearest } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import { depthOf, type Index, type Panel, pathOf, series, type Tree } from "../../table/index.js";

/** A node or indicator of an index with its values, periods × units. */
export interface Member {
  readonly id: string;
  /** from the root down to itself */
  readonly path: readonly string[];
  readonly cells: Float64Array;
}

/** Position of a level; a fault names the option that asked for it. */
export function levelNamed(tree: Tree, level: string, option: string): number {
  const known = tree.levels.map((one) => one.id);
  const k = known.indexOf(level);
  if (k >= 0) return k;
  const near = nearest(level, known);
  throw new Fault({
    code: "unknown-level",
    place: { path: option },
    found: { en: `${option} is ${quote(level)}`, zh: `${option} 为 ${quote(level)}` },
    expected: { en: `expected one of: ${listed(known, 20).en}`, zh: `应为以下之一：${listed(known, 20).zh}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "choose one of these levels", zh: "请选择其中之一" },
  });
}

/** Whatever enters the index at one level: indicators on their common scale, or scores of nodes. */
export function membersAt({ tree, normalised, nodes }: Index, level: number): Member[] {
  const last = level === tree.levels.length - 1;
  const panel: Panel = last ? normalised : nodes;
  return (last ? tree.leaves : tree.nodes.filter((node) => depthOf(tree, node.id) === level)).flatMap(({ id }) => {
    const path = pathOf(tree, id);
    const v = panel.variables.findIndex((one) => one.id === id);
    return v >= 0 && path.every((node) => node.weight > 0) ? [{ id, path: path.map((node) => node.id), cells: series(panel, v) }] : [];
  });
}

/** Members of one level that stand together under one node, in one period or in all. */
export interface IndexGroup {
  readonly group: string;
  /** null when all periods are taken together */
  readonly period: number | null;
  readonly ids: readonly string[];
  readonly columns: readonly Float64Array[];
  /** the group, and the period when there is one */
  readonly place: string;
}

export interface GroupChoices {
  readonly level?: string;
  readonly within?: string;
  readonly scope: "pooled" | "per-period";
}

/** The groups of an index: members of `level` (indicators when absent) under each node of `within` (the level above when absent; `all`: one group). */
export function groupsOf(index: Index, { level, within, scope }: GroupChoices): IndexGroup[] {
  const { tree, normalised } = index;
  const own = level === undefined ? tree.levels.length - 1 : levelNamed(tree, level, "level");
  const above = within === "all" ? -1 : within === undefined ? own - 1 : levelNamed(tree, within, "within");
  if (above >= own) throw notAbove(within ?? "", tree.levels[own].id);
  const members = membersAt(index, own);
  const keyOf = ({ path }: Member): string => (above < 0 ? "all" : path[above]);
  const width = normalised.units.length;
  return [...new Set(members.map(keyOf))].flatMap((group) => {
    const inside = members.filter((one) => keyOf(one) === group);
    return (scope === "pooled" ? [null] : normalised.periods).map((period, t) => ({
      group,
      period,
      ids: inside.map((one) => one.id),
      columns: inside.map(({ cells }) => (period === null ? cells : cells.subarray(t * width, (t + 1) * width))),
      place: period === null ? group : `${group}, period ${period}`,
    }));
  });
}

const notAbove = (within: string, level: string): Fault =>
  new Fault({
    code: "level-order",
    place: { path: "within" },
    found: { en: `within is ${quote(within)}`, zh: `within 为 ${quote(within)}` },
    expected: { en: `expected a level above ${quote(level)}, or all`, zh: `应为 ${quote(level)} 之上的层级，或 all` },
    next: { en: "name a higher level, or leave it out", zh: "请改用更高的层级，或省略此项" },
  });
