import type { Text } from "../ground/words/index.js";

/** Kinds in the order they are reported within one severity. */
export const kinds = [
  "base-break",
  "spike",
  "identity",
  "bounds",
  "vintage",
  "duplicate",
  "straight-line",
  "unit-shift",
  "spread-break",
  "repeat",
  "break-declared",
  "suspect-declared",
  "empty",
  "thin",
  "constant",
  "gap",
] as const;
export type FindingKind = (typeof kinds)[number];

export const severities = ["stop", "doubt", "note"] as const;
export type Severity = (typeof severities)[number];

export const actions = ["keep", "flag", "drop", "impute"] as const;
export type Action = (typeof actions)[number];

/** Position of a cell in the panel: variable, period, unit. */
export interface At {
  readonly v: number;
  readonly t: number;
  readonly i: number;
}

/** What a check hands back: evidence, not a verdict. */
export interface Evidence {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** id of the column; null when whole units or periods are concerned */
  readonly variable: string | null;
  /** the second column or unit, where two are compared */
  readonly other?: string;
  /** code of the unit; absent when several are concerned */
  readonly unit?: string;
  readonly from?: number;
  readonly to?: number;
  /** the number the check rests on, and the value it had to pass */
  readonly statistic: number;
  readonly threshold: number;
  /** probability or number expected by chance, where one can be computed */
  readonly chance?: number;
  readonly sentence: Text;
  readonly offer: Action;
  /** the cells concerned; empty when a whole column or period is */
  readonly cells: readonly At[];
}

export interface Decision {
  /** absent where a whole unit is decided on */
  readonly variable?: string;
  readonly kind?: FindingKind;
  readonly unit?: string;
  readonly period?: number;
  readonly action: Action;
  readonly reason: string;
}

export interface Finding extends Omit<Evidence, "cells"> {
  /** the panel itself declares a break or a suspect cell here */
  readonly declared: boolean;
  readonly decision: Decision | null;
}
