import type { Text } from "@gongfu/engine";
import type { StudyRun } from "@gongfu/engine/study";
import { countFlag, Flag, type Panel } from "@gongfu/engine/table";
import type { Role } from "@gongfu/engine/tell";
import { coordination, type Grid, mainIndex, names, rankIntervals, shortNames } from "@gongfu/engine/tell/lookup";
import { onUnits } from "./on-units.js";
import type { Coupled, Interval, Ran, Scores, Unit } from "./ran.js";

/** A run as plain data for the page. */
export function summarise(run: StudyRun, whole: boolean): Ran {
  const { panel } = run.data;
  return {
    whole,
    title: run.study.title,
    coverage: run.data.coverage,
    source: run.data.names,
    periods: panel.periods,
    units: unitsOf(run),
    unitWord: { en: names(run, "en").unitWord, zh: names(run, "zh").unitWord },
    groupings: panel.groupings.map(({ id, names, of }) => ({ id, names, of })),
    variables: panel.variables.map(({ id, names, unit }) => ({ id, names, unit })),
    steps: run.steps.map(({ id, verb, card, result }) => ({
      id,
      verb,
      card: card.id,
      names: card.names,
      variant: result.method.variant,
      tables: result.tables.map(({ id, names }) => ({ id, names })),
      warnings: result.warnings,
    })),
    scores: scoresOf(run),
    coupled: coupledOf(run),
    intervals: intervalsOf(run),
    suspect: countFlag(panel, Flag.suspect),
    blindSpots: run.framework.blindSpots.length,
    definitions: run.framework.definitions.length,
    engine: run.lock.engine,
  };
}

/** The part of it that moves with every change of the index. */
export const summariseIndex = (run: StudyRun): Pick<Ran, "scores" | "coupled"> => ({ scores: scoresOf(run), coupled: coupledOf(run) });

function unitsOf({ data }: StudyRun): Unit[] {
  const tiles = new Map(data.tiles.map((tile) => [tile.code, tile]));
  return data.panel.units.map(({ code, names }) => {
    const tile = tiles.get(code);
    return { code, names, short: shortNames[code] ?? names.en, tile: tile ? { column: tile.column, row: tile.row } : null };
  });
}

const wheels: Readonly<Record<string, Role>> = { empowerment: "empowerment", equity: "equity", outcome: "outcome" };

function scoresOf(run: StudyRun): Scores | null {
  const main = mainIndex(run);
  if (!main) return null;
  const { scores, nodes, normalised, tree } = main.index;
  return {
    step: main.step.id,
    systems: scores.variables.map(({ id, names }, v) => ({ id, names, role: wheels[id] ?? "ink", cells: onUnits(run, scores, v) })),
    nodes: tree.nodes.flatMap(({ id, names, parent }) =>
      parent === null ? [] : [{ id, parent, names, cells: onUnits(run, nodes, variableAt(nodes, id)) }],
    ),
    imputed: countFlag(normalised, Flag.imputed),
  };
}

const variableAt = (panel: Panel, id: string): number => panel.variables.findIndex((one) => one.id === id);

const flat = ({ values }: Pick<Grid, "values">): Float64Array =>
  Float64Array.from(values.flatMap((row) => row.map((value) => value ?? Number.NaN)));

function coupledOf(run: StudyRun): Coupled | null {
  const found = coordination(run);
  if (!found) return null;
  const { step, systems, id, d, level, other, levels } = found;
  return {
    step: step.id,
    systems,
    form: id,
    d: flat(d),
    level: level ? flat(level) : null,
    other: other ? { id: other.id, d: flat(other.d), level: other.level ? flat(other.level) : null } : null,
    levels: levels.map(({ en, zh }): Text => ({ en, zh })),
  };
}

function intervalsOf(run: StudyRun): Interval[] {
  const { periods } = run.data.panel;
  return rankIntervals(run, periods[periods.length - 1]).map(({ column, rank, lower, upper }) => ({
    column,
    rank: flat({ values: [rank] }),
    lower: flat({ values: [lower] }),
    upper: flat({ values: [upper] }),
  }));
}
