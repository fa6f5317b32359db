import { mean } from "../../ground/sums/index.js";
import type { Cell } from "../../method/index.js";
import type { StudyRun } from "../../study/index.js";
import { Flag, offset, pathOf, variableIndex } from "../../table/index.js";
import { pair } from "./coordination.js";
import { column } from "./grid.js";
import { type IndexStep, mainIndex, nodeGrid, stepsOf, tableOf } from "./steps.js";

export interface FlaggedColumn {
  readonly variable: string;
  readonly unit: string;
  readonly periods: readonly number[];
}

/** Raw cells that carry a flag, gathered by column and unit. */
export function flagged(run: StudyRun, bit: number): readonly FlaggedColumn[] {
  const { panel } = run.data;
  return panel.variables.flatMap(({ id }, v) =>
    panel.units.flatMap(({ code }, i) => {
      const periods = panel.periods.filter((_, t) => panel.flags[offset(panel, v, t, i)] & bit);
      return periods.length ? [{ variable: id, unit: code, periods }] : [];
    }),
  );
}

export const countCells = (found: readonly FlaggedColumn[]): number => found.reduce((sum, one) => sum + one.periods.length, 0);

export interface ImputedColumn {
  readonly variable: string;
  readonly cells: number;
  readonly units: number;
  readonly periods: readonly number[];
  readonly rules: readonly string[];
}

/** Imputed cells by indicator, from the tables of every imputing step; undefined when no step imputes. */
export function imputed(run: StudyRun): readonly ImputedColumn[] | undefined {
  const steps = stepsOf(run, "impute");
  if (steps.length === 0) return undefined;
  const rows = steps.flatMap((step) => {
    const table = tableOf(step, "imputed");
    const read = (id: string): readonly Cell[] => (table && column(table, id)) ?? [];
    const [unit, period, rule] = [read("unit"), read("period"), read("rule")];
    return read("variable").map((id, k) => ({ id: String(id), unit: String(unit[k]), period: Number(period[k]), rule: String(rule[k]) }));
  });
  return [...new Set(rows.map((one) => one.id))].map((variable) => {
    const own = rows.filter((one) => one.id === variable);
    return {
      variable,
      cells: own.length,
      units: new Set(own.map((one) => one.unit)).size,
      periods: [...new Set(own.map((one) => one.period))].sort((a, b) => a - b),
      rules: [...new Set(own.map((one) => one.rule))],
    };
  });
}

export interface Turn {
  readonly unit: number;
  readonly t: number;
  /** the system ahead in this year, the other one in the years beside it */
  readonly ahead: string;
  readonly usual: string;
  /** indicators of the two systems that rest on a suspect or imputed cell here, and what the gap would be without each */
  readonly rests: readonly { readonly indicator: string; readonly suspect: boolean; readonly without: number | null }[];
  /** score of `ahead` minus score of `usual` */
  readonly gap: number;
}

/**
 * Region-years in which another system leads than in the years beside it, and which rest on suspect or imputed cells.
 * `without`: the gap when that indicator's normalised value is replaced by the mean of the years beside it (additive indices only).
 */
export function doubtfulTurns(run: StudyRun): readonly Turn[] {
  const main = mainIndex(run);
  const systems = pair(run);
  if (!main || !systems) return [];
  const [x, y] = systems.map((id) => nodeGrid(main.index, id).values);
  const sign = (t: number, i: number): number => {
    const [a, b] = [x[t]?.[i] ?? null, y[t]?.[i] ?? null];
    return a === null || b === null ? 0 : Math.sign(a - b);
  };
  return x.flatMap((row, t) =>
    row.flatMap((_, i): Turn[] => {
      const own = sign(t, i);
      const beside = [sign(t - 1, i), sign(t + 1, i)].filter((one) => one !== 0);
      if (own === 0 || beside.length === 0 || beside.some((one) => one === own)) return [];
      const [ahead, usual] = own > 0 ? systems : [systems[1], systems[0]];
      const gap = Math.abs((x[t][i] as number) - (y[t][i] as number));
      const rests = restsOn(main, systems, t, i, ahead, gap);
      return rests.length ? [{ unit: i, t, ahead, usual, gap, rests }] : [];
    }),
  );
}

function restsOn(main: IndexStep, systems: readonly string[], t: number, i: number, ahead: string, gap: number): Turn["rests"] {
  const { normalised, tree, weights } = main.index;
  const additive = main.step.card.step.as === "arithmetic" && weights.byPeriod === undefined;
  return tree.leaves.flatMap(({ id }) => {
    const root = pathOf(tree, id)[0].id;
    if (!systems.includes(root) || !(weights.effective[id] > 0)) return [];
    const v = variableIndex(normalised, id);
    const bits = normalised.flags[offset(normalised, v, t, i)];
    if (!(bits & (Flag.suspect | Flag.imputed))) return [];
    const at = (year: number): number[] => {
      if (year < 0 || year >= normalised.periods.length) return [];
      const value = normalised.values[offset(normalised, v, year, i)];
      return Number.isFinite(value) ? [value] : [];
    };
    const beside = [...at(t - 1), ...at(t + 1)];
    const [now] = at(t);
    const step = beside.length && now !== undefined ? weights.effective[id] * (mean(beside) - now) : null;
    const without = additive && step !== null ? gap + (root === ahead ? step : -step) : null;
    return [{ indicator: id, suspect: (bits & Flag.suspect) > 0, without }];
  });
}
