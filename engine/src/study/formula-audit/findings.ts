import type { Text } from "../../ground/words/index.js";
import type { Check } from "./coupling-checks.js";
import type { ClassCheck, Recomputed } from "./coupling-classes.js";
import type { Interval } from "./interval.js";
import type { CandidateRow } from "./judge.js";
import type { InputsTaken } from "./table-candidates.js";

/** One published column (or number), what may have made it, and how to speak of it. */
export interface Audited {
  readonly column: string;
  readonly subject: Text;
  /** the subject is grammatically plural */
  readonly plural?: boolean;
  /** what its numbers are called when they are counted; a single number has none */
  readonly counted: Text | null;
  readonly candidates: readonly CandidateRow[];
  /** said when only a known error gives the numbers: what they are not */
  readonly denial: Text;
  /** why they cannot be */
  readonly because?: Text;
  /** what a sound column would hold */
  readonly instead: Text;
  /** a remark that follows the verdict */
  readonly remark?: Text;
  readonly inputs?: InputsTaken;
}

/** What an audit of one family finds: candidates of every published column, and checks that need no candidate. */
export interface Findings {
  readonly columns: readonly Audited[];
  readonly checks: readonly Check[];
  readonly coupling?: CouplingFindings;
}

export interface CouplingFindings {
  readonly classes: ClassCheck | null;
  readonly recomputed: Recomputed | null;
  /** smaller and larger development of each row, where two coupling degrees determine them */
  readonly developments: readonly { readonly row: number; readonly u: readonly [Interval, Interval] }[];
  /** what the rows are called in the table */
  readonly labels: readonly string[];
}
