export * from "./atkinson/atkinson.js";
export * from "./dagum/dagum.js";
export * from "./generalised-entropy/generalised-entropy.js";
export * from "./gini/gini.js";
export * from "./hoover/hoover.js";
export * from "./lorenz/lorenz.js";
export * from "./palma/palma.js";
export * from "./theil/theil.js";
