export * from "./compare/compare.js";
export * from "./remove-one/remove-one.js";
export * from "./sensitivity/sensitivity.js";
export * from "./uncertainty/uncertainty.js";
