export * from "./detect-format.js";
export * from "./read-table.js";
