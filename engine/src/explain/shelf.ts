export * from "./coupling-coordination/coupling-coordination.method.js";
