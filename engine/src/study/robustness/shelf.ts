export * from "./compare/compare.method.js";
export * from "./remove-one/remove-one.method.js";
export * from "./sensitivity/sensitivity.method.js";
export * from "./uncertainty/uncertainty.method.js";
