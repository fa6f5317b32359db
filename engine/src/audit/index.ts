export * from "./amend/amend.js";
export * from "./data-audit/data-audit.js";
export type { Action, Decision, Finding, FindingKind, Severity } from "./finding.js";
