export * from "./emblem.js";
export * from "./headline.js";
export * from "./summary.js";
export * from "./sure.js";
