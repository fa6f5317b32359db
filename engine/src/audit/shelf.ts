export * from "./amend/amend.method.js";
export * from "./data-audit/data-audit.method.js";
