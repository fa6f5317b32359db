export * from "./parse-cell.js";
