import type { Language, Text } from "@gongfu/engine";
import type { Role } from "@gongfu/engine/tell";
import type { UnitWord } from "@gongfu/engine/tell/lookup";

/** Cells of one column by period, then unit; NaN where missing. */
export type Cells = Float64Array;

export interface Unit {
  readonly code: string;
  readonly names: Text;
  /** letters for a tile too small for the name */
  readonly short: string;
  /** place on the tile map; null for units that have none */
  readonly tile: { readonly column: number; readonly row: number } | null;
}

export interface System {
  readonly id: string;
  readonly names: Text;
  readonly role: Role;
  readonly cells: Cells;
}

export interface Node {
  readonly id: string;
  readonly parent: string;
  readonly names: Text;
  readonly cells: Cells;
}

/** The index a study is about: its systems (the roots of the tree) and the nodes below them. */
export interface Scores {
  /** id of the step that made it */
  readonly step: string;
  readonly systems: readonly System[];
  readonly nodes: readonly Node[];
  /** cells of the normalised panel that were imputed */
  readonly imputed: number;
}

/** The coupling of two systems. */
export interface Coupled {
  readonly step: string;
  readonly systems: readonly string[];
  /** form of the degree it classes by */
  readonly form: string;
  readonly d: Cells;
  readonly level: Cells | null;
  /** another form of the degree, when the step gives one */
  readonly other: { readonly id: string; readonly d: Cells; readonly level: Cells | null } | null;
  readonly levels: readonly Text[];
}

/** Ranks of one column under all choices, in the last period. */
export interface Interval {
  readonly column: string;
  readonly rank: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface StepSummary {
  readonly id: string;
  readonly verb: string;
  /** id of the step's card */
  readonly card: string;
  readonly names: Text;
  readonly variant: string;
  readonly tables: readonly { readonly id: string; readonly names: Text }[];
  readonly warnings: readonly { readonly code: string; readonly text: Text }[];
}

/** What the page knows of a run without asking: everything in plain data, so that it can be sent. */
export interface Ran {
  /** false while the steps that run the plan again are still at work: their results are those of no run yet */
  readonly whole: boolean;
  readonly title: Text;
  readonly coverage: Text;
  readonly source: Text;
  readonly periods: readonly number[];
  readonly units: readonly Unit[];
  /** what they are called: provinces, countries, regions */
  readonly unitWord: Readonly<Record<Language, UnitWord>>;
  readonly groupings: readonly { readonly id: string; readonly names: Text; readonly of: readonly string[] }[];
  readonly variables: readonly { readonly id: string; readonly names: Text; readonly unit: Text }[];
  readonly steps: readonly StepSummary[];
  readonly scores: Scores | null;
  readonly coupled: Coupled | null;
  readonly intervals: readonly Interval[];
  readonly suspect: number;
  readonly blindSpots: number;
  readonly definitions: number;
  readonly engine: string;
}
