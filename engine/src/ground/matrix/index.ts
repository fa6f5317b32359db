export * from "./decompositions.js";
export * from "./dense.js";
