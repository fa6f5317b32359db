import { type ResultTable, rowsTable } from "../method/index.js";
import type { Panel } from "../table/index.js";
import type { Decision, Evidence, Finding } from "./finding.js";

/** What one decision changes: a cell, or all cells of a column, unit or period where that is null. */
export interface Decided {
  readonly finding: number;
  readonly action: Decision["action"];
  readonly variable: string | null;
  readonly unit: string | null;
  readonly period: number | null;
  readonly reason: string;
}

/** What the decisions taken amount to, cell by cell where a finding names cells; a decision to keep changes nothing. */
export function decidedTable(panel: Panel, found: readonly Evidence[], findings: readonly Finding[]): ResultTable {
  const rows = findings.flatMap(({ decision }, k) =>
    decision && decision.action !== "keep" ? decidedCells(panel, found[k], decision).map((one) => ({ finding: k + 1, ...one })) : [],
  );
  return rowsTable("decided", { en: "What the decisions change", zh: "处理决定所改动的单元格" }, rows, {
    finding: { en: "no.", zh: "编号" },
    action: { en: "decided", zh: "处理决定" },
    variable: { en: "column", zh: "列" },
    unit: { en: "unit", zh: "单位" },
    period: { en: "period", zh: "时期" },
    reason: { en: "reason", zh: "理由" },
  });
}

function decidedCells(panel: Panel, { variable, other, unit, from, to, cells }: Evidence, decision: Decision): Omit<Decided, "finding">[] {
  const { action, reason } = decision;
  const { variables, units, periods } = panel;
  const columns = [variable, ...(other?.split(", ") ?? [])];
  const column = decision.variable !== undefined && columns.includes(decision.variable) ? decision.variable : variable;
  if (cells.length) {
    return cells.flatMap(({ v, t, i }) => {
      const one = { variable: variables[v].id, unit: units[i].code, period: periods[t] };
      const meant =
        (column === null || one.variable === column) &&
        (decision.unit === undefined || one.unit === decision.unit) &&
        (decision.period === undefined || one.period === decision.period);
      return meant ? [{ action, ...one, reason }] : [];
    });
  }
  const meant = { action, variable: column, unit: decision.unit ?? unit ?? null, reason };
  if (decision.period !== undefined) return [{ ...meant, period: decision.period }];
  const touched = periods.filter((period) => (from ?? period) <= period && period <= (to ?? period));
  return touched.length === periods.length ? [{ ...meant, period: null }] : touched.map((period) => ({ ...meant, period }));
}
