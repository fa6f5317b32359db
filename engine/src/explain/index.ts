export * from "./coupling-coordination/coupling-coordination.js";
export * from "./levels/index.js";
export * from "./obstacle-degree/obstacle-degree.js";
