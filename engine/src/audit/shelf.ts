export * from "./data-audit/data-audit.method.js";
