export * from "./read-set.js";
export * from "./set.js";
