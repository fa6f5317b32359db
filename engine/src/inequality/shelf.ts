export * from "./gini/gini.method.js";
