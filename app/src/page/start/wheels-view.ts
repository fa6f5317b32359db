import type { Text } from "@gongfu/engine";
import type { Cells, Coupled, Node, Ran, Scores, System } from "../../worker/ran.js";

/** The two-wheel reading of a run: what the first page draws. */
export interface WheelsView {
  readonly ran: Ran;
  readonly scores: Scores;
  readonly coupled: Coupled;
  readonly empowerment: System;
  readonly equity: System;
}

/** Null when the study has not both wheels and their coupling, or its units no place on the tile map. */
export function wheelsOf(ran: Ran): WheelsView | null {
  const { scores, coupled } = ran;
  const [empowerment, equity] = ["empowerment", "equity"].map((id) => scores?.systems.find((one) => one.id === id));
  if (!scores || !coupled || !empowerment || !equity || ran.units.some((one) => !one.tile)) return null;
  return { ran, scores, coupled, empowerment, equity };
}

/** One cell; null where missing. */
export function at({ units }: Pick<Ran, "units">, cells: Cells, t: number, i: number): number | null {
  const value = cells[t * units.length + i];
  return Number.isNaN(value) ? null : value;
}

/** Mean over the units that have a value; null when none has. */
export function meanAt({ units }: Pick<Ran, "units">, cells: Cells, t: number): number | null {
  const present = cells.subarray(t * units.length, (t + 1) * units.length).filter((value) => !Number.isNaN(value));
  return present.length ? present.reduce((sum, value) => sum + value, 0) / present.length : null;
}

/** Name of the level a value of D falls into: tenths, closed below. */
export function levelAt(levels: readonly Text[], d: number): Text {
  return levels[Math.max(0, Math.min(levels.length - 1, Math.floor(Math.round(d * levels.length * 1e11) / 1e11)))];
}

/** What one place shows in one period: a unit, or the mean of all (null). */
export interface Reading {
  readonly empowerment: number;
  readonly equity: number;
  readonly d: number;
  readonly dWang: number | null;
  readonly arcs: { readonly empowerment: readonly Arc[]; readonly equity: readonly Arc[] };
}
interface Arc {
  readonly names: Text;
  readonly value: number;
}

export function reading({ ran, scores, coupled, empowerment, equity }: WheelsView, t: number, i: number | null): Reading {
  const one = (cells: Cells): number => (i === null ? meanAt(ran, cells, t) : at(ran, cells, t, i)) ?? 0;
  const arcs = (wheel: string): Arc[] =>
    scores.nodes.filter((node: Node) => node.parent === wheel).map(({ names, cells }) => ({ names, value: one(cells) }));
  return {
    empowerment: one(empowerment.cells),
    equity: one(equity.cells),
    d: one(coupled.d),
    dWang: coupled.other && one(coupled.other.d),
    arcs: { empowerment: arcs("empowerment"), equity: arcs("equity") },
  };
}

/** Units where equity runs ahead. */
export const equityAhead = ({ ran, empowerment, equity }: WheelsView, t: number): number =>
  ran.units.filter((_, i) => (at(ran, equity.cells, t, i) ?? 0) > (at(ran, empowerment.cells, t, i) ?? 0)).length;
