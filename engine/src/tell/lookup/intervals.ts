import { quantile } from "../../ground/designs/index.js";
import { mean } from "../../ground/sums/index.js";
import type { StepRun, StudyRun } from "../../study/index.js";
import { column, type Value } from "./grid.js";
import { stepsOf, tableOf } from "./steps.js";

/** Ranks of one period with their intervals, by position of the unit; null where there is none. */
export interface RankIntervals {
  readonly step: StepRun;
  /** what is ranked, e.g. a system of the index */
  readonly column: string;
  readonly rank: readonly Value[];
  readonly lower: readonly Value[];
  readonly upper: readonly Value[];
}

/** The intervals of every column of the first step that varies choices, in one period. */
export function rankIntervals(run: StudyRun, period: number): readonly RankIntervals[] {
  const [step] = stepsOf(run, "uncertainty");
  const table = tableOf(step, "rank-intervals");
  if (!step || !table) return [];
  const [of, unit, when] = ["column", "unit", "period"].map((id) => column(table, id) ?? []);
  const unitAt = new Map(run.data.panel.units.map((one, i) => [one.code, i]));
  const cells = (id: string, own: string): Value[] => {
    const values = column(table, id) ?? [];
    const found: Value[] = run.data.panel.units.map(() => null);
    of.forEach((name, row) => {
      const i = unitAt.get(String(unit[row]));
      const value = values[row];
      if (name === own && when[row] === period && i !== undefined && typeof value === "number") found[i] = value;
    });
    return found;
  };
  return [...new Set(of.map(String))].map((own) => ({
    step,
    column: own,
    rank: cells("nominal", own),
    lower: cells("lower", own),
    upper: cells("upper", own),
  }));
}

/** Places between the ends of a unit's interval; 0 where it has none. */
export const width = ({ lower, upper }: RankIntervals, i: number): number => (upper[i] ?? 0) - (lower[i] ?? 0);

/** Half of the ranked units have an interval at most this wide. */
export const medianWidth = (one: RankIntervals): number =>
  quantile(
    one.rank.flatMap((rank, i) => (rank === null ? [] : [width(one, i)])).sort((a, b) => a - b),
    0.5,
  );

/** How far one alternative of a choice moves ranks on average, or what a degree is on average under it. */
export interface Alternative {
  readonly choice: string;
  readonly alternative: string;
  readonly column: string;
  readonly change: number;
}

/** All alternatives of the step's choices that are drawn in some runs. */
export function alternativesOf(step: StepRun, from = "choices", measure = "change"): readonly Alternative[] {
  const table = tableOf(step, from);
  if (!table) return [];
  const [choice, alternative, of, change] = ["choice", "alternative", "column", measure].map((id) => column(table, id) ?? []);
  return change.flatMap((value, row) =>
    typeof value === "number"
      ? [{ choice: String(choice[row]), alternative: String(alternative[row]), column: String(of[row]), change: value }]
      : [],
  );
}

export interface Effect {
  readonly choice: string;
  /** the alternative that stays nearest to the ranks as published, and the one that moves them furthest */
  readonly near: Alternative;
  readonly far: Alternative;
}

/** The choices, the one whose alternatives differ most (by the spread of their average changes) first. */
export function effects(alternatives: readonly Alternative[], of: string): readonly Effect[] {
  const own = alternatives.filter((one) => one.column === of);
  return [...new Set(own.map((one) => one.choice))]
    .map((choice) => {
      const all = own.filter((one) => one.choice === choice);
      const centre = mean(all.map((one) => one.change));
      const spread = mean(all.map((one) => (one.change - centre) * (one.change - centre)));
      const sorted = [...all].sort((a, b) => a.change - b.change);
      return { choice, spread, near: sorted[0], far: sorted[sorted.length - 1] };
    })
    .sort((a, b) => b.spread - a.spread || (a.choice < b.choice ? -1 : 1));
}

/** How far one choice moves one unit: its mean rank under the alternative that puts it highest and under the one that puts it lowest. */
export interface Move {
  readonly choice: string;
  readonly high: { readonly alternative: string; readonly rank: number };
  readonly low: { readonly alternative: string; readonly rank: number };
}

/** What each choice does to a unit in the latest period, the choice that moves it most first; nothing where the step does not tell units apart. */
export function movesOf(step: StepRun | undefined, of: string, unit: string): readonly Move[] {
  const table = tableOf(step, "moves");
  if (!table) return [];
  const [choice, alternative, own, code, rank] = ["choice", "alternative", "column", "unit", "rank"].map((id) => column(table, id) ?? []);
  const moves = new Map<string, Move>();
  rank.forEach((value, row) => {
    if (own[row] !== of || code[row] !== unit || typeof value !== "number") return;
    const name = String(choice[row]);
    const here = { alternative: String(alternative[row]), rank: value };
    const { high, low } = moves.get(name) ?? { high: here, low: here };
    moves.set(name, { choice: name, high: value < high.rank ? here : high, low: value > low.rank ? here : low });
  });
  return [...moves.values()].sort((a, b) => b.low.rank - b.high.rank - (a.low.rank - a.high.rank));
}
