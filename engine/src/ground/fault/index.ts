export * from "./fault.js";
export * from "./nearest.js";
