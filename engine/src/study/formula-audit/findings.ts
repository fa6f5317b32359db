import type { Text } from "../../ground/words/index.js";
import type { Check, ClassCheck } from "./coupling-checks.js";
import type { CandidateRow } from "./judge.js";

/** What an audit of one family finds: candidates of every published column, and checks that need no candidate. */
export interface Findings {
  readonly columns: readonly {
    readonly column: string;
    readonly candidates: readonly CandidateRow[];
    readonly because?: Text;
  }[];
  readonly checks: readonly Check[];
  readonly classes: ClassCheck | null;
}
