export * from "./uncertainty/uncertainty.js";
