export * from "./gini/gini.js";
