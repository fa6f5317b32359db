import type { Framework } from "../framework/index.js";
import type { Language, Text } from "../ground/words/index.js";
import type { Card, Result } from "../method/index.js";
import type { DataSet } from "../read/index.js";

/** What the surroundings give a study: bytes of files, nothing else. */
export interface StudyHost {
  /** a file beside the study; the host refuses what leads outside the study's folder */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** a file of the shipped data, e.g. `china-provinces/set.yaml`, `frameworks/two-wheels.yaml` */
  readonly readShipped: (path: string) => Promise<Uint8Array>;
}

export interface Step {
  readonly id: string;
  readonly verb: string;
  readonly card: Card;
  /** as written, without the inputs: checked, defaults filled in */
  readonly options: Readonly<Record<string, unknown>>;
  /** as written: where each input comes from */
  readonly inputs: Readonly<Record<string, unknown>>;
}

export interface Study {
  readonly title: Text;
  readonly file: string;
  readonly steps: readonly Step[];
  readonly report: { readonly languages: readonly Language[]; readonly formats: readonly string[] };
  readonly seed: number;
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
