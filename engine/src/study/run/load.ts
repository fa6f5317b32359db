import { type Framework, resolveFramework } from "../../framework/index.js";
import { isFault } from "../../ground/fault/index.js";
import { hash } from "../../ground/hash/index.js";
import { same } from "../../ground/words/index.js";
import type { DataSet } from "../../read/index.js";
import { flatTree } from "../../table/index.js";
import type { Study, StudyHost } from "../types.js";

/** What a study starts from. */
export interface Loaded {
  readonly data: DataSet;
  readonly framework: Framework;
}

/** What the study names, brought; data that are there already are not read again. */
export async function loadStudy(study: Study, host: StudyHost, known?: DataSet): Promise<Loaded> {
  const data = known ?? (await loadData(study, host));
  return { data, framework: await loadFramework(study, data, host) };
}

/** The study's data: a shipped set, or a file of the user's as a set of its own. Faults name the study's line unless the file's own is known. */
async function loadData(study: Study, host: StudyHost): Promise<DataSet> {
  const { data } = study;
  const key = "set" in data ? "set" : "panel";
  try {
    const { readPanel, readSet, readTiles } = await import("../../read/index.js");
    if ("set" in data) return await readSet(data.set, host.readShipped);
    const bytes = await host.readFile(data.panel);
    const { panel, warnings, kind } = await readPanel(bytes, {
      file: data.panel,
      sheet: data.sheet,
      unit: data.unit,
      period: data.period,
      regions: data.regions,
      rename: data.rename,
      readShipped: host.readShipped,
      negative: data.negative,
    });
    return {
      id: data.panel,
      names: same(data.panel),
      coverage: { en: `${panel.units.length} units of ${data.panel}`, zh: `${data.panel} 中的 ${panel.units.length} 个单位` },
      panel,
      statuses: [],
      notes: warnings.map(({ text }) => ({ variable: "", note: text })),
      tiles: kind === "china-provinces" ? await readTiles(host.readShipped) : [],
      borders: [],
      hash: hash(bytes),
      files: [{ path: data.panel, hash: hash(bytes) }],
    };
  } catch (error) {
    throw isFault(error) ? error.at(study.locate(["data", key], "value")) : error;
  }
}

/** The study's indicator tree; without one, every column of the data in one flat group. */
async function loadFramework(study: Study, data: DataSet, host: StudyHost): Promise<Framework> {
  if (study.framework !== undefined) {
    try {
      return await resolveFramework(study.framework, host);
    } catch (error) {
      throw isFault(error) ? error.at(study.locate(["framework"], "value")) : error;
    }
  }
  const negative = "panel" in study.data ? (study.data.negative ?? []) : [];
  const tree = flatTree({ id: "index", names: { en: "index", zh: "综合指数" } }, data.panel.variables, negative);
  return {
    kind: "framework",
    id: "flat",
    names: { en: "all columns in one group", zh: "全部列归为一组" },
    tree,
    views: {},
    definitions: [],
    indicators: tree.leaves.map(({ id, names, unit, direction, weight }) => ({
      id,
      names,
      unit,
      direction,
      weight,
      formula: id,
      standsFor: [],
      match: "same" as const,
    })),
    blindSpots: [],
    hash: hash(tree.leaves.map(({ id, direction }) => `${id}:${direction}`).join("\n")),
  };
}
