export * from "./coupling-coordination/coupling-coordination.method.js";
export * from "./obstacle-degree/obstacle-degree.method.js";
