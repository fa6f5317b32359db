export * from "./coupling/coupling-coordination/coupling-coordination.method.js";
export * from "./obstacle/obstacle-degree/obstacle-degree.method.js";
