export * from "./gini/gini.js";
export * from "./theil/theil.js";
