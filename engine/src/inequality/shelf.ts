export * from "./atkinson/atkinson.method.js";
export * from "./dagum/dagum.method.js";
export * from "./generalised-entropy/generalised-entropy.method.js";
export * from "./gini/gini.method.js";
export * from "./hoover/hoover.method.js";
export * from "./lorenz/lorenz.method.js";
export * from "./palma/palma.method.js";
export * from "./theil/theil.method.js";
