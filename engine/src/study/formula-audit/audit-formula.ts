/**
 * Which formula made published numbers? Every candidate is computed from the other printed columns as intervals of their rounding;
 * it reproduces a column when every row meets the interval printed there, except misprints when at least 95 % do.
 * Errors in circulation: 刘春林 (2017); 王淑佳等 (2021), doi:10.31497/zrzyxb.20210319.
 * Cannot decide where several candidates meet every row: then all of them are named.
 */
import { Fault } from "../../ground/fault/index.js";
import { type Result, result } from "../../method/index.js";
import { auditCoupling, type CouplingClaim } from "./audit-coupling.js";
import { auditIndex, type IndexClaim } from "./audit-index.js";
import { auditInequality, type InequalityClaim } from "./audit-inequality.js";
import { auditSpeed, type SpeedClaim } from "./audit-speed.js";
import { auditWeights, type WeightsClaim } from "./audit-weights.js";
import type { Findings } from "./findings.js";
import { candidatesTable, checksTable, couplingTables } from "./formula-tables.js";
import { warningsOf } from "./formula-warnings.js";
import { holds } from "./judge.js";
import type { Digits } from "./published.js";
import { byFit, type Verdict, verdictOn } from "./verdict.js";

export type FormulaClaim = CouplingClaim | WeightsClaim | IndexClaim | InequalityClaim | SpeedClaim;

/**
 * @param claim a family and its columns, every number as the text printed: trailing zeros count
 * @param options digits: decimals of every number, instead of those of its text
 * @returns value: a verdict for each audited column; tables `candidates`, `checks`; of coupling also `recomputed` (C, T, D from U with their
 * classes), `classes` (names that do not fit the printed D) and `developments` (U from two coupling degrees). Rows count from 1
 */
export function auditFormula(claim: FormulaClaim, { digits = "auto" }: { readonly digits?: Digits } = {}): Result<readonly Verdict[]> {
  const found = findings(claim, digits);
  const { columns, checks, coupling } = found;
  if (columns.length + checks.length === 0) throw nothingPublished(claim.family);
  const rows = columns.flatMap(({ candidates }) => [...candidates].sort(byFit));
  return result(
    {
      id: "formula-audit",
      citations: claim.family === "speed" ? ["barro1992"] : ["wang2021", "liao1999"],
      variant: () => `${claim.family} · digits ${digits}`,
    },
    {
      options: { family: claim.family, digits },
      value: columns.map(verdictOn),
      tables: [
        ...(rows.length ? [candidatesTable(rows)] : []),
        ...(checks.length ? [checksTable(checks)] : []),
        ...couplingTables(coupling),
      ],
      trace: {
        columns: columns.map(({ column, candidates, inputs }) => ({
          column,
          tried: candidates.length,
          reproducing: candidates.filter(holds).length,
          ...(inputs ? { inputs } : {}),
        })),
        ...(coupling?.classes
          ? { classes: { set: coupling.classes.set.id, rows: coupling.classes.rows, fit: coupling.classes.passed } }
          : {}),
        ...(coupling?.recomputed ? { recomputed: { form: coupling.recomputed.form, set: coupling.recomputed.set.id } } : {}),
      },
      warnings: warningsOf(found),
    },
  );
}

const nothingPublished = (family: FormulaClaim["family"]): Fault =>
  new Fault({
    code: "nothing-published",
    place: { path: family },
    found: { en: "the claim holds no published number to audit", zh: "没有可供核验的公布数字" },
    expected: {
      en: "expected a column headed C, T or D, a column speed or half, or one of gini, wolfson, der, between",
      zh: "应有标题为 C、T 或 D 的列，speed 或 half 列，或 gini、wolfson、der、between 之一",
    },
    next: { en: "name them, e.g. --d D, or --gini 0.357", zh: "请指明，例如 --d D 或 --gini 0.357" },
  });

function findings(claim: FormulaClaim, digits: Digits): Findings {
  switch (claim.family) {
    case "coupling":
      return auditCoupling(claim, digits);
    case "weights":
      return auditWeights(claim, digits);
    case "index":
      return auditIndex(claim, digits);
    case "inequality":
      return auditInequality(claim, digits);
    case "speed":
      return auditSpeed(claim, digits);
  }
}
