export * from "./coupling-coordination/coupling-coordination.js";
export * from "./levels/index.js";
