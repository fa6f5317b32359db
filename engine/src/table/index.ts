export * from "./chain.js";
export * from "./panel.js";
export * from "./present.js";
export * from "./remembered.js";
export * from "./sample.js";
export * from "./tree.js";
export * from "./weights.js";
