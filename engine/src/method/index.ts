export * from "./card.js";
export * from "./citations/index.js";
export * from "./plan.js";
export * from "./result.js";
export * from "./run.js";
export * from "./slots.js";
export * from "./tables.js";
