export * from "./sums.js";
