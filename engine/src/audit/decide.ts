import { Fault, nearest } from "../ground/fault/index.js";
import { listed, quote } from "../ground/words/index.js";
import type { Warning } from "../method/index.js";
import type { Panel } from "../table/index.js";
import type { Decision, Evidence, Finding } from "./finding.js";

/** Whether a decision speaks about a finding: same column, and kind, unit and period where the decision names them. */
function speaksOf(decision: Decision, finding: Evidence, panel: Panel): boolean {
  const { kind, variable, unit, other, from, to, cells } = finding;
  const columns = [variable, ...(other?.split(", ") ?? [])];
  if (decision.kind !== undefined && decision.kind !== kind) return false;
  const ofColumn = decision.variable !== undefined && columns.includes(decision.variable);
  if (!ofColumn && !(variable === null && decision.unit !== undefined && (unit === decision.unit || other === decision.unit))) return false;
  const i = panel.units.findIndex((one) => one.code === decision.unit);
  const t = panel.periods.indexOf(decision.period ?? Number.NaN);
  const atUnit = decision.unit === undefined || unit === decision.unit || other === decision.unit;
  const atPeriod =
    decision.period === undefined || (from !== undefined && to !== undefined && from <= decision.period && decision.period <= to);
  const atCell = cells.some((at) => (decision.unit === undefined || at.i === i) && (decision.period === undefined || at.t === t));
  return (atUnit && atPeriod) || atCell;
}

/** Every finding with the last decision that speaks of it, and how many findings each decision met. */
export function decide(
  found: readonly Evidence[],
  decisions: readonly Decision[],
  panel: Panel,
  declared: (one: Evidence) => boolean,
): { findings: Finding[]; met: number[] } {
  const met = decisions.map(() => 0);
  const findings = found.map(({ cells, ...one }): Finding => {
    let decision: Decision | null = null;
    decisions.forEach((candidate, d) => {
      if (!speaksOf(candidate, { ...one, cells }, panel)) return;
      met[d]++;
      decision = candidate;
    });
    return { ...one, declared: declared({ ...one, cells }), decision };
  });
  return { findings, met };
}

export function checkNames(panel: Panel, decisions: readonly Decision[], others: readonly string[]): void {
  const known = panel.variables.map((one) => one.id);
  const named = decisions.flatMap(({ variable, unit }) => variable ?? (unit === undefined ? "" : []));
  const stranger = [...named, ...others].find((id) => !known.includes(id));
  if (stranger === undefined) return;
  const near = nearest(stranger, known);
  throw new Fault({
    code: "unknown-variable",
    found: { en: `${quote(stranger)} is no column of the data`, zh: `数据中没有列 ${quote(stranger)}` },
    expected: { en: `expected one of: ${listed(known, 12).en}`, zh: `应为以下之一：${listed(known, 12).zh}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove the entry", zh: "请删去该项" },
  });
}

/** What a reader must know: decisions that meet nothing, and grave findings nobody decided. */
export function openQuestions(findings: readonly Finding[], decisions: readonly Decision[], met: readonly number[]): Warning[] {
  const unmatched = decisions
    .filter((_, d) => met[d] === 0)
    .map((one): Warning => {
      const what = [one.variable, one.kind, one.unit, one.period].filter((part) => part !== undefined).join(" ");
      return {
        code: "decision-unmatched",
        text: {
          en: `the decision "${one.action}" about ${what} matches no finding; the data or the decision have changed`,
          zh: `关于 ${what} 的决定“${one.action}”没有对应的发现，数据或决定可能已变`,
        },
      };
    });
  const open = findings.filter((one) => one.severity === "stop" && one.decision === null).length;
  if (open === 0) return unmatched;
  return [
    ...unmatched,
    {
      code: "undecided-findings",
      text: {
        en: `${open} grave ${open === 1 ? "finding has" : "findings have"} no recorded decision; see the findings of the audit`,
        zh: `有 ${open} 项严重发现尚未记录处理决定，见数据审核的发现表`,
      },
    },
  ];
}

/** The run stops at the first undecided finding of the severity asked for. */
export function stopFault(findings: readonly Finding[], stopOn: "never" | "stop" | "doubt"): void {
  if (stopOn === "never") return;
  const graves = findings.filter(
    (one) => one.decision === null && (one.severity === "stop" || (stopOn === "doubt" && one.severity === "doubt")),
  );
  const [first] = graves;
  if (!first) return;
  throw new Fault({
    code: "audit-stop",
    place: { path: "data-audit" },
    found: first.sentence,
    expected: {
      en: `expected a decision about each of ${graves.length} findings (stopOn: ${stopOn})`,
      zh: `应对 ${graves.length} 项发现逐一作出决定（stopOn: ${stopOn}）`,
    },
    next: {
      en: `record under decisions: {variable: ${first.variable ?? "…"}, action: ${first.offer}, reason: …}`,
      zh: `请在 decisions 下记录：{variable: ${first.variable ?? "…"}, action: ${first.offer}, reason: …}`,
    },
  });
}
