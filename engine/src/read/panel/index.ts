export type { Layout } from "./find-columns.js";
export { parsePeriod } from "./parse-period.js";
export * from "./read-panel.js";
