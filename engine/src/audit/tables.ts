import { mean } from "../ground/sums/index.js";
import type { Text } from "../ground/words/index.js";
import { type Cell, finite, type ResultTable, rowsTable } from "../method/index.js";
import type { Panel } from "../table/index.js";
import type { AuditedColumn } from "./column.js";
import { decidedTable } from "./decided.js";
import type { Decision, Evidence, Finding } from "./finding.js";
import { missingMap } from "./missing-map.js";
import { printedDecimals } from "./resolution.js";
import { median } from "./robust.js";

type Rows = Readonly<Record<string, Cell>>[];

const text = (en: string, zh: string): Text => ({ en, zh });
const variableColumn = text("column", "列");
const unitColumn = text("unit", "单位");
const periodColumn = text("period", "时期");
const sharePresent = text("share present", "可用比例");

/** The audit's tables; a finding's number is its row in the first. */
export function auditTables(
  panel: Panel,
  columns: readonly AuditedColumn[],
  found: readonly Evidence[],
  findings: readonly Finding[],
  decisions: readonly Decision[],
  met: readonly number[],
): ResultTable[] {
  return [
    findingsTable(findings),
    cellsTable(panel, found),
    ...missingTables(panel),
    columnsTable(columns),
    decisionsTable(decisions, met),
    decidedTable(panel, found, findings),
  ];
}

function findingsTable(findings: readonly Finding[]): ResultTable {
  const rows: Rows = findings.map((one, k) => ({
    finding: k + 1,
    severity: one.severity,
    kind: one.kind,
    variable: one.variable,
    other: one.other ?? null,
    unit: one.unit ?? null,
    period_from: one.from ?? null,
    period_to: one.to ?? null,
    statistic: finite(one.statistic),
    threshold: finite(one.threshold),
    chance: one.chance === undefined ? null : finite(one.chance),
    declared: one.declared ? "yes" : "no",
    sentence_en: one.sentence.en,
    sentence_zh: one.sentence.zh,
    offer: one.offer,
    decision: one.decision?.action ?? null,
    reason: one.decision?.reason ?? null,
  }));
  return rowsTable("findings", text("Findings", "审核发现"), rows, {
    finding: text("no.", "编号"),
    severity: text("severity", "程度"),
    kind: text("kind", "类别"),
    variable: variableColumn,
    other: text("compared with", "比较对象"),
    unit: unitColumn,
    period_from: text("from", "起"),
    period_to: text("to", "止"),
    statistic: text("statistic", "统计量"),
    threshold: text("threshold", "阈值"),
    chance: text("by chance", "偶然概率或期望数"),
    declared: text("declared in the data", "数据已声明"),
    sentence_en: text("sentence (English)", "说明（英文）"),
    sentence_zh: text("sentence (Chinese)", "说明（中文）"),
    offer: text("proposed", "建议处理"),
    decision: text("decided", "处理决定"),
    reason: text("reason", "理由"),
  });
}

function cellsTable(panel: Panel, found: readonly Evidence[]): ResultTable {
  const { variables, periods, units, values } = panel;
  const rows: Rows = found.flatMap(({ cells }, k) =>
    cells.map(({ v, t, i }) => ({
      finding: k + 1,
      variable: variables[v].id,
      unit: units[i].code,
      period: periods[t],
      value: finite(values[(v * periods.length + t) * units.length + i]),
    })),
  );
  return rowsTable("cells", text("Cells the findings concern", "发现所涉单元格"), rows, {
    finding: text("no.", "编号"),
    variable: variableColumn,
    unit: unitColumn,
    period: periodColumn,
    value: text("value", "取值"),
  });
}

function missingTables(panel: Panel): ResultTable[] {
  const { variables, periods, units } = panel;
  const map = missingMap(panel);
  const byPeriod: Rows = variables.flatMap(({ id }, v) =>
    periods.map((period, t) => {
      const missing = map.byPeriod[v * periods.length + t];
      return { variable: id, period, missing, share: finite(1 - missing / units.length) };
    }),
  );
  const all = variables.length * periods.length;
  const byUnit: Rows = units.map(({ code }, i) => ({ unit: code, missing: map.ofUnit[i], share: finite(1 - map.ofUnit[i] / all) }));
  const missing = text("missing cells", "缺失单元格数");
  return [
    rowsTable("missing", text("Missing cells by column and period", "各列各时期缺失"), byPeriod, {
      variable: variableColumn,
      period: periodColumn,
      missing,
      share: sharePresent,
    }),
    rowsTable("missing-units", text("Missing cells by unit", "各单位缺失"), byUnit, { unit: unitColumn, missing, share: sharePresent }),
  ];
}

function columnsTable(columns: readonly AuditedColumn[]): ResultTable {
  const rows: Rows = columns.map(({ id, cells, sorted }) => {
    const [min, max] = [sorted[0], sorted[sorted.length - 1]];
    return {
      variable: id,
      n: sorted.length,
      missing: cells.length - sorted.length,
      zeros: sorted.filter((cell) => cell === 0).length,
      min: finite(min),
      median: finite(median(sorted)),
      mean: finite(mean(sorted)),
      max: finite(max),
      decimals: sorted.length ? printedDecimals(sorted) : null,
      constant: sorted.length && min === max ? "yes" : "no",
    };
  });
  return rowsTable("columns", text("Columns", "各列概况"), rows, {
    variable: variableColumn,
    n: text("cells with a value", "有数单元格"),
    missing: text("missing cells", "缺失单元格数"),
    zeros: text("zeros", "零值数"),
    min: text("smallest", "最小值"),
    median: text("median", "中位数"),
    mean: text("mean", "均值"),
    max: text("largest", "最大值"),
    decimals: text("printed decimals", "所印小数位"),
    constant: text("constant", "是否常数"),
  });
}

function decisionsTable(decisions: readonly Decision[], met: readonly number[]): ResultTable {
  const rows: Rows = decisions.map((one, d) => ({
    variable: one.variable ?? null,
    kind: one.kind ?? null,
    unit: one.unit ?? null,
    period: one.period ?? null,
    action: one.action,
    reason: one.reason,
    findings: met[d],
  }));
  return rowsTable("decisions", text("Decisions", "处理决定"), rows, {
    variable: variableColumn,
    kind: text("kind", "类别"),
    unit: unitColumn,
    period: periodColumn,
    action: text("decided", "处理决定"),
    reason: text("reason", "理由"),
    findings: text("findings it meets", "对应发现数"),
  });
}
