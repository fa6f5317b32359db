import { editYaml, parseYaml, type YamlEdit, type YamlPath } from "../ground/yaml/index.js";
import { unknownReference } from "./framework-fault.js";
import { readFramework } from "./read-framework.js";

/** One change of an indicator tree, by ids. */
export type FrameworkEdit =
  | { readonly do: "set"; readonly id: string; readonly key: "names" | "weight" | "direction"; readonly value: unknown }
  /** below another node of the level above, last unless `at` says where */
  | { readonly do: "move"; readonly id: string; readonly to: string; readonly at?: number }
  /** a group of its own for a node, beside the group it stood in */
  | { readonly do: "group"; readonly id: string; readonly group: Readonly<Record<string, unknown>> }
  | { readonly do: "add"; readonly below: string; readonly node: Readonly<Record<string, unknown>> }
  | { readonly do: "remove"; readonly id: string };

/**
 * The framework file with one change; remarks stay. What hangs on a node that is removed goes with it: its places in views and chains;
 * a definition that only it filled becomes a blind spot. Throws a Fault when an id is unknown or the tree would no longer be one.
 */
export async function editFramework(text: string, file: string, edit: FrameworkEdit): Promise<string> {
  const { value } = await parseYaml(text, file);
  const changed = await editYaml(text, editsOf(value as Written, edit));
  await readFramework(changed, file);
  return changed;
}

interface Node {
  readonly id: string;
  readonly children?: readonly Node[];
  readonly standsFor?: readonly string[];
  readonly match?: string;
}
interface Written {
  readonly tree: readonly Node[];
  readonly views?: Readonly<Record<string, { readonly tree: readonly ViewNode[] }>>;
  readonly chains?: readonly { readonly stages: readonly { readonly of?: readonly string[] }[] }[];
  readonly definitions?: readonly { readonly id: string; readonly mechanism: string; readonly blindSpot?: unknown }[];
}
type ViewNode = string | { readonly id: string; readonly children: readonly ViewNode[] };

interface Found {
  readonly node: Node;
  readonly path: YamlPath;
  readonly parent: string | null;
}

/** Every node with its path, parents first. */
function walk(nodes: readonly Node[], path: YamlPath, parent: string | null): Found[] {
  return nodes.flatMap((node, k) => {
    const own = [...path, k];
    return [{ node, path: own, parent }, ...walk(node.children ?? [], [...own, "children"], node.id)];
  });
}

function editsOf(written: Written, edit: FrameworkEdit): YamlEdit[] {
  const all = walk(written.tree, ["tree"], null);
  const find = (id: string): Found => {
    const found = all.find((one) => one.node.id === id);
    if (found) return found;
    const known = all.map((one) => one.node.id);
    throw unknownReference({ en: "node", zh: "节点" }, id, known, {});
  };
  switch (edit.do) {
    case "set":
      return [{ path: [...find(edit.id).path, edit.key], value: edit.value }];
    case "move": {
      const { node, path: to } = find(edit.to);
      const { path, parent } = find(edit.id);
      const last = (node.children?.length ?? 0) - (parent === edit.to ? 1 : 0);
      return [{ path, to: [...to, "children", Math.min(edit.at ?? last, last)] }];
    }
    case "group": {
      const { path, parent } = find(edit.id);
      const group = find(parent ?? edit.id);
      const beside = [...group.path.slice(0, -1), Number(group.path.at(-1)) + 1];
      return [
        { path: beside, value: { ...edit.group, children: [] }, insert: true },
        { path, to: [...beside, "children", 0] },
      ];
    }
    case "add": {
      const { node, path } = find(edit.below);
      return [{ path: [...path, "children", node.children?.length ?? 0], value: edit.node, insert: true }];
    }
    case "remove":
      return removal(written, all, find(edit.id));
  }
}

const emptied = { en: "its indicator was taken out of the tree", zh: "其指标已从指标体系中移除" };

function removal(
  { views = {}, chains = [], definitions = [], tree }: Written,
  all: readonly Found[],
  { node, path, parent }: Found,
): YamlEdit[] {
  const gone = [node, ...walk(node.children ?? [], [], null).map((one) => one.node)];
  const ids = new Set(gone.map((one) => one.id));
  const staying = all.filter((one) => !ids.has(one.node.id)).map((one) => one.node);
  const home = parent ?? tree.find((one) => one.id !== node.id)?.id;
  const fills = ({ standsFor = [], match = "same" }: Node, id: string): boolean => match === "same" && standsFor.includes(id);

  const blind = definitions.flatMap(({ id, mechanism, blindSpot }, k): YamlEdit[] => [
    ...(ids.has(mechanism) ? [{ path: ["definitions", k, "mechanism"], value: home }] : []),
    ...(blindSpot === undefined && !staying.some((one) => fills(one, id))
      ? [{ path: ["definitions", k, "blindSpot"], value: emptied }]
      : []),
  ]);
  const known = new Set([...staying, ...definitions].map((one) => one.id));
  const unchained = chains.flatMap(({ stages }, c) =>
    stages.flatMap(({ of = [] }, s) =>
      taken(of, (id) => !known.has(id)).map((i) => ({ path: ["chains", c, "stages", s, "of", i], value: undefined })),
    ),
  );
  const unseen = Object.entries(views).flatMap(([id, view]) => pruned(view.tree, ["views", id, "tree"], ids));
  return [...blind, ...unchained, ...unseen, { path, value: undefined }];
}

/** Positions of what is taken out, the last first, so that those before keep their places. */
const taken = <T>(list: readonly T[], out: (one: T) => boolean): number[] => list.flatMap((one, i) => (out(one) ? [i] : [])).reverse();

/** A view without some indicators; a group left with nothing goes too. */
function pruned(nodes: readonly ViewNode[], path: YamlPath, ids: ReadonlySet<string>): YamlEdit[] {
  const empty = (node: ViewNode): boolean => (typeof node === "string" ? ids.has(node) : node.children.every(empty));
  const inner = nodes.flatMap((node, k) =>
    typeof node === "string" || empty(node) ? [] : pruned(node.children, [...path, k, "children"], ids),
  );
  return [...inner, ...taken(nodes, empty).map((k) => ({ path: [...path, k], value: undefined }))];
}
