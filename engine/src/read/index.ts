export * from "./set/set.js";
