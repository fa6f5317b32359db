import type { Fault } from "../ground/fault/index.js";
import { type Infer, type Locate, parse } from "../ground/schema/index.js";
import { quote, same, type Text } from "../ground/words/index.js";
import type { Leaf, Level, TreeNode } from "../table/index.js";
import { type FaultList, frameworkFault, type Path } from "./framework-fault.js";
import { groupSchema, type levelSchema } from "./framework-schema.js";

export const textOf = (written: string | Text): Text => (typeof written === "string" ? same(written) : written);

/** Names of columns and files that a level or a node would hide. */
const takenByLevels = ["score", "contribution"];
const takenByNodes = ["unit", "period"];

export function readLevels(written: readonly Infer<typeof levelSchema>[], path: Path, locate: Locate, faults: FaultList): Level[] {
  const seen = new Set<string>();
  return written.map(({ id, names }, k) => {
    const place = locate([...path, k, "id"], "value");
    if (takenByLevels.includes(id)) faults.found.push(taken(id, place));
    if (seen.has(id)) faults.found.push(twice(id, place));
    seen.add(id);
    return { id, names: textOf(names) };
  });
}

export interface TreeParts {
  readonly nodes: readonly TreeNode[];
  readonly leaves: readonly Leaf[];
}

/** Reads what stands at the last level: an indicator of its own, or in a view the id of one. */
export type ReadLeaf = (written: unknown, parent: string, path: Path) => Leaf;

/** Walk a written tree from the top; every branch must reach the last level, every id occurs once. */
export function readTree(
  written: unknown,
  levels: readonly Level[],
  path: Path,
  locate: Locate,
  faults: FaultList,
  readLeaf: ReadLeaf,
): TreeParts {
  const nodes: TreeNode[] = [];
  const leaves: Leaf[] = [];
  const seen = new Set<string>();
  const once = (id: string, at: Path): void => {
    if (takenByNodes.includes(id)) faults.found.push(taken(id, locate(at, "value")));
    if (seen.has(id)) faults.found.push(twice(id, locate(at, "value")));
    seen.add(id);
  };

  const visitAll = (list: unknown, parent: string | null, depth: number, at: Path): void => {
    const level = levels[depth];
    if (!Array.isArray(list) || list.length === 0) {
      faults.found.push(noList(list, level, at, locate));
      return;
    }
    list.forEach((one: unknown, k) => {
      faults.attempt(() =>
        parent !== null && depth === levels.length - 1 ? visitLeaf(one, parent, [...at, k]) : visitGroup(one, parent, depth, [...at, k]),
      );
    });
  };
  const visitLeaf = (one: unknown, parent: string, at: Path): void => {
    if (isMapping(one) && "children" in one) throw tooDeep(one.id, levels, [...at, "children"], locate);
    const leaf = readLeaf(one, parent, at);
    once(leaf.id, isMapping(one) ? [...at, "id"] : at);
    leaves.push(leaf);
  };
  const visitGroup = (one: unknown, parent: string | null, depth: number, at: Path): void => {
    if (!isMapping(one)) throw notANode(one, levels[depth], at, locate);
    const { children, ...own } = one;
    if (children === undefined) throw tooShallow(own.id, levels, depth, at, locate);
    const head = parse(groupSchema, own, (inner, where) => locate([...at, ...inner], where));
    once(head.id, [...at, "id"]);
    nodes.push({ id: head.id, names: textOf(head.names), parent, weight: head.weight as number });
    visitAll(children, head.id, depth + 1, [...at, "children"]);
  };

  visitAll(written, null, 0, path);
  return { nodes, leaves };
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

export const twice = (id: string, place: ReturnType<Locate>): Fault =>
  frameworkFault("duplicate-id", place, `id ${quote(id)} occurs twice`, `标识 ${quote(id)} 重复出现`, {
    expected: { en: "expected each id once in a tree", zh: "每个标识在同一体系中只应出现一次" },
    next: { en: "rename or drop one of them", zh: "请改名或删去其一" },
  });

const taken = (id: string, place: ReturnType<Locate>): Fault =>
  frameworkFault("reserved-id", place, `id ${quote(id)} is taken`, `标识 ${quote(id)} 已被占用`, {
    expected: { en: "expected an id that no table of the output uses", zh: "标识不应与输出表格的名称相同" },
    next: { en: `write ${id}-1 or another id`, zh: `请改写为 ${id}-1 等其他标识` },
  });

const noList = (found: unknown, { id, names }: Level, at: Path, locate: Locate): Fault => {
  const key = String(at.at(-1));
  const place = locate(at, "value");
  return found === undefined
    ? frameworkFault("missing-key", place, `"${key}" is missing`, `缺少“${key}”`, mendList(id, names, key))
    : frameworkFault("wrong-type", place, `${key} is ${quote(found)}`, `${key} 的值是 ${quote(found)}`, mendList(id, names, key));
};
const mendList = (level: string, names: Text, key: string) => ({
  expected: { en: `expected a list of at least one ${level}`, zh: `应为至少一项“${names.zh}”的列表` },
  next: { en: `write \`${key}:\` and, below it, \`- id: …\``, zh: `请写 \`${key}:\`，并在其下写 \`- id: …\`` },
});

const notANode = (found: unknown, { id, names }: Level, at: Path, locate: Locate): Fault =>
  frameworkFault("wrong-type", locate(at, "value"), `a ${id} is ${quote(found)}`, `“${names.zh}”的值是 ${quote(found)}`, {
    expected: { en: "expected id, names and children", zh: "应包含 id、names 与 children" },
    next: { en: "rewrite it as `- id: …` with its children below", zh: "请改写为 `- id: …`，并在其下列出 children" },
  });

const tooShallow = (id: unknown, levels: readonly Level[], depth: number, at: Path, locate: Locate): Fault => {
  const [own, below] = [levels[depth], levels[depth + 1]];
  return frameworkFault(
    "missing-children",
    locate(at, "value"),
    `${quote(id ?? own.id)} stands at the level ${own.id} and has no children`,
    `${quote(id ?? own.names.zh)} 位于层级“${own.names.zh}”，但没有 children`,
    {
      expected: {
        en: `expected every branch to reach the level ${levels.at(-1)?.id}`,
        zh: `各分支都应到达层级“${levels.at(-1)?.names.zh}”`,
      },
      next: { en: `list its ${below.id} entries under \`children:\``, zh: `请在 \`children:\` 下列出其“${below.names.zh}”` },
    },
  );
};

const tooDeep = (id: unknown, levels: readonly Level[], at: Path, locate: Locate): Fault =>
  frameworkFault(
    "too-deep",
    locate(at, "key"),
    `${quote(id)} stands at the last level, ${levels.at(-1)?.id}, and has children`,
    `${quote(id)} 位于最后一级“${levels.at(-1)?.names.zh}”，却有 children`,
    {
      expected: {
        en: `expected ${levels.length} levels: ${levels.map((one) => one.id).join(", ")}`,
        zh: `应为 ${levels.length} 级：${levels.map((one) => one.names.zh).join("、")}`,
      },
      next: { en: "add a level to `levels`, or move the children up", zh: "请在 `levels` 中增加一级，或将下级上移" },
    },
  );
