export * from "./dagum/dagum.method.js";
export * from "./gini/gini.method.js";
export * from "./theil/theil.method.js";
