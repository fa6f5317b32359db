import { quantile } from "../../ground/designs/index.js";
import type { StepRun, StudyRun } from "../../study/index.js";
import type { Coordination } from "./coordination.js";
import { column, known, type Value } from "./grid.js";
import { type Alternative, alternativesOf } from "./intervals.js";
import { stepsOf, tableOf } from "./steps.js";

/** A coordination degree in one period under other choices, by position of the unit; null where there is none. */
export interface DegreeIntervals {
  readonly step: StepRun;
  readonly degree: readonly Value[];
  readonly lower: readonly Value[];
  readonly upper: readonly Value[];
  /** class of the lower and of the upper end */
  readonly ends: readonly (readonly [number, number] | null)[];
  /** share of the draws that keep the class */
  readonly same: readonly Value[];
  /** mean degree of all units under every alternative of the choices */
  readonly alternatives: readonly Alternative[];
}

/** The intervals of the degree a coupling is told by, from the first step that varies the choices behind it. */
export function degreeIntervals(run: StudyRun, { step: coupled, id }: Coordination, period: number): DegreeIntervals | undefined {
  const wanted = `${coupled.id}.${id === "standard" ? "d" : id === "wang-2021" ? "d_wang2021" : "d_adjusted_k"}`;
  for (const step of stepsOf(run, "uncertainty")) {
    const table = tableOf(step, "degrees");
    if (!table) continue;
    const [of, unit, when] = ["column", "unit", "period"].map((each) => column(table, each) ?? []);
    const rows = new Map(of.flatMap((name, row) => (name === wanted && when[row] === period ? [[String(unit[row]), row] as const] : [])));
    if (rows.size === 0) continue;
    const cells = (each: string): Value[] => {
      const values = column(table, each) ?? [];
      return run.data.panel.units.map(({ code }) => {
        const row = rows.get(code);
        const value = row === undefined ? null : values[row];
        return typeof value === "number" ? value : null;
      });
    };
    const [low, high] = [cells("class_lower"), cells("class_upper")];
    return {
      step,
      degree: cells("nominal"),
      lower: cells("lower"),
      upper: cells("upper"),
      ends: low.map((one, i) => {
        const other = high[i];
        return one === null || other === null ? null : ([one, other] as const);
      }),
      same: cells("same"),
      alternatives: alternativesOf(step, "degree-choices", "mean").filter((one) => one.column === wanted),
    };
  }
  return undefined;
}

/** How many units have another class at one end of their interval than at the other, of how many that have one. */
export function unsettled({ ends }: DegreeIntervals): { readonly count: number; readonly of: number } {
  const there = ends.filter((one) => one !== null);
  return { count: there.filter(([low, high]) => low !== high).length, of: there.length };
}

/** Half of the units have an interval at most this wide. */
export const medianSpan = ({ lower, upper }: DegreeIntervals): number =>
  quantile(
    known(lower.map((low, i) => (low === null || upper[i] === null ? null : (upper[i] as number) - low))).sort((a, b) => a - b),
    0.5,
  );
