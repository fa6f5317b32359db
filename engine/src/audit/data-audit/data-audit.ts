/**
 * Data audit: Δ = ln xₜ − ln xₜ₋₁, M = median over units, E = Δ − M, σ = 1.4826 · median |E|; every check states its threshold.
 * Source: OECD/JRC Handbook (2008), steps 2–3, doi:10.1787/9789264043466-en; medians and median absolute deviations after
 * Rousseeuw & Croux (1993), doi:10.1080/01621459.1993.10476408.
 * Fails never on bad data: it reports them. It cannot see a wrong definition that moves like the right one (long-distance cable for
 * all cable), nor an interpolated series that was rescaled afterwards: compare with a second source (`sameSeries`).
 */
import { type Result, result, settle } from "../../method/index.js";
import { Flag, type Panel } from "../../table/index.js";
import { baseBreaks } from "../checks/base-break.js";
import { outOfBounds } from "../checks/bounds.js";
import { constants } from "../checks/constant.js";
import { declared } from "../checks/declared.js";
import { duplicates } from "../checks/duplicates.js";
import { gaps } from "../checks/gaps.js";
import { identities, totals } from "../checks/identities.js";
import { jumps } from "../checks/jumps.js";
import { repeats } from "../checks/repeat.js";
import { spreadBreaks } from "../checks/spread-break.js";
import { straightLines } from "../checks/straight-line.js";
import { vintages } from "../checks/vintage.js";
import { auditedColumn } from "../column.js";
import { checkNames, decide, openQuestions, stopFault } from "../decide.js";
import { type Evidence, type Finding, kinds, severities } from "../finding.js";
import { auditTables } from "../tables.js";
import { type DataAuditOptions, dataAuditCard } from "./data-audit.method.js";

const columnChecks = [baseBreaks, spreadBreaks, jumps, repeats, straightLines, outOfBounds, constants, declared] as const;
const panelChecks = [duplicates, vintages, identities, totals, gaps] as const;

/**
 * @param panel raw columns in natural units; nothing in it is changed
 * @param options thresholds, bounds, identities, pairs that claim to be one series, and the decisions already taken
 * @returns value: findings, the gravest first; tables: findings, the cells they concern, missing by period and unit, columns, decisions
 */
export function dataAudit(panel: Panel, options: Partial<DataAuditOptions> = {}): Result<readonly Finding[]> {
  const chosen = settle(dataAuditCard, options);
  checkNames(panel, chosen.decisions, [
    ...chosen.bounds.map((one) => one.variable),
    ...chosen.identities.flatMap((one) => [one.variable, ...one.of]),
    ...chosen.sameSeries.flat(),
  ]);
  const columns = panel.variables.map((_, v) => auditedColumn(panel, v));
  const found = ordered(panel, [
    ...columns.flatMap((column) => columnChecks.flatMap((check) => check(column, chosen))),
    ...panelChecks.flatMap((check) => check(panel, chosen)),
  ]);
  const { findings, met } = decide(found, chosen.decisions, panel, (one) => isDeclared(panel, one));
  stopFault(findings, chosen.stopOn);
  return result(dataAuditCard, {
    options: chosen,
    value: findings,
    tables: auditTables(panel, columns, found, findings, chosen.decisions, met),
    trace: {
      cells: panel.values.length,
      findings: findings.length,
      bySeverity: Object.fromEntries(severities.map((one) => [one, findings.filter((f) => f.severity === one).length])),
      byKind: Object.fromEntries(kinds.map((one) => [one, findings.filter((f) => f.kind === one).length]).filter(([, count]) => count)),
      undecided: findings.filter((one) => one.decision === null).length,
    },
    warnings: openQuestions(findings, chosen.decisions, met),
  });
}

/** The gravest first; then by kind, column, period and unit. */
function ordered(panel: Panel, found: readonly Evidence[]): Evidence[] {
  const column = new Map(panel.variables.map(({ id }, v) => [id, v]));
  const unit = new Map(panel.units.map(({ code }, i) => [code, i]));
  const key = (one: Evidence): number[] => [
    severities.indexOf(one.severity),
    kinds.indexOf(one.kind),
    one.variable === null ? -1 : (column.get(one.variable) as number),
    one.from ?? Number.NEGATIVE_INFINITY,
    one.unit === undefined ? -1 : (unit.get(one.unit) ?? -1),
  ];
  return found
    .map((one) => ({ one, at: key(one) }))
    .sort((a, b) => a.at.map((part, k) => (part === b.at[k] ? 0 : part < b.at[k] ? -1 : 1)).find((sign) => sign !== 0) ?? 0)
    .map(({ one }) => one);
}

/** Whether the panel itself declares a break of that column and period, or marks a cell of the finding as suspect. */
function isDeclared({ variables, periods, units, flags }: Panel, { variable, kind, from, to, unit, cells }: Evidence): boolean {
  if (kind === "break-declared" || kind === "suspect-declared") return true;
  const own = variables.find((one) => one.id === variable);
  if (own === undefined || from === undefined || to === undefined) return false;
  const breaks = kind.endsWith("break") || kind === "unit-shift";
  const broken = breaks && own.breaks.some((one) => one.period === from && (one.unit === undefined || one.unit === unit));
  return broken || cells.some(({ v, t, i }) => (flags[(v * periods.length + t) * units.length + i] & Flag.suspect) > 0);
}
