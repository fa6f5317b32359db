import type { Text } from "../ground/words/index.js";
import type { Panel } from "../table/index.js";

/** A choice that a plan leaves open; a draw gives each a number u of [0, 1). */
export interface Choice {
  /** as the user would recognise it, e.g. `weigh.method` */
  readonly name: string;
  /** what may be chosen, alternative ⌊u·k⌋; absent: a continuous choice */
  readonly alternatives?: readonly string[];
}

/** What a plan gives under one draw: a value for every row of each of its columns (missing is NaN), or why it gives nothing. */
export type Outcome = { readonly values: readonly Float64Array[] } | { readonly failure: Text };

/** Columns that a plan makes. */
export interface PlanColumn {
  readonly id: string;
  readonly names: Text;
  /** the classes a degree falls into: the upper end of each, from the lowest, and which end belongs to it */
  readonly classes?: {
    readonly levels: readonly { readonly level: number; readonly to: number }[];
    readonly interval: "left-closed" | "right-closed";
  };
}

/** A plan that can be run again under other choices; how it does so is its own affair. */
export interface Plan {
  readonly choices: readonly Choice[];
  readonly columns: readonly PlanColumn[];
  /** the rows of every column, period by period, unit by unit */
  readonly units: Panel["units"];
  readonly periods: readonly number[];
  /** seed of every random draw */
  readonly seed: number;
  /** one outcome a draw, in their order; `null` is the plan as it is written */
  readonly evaluate: (draws: readonly (Float64Array | null)[]) => Promise<readonly Outcome[]>;
}
