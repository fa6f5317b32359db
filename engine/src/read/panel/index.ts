export type { Layout } from "./find-columns.js";
export * from "./read-panel.js";
