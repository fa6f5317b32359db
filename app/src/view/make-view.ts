import { levelsOf } from "@gongfu/engine/explain";
import { hash } from "@gongfu/engine/ground/hash";
import { recordRun, type StudyRun } from "@gongfu/engine/study";
import { countFlag, Flag, type Index } from "@gongfu/engine/table";
import { shortNames } from "@gongfu/engine/tell";
import { columnGrid, type Grid, type View } from "./view.js";

/** The page's view of a two-wheel run. */
export function makeView(run: StudyRun): View {
  const step = (id: string) => {
    const found = run.steps.find((one) => one.id === id);
    if (!found) throw new Error(`the example study has no step ${id}`);
    return found.result;
  };
  const { panel } = run.data;
  const codes = panel.units.map((unit) => unit.code);
  const table = (id: string, name: string) => {
    const found = step(id).tables.find((one) => one.id === name);
    if (!found) throw new Error(`step ${id} has no table ${name}`);
    return found;
  };
  const grid = (id: string, name: string, column: string): Grid => columnGrid(table(id, name), column, panel.periods, codes);
  const { tree } = step("index").value as Index;
  const tiles = new Map(run.data.tiles.map((tile) => [tile.code, tile]));

  return {
    title: run.study.title,
    coverage: run.data.coverage,
    years: panel.periods,
    units: panel.units.map(({ code, names }) => ({
      code,
      names,
      short: shortNames[code] ?? names.en,
      column: tiles.get(code)?.column ?? 0,
      row: tiles.get(code)?.row ?? 0,
    })),
    empowerment: grid("index", "scores", "empowerment"),
    equity: grid("index", "scores", "equity"),
    outcome: grid("index", "scores", "outcome"),
    d: grid("couple", "coordination", "d"),
    dWang: grid("couple", "coordination", "d_wang2021"),
    level: grid("couple", "coordination", "class"),
    levelWang: grid("couple", "coordination", "class_wang2021"),
    levels: levelsOf("D10").map((level) => level.names),
    mechanisms: tree.nodes
      .filter((node) => node.parent !== null)
      .map(({ id, parent, names }) => ({ id, wheel: parent as string, names, cells: grid("index", "mechanisms", id) })),
    imputed: countFlag((step("index").value as Index).normalised, Flag.imputed),
    suspect: countFlag(panel, Flag.suspect),
    blindSpots: run.framework.blindSpots.length,
    definitions: run.framework.definitions.length,
    hashes: Object.fromEntries([...recordRun(run)].map(([path, text]) => [path, hash(text)])),
    engine: run.lock.engine,
  };
}
