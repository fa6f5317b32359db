/**
 * Which formula made published numbers? Every candidate is computed from the other printed columns as intervals of their rounding;
 * it reproduces a column when every row meets the interval printed there, except misprints when at least 95 % do.
 * Errors in circulation: 刘春林 (2017); 王淑佳等 (2021), doi:10.31497/zrzyxb.20210319.
 * Cannot decide where several candidates meet every row: then all of them are named.
 */
import { type Cell, type Result, type ResultTable, result, rowsTable, type Warning } from "../../method/index.js";
import { auditCoupling, type CouplingClaim } from "./audit-coupling.js";
import { auditIndex, type IndexClaim } from "./audit-index.js";
import { auditInequality, type InequalityClaim } from "./audit-inequality.js";
import { auditWeights, type WeightsClaim } from "./audit-weights.js";
import type { Findings } from "./findings.js";
import { type CandidateRow, holds } from "./judge.js";
import type { Digits } from "./published.js";
import { mostMoved } from "./table-candidates.js";
import { byFit, type Verdict, verdictOn } from "./verdict.js";

export type FormulaClaim = CouplingClaim | WeightsClaim | IndexClaim | InequalityClaim;

/**
 * @param claim a family and its columns, every number as the text printed: trailing zeros count
 * @param options digits: decimals of every number, instead of those of its text
 * @returns value: a verdict for each audited column; tables `candidates`, `checks`, `classes` (rows count from 1)
 */
export function auditFormula(claim: FormulaClaim, { digits = "auto" }: { readonly digits?: Digits } = {}): Result<readonly Verdict[]> {
  const { columns, checks, classes } = findings(claim, digits);
  const value = columns.map(({ column, candidates, because }) => verdictOn(column, candidates, because));
  const rows = columns.flatMap(({ candidates }) => [...candidates].sort(byFit));
  const failing = checks.filter((one) => one.firstFailing !== null);
  const warnings: Warning[] = failing.map(({ id, names, passed, rows: all, firstFailing, largest }) => {
    const reach = largest === null ? "" : largest.toFixed(2);
    return {
      code: id,
      text: {
        en: `${names.en} holds in ${passed} of ${all} rows; the first in which it cannot is row ${(firstFailing ?? 0) + 1}${reach && ` (largest value ${reach})`}`,
        zh: `${names.zh} 在 ${all} 行中仅 ${passed} 行成立；首个不成立的为第 ${(firstFailing ?? 0) + 1} 行${reach && `（最大值 ${reach}）`}`,
      },
    };
  });
  return result(
    { id: "formula-audit", citations: ["wang2021", "liao1999"], variant: () => `${claim.family} · digits ${digits}` },
    {
      options: { family: claim.family, digits },
      value,
      tables: [candidatesTable(rows), ...(checks.length ? [checksTable(checks)] : []), ...(classes ? [classesTable(classes)] : [])],
      trace: {
        columns: columns.map(({ column, candidates }) => ({
          column,
          tried: candidates.length,
          reproducing: candidates.filter(holds).length,
        })),
      },
      warnings: [...warnings, ...classWarning(classes), ...exactWarning(claim)],
    },
  );
}

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
  }
}

const rowNumber = (row: number | null): Cell => (row === null ? null : row + 1);

const candidatesTable = (rows: readonly CandidateRow[]): ResultTable =>
  rowsTable(
    "candidates",
    { en: "Candidates, the nearest first", zh: "候选公式（由近及远）" },
    rows.map((one) => ({
      column: one.column,
      candidate: one.id,
      outcome: one.outcome,
      matched: one.matched,
      rows: one.rows,
      worst: one.worst,
      first_failing: rowNumber(one.firstFailing),
      constant_from: one.parameter?.[0] ?? null,
      constant_to: one.parameter?.[1] ?? null,
    })),
    {
      column: { en: "column", zh: "列" },
      candidate: { en: "candidate", zh: "候选公式" },
      outcome: { en: "outcome", zh: "结果" },
      matched: { en: "rows met", zh: "吻合行数" },
      rows: { en: "of", zh: "总行数" },
      worst: { en: "worst, in last digits", zh: "最大偏差（末位单位）" },
      first_failing: { en: "first failing row", zh: "首个不符行" },
      ...(rows.some((one) => one.parameter)
        ? { constant_from: { en: "constant from", zh: "常数下限" }, constant_to: { en: "to", zh: "上限" } }
        : {}),
    },
  );

const checksTable = (checks: Findings["checks"]): ResultTable =>
  rowsTable(
    "checks",
    { en: "What must hold whatever the formula", zh: "无论何种公式都应成立" },
    checks.map(({ names, passed, rows, firstFailing, largest }) => ({
      check: names.en,
      check_zh: names.zh,
      passed,
      rows,
      largest,
      first_failing: rowNumber(firstFailing),
    })),
    {
      check: { en: "check", zh: "检验（英文）" },
      check_zh: { en: "check (Chinese)", zh: "检验" },
      passed: { en: "rows that may hold", zh: "成立行数" },
      rows: { en: "of", zh: "总行数" },
      largest: { en: "largest", zh: "最大值" },
      first_failing: { en: "first failing row", zh: "首个不符行" },
    },
  );

const classesTable = ({ failing }: NonNullable<Findings["classes"]>): ResultTable =>
  rowsTable(
    "classes",
    { en: "Class names that do not fit D", zh: "与 D 不符的等级名称" },
    failing.map(({ row, printed, expected }) => ({ row: row + 1, printed, expected: expected.zh, expected_en: expected.en })),
    {
      row: { en: "row", zh: "行" },
      printed: { en: "printed", zh: "所印等级" },
      expected: { en: "of the printed D (Chinese)", zh: "应为" },
      expected_en: { en: "of the printed D", zh: "应为（英文）" },
    },
  );

const classWarning = (classes: Findings["classes"]): Warning[] =>
  classes?.failing.length
    ? [
        {
          code: "class-names",
          text: {
            en: `the class does not fit the printed D in ${classes.failing.length} of ${classes.rows} rows (set ${classes.set})`,
            zh: `${classes.rows} 行中有 ${classes.failing.length} 行的等级名称与所列 D 不符（分级 ${classes.set}）`,
          },
        },
      ]
    : [];

const exactWarning = ({ family }: FormulaClaim): Warning[] =>
  family === "coupling"
    ? []
    : [
        {
          code: "inputs-exact",
          text: {
            en: `the inputs are taken as printed; their rounding is followed only when no formula meets so, and for at most ${mostMoved} numbers`,
            zh: `输入数字先按所列值计算；仅当无公式吻合且数字不超过 ${mostMoved} 个时，才考虑其舍入误差`,
          },
        },
      ];
