export * from "./philox.js";
export * from "./stream.js";
