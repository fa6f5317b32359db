import { type Leaf, type Panel, panel, series, type Tree, type TreeNode, tree } from "../engine/src/table/index.js";

interface Around {
  readonly periods?: readonly number[];
  readonly direction?: Readonly<Record<string, -1 | 0 | 1>>;
  readonly flags?: Readonly<Record<string, readonly number[]>>;
}

/** A panel from columns of numbers, period by period; null is missing. Units are u1, u2, … */
export function panelOf(columns: Readonly<Record<string, readonly (number | null)[]>>, around: Around = {}): Panel {
  const { periods = [2020], direction = {}, flags = {} } = around;
  const ids = Object.keys(columns);
  const width = columns[ids[0]].length / periods.length;
  return panel({
    variables: ids.map((id) => ({ id, direction: direction[id] ?? 1 })),
    periods,
    units: Array.from({ length: width }, (_, i) => ({ code: `u${i + 1}` })),
    values: Float64Array.from(ids.flatMap((id) => columns[id].map((one) => one ?? Number.NaN))),
    flags: Uint8Array.from(ids.flatMap((id) => columns[id].map((_, c) => flags[id]?.[c] ?? 0))),
  });
}

/** The cells of one variable as a list; missing is null. */
export const cellsOf = (p: Panel, id: string): (number | null)[] => Array.from(series(p, id), (one) => (one === one ? one : null));

const text = (value: string) => ({ en: value, zh: value });

/**
 * A tree from nested names, e.g. {empowerment: {E1: ["a", "b"], E2: ["c"]}}; levels wheel, mechanism, indicator.
 * Every weight is 1 unless given.
 */
export function treeOf(
  shape: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  extra: {
    readonly weight?: Readonly<Record<string, number>>;
    readonly direction?: Readonly<Record<string, -1 | 1>>;
    readonly formula?: Readonly<Record<string, string>>;
  } = {},
): Tree {
  const weight = (id: string): number => extra.weight?.[id] ?? 1;
  const nodes: TreeNode[] = [];
  const leaves: Leaf[] = [];
  for (const [root, groups] of Object.entries(shape)) {
    nodes.push({ id: root, names: text(root), parent: null, weight: weight(root) });
    for (const [group, ids] of Object.entries(groups)) {
      nodes.push({ id: group, names: text(group), parent: root, weight: weight(group) });
      for (const id of ids) {
        const formula = extra.formula?.[id];
        const leaf = {
          id,
          names: text(id),
          parent: group,
          weight: weight(id),
          unit: text(""),
          direction: extra.direction?.[id] ?? 1,
        } as const;
        leaves.push(formula === undefined ? leaf : { ...leaf, formula });
      }
    }
  }
  return tree(
    ["wheel", "mechanism", "indicator"].map((id) => ({ id, names: text(id) })),
    nodes,
    leaves,
  );
}
