import type { ResultTable } from "@gongfu/engine";
import type { Finding } from "@gongfu/engine/audit";
import { type Panel, series } from "@gongfu/engine/table";
import type { Session } from "../../session.js";
import { panelOf } from "./panel-of.js";
import type { Audited, Decision, Found, FoundLine, Source } from "./types.js";

const listed = 400;

/** Findings of the data audit, the gravest first, each with the series it is about and what was decided. */
export async function auditData(session: Session, source: Source, decisions: readonly Decision[]): Promise<Audited> {
  const { dataAudit } = await import("@gongfu/engine/audit");
  const panel = await panelOf(session, source);
  const known = new Set(panel.variables.map((one) => one.id));
  const meant = decisions.filter(({ variable }) => variable === undefined || known.has(variable));
  const { value, tables } = dataAudit(panel, { decisions: meant as never });
  const marks = marksOf(tables.find((one) => one.id === "cells"));
  return {
    periods: panel.periods,
    found: value.slice(0, listed).map((one, k) => foundOf(panel, one, marks.get(k + 1) ?? [])),
    more: Math.max(0, value.length - listed),
  };
}

interface Mark {
  readonly variable: string;
  readonly unit: string;
  readonly period: number;
}

/** The cells of each finding, by its number. */
function marksOf(cells: ResultTable | undefined): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>();
  const [finding, variable, unit, period] = ["finding", "variable", "unit", "period"].map(
    (id) => cells?.columns.find((one) => one.id === id)?.values ?? [],
  );
  finding.forEach((number, k) => {
    const own = marks.get(number as number) ?? [];
    own.push({ variable: variable[k] as string, unit: unit[k] as string, period: period[k] as number });
    marks.set(number as number, own);
  });
  return marks;
}

function foundOf(panel: Panel, one: Finding, marks: readonly Mark[]): Found {
  const { kind, severity, sentence, offer, variable, unit, from, to, decision } = one;
  return {
    kind,
    severity,
    sentence,
    offer,
    about: {
      ...(variable === null ? (unit === undefined ? { variable: one.other?.split(", ")[0] } : {}) : { variable }),
      kind,
      ...(unit === undefined ? {} : { unit }),
      ...(from !== undefined && from === to ? { period: from } : {}),
    },
    decision,
    line: lineOf(panel, one, marks),
  };
}

/** The unit's series; the median of the units where the finding is about all of them. */
function lineOf(panel: Panel, { variable, unit, from, to }: Finding, marks: readonly Mark[]): FoundLine | null {
  const { periods, units, variables } = panel;
  const v = variables.findIndex((one) => one.id === (variable ?? marks[0]?.variable));
  if (v < 0 || periods.length < 2) return null;
  const code = unit ?? (new Set(marks.map((one) => one.unit)).size === 1 ? marks[0].unit : undefined);
  const i = units.findIndex((one) => one.code === code);
  const cells = series(panel, v);
  const values = Float64Array.from(periods, (_, t) =>
    i >= 0 ? cells[t * units.length + i] : median(cells.subarray(t * units.length, (t + 1) * units.length)),
  );
  const own = new Set(marks.filter((one) => i < 0 || one.unit === code).map((one) => one.period));
  const within = (period: number): boolean => from !== undefined && to !== undefined && from <= period && period <= to;
  const marked = periods.flatMap((period, t) => ((own.size ? own.has(period) : within(period)) ? [t] : []));
  return values.some((value) => value === value) ? { values, marked } : null;
}

function median(cells: Float64Array): number {
  const there = cells.filter((cell) => cell === cell).sort();
  const half = there.length >> 1;
  return there.length === 0 ? Number.NaN : there.length % 2 ? there[half] : (there[half - 1] + there[half]) / 2;
}
