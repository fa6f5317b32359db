import type { Text } from "@gongfu/engine";
import type { DraftGroup, DraftTree } from "@gongfu/engine/study";
import type { ColumnSummary } from "../../worker/calls/bring-data/types.js";

/** A root of the tree, or a mechanism below one. */
export interface Group {
  readonly id: string;
  readonly names: Text;
  readonly parent: string | null;
}

/** A column put into a mechanism. */
export interface Placed {
  readonly id: string;
  readonly group: string;
  readonly direction: -1 | 1;
}

/** A tree while it is being built: roots, mechanisms below them, columns in these. */
export interface TreeDraft {
  readonly groups: readonly Group[];
  readonly placed: readonly Placed[];
}

const both = (text: string): Text => ({ en: text, zh: text });

export const emptyIndex: TreeDraft = {
  groups: [
    { id: "index", names: { en: "Index", zh: "综合指数" }, parent: null },
    { id: "M1", names: { en: "Mechanism 1", zh: "机制 1" }, parent: "index" },
  ],
  placed: [],
};

export const rootsOf = ({ groups }: TreeDraft): readonly Group[] => groups.filter((one) => one.parent === null);
export const below = ({ groups }: TreeDraft, id: string): readonly Group[] => groups.filter((one) => one.parent === id);
export const inGroup = ({ placed }: TreeDraft, id: string): readonly Placed[] => placed.filter((one) => one.group === id);

/** Words of which less is usually better; a guess a person has to confirm. */
const bad =
  /失业|贫困|死亡|犯罪|事故|排放|污染|能耗|差距|基尼|恩格尔|泰尔|负债|unemploy|poverty|mortalit|death|crime|emission|pollut|\bgap\b|gini|inequal|engel|debt/i;
export const guessDirection = ({ id, names }: Pick<ColumnSummary, "id" | "names">): -1 | 1 =>
  [id, names.en, names.zh].some((one) => bad.test(one)) ? -1 : 1;

/** Columns into a mechanism, behind those that are there; what was elsewhere moves and keeps its direction. */
export function put(tree: TreeDraft, columns: readonly Pick<ColumnSummary, "id" | "names">[], group: string): TreeDraft {
  const known = new Map(tree.placed.map((one) => [one.id, one]));
  const moved = new Set(columns.map((one) => one.id));
  const added = columns.map((one): Placed => ({ id: one.id, group, direction: known.get(one.id)?.direction ?? guessDirection(one) }));
  return { ...tree, placed: [...tree.placed.filter((one) => !moved.has(one.id)), ...added] };
}

export const takeOut = (tree: TreeDraft, id: string): TreeDraft => ({ ...tree, placed: tree.placed.filter((one) => one.id !== id) });

export const turn = (tree: TreeDraft, id: string): TreeDraft => ({
  ...tree,
  placed: tree.placed.map((one) => (one.id === id ? { ...one, direction: one.direction > 0 ? -1 : 1 } : one)),
});

/** A mechanism more below a root; its id is free among groups and columns. */
export function addGroup(tree: TreeDraft, root: string, columns: readonly string[]): TreeDraft {
  const taken = new Set([...columns, ...tree.groups.map((one) => one.id)]);
  let k = 1;
  while (taken.has(`M${k}`)) k++;
  return { ...tree, groups: [...tree.groups, { id: `M${k}`, names: { en: `Mechanism ${k}`, zh: `机制 ${k}` }, parent: root }] };
}

export const nameGroup = (tree: TreeDraft, id: string, text: string): TreeDraft => ({
  ...tree,
  groups: tree.groups.map((one) => (one.id === id ? { ...one, names: both(text) } : one)),
});

/** A mechanism away; its columns stand free again. */
export const removeGroup = (tree: TreeDraft, id: string): TreeDraft => ({
  groups: tree.groups.filter((one) => one.id !== id),
  placed: tree.placed.filter((one) => one.group !== id),
});

/** Only the columns there are. */
export const onColumns = (tree: TreeDraft, columns: readonly string[]): TreeDraft => {
  const known = new Set(columns);
  return { ...tree, placed: tree.placed.filter((one) => known.has(one.id)) };
};

const levelNames = {
  index: { en: "index", zh: "指数" },
  wheel: { en: "wheel", zh: "系统" },
  mechanism: { en: "mechanism", zh: "机制" },
  indicator: { en: "indicator", zh: "指标" },
};

/** The tree as a framework is drafted from it; groups without a column are left out. */
export function draftTreeOf(
  tree: TreeDraft,
  columns: readonly ColumnSummary[],
  units: Readonly<Record<string, string>>,
  top: "index" | "wheel",
): DraftTree {
  const known = new Map(columns.map((one) => [one.id, one]));
  const leaves = (group: Group): DraftGroup => ({
    id: group.id,
    names: named(group),
    children: inGroup(tree, group.id).flatMap(({ id, direction }) => {
      const column = known.get(id);
      if (!column) return [];
      const unit = units[id];
      return [{ id, names: column.names, unit: unit === undefined ? column.unit : both(unit), direction }];
    }),
  });
  const filled = (group: DraftGroup): boolean => group.children.length > 0;
  return {
    levels: ([top, "mechanism", "indicator"] as const).map((id) => ({ id, names: levelNames[id] })),
    roots: rootsOf(tree)
      .map((root) => ({
        id: root.id,
        names: named(root),
        children: below(tree, root.id).map(leaves).filter(filled),
      }))
      .filter(filled),
  };
}

/** A name that was emptied gives way to the id. */
const named = ({ id, names }: Group): Text => ({ en: names.en.trim() || id, zh: names.zh.trim() || id });
