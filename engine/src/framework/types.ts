import type { Text } from "../ground/words/index.js";
import type { Tree } from "../table/index.js";

export type Match = "same" | "partial" | "proxy";

/** An indicator as the framework defines it, whether or not data fill it. */
export interface Definition {
  readonly id: string;
  /** id of the tree node it belongs to */
  readonly mechanism: string;
  readonly names: Text;
  readonly unit: Text;
  readonly direction: -1 | 1;
  readonly formula: Text;
  readonly source: Text;
  /** A published yearly by region · B published elsewhere or with gaps · C irregular */
  readonly availability: string;
}

/** An indicator that is computed: a leaf of the tree. */
export interface Indicator {
  readonly id: string;
  readonly names: Text;
  readonly unit: Text;
  readonly direction: -1 | 1;
  /** formula over raw columns */
  readonly formula: string;
  readonly weight: number;
  /** ids of the definitions it stands for */
  readonly standsFor: readonly string[];
  readonly match: Match;
  readonly note?: Text;
}

/** A definition that no data fill as defined, with its reason and what stands in. */
export interface BlindSpot {
  readonly definition: Definition;
  readonly reason: Text;
  readonly standIns: readonly string[];
}

export interface Framework {
  readonly kind: "framework";
  readonly id: string;
  readonly names: Text;
  readonly tree: Tree;
  /** other trees over the same indicators, e.g. `elements`: labour, means, object */
  readonly views: Readonly<Record<string, Tree>>;
  readonly definitions: readonly Definition[];
  readonly indicators: readonly Indicator[];
  readonly blindSpots: readonly BlindSpot[];
  /** SHA-256 of the file */
  readonly hash: string;
}
