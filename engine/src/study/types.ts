import type { Framework } from "../framework/index.js";
import type { Locate } from "../ground/schema/index.js";
import type { Language, Text } from "../ground/words/index.js";
import type { Card, Result } from "../method/index.js";
import type { DataSet, RegionKind } from "../read/index.js";

/** What the surroundings give a study: bytes of files, nothing else. */
export interface StudyHost {
  /** a file beside the study; the host refuses what leads outside the study's folder */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** a file of the shipped data, e.g. `china-provinces/set.yaml`, `frameworks/two-wheels.yaml` */
  readonly readShipped: (path: string) => Promise<Uint8Array>;
}

/** Where a step takes an input from: an earlier step or several, a table of one, the data, a column of either, a view of the framework, a grouping. */
export type Source =
  | { readonly kind: "step"; readonly id: string }
  | { readonly kind: "steps"; readonly ids: readonly string[] }
  | { readonly kind: "data" }
  | { readonly kind: "columns"; readonly addresses: readonly Address[] }
  | { readonly kind: "table"; readonly id: string; readonly table: string }
  | { readonly kind: "parts"; readonly ids: readonly string[] }
  | { readonly kind: "tree"; readonly view: string | null }
  | PlanSource
  /** borders of the data: on land, or also those of a convention */
  | { readonly kind: "borders"; readonly convention: string | null }
  | { readonly kind: "grouping"; readonly id: string }
  | { readonly kind: "groupings"; readonly ids: readonly string[] };

/** `<id>.<column>`; the id `data` is the loaded panel. */
export interface Address {
  readonly id: string;
  readonly column: string;
}

/** The steps up to a target, to be run again with other choices. */
export interface PlanSource {
  readonly kind: "plan";
  /** an index with all its systems (`column` is null), or columns of steps */
  readonly of: readonly { readonly id: string; readonly column: string | null }[];
  readonly variations: readonly Variation[];
  /** the steps the target may depend on under any choice, in their order, and what each of them may read */
  readonly reads: Readonly<Record<string, readonly string[]>>;
}

/** Sets one key of a step's text: its method, an option, an input. */
export interface Patch {
  readonly step: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

/** One open choice, checked against the plan. */
export type Variation =
  | {
      readonly kind: "among";
      readonly name: string;
      readonly alternatives: readonly { readonly name: string; readonly patches: readonly Patch[] }[];
    }
  | { readonly kind: "range"; readonly name: string; readonly patch: Omit<Patch, "value">; readonly range: readonly [number, number] }
  | {
      readonly kind: "noise";
      readonly name: string;
      readonly step: string;
      readonly share: number;
      readonly levels: readonly string[] | null;
    }
  | { readonly kind: "leave-out"; readonly name: string; readonly level: string; readonly below: readonly string[] | null }
  /** one unit or one period of the data, as if it had never been there */
  | { readonly kind: "leave-out-rows"; readonly name: string; readonly rows: "unit" | "period" };

export interface Step {
  readonly id: string;
  readonly verb: string;
  readonly card: Card;
  /** checked, defaults filled in */
  readonly options: Readonly<Record<string, unknown>>;
  /** what stands under the verb in the file */
  readonly written: Readonly<Record<string, unknown>>;
  /** where each slot of the card is filled from */
  readonly sources: Readonly<Record<string, Source>>;
  /** path of the step in the file, for faults */
  readonly path: readonly (string | number)[];
}

export type DataSource =
  | { readonly set: string }
  | {
      readonly panel: string;
      readonly sheet?: string;
      readonly unit?: string;
      readonly period?: string;
      readonly regions?: "auto" | RegionKind;
      /** units by another name, as written: as meant; null leaves their rows out */
      readonly rename?: Readonly<Record<string, string | null>>;
      readonly negative?: readonly string[];
    };

export interface Study {
  readonly title: Text;
  readonly file: string;
  readonly data: DataSource;
  /** name of a shipped framework or path of a file; absent: one flat group of all columns */
  readonly framework?: string;
  readonly steps: readonly Step[];
  readonly report: { readonly languages: readonly Language[]; readonly formats: readonly string[] };
  readonly seed: number;
  /** SHA-256 of the study file */
  readonly hash: string;
  readonly locate: Locate;
}

export interface StepRun extends Step {
  readonly result: Result;
}

export interface Lock {
  readonly gongfu: 1;
  readonly engine: string;
  readonly study: string;
  readonly data: string;
  readonly framework: string;
  readonly seed: number;
}

/** A study that has run: all that tables, reports and pages are written from. */
export interface StudyRun {
  readonly study: Study;
  readonly data: DataSet;
  readonly framework: Framework;
  readonly steps: readonly StepRun[];
  readonly lock: Lock;
}
