import type { Text } from "@gongfu/engine";
import type { StudyRun } from "@gongfu/engine/study";
import { Flag, flagsOf, hasVariable, isIndex, isPanel, type Panel, pathOf, variableIndex } from "@gongfu/engine/table";
import { mainIndex, stepsOf } from "@gongfu/engine/tell/lookup";
import { onUnits } from "../on-units.js";
import type { Cells } from "../ran.js";
import type { Session } from "../session.js";

/** A leaf of the tree, as a profile shows it. */
export interface Indicator {
  readonly id: string;
  readonly names: Text;
  readonly unit: Text;
  readonly parent: string;
  /** the root above it */
  readonly system: string;
  /** whether more of it is better */
  readonly direction: 1 | -1;
}

/** A quadrant step: the two columns it sets against each other. */
export interface Crossing {
  readonly step: string;
  readonly x: string;
  readonly y: string;
}

/** What units can be compared by, beyond what every page knows. */
export interface Comparable {
  readonly indicators: readonly Indicator[];
  /** step whose panel holds the indicators in their own units; `data` when the data do */
  readonly raw: string | null;
  readonly borders: readonly (readonly [string, string])[];
  readonly crossings: readonly Crossing[];
}

export function comparable({ run }: Session): Comparable {
  const main = mainIndex(run);
  const leaves = main?.index.tree.leaves ?? [];
  return {
    indicators: leaves.map(({ id, names, unit, parent, direction }) => ({
      id,
      names,
      unit,
      parent,
      system: main ? (pathOf(main.index.tree, id)[0]?.id ?? parent) : parent,
      direction,
    })),
    raw: leaves.length > 0 ? rawStep(run, leaves[0].id) : null,
    borders: run.data.borders.map(({ a, b }) => [a, b] as const),
    crossings: stepsOf(run, "quadrant").flatMap((step) => {
      const source = Object.values(step.sources).find((one) => one.kind === "columns");
      const [x, y] = source?.kind === "columns" ? source.addresses.map(({ column }) => column) : [];
      return x !== undefined && y !== undefined ? [{ step: step.id, x, y }] : [];
    }),
  };
}

/** The last panel that holds an indicator before it is brought to a common scale: filled and treated as the study says. */
function rawStep(run: StudyRun, indicator: string): string | null {
  const until = run.steps.findIndex(({ verb }) => verb === "normalise");
  const before = run.steps.slice(0, until < 0 ? undefined : until);
  const found = before.findLast(({ result: { value } }) => isPanel(value) && hasVariable(value, indicator));
  return found?.id ?? (hasVariable(run.data.panel, indicator) ? "data" : null);
}

function panelOf(run: StudyRun, step: string): Panel | null {
  if (step === "data") return run.data.panel;
  const value = run.steps.find((one) => one.id === step)?.result.value;
  return isIndex(value) ? value.nodes : isPanel(value) ? value : null;
}

/** A column, and the address it was asked by. */
export interface Column {
  readonly step: string;
  readonly column: string;
  /** on the units and periods of the data */
  readonly cells: Cells;
}

/** Cells of a column of the data or of a step's panel; null when there is none. */
export function cells({ run }: Session, step: string, column: string): Column | null {
  const panel = panelOf(run, step);
  return panel && hasVariable(panel, column) ? { step, column, cells: onUnits(run, panel, variableIndex(panel, column)) } : null;
}

/** All indicators in one period: as measured and on the common scale, with the cells that were imputed. */
export interface Levels {
  readonly t: number;
  /** [indicator][unit] */
  readonly raw: readonly Float64Array[];
  readonly level: readonly Float64Array[];
  readonly imputed: readonly Uint8Array[];
}

export function levels({ run }: Session, t: number): Levels | null {
  const main = mainIndex(run);
  if (!main) return null;
  const { normalised, tree } = main.index;
  const width = run.data.panel.units.length;
  const known = rawStep(run, tree.leaves[0]?.id ?? "");
  const rawPanel = known === null ? null : panelOf(run, known);
  const one = (panel: Panel | null, id: string): Float64Array =>
    panel && hasVariable(panel, id)
      ? onUnits(run, panel, variableIndex(panel, id)).slice(t * width, (t + 1) * width)
      : new Float64Array(width).fill(Number.NaN);
  return {
    t,
    raw: tree.leaves.map(({ id }) => one(rawPanel, id)),
    level: tree.leaves.map(({ id }) => one(normalised, id)),
    imputed: tree.leaves.map(({ id }) => imputedAt(run, normalised, id, t)),
  };
}

function imputedAt(run: StudyRun, panel: Panel, id: string, t: number): Uint8Array {
  const found = new Uint8Array(run.data.panel.units.length);
  const own = panel.periods.indexOf(run.data.panel.periods[t]);
  if (own < 0 || !hasVariable(panel, id)) return found;
  const flags = flagsOf(panel, id);
  const at = new Map(run.data.panel.units.map(({ code }, i) => [code, i]));
  panel.units.forEach(({ code }, i) => {
    const place = at.get(code);
    if (place !== undefined && flags[own * panel.units.length + i] & Flag.imputed) found[place] = 1;
  });
  return found;
}
