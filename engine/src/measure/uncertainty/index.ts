export * from "./rank-agreement.js";
export * from "./rank-intervals.js";
export * from "./ranks.js";
export * from "./value-intervals.js";
