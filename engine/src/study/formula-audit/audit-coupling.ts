import type { Text } from "../../ground/words/index.js";
import { judgeColumn } from "./coupling-candidates.js";
import { classCheck, couplingChecks, impliedC } from "./coupling-checks.js";
import type { CouplingTable } from "./coupling-table.js";
import type { Findings } from "./findings.js";
import { type Digits, publishedColumn } from "./published.js";

/** Columns of a coupling table as printed; the headings may be the table's own. */
export interface CouplingClaim {
  readonly family: "coupling";
  /** one column a system */
  readonly u?: readonly (readonly string[])[];
  readonly c?: readonly string[];
  /** a second coupling degree, of the corrected form */
  readonly corrected?: readonly string[];
  readonly t?: readonly string[];
  readonly d?: readonly string[];
  /** names of the classes of D */
  readonly classes?: readonly string[];
}

export function auditCoupling({ u = [], c, corrected, t, d, classes }: CouplingClaim, digits: Digits): Findings {
  const column = (texts: readonly string[] | undefined, name: string) => (texts ? publishedColumn(texts, name, digits) : null);
  const table: CouplingTable = {
    u: u.map((texts, k) => publishedColumn(texts, `U${k + 1}`, digits)),
    c: column(c, "C"),
    t: column(t, "T"),
    d: column(d, "D"),
  };
  const two = column(corrected, "C");
  const judged = (["c", "t", "d"] as const).flatMap((id) => {
    if (!table[id]) return [];
    const heading = id.toUpperCase();
    return [{ column: heading, candidates: judgeColumn(table, id, heading), because: id === "d" ? passesOne(table) : undefined }];
  });
  const second = two ? [{ column: "C′", candidates: judgeColumn({ ...table, c: two }, "c", "C′") }] : [];
  return { columns: [...judged, ...second], checks: couplingChecks(table, two), classes: classes ? classCheck(table, classes) : null };
}

/** Why a column cannot be D: the coupling degree it implies passes 1. */
function passesOne(table: CouplingTable): Text | undefined {
  const implied = (table.d ?? []).flatMap((_, row) => {
    const range = impliedC(table, row);
    return range && range[0] > 1 ? [(range[0] + range[1]) / 2] : [];
  });
  if (implied.length === 0) return undefined;
  const most = Math.max(...implied).toFixed(2);
  return { en: `D²/T would reach ${most}`, zh: `否则 D²/T 将达 ${most}` };
}
