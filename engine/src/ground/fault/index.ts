export * from "./fault.js";
export * from "./nearest.js";
export * from "./out-of-range.js";
