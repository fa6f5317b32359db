import { Fault } from "../../ground/fault/index.js";
import type { Text } from "../../ground/words/index.js";
import { type Column, keyColumns, panelColumn, type ResultTable, type Warning } from "../../method/index.js";
import { type Panel, pathOf, series, type Tree, type TreeNode, variable, type Weights, withCells } from "../../table/index.js";
import { weightsInForce } from "../aggregate/weights-in-force.js";
import { signOf } from "../normalise/scaled.js";
import { rank } from "../rank/rank.js";

export type Scope = "pooled" | "per-period";

/** What is compared at once: the rows in which every criterion is there, in natural units. */
export interface Block {
  readonly ids: readonly string[];
  /** +1 more is better, −1 less is better */
  readonly signs: readonly (-1 | 1)[];
  readonly columns: readonly Float64Array[];
  /** weights of the criteria, summing to 1 */
  readonly shares: readonly number[];
  /** cell of each row: period × units + unit */
  readonly rows: readonly number[];
  /** null when all periods are compared together */
  readonly period: number | null;
}

/** One number a row, by name; the first is the rating itself. */
export type Measures = Readonly<Record<string, Float64Array>>;

export interface Rated {
  readonly root: TreeNode;
  readonly blocks: readonly Block[];
  /** cells of every measure, periods × units; missing where a criterion is */
  readonly cells: Measures;
}

export interface Ratings {
  readonly rated: readonly Rated[];
  readonly warnings: readonly Warning[];
}

/** Rate the units for each root of the tree on the indicators below it, over all periods together or period by period. */
export function rateRoots(
  data: Panel,
  given: Weights,
  tree: Tree,
  scope: Scope,
  names: readonly string[],
  rate: (block: Block, root: TreeNode) => Measures,
): Ratings {
  const marked = data.variables.map((one, v) => (isConstant(series(data, v)) ? { ...one, constant: true } : one));
  const { weights, warnings } = weightsInForce(withCells(data, marked, data.values, data.flags), given, tree);
  if (weights.byPeriod && scope === "pooled") throw changingWeights;
  const width = data.units.length;
  const all = Array.from({ length: data.periods.length * width }, (_, c) => c);
  const spans = scope === "pooled" ? [all] : data.periods.map((_, t) => all.slice(t * width, (t + 1) * width));
  const rated = tree.nodes
    .filter((node) => node.parent === null)
    .map((root): Rated => {
      const leaves = tree.leaves.filter((leaf) => weights.effective[leaf.id] > 0 && pathOf(tree, leaf.id)[0] === root);
      const columns = leaves.map((leaf) => series(data, leaf.id));
      const signs = leaves.map((leaf) => signOf(data.variables.find((one) => one.id === leaf.id) ?? variable({ id: leaf.id })));
      const cells = Object.fromEntries(names.map((name) => [name, new Float64Array(all.length).fill(Number.NaN)]));
      const blocks = spans.map((span, t): Block => {
        const rows = span.filter((c) => columns.every((x) => x[c] === x[c]));
        const period = scope === "pooled" ? null : data.periods[t];
        const effective = weights.byPeriod?.find((one) => one.period === period)?.effective ?? weights.effective;
        return {
          ids: leaves.map((leaf) => leaf.id),
          signs,
          columns: columns.map((x) => Float64Array.from(rows, (c) => x[c])),
          shares: leaves.map((leaf) => effective[leaf.id]),
          rows,
          period,
        };
      });
      for (const block of blocks) {
        if (block.rows.length === 0) continue;
        for (const [name, values] of Object.entries(rate(block, root))) {
          block.rows.forEach((c, k) => {
            cells[name][c] = values[k];
          });
        }
      }
      return { root, blocks, cells };
    });
  const yearly = scope === "per-period" && data.periods.length > 1 ? [perPeriod] : [];
  return { rated, warnings: [...warnings, ...rated.flatMap((one) => unrated(one, names[0])), ...yearly] };
}

/** The ratings as a panel, one variable a root, to be coupled, mapped or classed like the scores of an index. */
export function ratingsPanel(data: Panel, { rated }: Ratings, name: string, unit: Text, direction: -1 | 1): Panel {
  return withCells(
    data,
    rated.map(({ root, blocks }) => ({
      id: root.id,
      names: root.names,
      unit,
      direction,
      derivedFrom: [...new Set(blocks[0].ids.flatMap((id) => [id, ...(data.variables.find((one) => one.id === id)?.derivedFrom ?? [])]))],
    })),
    Float64Array.from(rated.flatMap(({ cells }) => Array.from(cells[name]))),
  );
}

/** Every measure of every root, and the rank within each period. */
export function ratingsTable(
  data: Panel,
  { rated }: Ratings,
  names: Readonly<Record<string, Text>>,
  direction: -1 | 1,
  title: Text,
): ResultTable {
  const columns = rated.flatMap(({ root, cells }): Column[] => {
    const [first] = Object.keys(names);
    const better = withCells(
      data,
      [{ id: root.id }],
      Float64Array.from(cells[first], (one) => direction * one),
    );
    const label = (one: Text): Text => ({ en: `${root.names.en}: ${one.en}`, zh: `${root.names.zh}：${one.zh}` });
    return [
      ...Object.entries(names).map(([name, said], k) => ({
        id: k === 0 ? root.id : `${root.id}_${name}`,
        names: label(said),
        values: panelColumn(data, cells[name]),
      })),
      {
        id: `${root.id}_rank`,
        names: label({ en: "rank", zh: "名次" }),
        values: panelColumn(data, rank({ scores: better }).value.values),
      },
    ];
  });
  return { id: "ratings", names: title, columns: [...keyColumns(data), ...columns] };
}

/** Smallest and largest of a column; equal when it does not vary. */
export function extremes(values: Float64Array): readonly [low: number, high: number] {
  let low = values[0];
  let high = values[0];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function isConstant(values: Float64Array): boolean {
  const there = values.filter((one) => one === one);
  const [low, high] = extremes(there);
  return there.length > 0 && low === high;
}

function unrated({ root, cells }: Rated, name: string): Warning[] {
  const missing = cells[name].reduce((count, one) => count + (one !== one ? 1 : 0), 0);
  if (missing === 0) return [];
  return [
    {
      code: "missing-score",
      text: {
        en: `${root.id}: ${missing} cells have no rating, because an indicator is missing or nothing varies; impute first`,
        zh: `${root.id}：${missing} 个单元格因指标缺失或无变化而没有得分；请先插补`,
      },
    },
  ];
}

const perPeriod: Warning = {
  code: "per-period",
  text: {
    en: "each period is rated by its own extremes: ratings do not compare over time",
    zh: "各期按当期极值评价：结果不可跨期比较",
  },
};

const changingWeights = new Fault({
  code: "changing-weights",
  place: { path: "scope" },
  found: { en: "the weights differ between periods and scope is pooled", zh: "各期权重不同，而 scope 为 pooled" },
  expected: { en: "expected one set of weights where all periods are compared together", zh: "各期一并比较时应使用同一组权重" },
  next: { en: "write scope: per-period, or weigh with scope: pooled", zh: "请写 scope: per-period，或以 scope: pooled 赋权" },
});
