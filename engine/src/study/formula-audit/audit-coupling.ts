import { levelSets } from "../../explain/levels/index.js";
import type { Text } from "../../ground/words/index.js";
import { type CouplingColumn, judgeColumn } from "./coupling-candidates.js";
import { couplingChecks, impliedC } from "./coupling-checks.js";
import { classCheck, recompute } from "./coupling-classes.js";
import { couplingForms } from "./coupling-forms.js";
import { type CouplingTable, rangeAt } from "./coupling-table.js";
import type { Audited, Findings } from "./findings.js";
import { type CandidateRow, holds } from "./judge.js";
import { type Digits, type Published, publishedColumn } from "./published.js";
import { developmentsFrom, judgePair } from "./two-degrees.js";
import { bestOf } from "./verdict.js";

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
  /** names of the classes of D; empty where none is printed */
  readonly classes?: readonly string[];
  /** years or regions, to name the rows by */
  readonly labels?: readonly string[];
}

const denials: Readonly<Record<CouplingColumn, Text>> = {
  c: { en: "it is not a coupling degree", zh: "并非耦合度" },
  t: { en: "it is not T", zh: "并非协调发展指数 T" },
  d: { en: "it is not D", zh: "并非耦合协调度 D" },
};
const instead: Readonly<Record<CouplingColumn, Text>> = {
  c: { en: "C = n(∏U)^(1/n)/ΣU", zh: "C = n(∏U)^(1/n)/ΣU" },
  t: { en: "T, the mean of the developments or a weighted mean with its weights stated", zh: "各系统均值 T，或注明权重的加权均值" },
  d: { en: "D = √(C·T)", zh: "D = √(C·T)" },
};

export function auditCoupling({ u = [], c, corrected, t, d, classes = [], labels = [] }: CouplingClaim, digits: Digits): Findings {
  const column = (texts: readonly string[] | undefined, name: string) => (texts ? publishedColumn(texts, name, digits) : null);
  const table: CouplingTable = {
    u: u.map((texts, k) => publishedColumn(texts, `U${k + 1}`, digits)),
    c: column(c, "C"),
    t: column(t, "T"),
    d: column(d, "D"),
  };
  const second = column(corrected, "C′");
  const judged = (["c", "t", "d"] as const).flatMap((id) => {
    const heading = id.toUpperCase();
    return table[id] ? [audited(id, heading, judgeColumn(table, id, heading), instead[id], id === "d" ? passesOne(table) : undefined)] : [];
  });
  const best = (heading: string) => bestOf(judged.find((one) => one.column === heading)?.candidates ?? []);
  const [bestC, bestT, bestD] = ["C", "T", "D"].map(best);
  const columns = judged.map((one) =>
    one.column === "D" && bestD?.id === "root-ct" && bestC && !bestC.right ? { ...one, remark: inherits } : one,
  );
  const checked = classCheck(table.d, classes);
  // with another exponent than 1/2 the classes of √(C·T) say nothing of the table
  const recomputed =
    table.u.length > 1 && table.d && !(bestD?.right && bestD.id.startsWith("theta"))
      ? recompute(table, soundForm(bestC, bestD), bestT?.right ?? false, checked?.set ?? levelSets[0], classes)
      : null;
  const rows = Math.max(0, table.c?.length ?? 0, second?.length ?? 0);
  return {
    columns: second ? [...columns, audited("c", "C′", secondDegree(table, second), secondInstead)] : columns,
    checks: couplingChecks(table, second),
    coupling: {
      classes: checked,
      recomputed,
      developments: Array.from({ length: rows }, (_, row) => row).flatMap((row) => {
        const found = developmentsFrom(rangeAt(table.c, row), rangeAt(second, row));
        return found ? [{ row, u: found }] : [];
      }),
      labels,
    },
  };
}

const audited = (id: CouplingColumn, column: string, candidates: readonly CandidateRow[], sound: Text, because?: Text): Audited => ({
  column,
  subject: { en: `The column headed ${column}`, zh: `标题为 ${column} 的列` },
  counted: { en: "rows", zh: "行" },
  candidates,
  denial: denials[id],
  because,
  instead: sound,
});

const inherits: Text = {
  en: "Its C is not the coupling degree, so it is not the coordination degree of these developments either",
  zh: "但所用的 C 并非耦合度，故该列也不是这些系统的耦合协调度",
};

const secondInstead: Text = {
  en: "√{[1 − mean|Ui − Uj|]·[∏(Ui/max U)]^(1/(n−1))} (Wang et al. 2021)",
  zh: "√{[1 − |Ui − Uj| 的均值]·[∏(Ui/max U)]^(1/(n−1))}（王淑佳等 2021）",
};

function secondDegree(table: CouplingTable, second: readonly (Published | null)[]): CandidateRow[] {
  if (table.u.length > 1) return judgeColumn({ ...table, c: second }, "c", "C′");
  const pair = table.c && judgePair(table.c, second, "C′");
  return pair ? [pair] : [];
}

/** The legitimate coupling degree the table was found to hold, in C or inside D; otherwise the standard one. */
function soundForm(c: CandidateRow | undefined, d: CandidateRow | undefined): string {
  const ids = [c, d].flatMap((one) => (one && holds(one) && one.right ? [one.id.replace(/^root-ct-(alpha-)?/, "")] : []));
  return ids.find((id) => couplingForms.some((one) => one.id === id && one.right)) ?? "standard";
}

/** Why a column cannot be D: the coupling degree it implies passes 1. */
function passesOne(table: CouplingTable): Text | undefined {
  const implied = (table.d ?? []).flatMap((_, row) => {
    const range = impliedC(table, row);
    return range && range[0] > 1 ? [(range[0] + range[1]) / 2] : [];
  });
  if (implied.length === 0) return undefined;
  const most = Math.max(...implied).toFixed(2);
  return {
    en: `D²/T would reach ${most}, and no coupling degree passes 1`,
    zh: `若为 D，则 D²/T 将达 ${most}，而耦合度不会超过 1`,
  };
}
