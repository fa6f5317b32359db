export * from "./line-fit.js";
