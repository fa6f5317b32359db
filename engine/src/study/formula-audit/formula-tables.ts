import { type Cell, type ResultTable, rowsTable } from "../../method/index.js";
import type { Check } from "./coupling-checks.js";
import type { ClassCheck, Recomputed } from "./coupling-classes.js";
import type { CouplingFindings } from "./findings.js";
import type { Interval } from "./interval.js";
import type { CandidateRow } from "./judge.js";

const rowNumber = (row: number | null): Cell => (row === null ? null : row + 1);
const rowNames = { en: "row", zh: "行" };
const labelNames = { en: "label", zh: "名称" };
const middle = ([low, high]: Interval): number => (low + high) / 2;

export const candidatesTable = (rows: readonly CandidateRow[]): ResultTable =>
  rowsTable(
    "candidates",
    { en: "Candidates, the nearest first", zh: "候选公式（由近及远）" },
    rows.map((one) => ({
      column: one.column,
      candidate: one.id,
      formula: one.names.zh,
      formula_en: one.names.en,
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
      candidate: { en: "candidate", zh: "代号" },
      formula: { en: "formula (Chinese)", zh: "候选公式" },
      formula_en: { en: "formula", zh: "候选公式（英文）" },
      outcome: { en: "outcome", zh: "结果" },
      matched: { en: "numbers met", zh: "吻合数" },
      rows: { en: "of", zh: "总数" },
      worst: { en: "worst, in last digits", zh: "最大偏差（末位单位）" },
      first_failing: { en: "first not met", zh: "首个不符" },
      ...(rows.some((one) => one.parameter)
        ? { constant_from: { en: "constant from", zh: "常数下限" }, constant_to: { en: "to", zh: "上限" } }
        : {}),
    },
  );

export const checksTable = (checks: readonly Check[]): ResultTable =>
  rowsTable(
    "checks",
    { en: "What must hold whatever the formula", zh: "无论何种公式都应成立" },
    checks.map(({ law, passed, rows, firstFailing, largest }) => ({
      check: law,
      passed,
      rows,
      largest,
      first_failing: rowNumber(firstFailing),
    })),
    {
      check: { en: "check", zh: "检验" },
      passed: { en: "rows that may hold", zh: "成立行数" },
      rows: { en: "of", zh: "总行数" },
      largest: { en: "largest", zh: "最大值" },
      first_failing: { en: "first failing row", zh: "首个不符行" },
    },
  );

const classesTable = ({ failing }: ClassCheck, labels: readonly string[]): ResultTable =>
  rowsTable(
    "classes",
    { en: "Class names that do not fit the printed D", zh: "与所列 D 不符的等级名称" },
    failing.map(({ row, printed, expected }) => ({
      row: row + 1,
      label: labels[row] ?? null,
      printed,
      expected: expected.zh,
      expected_en: expected.en,
    })),
    {
      row: rowNames,
      ...(labels.length ? { label: labelNames } : {}),
      printed: { en: "printed class", zh: "所印等级" },
      expected: { en: "class of the printed D (Chinese)", zh: "应为" },
      expected_en: { en: "class of the printed D", zh: "应为（英文）" },
    },
  );

const recomputedTable = ({ rows }: Recomputed, labels: readonly string[]): ResultTable =>
  rowsTable(
    "recomputed",
    { en: "C, T and D from the printed U", zh: "由所列 U 重新计算的 C、T、D" },
    rows.map(({ row, c, t, d, level, told, printed, fits }) => ({
      row: row + 1,
      label: labels[row] ?? null,
      c: middle(c),
      t: middle(t),
      d: middle(d),
      d_from: d[0],
      d_to: d[1],
      class: level.zh,
      class_en: level.en,
      told: told?.zh ?? null,
      told_en: told?.en ?? null,
      printed: printed ? "✓" : null,
      fits: fits === null ? null : fits ? "✓" : "✗",
    })),
    {
      row: rowNames,
      ...(labels.length ? { label: labelNames } : {}),
      c: { en: "C", zh: "C" },
      t: { en: "T", zh: "T" },
      d: { en: "D", zh: "D" },
      d_from: { en: "D from", zh: "D 下限" },
      d_to: { en: "D to", zh: "D 上限" },
      class: { en: "class (Chinese)", zh: "等级" },
      class_en: { en: "class", zh: "等级（英文）" },
      told: { en: "class told (Chinese)", zh: "文中等级" },
      told_en: { en: "class told", zh: "文中等级（英文）" },
      printed: { en: "class printed", zh: "印有等级" },
      fits: { en: "fits", zh: "相符" },
    },
  );

const developmentsTable = ({ developments, labels }: CouplingFindings): ResultTable =>
  rowsTable(
    "developments",
    { en: "Developments that give the standard and the corrected C", zh: "由标准与修正 C 反解的各系统发展水平" },
    developments.map(({ row, u: [smaller, larger] }) => ({
      row: row + 1,
      label: labels[row] ?? null,
      smaller: middle(smaller),
      smaller_from: smaller[0],
      smaller_to: smaller[1],
      larger: middle(larger),
      larger_from: larger[0],
      larger_to: larger[1],
    })),
    {
      row: rowNames,
      ...(labels.length ? { label: labelNames } : {}),
      smaller: { en: "smaller U", zh: "较小 U" },
      smaller_from: { en: "from", zh: "下限" },
      smaller_to: { en: "to", zh: "上限" },
      larger: { en: "larger U", zh: "较大 U" },
      larger_from: { en: "from", zh: "下限" },
      larger_to: { en: "to", zh: "上限" },
    },
  );

/** Tables only of what there is to show. */
export function couplingTables(found: CouplingFindings | undefined): ResultTable[] {
  if (!found) return [];
  const { classes, recomputed, developments, labels } = found;
  return [
    ...(recomputed?.rows.length ? [recomputedTable(recomputed, labels)] : []),
    ...(classes?.failing.length ? [classesTable(classes, labels)] : []),
    ...(developments.length ? [developmentsTable(found)] : []),
  ];
}
