import { throwAll } from "../ground/fault/index.js";
import { hash } from "../ground/hash/index.js";
import { type Infer, type Locate, parse } from "../ground/schema/index.js";
import { parseYaml } from "../ground/yaml/index.js";
import { type Leaf, type Tree, tree, type Unfilled } from "../table/index.js";
import { findBlindSpots, readDefinitions } from "./blind-spots.js";
import { FaultList, frameworkFault, type Path, unknownReference } from "./framework-fault.js";
import { frameworkSchema } from "./framework-schema.js";
import { readChains } from "./read-chains.js";
import { checkStandsFor, readIndicator } from "./read-indicator.js";
import { readLevels, readTree, textOf } from "./read-tree.js";
import type { BlindSpot, Framework, Indicator } from "./types.js";

/** Read a framework file: every key, id, direction, weight and formula. Throws a Fault with its line that carries all others found. */
export async function readFramework(text: string, file: string): Promise<Framework> {
  const { value, locate } = await parseYaml(text, file);
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw notAFramework(locate);
  const written = parse(frameworkSchema, value, locate);

  const faults = new FaultList();
  const levels = readLevels(written.levels, ["levels"], locate, faults);
  const indicators: Indicator[] = [];
  const places: Path[] = [];
  const { nodes, leaves } = readTree(written.tree, levels, ["tree"], locate, faults, (one, parent, path) => {
    const { leaf, indicator } = readIndicator(one, parent, path, locate);
    indicators.push(indicator);
    places.push(path);
    return leaf;
  });
  const definitions = readDefinitions(written.definitions, nodes, locate, faults);
  checkStandsFor(indicators, places, definitions, locate, faults);
  const known = [...nodes, ...leaves, ...definitions].map((one) => one.id);
  const chains = readChains(written.chains, known, locate, faults);
  // Until every indicator is read, a definition may look unfilled that is not.
  const blindSpots = faults.found.length ? [] : findBlindSpots(definitions, written.definitions, indicators, locate, faults);
  const views = faults.found.length ? {} : readViews(written.views, leaves, locate, faults);
  throwAll(faults.found);

  return Object.freeze({
    kind: "framework",
    id: written.id,
    names: textOf(written.names),
    tree: tree(levels, nodes, leaves, { chains, unfilled: blindSpots.map(unfilled) }),
    views,
    definitions: Object.freeze(definitions),
    indicators: Object.freeze(indicators),
    blindSpots: Object.freeze(blindSpots),
    hash: hash(text),
  });
}

const unfilled = ({ definition: { id, names, mechanism }, reason, standIns }: BlindSpot): Unfilled =>
  Object.freeze({ id, names, node: mechanism, reason, standIns });

type WrittenViews = Infer<typeof frameworkSchema>["views"];

/** Other trees over the same indicators; a view need not hold them all. */
function readViews(written: WrittenViews, leaves: readonly Leaf[], locate: Locate, faults: FaultList): Readonly<Record<string, Tree>> {
  const known = leaves.map((leaf) => leaf.id);
  const views = Object.entries(written).map(([id, view]): [string, Tree] | undefined => {
    const before = faults.found.length;
    const levels = readLevels(view.levels, ["views", id, "levels"], locate, faults);
    const parts = readTree(view.tree, levels, ["views", id, "tree"], locate, faults, (one, parent, path) => {
      const leaf = leaves.find((candidate) => candidate.id === one);
      if (!leaf) throw unknownReference({ en: "indicator", zh: "指标" }, String(one), known, locate(path, "value"));
      return { ...leaf, parent };
    });
    return faults.found.length > before ? undefined : [id, tree(levels, parts.nodes, parts.leaves)];
  });
  return Object.freeze(Object.assign(Object.create(null), Object.fromEntries(views.filter((one) => one !== undefined))));
}

const notAFramework = (locate: Locate) =>
  frameworkFault("not-a-framework", locate([], "value"), "the file is not a mapping of keys to values", "文件不是键值映射", {
    expected: {
      en: "expected a framework: gongfu: framework, id, names, levels, tree",
      zh: "应为指标体系文件：gongfu: framework、id、names、levels、tree",
    },
    next: { en: "draft one from your data with `gongfu new FILE`", zh: "可用 `gongfu new FILE` 从数据起草" },
  });
