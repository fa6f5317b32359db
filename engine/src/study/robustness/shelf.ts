export * from "./uncertainty/uncertainty.method.js";
