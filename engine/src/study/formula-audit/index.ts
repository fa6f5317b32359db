export * from "./audit-formula.js";
export type { Verdict } from "./verdict.js";
