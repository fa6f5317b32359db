export * from "./read-sample.js";
