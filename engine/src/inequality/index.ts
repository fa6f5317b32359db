export * from "./dagum/dagum.js";
export * from "./gini/gini.js";
export * from "./theil/theil.js";
