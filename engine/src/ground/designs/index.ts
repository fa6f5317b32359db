export * from "./factorial.js";
export * from "./latin-hypercube.js";
export * from "./morris.js";
export * from "./quantile.js";
export * from "./random-points.js";
export { type SobolIndex, saltelliDesign, sobolIndices } from "./saltelli.js";
export * from "./sobol-sequence.js";
