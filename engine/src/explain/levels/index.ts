export * from "./lag.js";
export * from "./level.js";
export * from "./level-sets.js";
export * from "./levels-table.js";
