import type { StudyRun } from "../../study/index.js";
import { countMissing, Flag } from "../../table/index.js";
import { countCells, doubtfulTurns, flagged, imputed, type Turn } from "./doubt.js";
import { mainIndex } from "./steps.js";

/** How much of a study rests on what was observed. */
export interface Certainty {
  /** imputed indicator cells; null when no step imputes */
  readonly imputed: number | null;
  /** indicator cells the index is built from */
  readonly cells: number;
  readonly missing: number;
  readonly suspect: number;
  readonly blindSpots: number;
  readonly definitions: number;
  /** region-years in which one suspect or imputed cell alone decides which system leads */
  readonly decided: readonly { readonly turn: Turn; readonly indicator: string; readonly without: number; readonly suspect: boolean }[];
}

export function certainty(run: StudyRun): Certainty {
  const filled = imputed(run);
  const normalised = mainIndex(run)?.index.normalised;
  return {
    imputed: filled ? filled.reduce((sum, one) => sum + one.cells, 0) : null,
    cells: normalised ? normalised.values.length : run.data.panel.values.length,
    missing: countMissing(run.data.panel),
    suspect: countCells(flagged(run, Flag.suspect)),
    blindSpots: run.framework.blindSpots.length,
    definitions: run.framework.definitions.length,
    decided: doubtfulTurns(run).flatMap((turn) =>
      turn.rests.flatMap(({ indicator, suspect, without }) =>
        without !== null && without < 0 ? [{ turn, indicator, without, suspect }] : [],
      ),
    ),
  };
}
